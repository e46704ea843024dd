//! What can be asked: fields, choices and permits, and what a requirement says when nobody answered.

pub mod choice;
pub mod field;
pub mod permit;
pub mod requirement;
pub mod tool;
