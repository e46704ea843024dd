//! The one list to choose from. The chosen one is set on the node as well: a `<select>` of which
//! nothing is marked would show its last option.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::element::{El, el, said};

/// Value and words of each option.
pub type Options = Vec<(&'static str, &'static str)>;

#[derive(PartialEq, Properties)]
pub struct SelectProps {
    pub id: AttrValue,
    /// Read aloud where no label stands beside it.
    pub label: AttrValue,
    pub options: Options,
    pub chosen: &'static str,
    pub on_choose: Callback<String>,
}

#[component]
pub fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.chosen, props.options.len()), |(node, chosen, _)| {
        if let Some(select) = node.cast::<HtmlSelectElement>() {
            select.set_value(chosen);
        }
    });
    let on_choose = props.on_choose.clone();
    let onchange = move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            on_choose.emit(select.value());
        }
    };
    html! {
        <select ref={node} id={props.id.clone()} aria-label={props.label.clone()} {onchange}>
            for (value, words) in props.options.iter() { { option(value, words, props.chosen).html() } }
        </select>
    }
}

fn option(value: &'static str, words: &'static str, chosen: &str) -> El {
    let option = said("option", words).key(value).at("value", value);
    if chosen == value { option.at("selected", "selected") } else { option }
}

/// The list as a part of an element.
pub fn select(
    id: AttrValue,
    label: AttrValue,
    options: Options,
    chosen: &'static str,
    on_choose: Callback<String>,
) -> El {
    el("span").at("class", "unit turn").node(html! { <Select {id} {label} {options} {chosen} {on_choose} /> })
}
