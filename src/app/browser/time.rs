//! Clocks and timers.

use gloo_timers::callback::Timeout;
use gloo_utils::window;

/// Calls `act` after a delay, so that the page can finish its own work first.
pub fn later(milliseconds: u32, act: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, act).forget();
}

/// Milliseconds since the page was opened, independent of changes to the clock.
pub fn uptime() -> i64 {
    window().performance().map(|performance| performance.now() as i64).unwrap_or_default()
}

/// Milliseconds by the device's clock, to measure durations.
#[must_use]
pub fn clock() -> i64 {
    js_sys::Date::now() as i64
}
