//! The page's storage state in memory, and the queue of waiting commands.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, CryptoKey};

use super::lock::ProfileLock;
use super::record::ProfileRecord;
use crate::app::browser::boot;
use crate::app::state::{StorageCommand, StorageEvent};

pub(super) fn store() -> Rc<Store> {
    STORE.with(Rc::clone)
}

thread_local! {
    static STORE: Rc<Store> = Rc::default();
}

/// The page's storage state in memory.
#[derive(Default)]
pub(super) struct Store {
    pub(super) listener: OnceCell<Box<dyn Fn(StorageEvent)>>,
    pub(super) queue: RefCell<VecDeque<StorageCommand>>,
    pub(super) is_running: Cell<bool>,
    pub(super) draft_key: RefCell<Option<DraftKey>>,
    /// The page was just reloaded: the draft's key belongs to this tab.
    pub(super) reloaded: Cell<bool>,
    pub(super) open: RefCell<Option<OpenProfile>>,
    pub(super) lock: ProfileLock,
    pub(super) presence: Presence,
    pub(super) broadcast: OnceCell<BroadcastChannel>,
}

impl Store {
    pub(super) fn say(&self, event: StorageEvent) {
        if let Some(listener) = self.listener.get() {
            listener(event);
        }
    }

    /// Passes on the latest document, so that the stop screen can hand it out after the page stopped.
    pub(super) fn hold(&self, document: &str) {
        boot::hold(document);
        self.note_told();
    }

    pub(super) fn push(self: &Rc<Self>, command: StorageCommand) {
        let mut queue = self.queue.borrow_mut();
        match queue.back_mut() {
            Some(last) if last.is_replaced_by(&command) => *last = command,
            _ => queue.push_back(command),
        }
        drop(queue);
        if !self.is_running.replace(true) {
            spawn_local(run_all(self.clone()));
        }
    }

    pub(super) fn is_save_waiting(&self) -> bool {
        self.queue.borrow().iter().any(|command| matches!(command, StorageCommand::SaveProfile(_)))
    }
}

/// The key of this tab's draft.
#[derive(Clone)]
pub struct DraftKey {
    pub(super) id: String,
    pub(super) key: CryptoKey,
}

/// The open profile.
#[derive(Clone)]
pub struct OpenProfile {
    pub(super) key: CryptoKey,
    pub(super) record: ProfileRecord,
    /// Another page holds the lock and writes this profile.
    pub(super) read_only: bool,
}

/// What is known about the person's presence.
#[derive(Default)]
pub struct Presence {
    pub(super) touched: Cell<i64>,
    pub(super) warned: Cell<bool>,
    /// When something was last typed, and when the storage last received the document.
    pub(super) typed: Cell<i64>,
    pub(super) told: Cell<i64>,
    pub(super) covered: Cell<bool>,
}

/// Runs the waiting commands, one after another.
async fn run_all(store: Rc<Store>) {
    loop {
        let command = store.queue.borrow_mut().pop_front();
        let Some(command) = command else { break };
        // After a panic the program's state cannot be trusted: write nothing.
        if boot::stopped() {
            continue;
        }
        let kind = command.kind();
        if store.run(command).await.is_err() {
            store.say(StorageEvent::Failed(kind));
        }
    }
    store.is_running.set(false);
}
