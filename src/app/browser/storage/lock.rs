//! Only one page at a time writes a profile; others open it read-only. Uses the browser's Web Locks where available.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

// web-sys offers the lock manager only as unstable API.
#[wasm_bindgen]
extern "C" {
    type NavigatorWithLocks;
    #[wasm_bindgen(method, getter, catch)]
    fn locks(this: &NavigatorWithLocks) -> Result<Option<LockManager>, JsValue>;

    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &LockOptions, held: &JsValue) -> Result<Promise, JsValue>;

    type LockOptions;
    #[wasm_bindgen(method, setter, js_name = ifAvailable)]
    fn set_if_available(this: &LockOptions, if_available: bool);
}

/// The lock that this page holds.
#[derive(Default)]
pub struct ProfileLock {
    release: Rc<RefCell<Option<Function>>>,
}

impl ProfileLock {
    /// Takes the lock of a profile; `false` if another page holds it. A browser without locks grants it to every page.
    pub async fn take(&self, id: &str) -> bool {
        let navigator: NavigatorWithLocks = JsValue::from(gloo_utils::window().navigator()).unchecked_into();
        let Ok(Some(locks)) = navigator.locks() else { return true };
        let answer = Promise::new(&mut |answer, _| self.request(&locks, id, answer));
        JsFuture::from(answer).await.is_ok_and(|is_mine| is_mine.is_truthy())
    }

    /// Requests the lock. The browser holds it until the promise returned by the callback resolves.
    fn request(&self, locks: &LockManager, id: &str, answer: Function) {
        let options: LockOptions = Object::new().unchecked_into();
        options.set_if_available(true);
        let (told, released) = (answer.clone(), self.release.clone());
        let held = Closure::once_into_js(move |lock: JsValue| {
            let _ = told.call1(&JsValue::NULL, &lock.is_truthy().into());
            match lock.is_truthy() {
                true => JsValue::from(Promise::new(&mut |release, _| {
                    released.replace(Some(release));
                })),
                false => JsValue::UNDEFINED,
            }
        });
        let asked = locks.request(&["fiel ", id].concat(), &options, &held);
        spawn_local(async move {
            let is_refused = match asked {
                Ok(asked) => JsFuture::from(asked).await.is_err(),
                Err(_) => true,
            };
            if is_refused {
                let _ = answer.call1(&JsValue::NULL, &JsValue::TRUE);
            }
        });
    }

    /// Releases the lock.
    pub fn release(&self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}
