//! Handles storage requests of the person: create, open and lock a profile, answer the gate, finish.

use super::action::{Notice, StorageRequest};
use super::page_state::{State, clean_case};
use super::screen::Screen;
use super::storage::{Gate, MOST_ALIAS, MOST_PIN, ProfileInput, SaveStatus, Storage, Typed};
use crate::domain::case::Case;

impl State {
    /// Another case replaces the one in the open profile: the profile is locked, so that it is not overwritten. Undo is
    /// not offered, because the old case is protected by the PIN.
    pub(in crate::app::state) fn detach(&mut self, case: Case, notice: Notice) {
        let had = self.storage.open.take().is_some();
        self.storage.save_status = SaveStatus::Same;
        self.replace(case, notice);
        if had {
            self.before = None;
        }
    }

    /// The case differs from what the storage has.
    pub(in crate::app::state) fn changed(&mut self) {
        self.storage.unsaved.0 = true;
        if self.storage.open.is_some() && self.storage.save_status.goes_on() {
            self.storage.save_status = SaveStatus::Saving;
        }
    }

    pub(in crate::app::state) fn request(&mut self, act: StorageRequest) {
        let keep = &mut self.storage;
        match act {
            StorageRequest::Type(ProfileInput::Alias, text) => keep.typed.alias = first_letters(&text, MOST_ALIAS),
            StorageRequest::Type(ProfileInput::Pin, text) => {
                (keep.typed.pin, keep.shut) = (first_letters(&text, MOST_PIN), None);
            }
            StorageRequest::Type(ProfileInput::Again, text) => keep.typed.again = first_letters(&text, MOST_PIN),
            StorageRequest::Picture(place) => keep.typed.picture = place,
            StorageRequest::Create => keep.busy = keep.lacks().is_none(),
            StorageRequest::Ask(id) => {
                (keep.gate, keep.shut, keep.typed) = (Some(Gate::Pin(id)), None, Typed::default());
            }
            StorageRequest::Open(_) => keep.busy = true,
            StorageRequest::Lock => self.cover(),
            StorageRequest::Raw(_) => {}
            StorageRequest::Remove(id) => {
                keep.confirming_removal = Some(id).filter(|id| keep.confirming_removal.as_ref() != Some(id))
            }
            StorageRequest::Mine => {
                if let Some(Gate::Draft(at)) = keep.gate.take() {
                    keep.gate = at.is_some().then_some(Gate::Reloading);
                }
            }
            StorageRequest::NotMine => {
                let exercise = self.exercise.take();
                self.start_anew();
                if let Some(exercise) = exercise {
                    self.open_exercise(&exercise);
                }
            }
            StorageRequest::Finish => keep.gate = Some(Gate::Finish),
            StorageRequest::Erase(_) => keep.busy = true,
            StorageRequest::Stay => keep.gate = None,
        }
    }

    /// Covers the page. A case that is saved in a profile is removed from memory.
    pub(in crate::app::state) fn cover(&mut self) {
        let has_something = self.has_something();
        self.storage.cover(has_something);
        self.storage.unsaved.0 = false;
        if self.storage.open.is_some() && !self.storage.held {
            let is_kept =
                matches!(self.storage.save_status, SaveStatus::Same | SaveStatus::Saved | SaveStatus::ReadOnly);
            self.storage.held = !is_kept;
            if is_kept {
                self.set_case(clean_case());
                self.before = None;
            }
        }
        self.notice = None;
    }

    /// Resets the page for the next person; what is known about the device stays.
    pub(in crate::app::state) fn start_anew(&mut self) {
        let Storage { support: able, profiles, fingerprint, .. } = std::mem::take(&mut self.storage);
        let keep = Storage { support: able, profiles, fingerprint, ..Storage::default() };
        self.set_case(clean_case());
        *self = State {
            storage: keep,
            case: self.case.clone(),
            newer: self.newer,
            refused: self.refused.take(),
            ..State::new(self.language, Screen::Start, &self.clock)
        };
    }
}

fn first_letters(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
