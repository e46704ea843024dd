//! "Where does this figure come from?": its source, year and confidence, said plainly.

use super::rich::rich;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::domain::fact::{Confidence, Fact};
use crate::domain::market::{Date, Market};
use crate::domain::unit::Unit;
use crate::i18n::format::{fill, number, with_unit};

/// The quiet mark that opens the source of a reference figure. `mine`: where to put one's own.
pub fn details(cx: &Context, name: &str, unit: Unit, fact: Fact, mine: Option<String>) -> El {
    let link = mine.map(|href| said("a", cx.text().put_mine).at("class", "link").at("href", href));
    folded(cx, name, el("div").add(sentence(cx, unit, fact)).maybe(link))
}

/// The source of a figure that the person put in.
pub fn own(cx: &Context, name: &str, figure: &str, href: String) -> El {
    let link = said("a", cx.text().change).at("class", "link").at("href", href);
    folded(cx, name, el("div").add(rich(el("p"), cx.text().yours, &[figure])).add(link))
}

fn folded(cx: &Context, name: &str, inside: El) -> El {
    let mark = classed("span", "vh").say(fill(cx.text().where_from, &[name]));
    classed("details", "src").add(el("summary").add(mark)).add(inside)
}

/// "17 g/t, between 10 and 35. Inca One 2014, 2014. Confidence: medium."
fn sentence(cx: &Context, unit: Unit, fact: Fact) -> El {
    let (text, known) = (cx.text(), fact.known());
    let range = match known.low == known.high {
        true => String::new(),
        false => format!(", {}", fill(text.between, &[&number(known.low, 6), &number(known.high, 6)])),
    };
    let usual = said("b", with_unit(&number(cx.usual(fact), 6), (text.unit)(unit).1));
    let figure = el("p").add(usual).say(format!("{range}. "));
    if let Some(market) = hosted(cx, fact) {
        return figure.say(format!("{}, {}. {}", market.source, dated(cx, market.date), text.hosted));
    }
    if known.confidence == Confidence::Unsourced {
        return rich(figure, text.unsourced, &[]);
    }
    figure.say(format!("{}, {}. {}", (text.source)(fact), known.year, reliance(cx, known.confidence)))
}

/// The prices of the host, where a reference stands in by them.
pub fn hosted(cx: &Context, fact: Fact) -> Option<&Market> {
    cx.state.case.market.as_deref().filter(|market| market.figure(fact).is_some())
}

/// "price of 20 November 2026", or of a month.
pub fn dated(cx: &Context, Date { year, month, day }: Date) -> String {
    let text = cx.text();
    let name = usize::try_from(month - 1).ok().and_then(|place| text.months.get(place)).copied().unwrap_or_default();
    let name = format!("{name} {year}");
    match day {
        Some(day) => fill(text.price_of_day, &[&day.to_string(), &name]),
        None => fill(text.price_of, &[&name]),
    }
}

/// "Confidence: medium."
pub fn reliance(cx: &Context, confidence: Confidence) -> String {
    fill(cx.text().reliance, &[(cx.text().confidence)(confidence)])
}
