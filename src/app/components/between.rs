//! "It is not sure: between … and …": shows the low and high end of an estimate, in its field and elsewhere.

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Place};
use crate::domain::case::Entry;
use crate::domain::engine::estimate::{EntryError, Estimate, read_entry};
use crate::domain::engine::range::Range;
use crate::domain::term::field::Field;
use crate::i18n::format::{number, percent, soles_of, with_unit};
use crate::i18n::{Message, Text};

/// Whether a field accepts a range: only if the calculation of its place uses the ends.
pub fn can(place: Place, field: Field) -> bool {
    use Field::{
        MinimumOre, MoreGold, MoreGoldHigh, MoreGoldLow, NeighbourTonnes, PieceHours, StepMonths, ToolCost,
        WorkshopDays, WorkshopHours, WorkshopPeople,
    };
    !field.is_whole()
        && match place {
            Place::Case | Place::Channel(_) | Place::Cut(..) | Place::Way(_) => true,
            Place::Step(_) => field == StepMonths,
            Place::Loan => !matches!(field, MoreGoldLow | MoreGold | MoreGoldHigh | Field::PriceFall),
            Place::Jewelry => !matches!(field, WorkshopPeople | WorkshopDays | WorkshopHours | ToolCost),
            Place::Piece(_) => field != PieceHours,
            Place::Tool(_) => !matches!(field, MinimumOre | NeighbourTonnes),
            Place::Statement | Place::Association | Place::Project(_) | Place::SplitSale(_) | Place::Purity => false,
        }
}

/// The folded inputs below the field: low and high, in the same unit.
pub fn ends(
    cx: &Context,
    place: Place,
    field: Field,
    entry: &Entry,
    trouble: Option<&EntryError>,
    id: &str,
    name: &str,
) -> El {
    let text = cx.text();
    let end = |high: bool| {
        let word = if high { text.range.to } else { text.range.from };
        let wrong = matches!(trouble, Some(EntryError::OfEnd { high: of, .. }) if *of == high);
        let value = if high { &entry.high } else { &entry.low };
        let typed = cx.typed(Rc::new(move |typed| Action::TypeEnd(place, field, high, typed)));
        let input = el("input").at("id", format!("{id}-{}", if high { "high" } else { "low" }));
        let input = input.at("type", "text").at("inputmode", "decimal").at("maxlength", "60");
        let input = input.at("aria-label", format!("{name}: {word}")).at("aria-describedby", format!("{id}-m"));
        let input = input.at("aria-invalid", if wrong { "true" } else { "" });
        let value = if entry.unknown { String::new() } else { value.clone() };
        classed("label", if wrong { "bad" } else { "" })
            .add(said("small", word))
            .add(input.value(value).on_input(typed))
    };
    // While the person edits an end, both inputs stay visible, even when empty.
    let open = entry.is_range() || cx.state.ends == Some((place, field));
    let summary = el("summary").add(classed("span", "vh").say(text.range.of.fill([name]))).say(text.range.open);
    classed("details", "ends")
        .at("open", if open { "open" } else { "" })
        .add(summary)
        .add(classed("div", "member").add(end(false)).add(end(true)))
}

/// "between 80 and 90 %, mostly 85 %", in the unit of the entry; `None` if it is not a range.
pub fn told(text: &Text, field: Field, entry: &Entry) -> Option<String> {
    let estimate = read_entry(field, entry, None).ok().filter(|_| entry.is_range())?;
    let [low, usual, high] = ends_of(&estimate, entry)?;
    let sign = (text.figures.unit)(entry.unit).1;
    let message = if entry.text.trim().is_empty() { text.range.middle } else { text.range.mostly };
    Some(message.fill([&low, &with_unit(&high, sign), &with_unit(&usual, sign)]))
}

/// The value used as mode if only the ends are entered.
pub fn middle(field: Field, entry: &Entry) -> Option<String> {
    let estimate = read_entry(field, entry, None).ok().filter(|_| entry.is_range())?;
    ends_of(&estimate, entry).map(|[_, usual, _]| usual)
}

fn ends_of(estimate: &Estimate, entry: &Entry) -> Option<[String; 3]> {
    let shown = |base| entry.unit.from_base(base).ok().map(|value| number(value, 6));
    Some([shown(estimate.low)?, shown(estimate.mode)?, shown(estimate.high)?])
}

/// "between S/ 5,100 and S/ 7,300"; `None` if both ends format the same.
pub fn of_soles(cx: &Context, range: Range) -> Option<String> {
    words(cx.text().range.between, range?, &soles_of)
}

/// Like [`of_soles`], for percentages.
pub fn of_parts(cx: &Context, range: Range) -> Option<String> {
    words(cx.text().range.between, range?, &percent)
}

/// Like [`of_soles`], for any measure.
pub fn of(cx: &Context, range: Range, shown: &dyn Fn(Decimal) -> String) -> Option<String> {
    words(cx.text().range.between, range?, shown)
}

/// "between S/ 300 and S/ 800 more", "between S/ 300 less and S/ 800 more".
pub fn of_more(cx: &Context, range: Range) -> Option<String> {
    let text = cx.text();
    let (low, high) = range?;
    let signed = |end: Decimal, words: &str| {
        let message = if end < Decimal::ZERO { text.range.less } else { text.range.more };
        message.fill([words])
    };
    let plain = |end: Decimal| soles_of(end.abs());
    if (low < Decimal::ZERO) == (high < Decimal::ZERO) {
        // Both ends have the same sign: the word is written once.
        let (least, most) = if low < Decimal::ZERO { (high, low) } else { (low, high) };
        return words(text.range.between, (least, most), &plain).map(|words| signed(low, &words));
    }
    words(text.range.between, (low, high), &|end| signed(end, &plain(end)))
}

fn words(message: Message<2>, (low, high): (Decimal, Decimal), shown: &dyn Fn(Decimal) -> String) -> Option<String> {
    let (low, high) = (shown(low), shown(high));
    (low != high).then(|| message.fill([&low, &high]))
}

/// A small line below a headline.
pub fn line(words: Option<String>) -> Option<El> {
    words.map(|words| classed("p", "between").say(words))
}

/// Appends the range as a sentence to a remark.
pub fn sentence(into: El, words: Option<String>) -> El {
    match words {
        Some(words) => into.say(format!("{}. ", capital(&words))),
        None => into,
    }
}

fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
