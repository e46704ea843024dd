//! Clocks and pauses.

use gloo_timers::callback::Timeout;
use gloo_utils::window;

/// Does something later, when the page has had time for its own work.
pub fn later(milliseconds: u32, act: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, act).forget();
}

/// Milliseconds since the page was opened, whatever becomes of the clock.
pub fn uptime() -> i64 {
    window().performance().map(|performance| performance.now() as i64).unwrap_or_default()
}

/// Milliseconds by the clock of the device, to tell how long something takes.
#[must_use]
pub fn clock() -> i64 {
    js_sys::Date::now() as i64
}
