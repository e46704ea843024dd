//! Storage as a whole: testing what the browser supports, and erasing.

use wasm_bindgen::JsValue;

use super::record::KeyRecord;
use super::result::Result;
use super::store::Store;
use super::{cipher, database, draft, session};
use crate::app::browser::time::clock;
use crate::app::state::{StorageEvent, StorageSupport};

/// Milliseconds after which an unused draft key is deleted.
const OLD_KEY: i64 = 30 * 86_400_000;

impl Store {
    /// Tests the storage: a key and a record are written, read and deleted again.
    pub(super) async fn probe(&self) -> Result<()> {
        let profiles = tries_out().await.unwrap_or_default();
        let draft = profiles && session::set(session::PROBE, "1");
        session::remove(&[session::PROBE]);
        self.say(StorageEvent::Able(StorageSupport { draft, profiles }));
        if profiles { self.list_profiles().await } else { Ok(()) }
    }

    /// Erases in one strict transaction and reads again afterwards; then the other pages of this browser cover
    /// themselves. The keys of all drafts are deleted, also those of closed tabs, which a browser may restore. An open
    /// tab generates a new key.
    pub(super) async fn erase(&self, profile: Option<String>) -> Result<()> {
        let had = draft::found().is_some() || self.draft_key.borrow().is_some() || profile.is_some();
        session::remove(&[session::DRAFT, session::OPEN, session::LEFT]);
        self.lock_profile();
        self.draft_key.take();
        let profiles_left = match erased(profile.as_deref()).await {
            Ok(left) => left,
            // Without a database nothing was stored in one.
            Err(_) => (!had).then_some(0),
        };
        let profiles_left = profiles_left.filter(|_| session::get(session::DRAFT).is_none());
        self.say(StorageEvent::Erased { profiles_left });
        if let Some(channel) = self.broadcast.get() {
            channel.post_message(&"finished".into())?;
        }
        Ok(())
    }
}

async fn tries_out() -> Result<bool> {
    // Another page may run the same test at the same time.
    let name = ["probe ", &cipher::hex(&cipher::random::<8>()?)].concat();
    let (id, key) = (JsValue::from_str(&name), cipher::key_of_bytes(&cipher::random::<32>()?).await?);
    let record = KeyRecord::new(&cipher::random::<32>()?);
    database::write(async |stores| Ok(stores.keys.put(&record, Some(&id))?.await?)).await?;
    let kept = database::read(async |stores| Ok(stores.keys.get(id.clone())?.await?)).await?;
    database::write(async |stores| {
        stores.keys.delete(id.clone())?.await?;
        let (keys, values) = (stores.keys.get_all_keys(None, None)?.await?, stores.keys.get_all(None, None)?.await?);
        for key in keys.into_iter().zip(values).filter(is_old).map(|(key, _)| key) {
            stores.keys.delete(key)?.await?;
        }
        Ok(())
    })
    .await?;
    let sealed = cipher::seal(&key, &name, "").await?;
    Ok(kept.is_some() && cipher::unseal(&key, &sealed, "").await? == name)
}

/// Whether the draft of this key was not used for a long time.
fn is_old((key, value): &(JsValue, JsValue)) -> bool {
    let time = KeyRecord::of(value.clone()).and_then(|record| record.time());
    let is_own = draft::found().is_some_and(|draft| key.as_string() == Some(draft.id));
    time.is_some_and(|time| clock() - time > OLD_KEY) && !is_own
}

/// Erases and returns how many profiles are left; `None` if something was not erased.
async fn erased(profile: Option<&str>) -> Result<Option<usize>> {
    let id = profile.map(JsValue::from_str);
    database::write(async |stores| {
        stores.keys.clear()?.await?;
        if let Some(id) = &id {
            stores.profiles.delete(id.clone())?.await?;
        }
        Ok(())
    })
    .await?;
    let (keys, kept) = database::read(async |stores| {
        let keys = stores.keys.count(None)?.await?;
        Ok((keys, stores.profiles.get_all_keys(None, None)?.await?))
    })
    .await?;
    let is_gone = keys == 0 && !id.is_some_and(|id| kept.contains(&id));
    Ok(is_gone.then_some(kept.len()))
}
