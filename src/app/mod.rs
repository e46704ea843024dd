//! The only Yew code: views, state and browser access.

pub mod browser;
pub mod calendar;
mod components;
mod context;
mod element;
mod page;
mod screens;
pub mod self_check;
pub mod state;

pub use page::{Page, PageProps};
use state::{Action, Screen, State};

/// Runs the self-check, mounts the page in `#app`, and enables its inputs.
pub fn mount() {
    yew::set_custom_panic_hook(Box::new(|info| browser::panicked(&info.to_string())));
    if let Err(what) = self_check::known_sums() {
        browser::fail(what);
        return;
    }
    let (screen, _) = state::route(&browser::hash());
    let screen = if browser::hash().is_empty() { Screen::default() } else { screen };
    let mut state = State::new(browser::language(), screen, &browser::today());
    state.storage.begin(browser::storage::found());
    // The file may contain an embedded case.
    let exercise = browser::exercise();
    if !exercise.is_empty() {
        state = state.apply(Action::Exercise(exercise));
    }
    if let Some(root) = browser::place() {
        yew::Renderer::<Page>::with_root_and_props(root, PageProps { state }).render();
    }
}
