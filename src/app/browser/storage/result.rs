//! The result type of a storage step.

use crate::app::state::StorageError;

pub type Result<T> = std::result::Result<T, StorageError>;
