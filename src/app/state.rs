//! The page's state and all its transitions. No browser access, so it is tested without a browser.

mod acting;
mod action;
mod editing;
mod effect;
mod keeping;
mod page_state;
mod reducer;
mod saving;
mod screen;
mod storage;
mod storage_events;

pub use action::{Action, Items, MemberListView, Newer, Notice, StorageRequest};
pub use effect::Effect;
pub use page_state::{State, clean_case};
pub use screen::{Screen, route};
pub use storage::command::{CommandKind, StorageCommand};
pub use storage::draft::Draft;
pub use storage::event::{StorageError, StorageEvent};
pub use storage::profile::{PICTURES, Profile, Record};
pub use storage::{
    Found, Gate, LEAST_PIN, Lacks, MOST_ALIAS, MOST_PIN, OpenFailure, ProfileInput, SaveStatus, Storage,
    StorageSupport, Unseen,
};

pub use crate::domain::case::Place;
