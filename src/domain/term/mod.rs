//! What can be asked: the fields.

pub mod field;
