//! Presence: page leave and return, and whether the person is still active.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::{Interval, Timeout};
use gloo_utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, Event, HtmlElement, NavigationType, PageTransitionEvent, PerformanceNavigationTiming};

use super::store::{Store, store};
use super::{draft, session};
use crate::app::browser::boot;
use crate::app::browser::time::{clock, uptime};
use crate::app::state::{Found, StorageCommand, StorageEvent};

/// Milliseconds without activity after which the page warns; some time later it covers itself.
const ALONE: i64 = 600_000;
const WARNED: i64 = 60_000;
/// A page that returns within these milliseconds was reloaded by the same person.
const AT_ONCE: i64 = 5_000;
/// Interval in milliseconds at which activity is checked.
const WATCH: u32 = 2_000;

#[wasm_bindgen]
extern "C" {
    type DiscardedDocument;
    /// Not every browser has this property.
    #[wasm_bindgen(method, getter, js_name = wasDiscarded)]
    fn was_discarded(this: &DiscardedDocument) -> JsValue;
}

fn was_reloaded() -> bool {
    let visits = window().performance().map(|performance| performance.get_entries_by_type("navigation"));
    let visit = visits.map(|visits| visits.get(0)).filter(|visit| !visit.is_undefined());
    let visit = visit.map(|visit| visit.unchecked_into::<PerformanceNavigationTiming>());
    let discarded = JsValue::from(document()).unchecked_into::<DiscardedDocument>().was_discarded();
    visit.is_some_and(|visit| visit.type_() == NavigationType::Reload) && !discarded.is_truthy()
}

/// Hides the page while it is left, so that no snapshot of it shows its contents.
fn hide(hidden: bool) {
    let app = document().get_element_by_id("app").and_then(|app| app.dyn_into::<HtmlElement>().ok());
    if let Some(app) = app {
        app.set_hidden(hidden);
    }
}

impl Store {
    /// What an earlier page has left on this device.
    pub(super) fn found(&self) -> Found {
        let left = session::get(session::LEFT).unwrap_or_default();
        let (when, late) = left.split_once(' ').unwrap_or((&left, ""));
        let soon = when.parse::<i64>().is_ok_and(|when| (clock() - when).abs() < AT_ONCE);
        let (profile, draft) = (session::get(session::OPEN).filter(|id| !id.is_empty()), draft::found());
        self.reloaded.set(was_reloaded() && soon);
        session::remove(&[session::LEFT]);
        let found = match (profile, draft) {
            (Some(id), _) => Found::Profile { id },
            (None, Some(_)) if self.reloaded.get() => Found::Reloaded { late: late == "late" },
            (None, Some(draft)) => Found::Draft { time: draft.time },
            (None, None) => Found::Nothing,
        };
        self.set_covered(matches!(found, Found::Profile { .. } | Found::Draft { .. }));
        found
    }

    fn set_covered(&self, covered: bool) {
        self.presence.covered.set(covered);
        boot::cover(covered);
    }

    pub(super) fn cover(&self, covered: bool) {
        self.set_covered(covered);
        if covered {
            session::remove(&[session::LEFT]);
        }
    }

    pub(super) fn note_told(&self) {
        self.presence.told.set(uptime());
    }

    /// Listens to activity, page leave and page return.
    pub(super) fn watch(self: &Rc<Self>) {
        self.presence.touched.set(clock());
        let capture = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let on = |name: &'static str, options, act: fn(&Store, &Event)| {
            let store = self.clone();
            EventListener::new_with_options(&window(), name, options, move |event| act(&store, event)).forget();
        };
        for name in ["pointerdown", "keydown", "wheel", "touchstart"] {
            on(name, capture, |store, _| store.touch());
        }
        on("input", capture, |store, _| store.presence.typed.set(uptime()));
        on("pagehide", EventListenerOptions::default(), |store, _| store.leave());
        on("pageshow", EventListenerOptions::default(), |store, event| store.come_back(event));
        EventListener::new(&document(), "visibilitychange", |_| store().look()).forget();
        Interval::new(WATCH, || store().look()).forget();
        self.listen_to_other_tabs();
    }

    /// Another page of this browser has finished and erased: this page covers itself.
    fn listen_to_other_tabs(&self) {
        let Ok(channel) = BroadcastChannel::new("fiel") else { return };
        let heard = |_: &Event| {
            store().left();
            store().push(StorageCommand::ListProfiles);
        };
        EventListener::new(&channel, "message", heard).forget();
        let _ = self.broadcast.set(channel);
    }

    fn touch(&self) {
        self.presence.touched.set(clock());
        if self.presence.warned.replace(false) {
            self.say(StorageEvent::Awake);
        }
    }

    /// Checks whether the person is still active. The clock may have been set back, hence the absolute value.
    fn look(&self) {
        let alone = (clock() - self.presence.touched.get()).abs();
        if alone > ALONE + WARNED {
            self.touch();
            self.left();
        } else if alone > ALONE && !self.presence.warned.replace(true) {
            self.say(StorageEvent::Alone);
        }
    }

    fn left(&self) {
        session::remove(&[session::LEFT]);
        self.say(StorageEvent::Left);
    }

    /// Records the time of leaving, so that a reload continues without a gate; if a gate is open, the gate comes again.
    fn leave(&self) {
        if !self.presence.covered.get() {
            let late = if self.presence.typed.get() > self.presence.told.get() { " late" } else { "" };
            session::set(session::LEFT, &format!("{}{late}", clock()));
        }
        hide(true);
    }

    /// The Back button restores the page with its memory, possibly for a different person.
    fn come_back(&self, event: &Event) {
        let persisted = event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted);
        if persisted {
            self.left();
        }
        Timeout::new(if persisted { 50 } else { 0 }, || hide(false)).forget();
    }
}
