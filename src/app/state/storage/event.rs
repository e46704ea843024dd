//! What the browser's storage says, and what the page makes of it.

use std::rc::Rc;

use super::{Able, CommandKind, Profile, Shut, Storage, Typed, Written};
use crate::app::state::{MemberListView, Notice, Screen, State};
use crate::document;

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

impl Storage {
    /// What was said about anything but a case.
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

    /// The browser refused a command.
    fn on_failed(&mut self, command: CommandKind) {
        match command {
            // Nobody waits for a document that does not come.
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
    /// What the storage said.
    pub(in crate::app::state) fn on_storage_event(&mut self, event: StorageEvent) {
        match event {
            StorageEvent::DraftRead(document) => {
                self.take_up(&document, Written::Same);
                if std::mem::take(&mut self.keep.late) {
                    self.notice = Some(Notice::Late);
                }
            }
            StorageEvent::DraftLost => self.keep.gate = None,
            // Whoever was sent away meanwhile gets nothing.
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

    /// A document from the storage becomes the case. One that cannot be read stays where it is.
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
                // What was left out would be lost by writing over it.
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
