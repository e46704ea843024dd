//! What the browser's storage is told to do, and when.

use super::{Gate, PICTURES};
use crate::app::state::{Action, State, StorageRequest};
use crate::document;

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

impl State {
    /// What the storage has to do for something that a person does, told before it is done.
    #[must_use]
    pub fn storage_command(&self, keep: &StorageRequest) -> Option<StorageCommand> {
        let (state, typed) = (&self.keep, &self.keep.typed);
        Some(match keep {
            StorageRequest::Create if state.lacks().is_none() && !state.busy => StorageCommand::CreateProfile {
                alias: typed.alias.trim().to_owned(),
                picture: PICTURES.get(typed.picture).map(|(name, _)| (*name).to_owned()).unwrap_or_default(),
                pin: typed.pin.clone(),
                document: document::write(&self.case),
            },
            StorageRequest::Open(id) if !state.busy => {
                StorageCommand::OpenProfile { id: id.clone(), pin: typed.pin.clone() }
            }
            StorageRequest::Raw(id) => StorageCommand::ReadRecord(id.clone()),
            StorageRequest::Remove(id) if state.sure.as_ref() == Some(id) => StorageCommand::RemoveRecord(id.clone()),
            StorageRequest::Mine if matches!(state.gate, Some(Gate::Draft(Some(_)))) => StorageCommand::ReadDraft,
            StorageRequest::NotMine if matches!(state.gate, Some(Gate::Pin(_))) => StorageCommand::LockProfile,
            StorageRequest::NotMine => StorageCommand::SaveDraft(None),
            StorageRequest::Erase(too) => StorageCommand::Erase { profile: state.open.clone().filter(|_| *too) },
            _ => return None,
        })
    }

    /// What the storage has to do before an action that shuts the open profile.
    #[must_use]
    pub fn commands_before(&self, action: &Action) -> Vec<StorageCommand> {
        let covers = match action {
            Action::Keep(StorageRequest::Lock) => true,
            Action::Storage(event) => event.covers(),
            _ => false,
        };
        let asks = matches!(action, Action::Keep(StorageRequest::Finish | StorageRequest::Ask(_)));
        let unsaved = self.unsaved().filter(|_| self.keep.unsaved.0);
        let shut = matches!((&self.keep.gate, &self.keep.open), (Some(Gate::Pin(id)), Some(open)) if id == open);
        match &self.keep.open {
            Some(_) if covers && !shut => unsaved.into_iter().chain([StorageCommand::LockProfile]).collect(),
            _ if covers || asks => unsaved.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// What the storage has to do so that the case as it stands is not lost.
    #[must_use]
    pub fn save_command(&self) -> Option<StorageCommand> {
        if self.keep.gate.is_some() || self.keep.busy { None } else { self.unsaved() }
    }

    fn unsaved(&self) -> Option<StorageCommand> {
        let keep = &self.keep;
        match (&keep.open, keep.able) {
            (None, Some(able)) if able.draft || able.profiles => {
                Some(StorageCommand::SaveDraft((!self.is_clean()).then(|| document::write(&self.case))))
            }
            (Some(_), _) if keep.written.goes_on() => Some(StorageCommand::SaveProfile(document::write(&self.case))),
            _ => None,
        }
    }
}
