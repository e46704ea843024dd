//! The service worker of a hosted page. It loads a new version of the page, which takes over only when the person
//! agrees. (The worker's own code: web/sw.js.)

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use gloo_utils::{document, head, window};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::boot;
use super::storage::fingerprint;
use super::time::uptime;
use crate::app::state::Newer;

/// Milliseconds after the last touch before the new version is offered, and the interval between retries.
const QUIET: i64 = 4_000;
const AGAIN: u32 = 500;
const TYPED_INTO: &str = "input:not([type=radio], [type=checkbox]), select, textarea";

#[wasm_bindgen]
extern "C" {
    type HostedNavigator;
    /// In a sandboxed page, accessing this property throws.
    #[wasm_bindgen(method, getter, catch, js_name = serviceWorker)]
    fn service_worker(this: &HostedNavigator) -> Result<Option<WorkerContainer>, JsValue>;
    /// Only Apple's browsers have this property.
    #[wasm_bindgen(method, getter)]
    fn standalone(this: &HostedNavigator) -> JsValue;

    #[wasm_bindgen(extends = ServiceWorkerContainer)]
    type WorkerContainer;
    /// web-sys passes the address as a string, which the page's Trusted Types policy refuses.
    #[wasm_bindgen(method, catch)]
    fn register(this: &WorkerContainer, address: &JsValue) -> Result<Promise, JsValue>;
}

thread_local! {
    /// The worker of the new version.
    static OTHER: RefCell<Option<ServiceWorker>> = const { RefCell::new(None) };
    static TOUCHED: Cell<i64> = const { Cell::new(-QUIET) };
}

/// Called once the page has started: lets the worker cache the page, and calls `told` when there is another version and
/// the person is not typing.
pub fn join_host(told: impl Fn(Newer) + 'static) {
    spawn_local(async {
        // A host without a worker, or a browser that allows no storage, is not an error.
        let _ = join(Rc::new(told)).await;
    });
}

/// Lets the new version take over; the page then reloads.
pub fn use_newer() {
    OTHER.with_borrow(|other| other.as_ref().map(|other| other.post_message(&"use".into())));
}

async fn join(told: Rc<dyn Fn(Newer)>) -> Result<(), JsValue> {
    let navigator: HostedNavigator = JsValue::from(window().navigator()).unchecked_into();
    let Some(workers) = navigator.service_worker()? else { return Ok(()) };
    // If storage is blocked, reading it throws.
    if boot::stopped() || window().local_storage()?.is_none() || !is_the_workers()? {
        return Ok(());
    }
    let Some(page) = boot::page_text() else { return Ok(()) };
    let version = fingerprint(&page).await.map_err(|_| JsValue::NULL)?;
    note_touches();
    let hosted = JsFuture::from(workers.register(&boot::worker())?).await?;
    let hosted: ServiceWorkerRegistration = hosted.unchecked_into();
    add_link("manifest", "manifest.webmanifest")?;
    // The icon for Apple's browsers.
    if !navigator.standalone().is_undefined() {
        add_link("apple-touch-icon", "icons/192.png")?;
    }
    listen(&workers, &hosted, told);
    meet_all(&hosted, version);
    Ok(())
}

/// Whether this page is the file that the worker manages: under another file name it is not.
fn is_the_workers() -> Result<bool, JsValue> {
    let (location, path) = (window().location(), window().location().pathname()?);
    Ok(location.protocol()?.starts_with("http") && (path.ends_with('/') || path.ends_with("/index.html")))
}

fn note_touches() {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    for name in ["keydown", "input", "pointerdown", "scroll", "wheel"] {
        EventListener::new_with_options(&window(), name, options, |_| TOUCHED.set(uptime())).forget();
    }
}

/// Adds a link only now, when the host is known to have the file.
fn add_link(rel: &str, address: &str) -> Result<(), JsValue> {
    let link = document().create_element("link")?;
    link.set_attribute("rel", rel)?;
    link.set_attribute("href", address)?;
    head().append_child(&link).map(|_| ())
}

/// Sets the message handler; setting `onmessage` also starts delivery.
fn listen(workers: &WorkerContainer, hosted: &ServiceWorkerRegistration, told: Rc<dyn Fn(Newer)>) {
    let hosted = hosted.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(worker) = event.source().map(|source| source.unchecked_into::<ServiceWorker>()) else { return };
        let word = event.data().as_string().unwrap_or_default();
        if word == "use" {
            load_again(worker);
        } else if word == "tried" {
            offer(worker, Newer::Tried, told.clone());
        } else if hosted.waiting().as_ref() == Some(&worker) {
            offer(worker, Newer::Waiting, told.clone());
        }
    });
    workers.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

/// Tells each version of the worker which page version this is.
fn meet_all(hosted: &ServiceWorkerRegistration, version: String) {
    for worker in [hosted.active(), hosted.waiting(), hosted.installing()].into_iter().flatten() {
        meet(worker, version.clone());
    }
    let registration = hosted.clone();
    let found = move |_: &_| {
        if let Some(worker) = registration.installing() {
            meet(worker, version.clone());
        }
    };
    EventListener::new(hosted, "updatefound", found).forget();
}

fn meet(worker: ServiceWorker, version: String) {
    let greet = {
        let worker = worker.clone();
        move || _ = worker.post_message(&version.as_str().into())
    };
    let is_there = |state| matches!(state, ServiceWorkerState::Activating | ServiceWorkerState::Activated);
    if worker.state() == ServiceWorkerState::Installed || is_there(worker.state()) {
        greet();
    }
    let changed = worker.clone();
    let greet_once_installed = move |_: &_| {
        if changed.state() == ServiceWorkerState::Installed {
            greet();
        }
    };
    EventListener::new(&worker, "statechange", greet_once_installed).forget();
}

/// Offers the new version, but not while the person types or touches the screen.
fn offer(worker: ServiceWorker, newer: Newer, told: Rc<dyn Fn(Newer)>) {
    if is_busy() {
        Timeout::new(AGAIN, move || offer(worker, newer, told)).forget();
        return;
    }
    OTHER.set(Some(worker));
    told(newer);
}

fn is_busy() -> bool {
    let types = document().active_element().is_some_and(|field| field.matches(TYPED_INTO).unwrap_or_default());
    types || uptime() - TOUCHED.get() < QUIET
}

/// Reloads the page when the worker is active; only once, because the worker that takes over also reports it.
fn load_again(worker: ServiceWorker) {
    let load = || _ = window().location().reload();
    if worker.state() == ServiceWorkerState::Activated {
        return load();
    }
    let (changed, is_done) = (worker.clone(), Cell::new(false));
    let once_active = move |_: &_| {
        if changed.state() == ServiceWorkerState::Activated && !is_done.replace(true) {
            load();
        }
    };
    EventListener::new(&worker, "statechange", once_active).forget();
}
