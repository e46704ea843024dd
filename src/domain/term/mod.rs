//! What can be asked: figures, choices and permits, and how a figure is known when nobody has entered it.

pub mod choice;
pub mod field;
pub mod permit;
pub mod requirement;
pub mod tool;
