//! What the browser's storage says, and what the page makes of it.

use super::command::CommandKind;
use super::profile::Profile;
use super::{Able, Shut, Written};

/// What the storage says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageEvent {
    /// What the browser lets the page keep.
    Able(Able),
    Profiles(Vec<Profile>),
    /// The document of this sitting's draft.
    DraftRead(String),
    /// There was no draft that could be read.
    DraftLost,
    /// The draft lies in the session.
    DraftSaved,
    ProfileCreated {
        id: String,
    },
    ProfileOpened {
        id: String,
        document: String,
        /// Another page has it open.
        read_only: bool,
    },
    /// A profile stayed shut.
    ProfileShut(Shut),
    /// The profile is on the disk, and was read again.
    Saved,
    SaveFailed(StorageError),
    /// The bytes of a record, as JSON.
    RecordRead(String),
    /// Erased; how many profiles are left, or `None` if that cannot be told.
    Erased {
        profiles_left: Option<usize>,
    },
    /// SHA-256 of the released file, in hexadecimal.
    Fingerprint(String),
    /// Nobody touched the page for a while.
    Alone,
    /// Somebody did again.
    Awake,
    /// The page covers itself.
    Left,
    /// Ctrl+S was pressed.
    SaveAsked,
    /// The browser refused a command.
    Failed(CommandKind),
}

/// Why a document is not on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The device has no room.
    Full,
    /// Another page changed or erased the record.
    Changed,
    Failed,
}

impl StorageEvent {
    /// Whether the page covers itself for it.
    #[must_use]
    pub fn covers(&self) -> bool {
        *self == StorageEvent::Left
    }
}

impl From<StorageError> for Written {
    fn from(error: StorageError) -> Written {
        match error {
            StorageError::Full => Written::Full,
            StorageError::Changed => Written::Changed,
            StorageError::Failed => Written::Failed,
        }
    }
}
