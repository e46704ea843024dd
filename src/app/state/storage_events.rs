//! Handles storage events.

use std::rc::Rc;

use super::action::{MemberListView, Notice};
use super::page_state::State;
use super::screen::Screen;
use super::storage::command::CommandKind;
use super::storage::event::StorageEvent;
use super::storage::{Able, Shut, Storage, Typed, Written};
use crate::document;

impl Storage {
    /// Handles an event that does not carry a case.
    fn on_event(&mut self, event: StorageEvent) {
        match event {
            StorageEvent::Able(able) => self.able = Some(able),
            StorageEvent::Profiles(profiles) => self.profiles = Rc::new(profiles),
            StorageEvent::Fingerprint(fingerprint) => self.fingerprint = fingerprint,
            StorageEvent::ProfileCreated { id } => {
                (self.open, self.typed, self.busy) = (Some(id), Typed::default(), false);
                self.written = Written::Saved;
            }
            StorageEvent::DraftSaved => self.able = self.able.map(|able| Able { draft: true, ..able }),
            StorageEvent::Saved if !self.unsaved.0 => self.written = Written::Saved,
            StorageEvent::SaveFailed(error) => (self.written, self.busy) = (error.into(), false),
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
            CommandKind::SaveDraft => self.able = self.able.map(|able| Able { draft: false, ..able }),
            _ => {
                self.busy = false;
                self.shut = (command == CommandKind::OpenProfile).then_some(Shut::Failed);
                if command == CommandKind::CreateProfile {
                    self.written = Written::Failed;
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
                self.take_up(&document, Written::Same);
                if std::mem::take(&mut self.keep.late) {
                    self.notice = Some(Notice::Late);
                }
            }
            StorageEvent::DraftLost => self.keep.gate = None,
            // The person left while the PIN was being checked: ignore the result.
            StorageEvent::ProfileOpened { .. } if !self.keep.busy => {}
            StorageEvent::ProfileOpened { id, document, read_only } => {
                self.keep.open = Some(id);
                self.screen = Screen::Start;
                self.take_up(&document, if read_only { Written::Looking } else { Written::Same });
            }
            StorageEvent::Left => self.cover(),
            StorageEvent::SaveAsked => self.screen = Screen::Keep,
            StorageEvent::Erased { profiles_left } => {
                self.start_anew();
                self.screen = Screen::Done;
                self.keep.erased = Some(profiles_left);
            }
            StorageEvent::Failed(command) => self.keep.on_failed(command),
            event => self.keep.on_event(event),
        }
    }

    /// Makes a document from the storage the current case. A document that cannot be read stays where it is.
    fn take_up(&mut self, document: &str, written: Written) {
        let keep = &mut self.keep;
        let was = std::mem::replace(&mut keep.written, written);
        (keep.gate, keep.busy, keep.typed, keep.unsaved.0) = (None, false, Typed::default(), false);
        if std::mem::take(&mut keep.held) {
            if written == Written::Same && was != Written::Saved {
                keep.written = Written::Failed;
            }
            return;
        }
        match document::read(document) {
            Ok(opened) => {
                (self.before, self.member_list) = (None, MemberListView::default());
                self.set_case(opened.case);
                // Parts that were left out would be lost by overwriting the record.
                if !opened.left_out.is_empty() {
                    self.keep.written = Written::Looking;
                    self.notice = Some(Notice::Opened(opened.left_out.into()));
                }
            }
            Err(refusal) => {
                self.keep.open = None;
                self.notice = Some(Notice::Refused(refusal));
            }
        }
    }
}
