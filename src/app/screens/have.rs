//! The second stop: the material and the processing method.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::choice::segments;
use crate::app::components::field::{self, Asked};
use crate::app::components::section::{group, next};
use crate::app::components::select::{Options, select};
use crate::app::components::{between, questions};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Place, Screen};
use crate::domain::case::{Kind, Method, Per, terms};
use crate::domain::term::choice::Choice;
use crate::domain::term::tool::Tool;
use crate::i18n::format::{measure, soles, with_unit};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let case = &cx.state.case;
    let quantity = terms::quantity(case).into_iter().map(|term| field::view(cx, Asked::new(Place::Case, term)));
    let kinds = segments(cx, text.have.what_do_you_sell, "kind", case.kind, text.names.kind, Action::Kind);
    let worked = matches!(case.kind, Kind::Ore | Kind::Gravel);
    stop.add(said("h1", text.rail.have))
        .add(said("p", text.have.lead))
        .add(classed("section", "group").add(kinds))
        .add(group(text.have.the_lot).add(classed("div", "fields").all(quantity).add(per(cx))))
        .maybe(worked.then(|| process(cx)))
        .maybe(there_is(cx))
        .add(next(cx, Screen::Work))
}

fn process(cx: &Context) -> El {
    let method = cx.state.case.method;
    let terms = if method == Method::None { Vec::new() } else { terms::process(method) };
    let fields = terms.into_iter().map(|term| field::view(cx, Asked::new(Place::Case, term)));
    group(cx.text().have.process)
        .add(classed("div", "fields").add(method_choice(cx)).all(fields))
        .add(questions::link(cx, Tool::Process))
}

fn per(cx: &Context) -> El {
    let text = cx.text();
    let options = Per::ALL.iter().map(|per| (per.id(), (text.names.per)(*per))).collect();
    let act = cx.chosen(Rc::new(|id| Action::Per(Per::of_id(id).unwrap_or_default())));
    labelled(text.have.quantity_is, "per", options, cx.state.case.per.id(), act)
}

fn method_choice(cx: &Context) -> El {
    let text = cx.text();
    let options = Method::ALL.iter().map(|method| (method.id(), (text.names.method)(*method))).collect();
    let act = cx.chosen(Rc::new(|id| Action::Method(Method::of_id(id).unwrap_or_default())));
    labelled(text.have.how_worked, "method", options, cx.state.case.method.id(), act)
}

pub(super) fn labelled(
    label: &'static str,
    id: &'static str,
    options: Options,
    chosen: &'static str,
    act: Callback<String>,
) -> El {
    classed("div", "field")
        .add(said("label", label).at("for", id))
        .add(classed("div", "box").add(select(id.into(), label.into(), options, chosen, act)))
        .add(classed("p", "msg"))
}

/// The result so far: fine gold, recovered gold, soles.
fn there_is(cx: &Context) -> Option<El> {
    let text = cx.text();
    let lot = cx.outcome.lot?;
    let worked = matches!(cx.state.case.kind, Kind::Ore | Kind::Gravel);
    let row = |name: &'static str, figure: String, range: Option<String>| {
        el("div").add(said("dt", name)).add(said("dd", figure)).maybe(between::line(range))
    };
    let grams = |grams| with_unit(&measure(grams), "g");
    let recovered = lot
        .recovered
        .filter(|_| worked)
        .map(|fine| row(text.have.recovers, grams(fine), between::of(cx, lot.recovered_range, &grams)));
    let contained = row(text.have.contains, grams(lot.fine), between::of(cx, lot.fine_range, &grams));
    Some(classed("dl", "pair").at("id", "there-is").add(contained).maybe(recovered).add(row(
        text.have.worth,
        soles(lot.value),
        between::of_soles(cx, lot.value_range),
    )))
}
