//! Profiles: database records, each with a document encrypted under a key derived from a PIN.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::record::{self, ProfileRecord};
use super::result::Result;
use super::store::{OpenProfile, Store};
use super::{cipher, database, session};
use crate::app::browser::boot;
use crate::app::state::{OpenFailure, Record, StorageError, StorageEvent};

/// Constant encrypted in each record next to the document: it distinguishes a wrong PIN from a damaged document.
const CHECK: &str = "fiel";

async fn value(id: &str) -> Result<Option<JsValue>> {
    let id = JsValue::from_str(id);
    database::read(async |stores| Ok(stores.profiles.get(id)?.await?)).await
}

/// Writes the document into the record and reads it back. Fails if another page has changed or erased the record since.
async fn written(open: &OpenProfile, document: &str) -> Result<ProfileRecord> {
    let OpenProfile { key, record, .. } = open;
    let next = record.next(&cipher::seal(key, document, &record.bound()).await?);
    let id = record.id();
    database::write(async |stores| {
        let before = stores.profiles.get(id.clone())?.await?.and_then(ProfileRecord::of);
        if Some(before.and_then(|before| before.revision()).unwrap_or_default()) != record.revision() {
            return Err(StorageError::Changed);
        }
        stores.profiles.put(&next, Some(&id))?.await?;
        Ok(())
    })
    .await?;
    let kept = database::read(async |stores| Ok(stores.profiles.get(record.id())?.await?)).await?;
    let kept = kept.and_then(ProfileRecord::of).ok_or(StorageError::Failed)?;
    let bytes = kept.data_bytes().ok_or(StorageError::Failed)?;
    let reads_the_same = cipher::unseal(key, &bytes, &kept.bound()).await? == document;
    reads_the_same.then_some(next).ok_or(StorageError::Failed)
}

impl Store {
    pub(super) async fn list_profiles(&self) -> Result<()> {
        let (keys, values) = database::read(async |stores| {
            let keys = stores.profiles.get_all_keys(None, None)?.await?;
            Ok((keys, stores.profiles.get_all(None, None)?.await?))
        })
        .await?;
        let rows = keys.iter().zip(values).filter_map(|(key, value)| record::row(key, value));
        self.say(StorageEvent::Profiles(rows.collect()));
        Ok(())
    }

    pub(super) async fn create_profile(&self, alias: &str, picture: &str, pin: &str, document: &str) -> Result<()> {
        self.lock_profile();
        let id = cipher::hex(&cipher::random::<8>()?);
        let salt = Uint8Array::from(cipher::random::<16>()?.as_slice());
        let record = ProfileRecord::new(&id, alias, picture, &salt);
        let key = cipher::key_of_pin(pin, &salt, cipher::ROUNDS).await?;
        let check = cipher::seal(&key, CHECK, &record.bound()).await?;
        record.set_check(&Uint8Array::from(check.as_slice()));
        self.lock.take(&id).await;
        self.open.replace(Some(OpenProfile { key, record, read_only: false }));
        if !self.save_profile(document).await {
            self.lock_profile();
            return Ok(());
        }
        session::set(session::OPEN, &id);
        self.drop_draft().await?;
        self.list_profiles().await?;
        boot::hold(document);
        self.say(StorageEvent::ProfileCreated { id });
        Ok(())
    }

    /// Reports the save only once the document is on disk and reads back the same.
    pub(super) async fn save_profile(&self, document: &str) -> bool {
        let open = self.open.borrow().clone().filter(|open| !open.read_only);
        let saved = match open {
            Some(open) => written(&open, document).await,
            None => Err(StorageError::Failed),
        };
        match saved {
            Ok(record) => {
                if let Some(open) = self.open.borrow_mut().as_mut() {
                    open.record = record;
                }
                // If a later document waits to be saved, its own save reports it.
                if !self.is_save_waiting() {
                    self.say(StorageEvent::Saved);
                }
                true
            }
            Err(error) => {
                self.say(StorageEvent::SaveFailed(error));
                false
            }
        }
    }

    pub(super) async fn open_profile(&self, id: String, pin: &str) -> Result<()> {
        match self.unlocked(&id, pin).await? {
            Ok((open, document)) => {
                self.lock_profile();
                let read_only = !self.lock.take(&id).await;
                self.open.replace(Some(OpenProfile { read_only, ..open }));
                self.drop_draft().await?;
                session::set(session::OPEN, &id);
                boot::hold(&document);
                self.say(StorageEvent::ProfileOpened { id, document, read_only });
            }
            Err(why) => self.say(StorageEvent::ProfileShut(why)),
        }
        Ok(())
    }

    /// The record and its document, if the PIN is correct.
    async fn unlocked(&self, id: &str, pin: &str) -> Result<std::result::Result<(OpenProfile, String), OpenFailure>> {
        let Some(record) = value(id).await?.and_then(ProfileRecord::of) else { return Ok(Err(OpenFailure::Gone)) };
        match record.state() {
            Record::Sound => {}
            Record::Newer => return Ok(Err(OpenFailure::Newer)),
            Record::Damaged => return Ok(Err(OpenFailure::Damaged)),
        }
        let (Some(salt), Some(rounds), Some(check), Some(data)) =
            (record.salt(), record.rounds(), record.check_bytes(), record.data_bytes())
        else {
            return Ok(Err(OpenFailure::Damaged));
        };
        let key = cipher::key_of_pin(pin, &salt, rounds).await?;
        if cipher::unseal(&key, &check, &record.bound()).await.is_err() {
            return Ok(Err(OpenFailure::Pin));
        }
        let document = cipher::unseal(&key, &data, &record.bound()).await;
        let open = OpenProfile { key, record, read_only: false };
        Ok(document.map(|document| (open, document)).map_err(|_| OpenFailure::Damaged))
    }

    pub(super) fn lock_profile(&self) {
        self.open.take();
        boot::hold("");
        self.lock.release();
    }

    /// The record as a file, for a person who wants to keep data that this page cannot read.
    pub(super) async fn read_record(&self, id: &str) -> Result<()> {
        let value = value(id).await?.unwrap_or(JsValue::NULL);
        self.say(StorageEvent::RecordRead(record::json(&value).ok_or(StorageError::Failed)?));
        Ok(())
    }

    /// Removes an unreadable record at the person's request.
    pub(super) async fn remove_record(&self, id: &str) -> Result<()> {
        let id = JsValue::from_str(id);
        database::write(async |stores| Ok(stores.profiles.delete(id)?.await?)).await?;
        self.list_profiles().await
    }
}
