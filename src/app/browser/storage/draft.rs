//! The draft of this session: stored in the tab's session storage, encrypted with a key in the database. Erasing the
//! key makes the draft unreadable, even if a browser restores it later.

use wasm_bindgen::JsValue;

use super::record::KeyRecord;
use super::result::Result;
use super::store::{DraftKey, Store};
use super::{cipher, database, session};
use crate::app::browser::boot;
use crate::app::browser::time::clock;
use crate::app::state::{Draft, StorageError, StorageEvent};

/// The draft found in session storage.
pub fn found() -> Option<Draft> {
    Draft::read(&session::get(session::DRAFT)?)
}

/// Reads a key from the database.
async fn key_bytes(id: &str) -> Result<Option<Vec<u8>>> {
    let id = JsValue::from_str(id);
    let value = database::read(async |stores| Ok(stores.keys.get(id)?.await?)).await?;
    Ok(value.and_then(KeyRecord::of).and_then(|record| record.bytes()))
}

/// Generates a key and stores it in the database.
async fn new_key() -> Result<DraftKey> {
    let (id, bytes) = (cipher::hex(&cipher::random::<8>()?), cipher::random::<32>()?);
    let (name, record) = (JsValue::from_str(&id), KeyRecord::new(&bytes));
    database::write(async |stores| Ok(stores.keys.put(&record, Some(&name))?.await?)).await?;
    Ok(DraftKey { id, key: cipher::key_of_bytes(&bytes).await? })
}

impl Store {
    async fn draft_text(&self) -> Result<Option<String>> {
        let Some(draft) = found() else { return Ok(None) };
        let Some(bytes) = key_bytes(&draft.id).await? else { return Ok(None) };
        let key = cipher::key_of_bytes(&bytes).await?;
        self.draft_key.replace(Some(DraftKey { id: draft.id.clone(), key: key.clone() }));
        cipher::unseal(&key, &draft.bytes(), &draft.id).await.map(Some)
    }

    /// Reads the draft. A draft whose key was erased, or that is damaged, cannot be used.
    pub(super) async fn read_draft(&self) -> Result<()> {
        let text = self.draft_text().await.unwrap_or_default();
        match &text {
            // The draft may be a copy from a duplicated tab that still uses this key.
            Some(_) if !self.reloaded.get() => _ = self.draft_key.take(),
            Some(_) => {}
            None => self.drop_draft().await?,
        }
        boot::hold(text.as_deref().unwrap_or_default());
        self.say(text.map_or(StorageEvent::DraftLost, StorageEvent::DraftRead));
        Ok(())
    }

    pub(super) async fn save_draft(&self, text: Option<&str>) -> Result<()> {
        // A profile was opened meanwhile and now holds the case.
        if self.open.borrow().is_some() {
            return Ok(());
        }
        let Some(text) = text else { return self.drop_draft().await };
        let DraftKey { id, key } = self.own_key().await?;
        let draft = Draft::new(&id, clock(), &cipher::seal(&key, text, &id).await?);
        if !draft.text().is_some_and(|text| session::set(session::DRAFT, &text)) {
            session::remove(&[session::DRAFT]);
            return Err(StorageError::Full);
        }
        self.say(StorageEvent::DraftSaved);
        Ok(())
    }

    /// The key of this tab's draft; a new one if there is none or another tab has erased it.
    async fn own_key(&self) -> Result<DraftKey> {
        let own = self.draft_key.borrow().clone();
        if let Some(own) = own {
            if key_bytes(&own.id).await?.is_some() {
                return Ok(own);
            }
            self.draft_key.take();
        }
        let own = new_key().await?;
        self.draft_key.replace(Some(own.clone()));
        Ok(own)
    }

    /// Deletes the draft and its key.
    pub(super) async fn drop_draft(&self) -> Result<()> {
        let own = self.draft_key.take().map(|own| own.id);
        let ids: Vec<JsValue> = found().map(|draft| draft.id).into_iter().chain(own).map(JsValue::from).collect();
        session::remove(&[session::DRAFT]);
        if ids.is_empty() {
            return Ok(());
        }
        database::write(async |stores| {
            for id in ids {
                stores.keys.delete(id)?.await?;
            }
            Ok(())
        })
        .await
    }
}
