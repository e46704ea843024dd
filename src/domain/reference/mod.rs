//! Reference data: values with source, year and confidence, treatment charges, and prices.

pub mod maquila;
pub mod market;
pub mod price_series;
pub mod value;
