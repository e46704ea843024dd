//! Storage on this device, always encrypted: the draft of this session, and the profiles that the person created.
//!
//! The decisions are made in `app/state/storage`, not here: [`found`] returns at once what is stored, [`send`] starts a
//! command, and its result is sent as an event to the listener of [`begin`]. Commands run one after another. A stopped
//! page writes nothing.

mod cipher;
mod database;
mod draft;
mod lock;
mod presence;
mod profiles;
mod record;
mod result;
mod session;
mod shortcuts;
mod store;
mod whole;

pub use cipher::fingerprint;
use result::Result;
use store::{Store, store};

use super::boot;
use crate::app::state::{Found, StorageCommand, StorageError, StorageEvent};

/// What an earlier page has left on this device.
#[must_use]
pub fn found() -> Found {
    store().found()
}

/// Starts to listen, and reports to the listener what can be saved.
pub fn begin(listener: impl Fn(StorageEvent) + 'static) {
    let store = store();
    let _ = store.listener.set(Box::new(listener));
    store.watch();
    shortcuts::listen();
    store.push(StorageCommand::Probe);
}

/// Queues a command.
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
    pub(super) async fn run(&self, command: StorageCommand) -> Result<()> {
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
