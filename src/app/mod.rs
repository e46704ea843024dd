//! The only Yew code: what is shown and how it is touched.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main><h1>{"Fiel"}</h1></main> }
}

/// Mounts the page in `#app`.
pub fn mount() {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}
