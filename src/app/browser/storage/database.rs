//! The browser database `fiel`: an object store for keys and one for profiles, used in transactions.

use gloo_events::EventListener;
use idb::{Database, DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionResult};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::{DomException, IdbDatabase, IdbTransaction};

use super::result::Result;
use crate::app::state::StorageError;

const NAME: &str = "fiel";
const KEYS: &str = "keys";
const PROFILES: &str = "profiles";

// idb cannot open a transaction with options, and web-sys has them only as unstable API: `transaction` is bound here
// directly.
#[wasm_bindgen]
extern "C" {
    type DatabaseWithOptions;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn strict_transaction(
        this: &DatabaseWithOptions,
        stores: &Array,
        mode: &str,
        options: &TransactionOptions,
    ) -> std::result::Result<IdbTransaction, JsValue>;

    type TransactionOptions;
    #[wasm_bindgen(method, setter)]
    fn set_durability(this: &TransactionOptions, durability: &str);
}

/// The object stores of one transaction.
pub struct Stores {
    pub keys: ObjectStore,
    pub profiles: ObjectStore,
}

/// Reads in one transaction.
pub async fn read<T>(work: impl AsyncFnOnce(&Stores) -> Result<T>) -> Result<T> {
    transact("readonly", work).await
}

/// Writes in one transaction: everything or, if `work` returns an error, nothing. Finishes only when the data is on
/// disk.
pub async fn write<T>(work: impl AsyncFnOnce(&Stores) -> Result<T>) -> Result<T> {
    transact("readwrite", work).await
}

async fn transact<T>(mode: &str, work: impl AsyncFnOnce(&Stores) -> Result<T>) -> Result<T> {
    let database: IdbDatabase = open().await?.into();
    let closing = database.clone();
    let _listener = EventListener::new(&database, "versionchange", move |_| closing.close());
    let result = transact_in(&database, mode, work).await;
    database.close();
    result
}

/// Opens the database without a version, so that changes made by a newer page stay as they are.
async fn open() -> Result<Database> {
    let factory: Factory = gloo_utils::window().indexed_db()?.ok_or(StorageError::Failed)?.into();
    let mut request = factory.open(NAME, None)?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        for store in [KEYS, PROFILES] {
            let _ = database.create_object_store(store, ObjectStoreParams::new());
        }
    });
    Ok(request.await?)
}

async fn transact_in<T>(database: &IdbDatabase, mode: &str, work: impl AsyncFnOnce(&Stores) -> Result<T>) -> Result<T> {
    let options: TransactionOptions = Object::new().unchecked_into();
    options.set_durability("strict");
    let names = Array::of2(&KEYS.into(), &PROFILES.into());
    let begun = database.unchecked_ref::<DatabaseWithOptions>().strict_transaction(&names, mode, &options)?;
    let transaction = Transaction::from(begun.clone());
    let stores = Stores { keys: transaction.object_store(KEYS)?, profiles: transaction.object_store(PROFILES)? };
    match work(&stores).await {
        Ok(answer) => match transaction.await {
            Ok(TransactionResult::Committed) => Ok(answer),
            _ => Err(begun.error().map_or(StorageError::Failed, |reason| error_of(&reason))),
        },
        Err(reason) => {
            // After a failed request the browser has already aborted the transaction.
            let _ = transaction.abort();
            Err(reason)
        }
    }
}

fn error_of(reason: &DomException) -> StorageError {
    match reason.name().as_str() {
        "QuotaExceededError" => StorageError::Full,
        _ => StorageError::Failed,
    }
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> StorageError {
        match error {
            idb::Error::DomException(reason) => error_of(&reason),
            _ => StorageError::Failed,
        }
    }
}

impl From<JsValue> for StorageError {
    fn from(_: JsValue) -> StorageError {
        StorageError::Failed
    }
}
