//! The `<select>` component. The chosen value is also stored in an attribute of the element and set again after each
//! render ([`browser::choose_again`]): once the person has used a `<select>`, it ignores its `selected` attributes.
//!
//! [`browser::choose_again`]: crate::app::browser::choose_again

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::element::{El, classed, el, said};

/// Value and label of each option.
pub type Options = Vec<(&'static str, &'static str)>;

/// Adds the list to an element. `label` is for screen readers where no visible label stands beside it.
pub fn select(
    id: AttrValue,
    label: AttrValue,
    options: Options,
    chosen: &'static str,
    on_choose: Callback<String>,
) -> El {
    let changed = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            on_choose.emit(select.value());
        }
    });
    let mut list = el("select").at("id", id).at("aria-label", label).at("data-chosen", chosen).on_change(changed);
    for (value, words) in options {
        let option = said("option", words).key(value).at("value", value);
        list = list.add(if chosen == value { option.at("selected", "selected") } else { option });
    }
    classed("span", "unit turn").add(list)
}
