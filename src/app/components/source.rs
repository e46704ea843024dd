//! "Where does this figure come from?": its source, year and confidence in plain words.

use super::rich::{emphasized, rich};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::domain::number::unit::Unit;
use crate::domain::reference::market::{Date, Market};
use crate::domain::reference::value::{Confidence, ReferenceId};
use crate::i18n::format::{number, with_unit};

/// The small mark that opens the source of a reference figure. `mine`: the address where the person can enter their
/// own.
pub fn details(cx: &Context, name: &str, unit: Unit, reference: ReferenceId, mine: Option<String>) -> El {
    let link = mine.map(|href| said("a", cx.text().source.put_mine).at("class", "link").at("href", href));
    folded(cx, name, el("div").add(sentence(cx, unit, reference)).maybe(link))
}

/// The source note of a figure that the person entered.
pub fn own(cx: &Context, name: &str, figure: &str, href: String) -> El {
    let link = said("a", cx.text().market.change).at("class", "link").at("href", href);
    folded(cx, name, el("div").add(rich(el("p"), cx.text().source.yours, [figure])).add(link))
}

fn folded(cx: &Context, name: &str, inside: El) -> El {
    let mark = classed("span", "vh").say(cx.text().source.where_from.fill([name]));
    classed("details", "src").add(el("summary").add(mark)).add(inside)
}

/// "17 g/t, between 10 and 35. Inca One 2014, 2014. Confidence: medium." Builds this sentence.
fn sentence(cx: &Context, unit: Unit, reference: ReferenceId) -> El {
    let (text, known) = (cx.text(), reference.value());
    let range = match known.low == known.high {
        true => String::new(),
        false => format!(", {}", text.range.between.fill([&number(known.low, 6), &number(known.high, 6)])),
    };
    let usual = said("b", with_unit(&number(cx.usual(reference), 6), (text.figures.unit)(unit).1));
    let figure = el("p").add(usual).say(format!("{range}. "));
    if let Some(market) = hosted(cx, reference) {
        return figure.say(format!("{}, {}. {}", market.source, dated(cx, market.date), text.market.hosted));
    }
    if known.confidence == Confidence::Unsourced {
        return emphasized(figure, text.source.unsourced);
    }
    figure.say(format!("{}, {}. {}", (text.names.source)(reference), known.year, reliance(cx, known.confidence)))
}

/// The host's prices, if the page uses them for this reference figure.
pub fn hosted(cx: &Context, reference: ReferenceId) -> Option<&Market> {
    cx.state.case.market.as_deref().filter(|market| market.figure(reference).is_some())
}

/// "price of 20 November 2026", or only the month.
pub fn dated(cx: &Context, Date { year, month, day }: Date) -> String {
    let text = cx.text();
    let name =
        usize::try_from(month - 1).ok().and_then(|place| text.names.months.get(place)).copied().unwrap_or_default();
    let name = format!("{name} {year}");
    match day {
        Some(day) => text.market.of_day.fill([&day.to_string(), &name]),
        None => text.market.of_month.fill([&name]),
    }
}

/// "Confidence: medium."
pub fn reliance(cx: &Context, confidence: Confidence) -> String {
    cx.text().source.reliance.fill([(cx.text().names.confidence)(confidence)])
}
