//! Handles storage events.

use std::rc::Rc;

use super::action::{MemberListView, Notice};
use super::page_state::State;
use super::screen::Screen;
use super::storage::command::CommandKind;
use super::storage::event::StorageEvent;
use super::storage::{OpenFailure, SaveStatus, Storage, StorageSupport, Typed};
use crate::document;

impl Storage {
    /// Handles an event that does not carry a case.
    fn on_event(&mut self, event: StorageEvent) {
        match event {
            StorageEvent::Able(able) => self.support = Some(able),
            StorageEvent::Profiles(profiles) => self.profiles = Rc::new(profiles),
            StorageEvent::Fingerprint(fingerprint) => self.fingerprint = fingerprint,
            StorageEvent::ProfileCreated { id } => {
                (self.open, self.typed, self.busy) = (Some(id), Typed::default(), false);
                self.save_status = SaveStatus::Saved;
            }
            StorageEvent::DraftSaved => self.support = self.support.map(|able| StorageSupport { draft: true, ..able }),
            StorageEvent::Saved if !self.unsaved.0 => self.save_status = SaveStatus::Saved,
            StorageEvent::SaveFailed(error) => (self.save_status, self.busy) = (error.into(), false),
            StorageEvent::ProfileShut(why) => {
                (self.shut, self.busy) = (Some(why), false);
                self.typed.pin.clear();
            }
            StorageEvent::Alone => self.alone = true,
            StorageEvent::Awake => self.alone = false,
            _ => {}
        }
    }

    /// Handles a refused command.
    fn on_failed(&mut self, command: CommandKind) {
        match command {
            // Do not wait for a document that will not come.
            CommandKind::ReadDraft => self.gate = None,
            CommandKind::SaveDraft => self.support = self.support.map(|able| StorageSupport { draft: false, ..able }),
            _ => {
                self.busy = false;
                self.shut = (command == CommandKind::OpenProfile).then_some(OpenFailure::Failed);
                if command == CommandKind::CreateProfile {
                    self.save_status = SaveStatus::Failed;
                }
            }
        }
    }
}

impl State {
    /// Handles a storage event.
    pub(in crate::app::state) fn on_storage_event(&mut self, event: StorageEvent) {
        match event {
            StorageEvent::DraftRead(document) => {
                self.take_up(&document, SaveStatus::Same);
                if std::mem::take(&mut self.storage.late) {
                    self.notice = Some(Notice::Late);
                }
            }
            StorageEvent::DraftLost => self.storage.gate = None,
            // The person left while the PIN was being checked: ignore the result.
            StorageEvent::ProfileOpened { .. } if !self.storage.busy => {}
            StorageEvent::ProfileOpened { id, document, read_only } => {
                self.storage.open = Some(id);
                self.screen = Screen::Start;
                self.take_up(&document, if read_only { SaveStatus::ReadOnly } else { SaveStatus::Same });
            }
            StorageEvent::Left => self.cover(),
            StorageEvent::SaveAsked => self.screen = Screen::Keep,
            StorageEvent::Erased { profiles_left } => {
                self.start_anew();
                self.screen = Screen::Done;
                self.storage.erased = Some(profiles_left);
            }
            StorageEvent::Failed(command) => self.storage.on_failed(command),
            event => self.storage.on_event(event),
        }
    }

    /// Makes a document from the storage the current case. A document that cannot be read stays where it is.
    fn take_up(&mut self, document: &str, written: SaveStatus) {
        let keep = &mut self.storage;
        let was = std::mem::replace(&mut keep.save_status, written);
        (keep.gate, keep.busy, keep.typed, keep.unsaved.0) = (None, false, Typed::default(), false);
        if std::mem::take(&mut keep.held) {
            if written == SaveStatus::Same && was != SaveStatus::Saved {
                keep.save_status = SaveStatus::Failed;
            }
            return;
        }
        match document::read(document) {
            Ok(opened) => {
                (self.before, self.member_list) = (None, MemberListView::default());
                self.set_case(opened.case);
                // Parts that were left out would be lost by overwriting the record.
                if !opened.left_out.is_empty() {
                    self.storage.save_status = SaveStatus::ReadOnly;
                    self.notice = Some(Notice::Opened(opened.left_out.into()));
                }
            }
            Err(refusal) => {
                self.storage.open = None;
                self.notice = Some(Notice::Refused(refusal));
            }
        }
    }
}
