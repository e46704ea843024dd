//! How sure the best channel is, what to find out, and what would change the answer.

use rust_decimal::Decimal;

use super::rich::rich;
use super::sentence::lower;
use super::{field, ledger};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Place, Screen};
use crate::domain::case::ChannelTerms;
use crate::domain::compare::sensitivity::{Advice, Certainty, Input};
use crate::domain::engine::estimate::read_entry;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::{Currency, Unit};
use crate::domain::term::field::Field;
use crate::domain::term::tool::Tool;
use crate::i18n::Text;
use crate::i18n::format::{hundredfold, measure, soles_short, with_unit};

/// The Monte Carlo result for the best channel so far; `certain`: it stays best at all ends of the ranges.
pub fn certainty_words(cx: &Context, certain: bool) -> String {
    let text = cx.text();
    match cx.sensitivity.summary.as_ref().map(|told| told.certainty) {
        Some(Certainty::Always) => text.sensitivity.always.to_owned(),
        Some(Certainty::Likely(100)) => text.sensitivity.rare.to_owned(),
        Some(Certainty::Likely(of)) => text.sensitivity.likely.fill([&of.to_string()]),
        Some(Certainty::Open(of)) => {
            format!("{} {}", text.sensitivity.open_in.fill([&of_hundred(text, of)]), ahead(cx, of))
        }
        None if cx.state.screen.is_studied() => text.sensitivity.trying.to_owned(),
        None if certain => String::new(),
        None => text.verdict.unsure.to_owned(),
    }
}

/// The count in a hundred samples; "fewer than 1" if a channel wins very rarely.
fn of_hundred(text: &Text, of: u32) -> String {
    if of == 0 { text.sensitivity.fewer_than_one.to_owned() } else { of.to_string() }
}

/// A channel that wins more often than the best one.
fn ahead(cx: &Context, than: u32) -> String {
    let channels = cx.sensitivity.summary.iter().flat_map(|told| &told.channels);
    let mut most = channels.filter(|channel| channel.of_hundred > than);
    match most.next() {
        Some(channel) => {
            let name = (cx.text().names.channel)(channel.channel);
            cx.text().sensitivity.open_other.fill([name, &channel.of_hundred.to_string()])
        }
        None => String::new(),
    }
}

/// Whether the best channel cannot be determined.
pub fn is_undecided(cx: &Context) -> bool {
    matches!(cx.sensitivity.summary.as_ref().map(|told| told.certainty), Some(Certainty::Open(_)))
}

/// What to find out, and a link to the sensitivity tool; a placeholder of the same size until the sampling is done.
pub fn view(cx: &Context) -> Option<El> {
    let Some(told) = cx.sensitivity.summary.as_ref() else {
        return cx.state.screen.is_studied().then(|| classed("div", "standing pending"));
    };
    let link = said("a", cx.text().sensitivity.title)
        .at("class", "link")
        .at("href", format!("#/{}", Screen::Tool(Tool::Sensitivity).id()));
    let more = (cx.state.screen != Screen::Tool(Tool::Sensitivity)).then(|| el("p").add(link));
    Some(classed("div", "standing").maybe(told.advice.map(|find| find_out(cx, find))).maybe(more))
}

/// "To know: an assay of your ore."
fn find_out(cx: &Context, find: Advice) -> El {
    let text = cx.text();
    let field = find.input.key.field;
    let what = match field {
        Field::Grade | Field::PlantGrade => match assay(cx) {
            Some(cost) => text.sensitivity.assay_for.fill([&cost]),
            None => text.sensitivity.assay.to_owned(),
        },
        Field::Fineness => text.sensitivity.weigh.to_owned(),
        _ => lower(&name(cx, find.input)),
    };
    let href = match field {
        Field::Fineness => format!("#/{}", Screen::Tool(Tool::Purity).id()),
        _ => address(find.input),
    };
    let message = if find.settles { text.sensitivity.settles } else { text.sensitivity.helps };
    let link =
        said("a", text.common.put_it.fill([&lower((text.figures.field)(field))])).at("class", "link").at("href", href);
    rich(classed("p", "find-out"), message, [&what]).say(" ").add(link)
}

/// The price of an assay, if entered.
fn assay(cx: &Context) -> Option<String> {
    let entries = cx.state.case.channels.iter().filter_map(|channel| channel.terms.get(&Field::AssayCost));
    let mut costs = entries.filter_map(|entry| Some((read_entry(Field::AssayCost, entry, None).ok()?, entry.unit)));
    let (cost, unit) = costs.next()?;
    match unit.money()?.currency {
        Currency::Soles => Exact::from(cost.mode).book().ok().map(soles_short),
        Currency::Dollars => Some(with_unit("US$", &measure(cost.mode))),
    }
}

/// "The plant pays more as long as its recovery is over 58 % (now 69 %)": the break-even nearest to the person's own
/// figures.
pub fn nearest(cx: &Context) -> Option<El> {
    let text = cx.text();
    let Some(break_even) = cx.sensitivity.nearest else {
        return (cx.state.screen.is_studied() && cx.sensitivity.summary.is_none())
            .then(|| classed("p", "nearest pending"));
    };
    let first = cx.outcome.channels.first()?.channel;
    let best = (text.names.channel)(first);
    let line = classed("p", "nearest");
    let (to, name) = ((text.names.channel)(break_even.to), lower(&name(cx, break_even.input)));
    let [at, own] = [break_even.at, break_even.own].map(|figure| value(cx, break_even.unit, figure));
    let is_wait = break_even.input.key.field == Field::DaysToMoney
        && break_even.input.channel == Some(first)
        && break_even.at > break_even.own;
    if is_wait {
        return Some(rich(line, text.sensitivity.wait, [best, &at, &own, to]));
    }
    let message =
        if break_even.at < break_even.own { text.sensitivity.while_over } else { text.sensitivity.while_under };
    Some(rich(line, message, [best, &name, &at, &own, to]))
}

/// The short name of an input; with its channel if several channels have this field.
pub fn name(cx: &Context, input: Input) -> String {
    let text = cx.text();
    let name = (text.figures.field)(input.key.field);
    let name = name.split_once(" (").map_or(name, |(name, _)| name);
    let has = |channel: &&ChannelTerms| channel.on && channel.channel.channel().requirement(input.key.field).is_some();
    let is_of_several = input.key.field == Field::Cut || cx.state.case.channels.iter().filter(has).count() > 1;
    match input.channel.filter(|_| is_of_several) {
        Some(channel) => text.sensitivity.of_channel.fill([name, (text.names.channel)(channel)]),
        None => name.to_owned(),
    }
}

/// A value in the unit it was entered in, to about four digits.
pub fn value(cx: &Context, unit: Unit, base: Decimal) -> String {
    let sign = (cx.text().figures.unit)(unit).1;
    match unit.from_base(base) {
        Ok(figure) => with_unit(&measure(figure), sign),
        Err(_) => with_unit(&measure(hundredfold(base)), "%"),
    }
}

/// Like [`value`], for narrow places: a long unit is left out, and fractions use `%`.
pub fn short(cx: &Context, unit: Unit, base: Decimal) -> String {
    let sign = match unit {
        Unit::PercentOfValue | Unit::PercentPerMonth => "%",
        unit => (cx.text().figures.unit)(unit).1,
    };
    let figure = measure(unit.from_base(base).unwrap_or(base));
    with_unit(&figure, if sign.chars().count() > 7 { "" } else { sign })
}

/// The place where an input is entered.
pub fn place(input: Input) -> Place {
    match input.channel {
        Some(channel) if input.key.field == Field::Cut => Place::Cut(channel, input.key.cut),
        Some(channel) => Place::Channel(channel),
        None => Place::Case,
    }
}

/// The address of an input's field.
pub fn address(input: Input) -> String {
    ledger::address(place(input), input.key.field)
}

/// The HTML id of an input's field.
pub fn id(input: Input) -> String {
    field::id(place(input), input.key.field)
}
