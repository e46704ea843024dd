//! The case document: reading, writing, versions, and refusals.
//!
//! Its format, and that of the member list ([`members_csv`]) and of a host's prices ([`prices`]), is described, with an
//! example, in `src/document/FORMAT.md`.

mod json;
pub mod members_csv;
mod opened;
pub mod prices;
mod read;
mod write;

pub use opened::{DocumentRefusal, LeftOut, LeftOutReason, Opened, VERSION};
pub use read::{MOST_BYTES, read};
pub use write::write;
