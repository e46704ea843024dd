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

/// Holds on to its node.
pub struct Select {
    node: NodeRef,
}

impl Component for Select {
    type Message = ();
    type Properties = SelectProps;

    fn create(_: &Context<Self>) -> Self {
        Select { node: NodeRef::default() }
    }

    fn rendered(&mut self, select: &Context<Self>, _: bool) {
        if let Some(node) = self.node.cast::<HtmlSelectElement>() {
            node.set_value(select.props().chosen);
        }
    }

    fn view(&self, select: &Context<Self>) -> Html {
        let props = select.props();
        let on_choose = props.on_choose.clone();
        let changed = Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                on_choose.emit(select.value());
            }
        });
        let options = props.options.iter().map(|(value, words)| option(value, words, props.chosen));
        let list =
            el("select").at("id", props.id.clone()).at("aria-label", props.label.clone()).held(self.node.clone());
        list.on_change(changed).all(options).html()
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
