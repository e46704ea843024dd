//! Handles storage requests of the person: create, open and lock a profile, answer the gate, finish.

use super::action::{Notice, StorageRequest};
use super::page_state::{State, clean_case};
use super::screen::Screen;
use super::storage::{Asked, Gate, MOST_ALIAS, MOST_PIN, Storage, Typed, Written};
use crate::domain::case::Case;

impl State {
    /// Another case replaces the one in the open profile: the profile is locked, so that it is not overwritten. Undo is
    /// not offered, because the old case is protected by the PIN.
    pub(in crate::app::state) fn detach(&mut self, case: Case, notice: Notice) {
        let had = self.keep.open.take().is_some();
        self.keep.written = Written::Same;
        self.replace(case, notice);
        if had {
            self.before = None;
        }
    }

    /// The case differs from what the storage has.
    pub(in crate::app::state) fn changed(&mut self) {
        self.keep.unsaved.0 = true;
        if self.keep.open.is_some() && self.keep.written.goes_on() {
            self.keep.written = Written::Saving;
        }
    }

    pub(in crate::app::state) fn keep_as(&mut self, act: StorageRequest) {
        let keep = &mut self.keep;
        match act {
            StorageRequest::Type(Asked::Alias, text) => keep.typed.alias = first_letters(&text, MOST_ALIAS),
            StorageRequest::Type(Asked::Pin, text) => {
                (keep.typed.pin, keep.shut) = (first_letters(&text, MOST_PIN), None);
            }
            StorageRequest::Type(Asked::Again, text) => keep.typed.again = first_letters(&text, MOST_PIN),
            StorageRequest::Picture(place) => keep.typed.picture = place,
            StorageRequest::Create => keep.busy = keep.lacks().is_none(),
            StorageRequest::Ask(id) => {
                (keep.gate, keep.shut, keep.typed) = (Some(Gate::Pin(id)), None, Typed::default());
            }
            StorageRequest::Open(_) => keep.busy = true,
            StorageRequest::Lock => self.cover(),
            StorageRequest::Raw(_) => {}
            StorageRequest::Remove(id) => keep.sure = Some(id).filter(|id| keep.sure.as_ref() != Some(id)),
            StorageRequest::Mine => {
                if let Some(Gate::Draft(at)) = keep.gate.take() {
                    keep.gate = at.is_some().then_some(Gate::Again);
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
        self.keep.cover(has_something);
        self.keep.unsaved.0 = false;
        if self.keep.open.is_some() && !self.keep.held {
            let is_kept = matches!(self.keep.written, Written::Same | Written::Saved | Written::Looking);
            self.keep.held = !is_kept;
            if is_kept {
                self.set_case(clean_case());
                self.before = None;
            }
        }
        self.notice = None;
    }

    /// Resets the page for the next person; what is known about the device stays.
    pub(in crate::app::state) fn start_anew(&mut self) {
        let Storage { able, profiles, fingerprint, .. } = std::mem::take(&mut self.keep);
        let keep = Storage { able, profiles, fingerprint, ..Storage::default() };
        self.set_case(clean_case());
        *self = State {
            keep,
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
