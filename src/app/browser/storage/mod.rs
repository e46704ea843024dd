//! What is kept on this device, all of it as ciphertext: the draft of this sitting and the profiles that were asked
//! for.
//!
//! `app/state/storage` decides, and nothing is decided here: [`found`] says at once what there is, [`send`] sets a
//! command to work, and what came of it is said to the listener of [`begin`]. Commands follow one another. A page that
//! stopped writes nothing.

mod cipher;
mod database;
mod draft;
mod keys;
mod lock;
mod presence;
mod profiles;
mod record;
mod session;
mod whole;

pub use cipher::fingerprint;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::BroadcastChannel;

use super::boot;
use crate::app::state::{Found, StorageCommand, StorageError, StorageEvent};

type Result<T> = std::result::Result<T, StorageError>;

/// What the page has in hand of what is kept.
#[derive(Default)]
struct Store {
    listener: OnceCell<Box<dyn Fn(StorageEvent)>>,
    queue: RefCell<VecDeque<StorageCommand>>,
    is_running: Cell<bool>,
    draft_key: RefCell<Option<draft::DraftKey>>,
    /// The page was just reloaded: the key of the draft is this tab's own.
    reloaded: Cell<bool>,
    open: RefCell<Option<profiles::OpenProfile>>,
    lock: lock::ProfileLock,
    presence: presence::Presence,
    channel: OnceCell<BroadcastChannel>,
}

thread_local! {
    static STORE: Rc<Store> = Rc::default();
}

fn store() -> Rc<Store> {
    STORE.with(Rc::clone)
}

/// What there is of before.
#[must_use]
pub fn found() -> Found {
    store().found()
}

/// Begins to listen, and says to the listener what can be kept.
pub fn begin(listener: impl Fn(StorageEvent) + 'static) {
    let store = store();
    let _ = store.listener.set(Box::new(listener));
    store.watch();
    keys::listen();
    store.push(StorageCommand::Probe);
}

/// Sets a command to work.
pub fn send(command: StorageCommand) {
    if boot::stopped() {
        return;
    }
    let store = store();
    match &command {
        StorageCommand::Cover(covered) => return store.cover(*covered),
        StorageCommand::SaveDraft(document) => store.hold(document.as_deref().unwrap_or_default()),
        StorageCommand::SaveProfile(document) => store.hold(document),
        _ => {}
    }
    store.push(command);
}

impl Store {
    fn say(&self, event: StorageEvent) {
        if let Some(listener) = self.listener.get() {
            listener(event);
        }
    }

    /// The last document that there is, for whoever wants it after the page stopped.
    fn hold(&self, document: &str) {
        boot::hold(document);
        self.note_told();
    }

    fn push(self: &Rc<Self>, command: StorageCommand) {
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

    fn is_save_waiting(&self) -> bool {
        self.queue.borrow().iter().any(|command| matches!(command, StorageCommand::SaveProfile(_)))
    }

    async fn run(&self, command: StorageCommand) -> Result<()> {
        match command {
            StorageCommand::Probe => self.probe().await,
            StorageCommand::ListProfiles => self.list_profiles().await,
            StorageCommand::ReadDraft => self.read_draft().await,
            StorageCommand::SaveDraft(document) => self.save_draft(document.as_deref()).await,
            StorageCommand::SaveProfile(document) => {
                self.save_profile(&document).await;
                Ok(())
            }
            StorageCommand::CreateProfile { alias, picture, pin, document } => {
                self.create_profile(&alias, &picture, &pin, &document).await
            }
            StorageCommand::OpenProfile { id, pin } => self.open_profile(id, &pin).await,
            StorageCommand::LockProfile => {
                session::remove(&[session::OPEN]);
                self.lock_profile();
                Ok(())
            }
            StorageCommand::ReadRecord(id) => self.read_record(&id).await,
            StorageCommand::RemoveRecord(id) => self.remove_record(&id).await,
            StorageCommand::Erase { profile } => self.erase(profile).await,
            StorageCommand::Fingerprint => {
                let page = boot::page_text().ok_or(StorageError::Failed)?;
                self.say(StorageEvent::Fingerprint(fingerprint(&page).await?));
                Ok(())
            }
            StorageCommand::Cover(covered) => {
                self.cover(covered);
                Ok(())
            }
        }
    }
}

/// Runs what waits, one after another.
async fn run_all(store: Rc<Store>) {
    loop {
        let command = store.queue.borrow_mut().pop_front();
        let Some(command) = command else { break };
        // What a program that went wrong believes is written nowhere.
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
