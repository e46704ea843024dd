//! The first stop: five inputs, one answer.

use rust_decimal::Decimal;

use crate::app::components::field::{self, Asked};
use crate::app::components::rich::rich;
use crate::app::components::section::{group, step};
use crate::app::components::{bar, between, questions};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Place, Screen};
use crate::domain::case::{Kind, Per, terms};
use crate::domain::channel::ChannelId;
use crate::domain::compare::offer::OfferCheck;
use crate::domain::number::exact::Soles;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};
use crate::domain::term::tool::Tool;
use crate::examples::Example;
use crate::i18n::format::{percent, soles, soles_of};
use crate::report::{self, Bar, Purse};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let fields = asked(cx).into_iter().map(|(asked, name)| field::named(cx, asked, name));
    let check = classed("section", "check")
        .add(said("h1", text.start.how_much_offered))
        .add(classed("div", "offer").all(fields))
        .add(answer(cx, classed("div", "answer").at("aria-live", "polite")))
        .add(remark(cx, classed("p", "spread")))
        .add(step(text.start.other_channels.into(), Screen::Compare));
    let examples = Example::ALL.iter().map(|example| case(cx, *example));
    let kept = (!cx.state.storage.profiles.is_empty() && cx.state.storage.open.is_none())
        .then(|| said("a", text.start.open_kept).at("class", "link").at("id", "open-kept").at("href", "#/guardar"));
    stop.maybe(kept)
        .add(check)
        .add(questions::list(cx, Tool::ALL))
        .add(group(text.start.examples).add(classed("ul", "cases").all(examples)))
}

fn case(cx: &Context, example: Example) -> El {
    let (title, line) = (cx.text().start.example)(example);
    let load = match shown_on(example) {
        Screen::Start => el("button").at("type", "button"),
        screen => el("a").at("href", format!("#/{}", screen.id())),
    };
    let load = load.at("id", format!("example-{}", example.id())).on_click(cx.click(Action::Load(example)));
    el("li").add(load.add(said("b", title)).add(said("small", line)))
}

/// The screen on which an example is best shown.
fn shown_on(example: Example) -> Screen {
    match example {
        Example::Statement => Screen::Tool(Tool::Statement),
        Example::Gravity => Screen::Tool(Tool::Process),
        Example::Divinas => Screen::Tool(Tool::Jewelry),
        Example::Umbrella => Screen::Tool(Tool::Association),
        Example::Copper => Screen::Tool(Tool::Copper),
        Example::SplitSale => Screen::Tool(Tool::SplitSale),
        _ => Screen::Start,
    }
}

/// The required quantity fields, and the offer.
fn asked(cx: &Context) -> Vec<(Asked, &'static str)> {
    let (text, case) = (cx.text(), &cx.state.case);
    let mut fields = quantity(cx);
    if case.per != Per::Lot {
        // The offer is checked for the quantity as entered: per shift, day or month.
        fields.iter_mut().take(1).for_each(|(_, name)| *name = (text.names.per)(case.per));
    }
    fields.push((row(Place::Channel(ChannelId::Camp), (Field::Price, Requirement::Asked)), text.start.they_pay));
    fields
}

/// The required quantity fields.
pub(super) fn quantity(cx: &Context) -> Vec<(Asked, &'static str)> {
    let needed = |(_, requirement): &Term| !matches!(requirement, Requirement::Optional);
    let quantity = terms::quantity(&cx.state.case).into_iter().filter(needed);
    quantity.map(|term| (row(Place::Case, term), name(cx, term.0))).collect()
}

fn row(place: Place, term: Term) -> Asked {
    Asked { row: true, ..Asked::new(place, term) }
}

fn name(cx: &Context, field: Field) -> &'static str {
    match field {
        Field::Grams | Field::WetMass | Field::Volume => cx.text().start.i_have,
        Field::Fineness => cx.text().start.purity,
        other => (cx.text().figures.field)(other),
    }
}

fn answer(cx: &Context, into: El) -> El {
    let text = cx.text();
    let says = classed("p", "says long");
    match (&cx.outcome.offer, cx.outcome.entered) {
        (Some(offer), _) => checked(cx, offer, into),
        (None, Some(value)) => into.add(rich(says, text.start.your_gold_is_worth, [&soles(value)])).add(empty_bar(cx)),
        (None, None) => into.add(says.add(classed("span", "soft").say(text.start.write_offer))).add(empty_bar(cx)),
    }
}

/// A further remark: the next step, or how sure the answer is.
fn remark(cx: &Context, line: El) -> El {
    match (&cx.outcome.offer, cx.outcome.entered) {
        _ if !cx.outcome.problems.is_empty() => line.say(cx.text().start.fix_above),
        (Some(offer), _) => how_sure(cx, offer, line),
        (None, Some(_)) => {
            let line = between::sentence(line, between::of_soles(cx, cx.outcome.entered_range));
            line.say(cx.text().start.then_offer)
        }
        (None, None) => lacking(cx, line),
    }
}

/// What is missing, once something has been entered.
fn lacking(cx: &Context, line: El) -> El {
    let touched = cx.state.case.inputs.iter().any(|(_, entry)| !entry.is_blank());
    match cx.outcome.missing.is_empty() || !touched {
        true => line,
        false => rich(line, cx.text().start.lacks, [&crate::app::components::sentence::names(cx, &cx.outcome.missing)]),
    }
}

fn empty_bar(cx: &Context) -> El {
    let bar = Bar { track: Decimal::ONE_HUNDRED, parts: Vec::new(), loss: None, range: None };
    bar::view(&bar, None, cx.text().common.nothing_yet.to_owned())
}

/// "They pay you 81 % of its value."
fn checked(cx: &Context, offer: &OfferCheck, into: El) -> El {
    let text = cx.text();
    let above = offer.gap.is_negative();
    let in_hand = matches!(cx.state.case.kind, Kind::Gold | Kind::Amalgam);
    let (rest, error) =
        if above { (text.start.above_reference, -offer.gap) } else { (text.start.on_the_way, offer.gap) };
    let says = classed("p", "says")
        .add(said("span", text.start.pays))
        .say(" ")
        .add(said("b", percent(offer.share)).at("id", "share"))
        .say(" ")
        .add(said("span", if in_hand { text.start.of_worth } else { text.start.of_all_gold }));
    let pair = |words: &'static str, id: &'static str, amount: Soles| {
        el("div").add(said("dt", words)).add(said("dd", soles(amount)).at("id", id))
    };
    into.add(says)
        .add(share_bar(offer))
        .add(classed("dl", "pair").add(pair(text.start.in_hand, "paid", offer.paid)).add(pair(rest, "gap", error)))
}

fn how_sure(cx: &Context, offer: &OfferCheck, line: El) -> El {
    let text = cx.text();
    let above = offer.gap.is_negative();
    let mut line = if above { line.say(text.start.check_above).say(" ") } else { line };
    for (words, range) in
        [(text.start.in_hand, offer.paid_range), (text.start.on_the_way, offer.gap_range.filter(|_| !above))]
    {
        line = match range.filter(|(low, _)| *low < Decimal::ZERO) {
            // At one end of the range the offer is more than the gold's value.
            Some((low, high)) => rich(line, text.start.gap_or_more, [&soles_of(high), &soles_of(-low)]).say(" "),
            None => between::sentence(line, between::of_soles(cx, range).map(|range| format!("{words}, {range}"))),
        };
    }
    if let Some(error) = offer.gap_per_gram.filter(|_| !above) {
        line = rich(line, text.start.gap_per_gram, [&soles(error)]).say(" ");
    }
    match offer.range {
        Some((low, high)) if percent(low) != percent(high) => match offer.purity {
            Some((from, to)) => {
                let words = [from, to, low, high].map(percent);
                rich(line, text.start.purity_range, words.each_ref().map(String::as_str))
            }
            None => rich(line, text.range.by_what_is_unsure, [&percent(low), &percent(high)]),
        },
        _ => line,
    }
}

/// The offer as a bar: the offered part of the value.
fn share_bar(offer: &OfferCheck) -> El {
    let whole = offer.share.max(Decimal::ONE);
    let part = |value: Decimal| report::percent(value, whole);
    let range = offer.range.map(|(low, high)| report::between(part(low), part(high).min(Decimal::ONE_HUNDRED)));
    let bar = Bar {
        track: part(Decimal::ONE),
        parts: vec![(Purse::Now, Decimal::ZERO, part(offer.share))],
        loss: None,
        range,
    };
    bar::view(&bar, None, percent(offer.share))
}
