//! Which commands the storage gets, and when.

use super::action::{Action, StorageRequest};
use super::page_state::{State, clean_case};
use super::storage::command::StorageCommand;
use super::storage::profile::PICTURES;
use super::storage::{Gate, SaveStatus};
use crate::document;

impl State {
    /// The storage command for a request, determined from the state before the request.
    #[must_use]
    pub fn storage_command(&self, keep: &StorageRequest) -> Option<StorageCommand> {
        let (state, typed) = (&self.storage, &self.storage.typed);
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
            StorageRequest::Remove(id) if state.confirming_removal.as_ref() == Some(id) => {
                StorageCommand::RemoveRecord(id.clone())
            }
            StorageRequest::Mine if matches!(state.gate, Some(Gate::Draft(Some(_)))) => StorageCommand::ReadDraft,
            StorageRequest::NotMine if matches!(state.gate, Some(Gate::Pin(_))) => StorageCommand::LockProfile,
            StorageRequest::NotMine => StorageCommand::SaveDraft(None),
            StorageRequest::Erase(too) => StorageCommand::Erase { profile: state.open.clone().filter(|_| *too) },
            _ => return None,
        })
    }

    /// The storage commands to send before an action that locks the open profile.
    #[must_use]
    pub fn commands_before(&self, action: &Action) -> Vec<StorageCommand> {
        let covers = match action {
            Action::StorageRequest(StorageRequest::Lock) => true,
            Action::StorageEvent(event) => event.covers(),
            _ => false,
        };
        let asks = matches!(action, Action::StorageRequest(StorageRequest::Finish | StorageRequest::Ask(_)));
        let unsaved = self.unsaved().filter(|_| self.storage.unsaved.0);
        let shut = matches!((&self.storage.gate, &self.storage.open), (Some(Gate::Pin(id)), Some(open)) if id == open);
        match &self.storage.open {
            Some(_) if covers && !shut => unsaved.into_iter().chain([StorageCommand::LockProfile]).collect(),
            _ if covers || asks => unsaved.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The storage command that saves the current case.
    #[must_use]
    pub fn save_command(&self) -> Option<StorageCommand> {
        if self.storage.gate.is_some() || self.storage.busy { None } else { self.unsaved() }
    }

    pub(in crate::app::state) fn unsaved(&self) -> Option<StorageCommand> {
        let keep = &self.storage;
        match (&keep.open, keep.support) {
            (None, Some(able)) if able.draft || able.profiles => {
                Some(StorageCommand::SaveDraft((!self.is_blank()).then(|| document::write(&self.case))))
            }
            (Some(_), _) if keep.save_status.goes_on() => {
                Some(StorageCommand::SaveProfile(document::write(&self.case)))
            }
            _ => None,
        }
    }
}

impl State {
    /// Whether nothing was entered.
    pub(in crate::app::state) fn is_blank(&self) -> bool {
        *self.case == clean_case()
    }

    /// Whether there is data to lose or to hide.
    #[must_use]
    pub fn has_something(&self) -> bool {
        self.storage.open.is_some() || self.before.is_some() || !self.is_blank()
    }

    /// Whether the page can be reloaded without losing data.
    #[must_use]
    pub fn can_reload(&self) -> bool {
        match self.storage.open {
            Some(_) => matches!(self.storage.save_status, SaveStatus::Same | SaveStatus::Saved),
            None => (self.before.is_none() && self.is_blank()) || self.storage.support.is_some_and(|able| able.draft),
        }
    }
}
