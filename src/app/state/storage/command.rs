//! What the browser's storage is told to do, and when.

/// Something for the storage to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageCommand {
    /// Tries what the browser lets the page keep.
    Probe,
    ListProfiles,
    /// Reads the draft of this sitting.
    ReadDraft,
    /// Keeps this document as the draft; `None`: there is nothing to keep, and the draft goes.
    SaveDraft(Option<String>),
    /// Keeps this document in the open profile.
    SaveProfile(String),
    CreateProfile {
        alias: String,
        picture: String,
        pin: String,
        document: String,
    },
    OpenProfile {
        id: String,
        pin: String,
    },
    /// Shuts the open profile.
    LockProfile,
    /// Hands out the bytes of a record.
    ReadRecord(String),
    /// Erases a record that cannot be read.
    RemoveRecord(String),
    /// Erases the draft, the keys of all drafts, and this profile.
    Erase {
        profile: Option<String>,
    },
    /// Works out the fingerprint of the released file.
    Fingerprint,
    /// Whether a gate stands before what was typed.
    Cover(bool),
}

/// A command without what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandKind {
    Probe,
    ListProfiles,
    ReadDraft,
    SaveDraft,
    SaveProfile,
    CreateProfile,
    OpenProfile,
    LockProfile,
    ReadRecord,
    RemoveRecord,
    Erase,
    Fingerprint,
    Cover,
}

impl StorageCommand {
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            StorageCommand::Probe => CommandKind::Probe,
            StorageCommand::ListProfiles => CommandKind::ListProfiles,
            StorageCommand::ReadDraft => CommandKind::ReadDraft,
            StorageCommand::SaveDraft(_) => CommandKind::SaveDraft,
            StorageCommand::SaveProfile(_) => CommandKind::SaveProfile,
            StorageCommand::CreateProfile { .. } => CommandKind::CreateProfile,
            StorageCommand::OpenProfile { .. } => CommandKind::OpenProfile,
            StorageCommand::LockProfile => CommandKind::LockProfile,
            StorageCommand::ReadRecord(_) => CommandKind::ReadRecord,
            StorageCommand::RemoveRecord(_) => CommandKind::RemoveRecord,
            StorageCommand::Erase { .. } => CommandKind::Erase,
            StorageCommand::Fingerprint => CommandKind::Fingerprint,
            StorageCommand::Cover(_) => CommandKind::Cover,
        }
    }

    /// Whether a later command of the same kind makes this one needless: of many documents the last is written.
    #[must_use]
    pub fn is_replaced_by(&self, later: &StorageCommand) -> bool {
        let is_save = matches!(self, StorageCommand::SaveDraft(_) | StorageCommand::SaveProfile(_));
        is_save && self.kind() == later.kind()
    }
}
