//! What a step of the storage comes to.

use crate::app::state::StorageError;

pub type Result<T> = std::result::Result<T, StorageError>;
