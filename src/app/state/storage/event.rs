//! Events from the browser's storage.

use super::command::CommandKind;
use super::profile::Profile;
use super::{OpenFailure, SaveStatus, StorageSupport};

/// An event from the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageEvent {
    /// What the browser allows the page to save.
    Able(StorageSupport),
    Profiles(Vec<Profile>),
    /// The document of this session's draft.
    DraftRead(String),
    /// There was no readable draft.
    DraftLost,
    /// The draft is in the session storage.
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
    /// A profile could not be opened.
    ProfileShut(OpenFailure),
    /// The profile is on disk, and was read back.
    Saved,
    SaveFailed(StorageError),
    /// A record's contents, as JSON.
    RecordRead(String),
    /// Erased; the number of profiles left, or `None` if that is unknown.
    Erased {
        profiles_left: Option<usize>,
    },
    /// SHA-256 of the released file, in hexadecimal.
    Fingerprint(String),
    /// Nobody has touched the page for a while.
    Alone,
    /// The person is active again.
    Awake,
    /// The person has left: the page covers itself.
    Left,
    /// Ctrl+S was pressed.
    SaveAsked,
    /// The browser refused a command.
    Failed(CommandKind),
}

/// Why a document could not be written to disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The device has no free space.
    Full,
    /// Another page changed or erased the record.
    Changed,
    Failed,
}

impl StorageEvent {
    /// Whether the page covers itself because of this event.
    #[must_use]
    pub fn covers(&self) -> bool {
        *self == StorageEvent::Left
    }
}

impl From<StorageError> for SaveStatus {
    fn from(error: StorageError) -> SaveStatus {
        match error {
            StorageError::Full => SaveStatus::Full,
            StorageError::Changed => SaveStatus::Changed,
            StorageError::Failed => SaveStatus::Failed,
        }
    }
}
