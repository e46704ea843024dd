//! The tab's session storage: short texts under fixed names. The browser may block it: then even accessing the property
//! throws, and nothing is stored. (`gloo-storage` panics then, so this uses web-sys.)

use web_sys::Storage;

pub const DRAFT: &str = "fiel-draft";
/// The id of the open profile.
pub const OPEN: &str = "fiel-profile";
/// The time the page was left, and whether the last keys may be missing.
pub const LEFT: &str = "fiel-left";
pub const PROBE: &str = "fiel-probe";

fn session() -> Option<Storage> {
    gloo_utils::window().session_storage().ok().flatten()
}

pub fn get(name: &str) -> Option<String> {
    session()?.get_item(name).ok().flatten()
}

/// Stores a text. Returns whether it is now stored: the session may be full.
pub fn set(name: &str, text: &str) -> bool {
    session().is_some_and(|session| session.set_item(name, text).is_ok())
}

pub fn remove(names: &[&str]) {
    let Some(session) = session() else { return };
    for name in names {
        let _ = session.remove_item(name);
    }
}
