//! Builds elements with plain function calls.
//!
//! The `html!` macro expands to about three hundred bytes of program per element; these calls take a tenth of that, and
//! the page must stay small. The result is Yew's own node tree.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

/// An element under construction.
pub struct El(Box<Parts>);

/// The parts collected for one element. Yew's own methods to add one attribute or child must handle every form
/// that a finished element can have.
struct Parts {
    tag: VTag,
    attributes: Vec<(AttrValue, AttributeOrProperty)>,
    children: Vec<Html>,
}

/// A new element. The browser must not autocomplete its field with earlier inputs, nor restore them after a reload.
pub fn el(tag: &'static str) -> El {
    let made = VTag::new(AttrValue::Static(tag));
    let el = El(Box::new(Parts { tag: made, attributes: Vec::new(), children: Vec::new() }));
    if matches!(tag, "input" | "select") { el.at("autocomplete", "off") } else { el }
}

/// A new element with a class.
pub fn classed(tag: &'static str, class: &'static str) -> El {
    el(tag).at("class", class)
}

/// A new element that contains only text.
pub fn said(tag: &'static str, words: impl Into<AttrValue>) -> El {
    el(tag).say(words)
}

/// A text node.
pub fn text(words: AttrValue) -> Html {
    VNode::VText(VText::new(words))
}

impl El {
    /// Sets an attribute. An empty value is left out.
    #[inline]
    pub fn at(self, name: &'static str, value: impl Into<AttrValue>) -> El {
        self.set(name, value.into())
    }

    fn set(mut self, name: &'static str, value: AttrValue) -> El {
        if !value.is_empty() {
            self.0.attributes.push((AttrValue::Static(name), AttributeOrProperty::Attribute(value)));
        }
        self
    }

    /// Adds a child.
    pub fn add(self, child: El) -> El {
        self.node(child.html())
    }

    /// Adds a child, if there is one. Otherwise an empty node keeps its place: Yew matches children by position, and a
    /// child that moves loses its focus and its text.
    pub fn maybe(self, child: Option<El>) -> El {
        let mut nodes = Vec::new();
        if let Some(child) = child {
            nodes.push(child.html());
        }
        self.node(list(nodes))
    }

    /// Adds a list of children as one child, so that the position of later children does not depend on its length.
    pub fn all(self, children: impl IntoIterator<Item = El>) -> El {
        // A plain loop: `collect` would be compiled again for each kind of iterator.
        let mut nodes = Vec::new();
        for child in children {
            nodes.push(child.html());
        }
        self.node(list(nodes))
    }

    /// Adds a text child.
    #[inline]
    pub fn say(self, words: impl Into<AttrValue>) -> El {
        self.node(text(words.into()))
    }

    /// Adds an existing Yew node.
    pub fn node(mut self, child: Html) -> El {
        self.0.children.push(child);
        self
    }

    /// Sets the key that identifies the element in a list that changes.
    pub fn key(mut self, key: impl Into<Key>) -> El {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Sets the value of an input.
    pub fn value(mut self, value: String) -> El {
        self.0.tag.set_value(AttrValue::from(value));
        self
    }

    /// Sets whether a checkbox or radio button is on.
    pub fn checked(mut self, on: bool) -> El {
        self.0.tag.set_checked(on);
        self
    }

    pub fn on_click(mut self, act: Callback<MouseEvent>) -> El {
        self.0.tag.add_listener(Rc::new(yew::html::onclick::Wrapper::new(act)));
        self
    }

    pub fn on_change(mut self, act: Callback<Event>) -> El {
        self.0.tag.add_listener(Rc::new(yew::html::onchange::Wrapper::new(act)));
        self
    }

    pub fn on_input(mut self, act: Callback<InputEvent>) -> El {
        self.0.tag.add_listener(Rc::new(yew::html::oninput::Wrapper::new(act)));
        self
    }

    /// The finished node.
    pub fn html(self) -> Html {
        let Parts { mut tag, attributes, children } = *self.0;
        if !attributes.is_empty() {
            tag.attributes = Attributes::IndexMap(Rc::new(attributes.into_iter().collect()));
        }
        if let Some(place) = tag.children_mut().filter(|_| !children.is_empty()) {
            *place = list(children);
        }
        VNode::VTag(Rc::new(tag))
    }
}

/// Several nodes side by side, without a wrapping element.
pub fn list(nodes: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(nodes, None)))
}

/// The first class, and each further class whose condition is true.
pub fn classes(first: &'static str, more: &[(bool, &'static str)]) -> String {
    let mut all = first.to_owned();
    for (holds, class) in more {
        if *holds {
            if !all.is_empty() {
                all.push(' ');
            }
            all.push_str(class);
        }
    }
    all
}
