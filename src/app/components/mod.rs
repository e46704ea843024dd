//! The building blocks of the screens, one per file.

pub mod arrivals;
pub mod bar;
pub mod between;
pub mod certainty;
pub mod channel_card;
pub mod chart;
pub mod choice;
pub mod field;
pub mod file;
pub mod gate;
pub mod header;
pub mod items;
pub mod ledger;
pub mod message;
pub mod notice;
pub mod questions;
pub mod rail;
pub mod rich;
pub mod saving;
pub mod section;
pub mod select;
pub mod sentence;
pub mod source;
pub mod table;
pub mod verdict;
pub mod way_card;
