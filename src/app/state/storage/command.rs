//! Commands to the browser's storage.

/// A command to the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageCommand {
    /// Tests what the browser allows the page to save.
    Probe,
    ListProfiles,
    /// Reads the draft of this session.
    ReadDraft,
    /// Saves this document as the draft; `None`: there is nothing to save, and the draft is deleted.
    SaveDraft(Option<String>),
    /// Saves this document in the open profile.
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
    /// Locks the open profile.
    LockProfile,
    /// Hands out the bytes of a record.
    ReadRecord(String),
    /// Erases an unreadable record.
    RemoveRecord(String),
    /// Erases the draft, the keys of all drafts, and this profile.
    Erase {
        profile: Option<String>,
    },
    /// Computes the fingerprint of the released file.
    Fingerprint,
    /// Whether a gate covers what was typed.
    Cover(bool),
}

/// A command without its data.
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

    /// Whether `later` makes this command unnecessary: of several documents only the last is written.
    #[must_use]
    pub fn is_replaced_by(&self, later: &StorageCommand) -> bool {
        let is_save = matches!(self, StorageCommand::SaveDraft(_) | StorageCommand::SaveProfile(_));
        is_save && self.kind() == later.kind()
    }
}
