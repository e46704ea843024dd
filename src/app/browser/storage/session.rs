//! The session of the tab: short texts under fixed names. Storage may be blocked: then even naming it throws, and
//! nothing is there. (`gloo-storage` panics then, so this goes by web-sys.)

use web_sys::Storage;

pub const DRAFT: &str = "fiel-draft";
/// The id of the profile that is open.
pub const OPEN: &str = "fiel-profile";
/// When the page was left, and whether the last keys may lack.
pub const LEFT: &str = "fiel-left";
pub const PROBE: &str = "fiel-probe";

fn session() -> Option<Storage> {
    gloo_utils::window().session_storage().ok().flatten()
}

pub fn get(name: &str) -> Option<String> {
    session()?.get_item(name).ok().flatten()
}

/// Whether it is there now: the session may be full.
pub fn set(name: &str, text: &str) -> bool {
    session().is_some_and(|session| session.set_item(name, text).is_ok())
}

pub fn remove(names: &[&str]) {
    let Some(session) = session() else { return };
    for name in names {
        let _ = session.remove_item(name);
    }
}
