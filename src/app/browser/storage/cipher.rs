//! The browser's cryptography: AES-GCM for saved data, PBKDF2 to derive a key from a PIN, SHA-256 for the fingerprint.

use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto};

use super::result::Result;
use crate::app::state::StorageError;

/// PBKDF2 iterations for a new profile.
pub const ROUNDS: u32 = 600_000;
const AES: &str = "AES-GCM";
/// Length of the initialization vector, which is stored before the ciphertext.
const IV: usize = 12;

fn crypto() -> Result<Crypto> {
    Ok(gloo_utils::window().crypto()?)
}

/// The `SubtleCrypto` object. A page hosted without https has none: each call then fails.
fn subtle() -> Result<SubtleCrypto> {
    Ok(crypto()?.subtle())
}

pub fn random<const LENGTH: usize>() -> Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    crypto()?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn uses(names: &[&str]) -> JsValue {
    names.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into()
}

async fn import(bytes: &[u8], algorithm: &str, names: &[&str]) -> Result<CryptoKey> {
    let bytes = Uint8Array::from(bytes);
    let key = subtle()?.import_key_with_str("raw", &bytes, algorithm, false, &uses(names))?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}

/// Imports a key from raw bytes.
pub async fn key_of_bytes(bytes: &[u8]) -> Result<CryptoKey> {
    import(bytes, AES, &["encrypt", "decrypt"]).await
}

/// Derives a key from a PIN. The PIN is Unicode-normalized, so that the same letters give the same key on every
/// keyboard.
pub async fn key_of_pin(pin: &str, salt: &Uint8Array, rounds: u32) -> Result<CryptoKey> {
    let pin: String = JsString::from(pin).normalize("NFC").into();
    let base = import(pin.as_bytes(), "PBKDF2", &["deriveKey"]).await?;
    let how = Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", rounds, salt);
    let made = AesDerivedKeyParams::new(AES, 256);
    let uses = uses(&["encrypt", "decrypt"]);
    let key = subtle()?.derive_key_with_object_and_object(&how, &base, &made, false, &uses)?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}

fn parameters(iv: &[u8], bound: &str) -> AesGcmParams {
    let parameters = AesGcmParams::new_with_u8_array(AES, &Uint8Array::from(iv));
    parameters.set_additional_data_u8_array(&Uint8Array::from(bound.as_bytes()));
    parameters
}

/// Encrypts a text. `bound` is authenticated: a change to it makes decryption fail.
pub async fn seal(key: &CryptoKey, text: &str, bound: &str) -> Result<Vec<u8>> {
    let iv = random::<IV>()?;
    let (how, text) = (parameters(&iv, bound), Uint8Array::from(text.as_bytes()));
    let sealed = JsFuture::from(subtle()?.encrypt_with_object_and_js_u8_array(&how, key, &text)?).await?;
    Ok([iv.as_slice(), &Uint8Array::new(&sealed).to_vec()].concat())
}

/// Decrypts the output of [`seal`]. Returns an error if the key is wrong or anything was changed.
pub async fn unseal(key: &CryptoKey, bytes: &[u8], bound: &str) -> Result<String> {
    let (iv, sealed) = bytes.split_at_checked(IV).ok_or(StorageError::Failed)?;
    let (how, sealed) = (parameters(iv, bound), Uint8Array::from(sealed));
    let text = JsFuture::from(subtle()?.decrypt_with_object_and_js_u8_array(&how, key, &sealed)?).await?;
    Ok(String::from_utf8_lossy(&Uint8Array::new(&text).to_vec()).into_owned())
}

/// SHA-256 of a text in hexadecimal.
pub async fn fingerprint(text: &str) -> Result<String> {
    let bytes = Uint8Array::from(text.as_bytes());
    let sum = JsFuture::from(subtle()?.digest_with_str_and_js_u8_array("SHA-256", &bytes)?).await?;
    Ok(hex(&Uint8Array::new(&sum).to_vec()))
}
