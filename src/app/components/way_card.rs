//! A way to get the gold out as a card: the same rows in the same order for each.

use rust_decimal::{Decimal, dec};

use super::ledger::address;
use super::rich::rich;
use super::verdict::{joined, lower, names};
use super::{bar, source};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::Field;
use crate::domain::availability::clean;
use crate::domain::case::{Choice, WayId};
use crate::domain::fact::Fact;
use crate::domain::process::{self, Sale, Span, WayOutcome, Ways};
use crate::domain::unit::Unit;
use crate::i18n::format::{fill, measure, number, percent, soles_of, soles_short, with_unit};
use crate::report::{Bar, Purse};

/// The card, with `figures` to fill in at its foot.
pub fn view(cx: &Context, ways: &Ways, way: &WayOutcome, figures: El) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let tag = |words: &'static str| classed("span", "tag").say(words);
    let is_clean = way.id != WayId::AsItIs && clean(process::method(way.id));
    let head = el("div")
        .add(said("h3", (text.way)(way.id)))
        .maybe((way.id == case.way_now).then(|| classed("span", "today").say(text.way_now)))
        .maybe((way.id == case.way_planned).then(|| tag(text.way_planned)))
        .maybe(is_clean.then(|| tag(text.way_clean)));
    let rows = [
        (text.recovers, gold(cx, way)),
        (text.way_time, time(cx, way)),
        (text.way_leaves, money(cx, ways, way)),
        (text.way_against, against(cx, ways, way)),
        (text.way_mercury, mercury(cx, way)),
        (text.way_tailings, tailings(cx, way)),
        (text.way_doors, doors(cx, way)),
    ];
    let rows = rows.map(|(name, what)| el("div").add(said("dt", name)).add(what));
    classed("li", "way")
        .key(way.id.id())
        .at("data-way", way.id.id())
        .add(head)
        .add(classed("div", "picture").add(picture(cx, way)))
        .add(classed("dl", "rows").all(rows))
        .add(figures)
}

/// What is recovered of all the gold that there is.
fn picture(cx: &Context, way: &WayOutcome) -> El {
    let per_cent = |share: Decimal| share.saturating_mul(Decimal::ONE_HUNDRED).round_dp(2);
    let mut bar = Bar { track: Decimal::ONE_HUNDRED, parts: Vec::new(), loss: None, range: None };
    let mut label = cx.text().nothing_yet.to_owned();
    if let Some(recovery) = way.recovery {
        let (low, high) = (per_cent(recovery.low), per_cent(recovery.high));
        bar.parts.push((Purse::Now, Decimal::ZERO, per_cent(recovery.usual)));
        bar.range = Some((low, high - low));
        label = fill(cx.text().way_of_contained, &[&percent(recovery.usual)]);
    }
    bar::view(&bar, None, label)
}

fn words(into: El, said: String) -> El {
    into.add(el("p").say(said))
}

fn figure(into: El, words: String) -> El {
    into.add(classed("p", "n").say(words))
}

/// "it may be from … to …", when it is not sure.
fn between(cx: &Context, into: El, span: &Span, shown: &dyn Fn(Decimal) -> String) -> El {
    let (low, high) = (shown(span.low), shown(span.high));
    if low == high { into } else { words(into, fill(cx.text().way_between, &[&low, &high])) }
}

/// What is missing, and the way to put the first of it.
fn ask(cx: &Context, place: Place, missing: &[Field], into: El) -> El {
    let text = cx.text();
    let link = missing.first().map(|field| {
        let words = fill(text.put_it, &[&lower((text.field)(*field))]);
        said("a", words).at("class", "link").at("href", address(place, *field))
    });
    words(into, fill(text.missing, &[&names(cx, missing)])).maybe(link)
}

fn grams(value: Decimal) -> String {
    with_unit(&measure(value), "g")
}

fn gold(cx: &Context, way: &WayOutcome) -> El {
    let (text, into) = (cx.text(), el("dd"));
    let share = |into| match way.recovery {
        Some(recovery) => words(into, fill(text.way_of_contained, &[&percent(recovery.usual)])),
        None => into,
    };
    match way.recovered {
        _ if way.id == WayId::AsItIs => words(into, text.way_sells_ore.to_owned()),
        Some(span) => between(cx, share(figure(into, fill(text.way_a_lot, &[&grams(span.usual)]))), &span, &grams),
        None if !way.missing.is_empty() => ask(cx, Place::Way(way.id), &way.missing, into),
        None => share(into),
    }
}

fn time(cx: &Context, way: &WayOutcome) -> El {
    let (text, into) = (cx.text(), el("dd"));
    match (way.hours, way.per_hour) {
        _ if way.id == WayId::AsItIs => words(into, text.way_none.to_owned()),
        (Some(hours), an_hour) => {
            let into = figure(into, fill(text.way_a_lot, &[&lasting(cx, hours)]));
            match an_hour {
                Some(span) => {
                    let into = words(into, fill(text.way_grams_hour, &[&grams(span.usual)]));
                    between(cx, into, &span, &grams)
                }
                None => into,
            }
        }
        (None, _) => ask(cx, Place::Way(way.id), &[Field::BatchTime], into),
    }
}

/// Short times in minutes.
fn lasting(cx: &Context, hours: Decimal) -> String {
    let sign = |unit: Unit| (cx.text().unit)(unit).1;
    if hours < Decimal::TWO {
        return with_unit(&number(hours.saturating_mul(dec!(60)), 0), sign(Unit::Minute));
    }
    with_unit(&measure(hours), sign(Unit::Hour))
}

fn money(cx: &Context, ways: &Ways, way: &WayOutcome) -> El {
    let (text, into) = (cx.text(), el("dd"));
    let Some(best) = &way.best else {
        return match (way.missing.is_empty() && ways.missing.is_empty(), way.doors_lack.as_slice()) {
            (false, _) => words(into, fill(text.missing, &[&names(cx, &[&ways.missing[..], &way.missing].concat())])),
            (true, []) => words(into, text.way_no_door.to_owned()),
            (true, lack) if way.id == WayId::AsItIs => ask(cx, Place::Way(way.id), lack, into),
            (true, lack) => words(into, fill(text.missing, &[&names(cx, lack)])),
        };
    };
    let into = left(cx, into, best);
    let into = match best.per_hour {
        Some(an_hour) => words(into, format!("{} {}", soles_short(an_hour), text.per_hour)),
        None => into,
    };
    let into = match &way.today {
        Some(today) => words(into, fill(text.way_at_today, &[&soles_short(today.compared)])),
        None => into,
    };
    match way.lacks_cost {
        true => words(into, fill(text.uncounted, &[&names(cx, &[Field::ProcessCost])])),
        false => into,
    }
}

/// What a door leaves, with its name; a loss has its sign and its word.
fn left(cx: &Context, into: El, sale: &Sale) -> El {
    let text = cx.text();
    let owes = sale.compared.is_negative();
    let word = owes.then(|| format!("{} ", text.owes)).unwrap_or_default();
    let line = classed("p", if owes { "n neg" } else { "n" }).say(format!("{word}{}", soles_short(sale.compared)));
    let door = fill(text.way_selling_at, &[(text.channel)(sale.channel)]);
    let waits = if sale.compared < sale.cash { format!("; {}", text.way_waiting) } else { String::new() };
    let into = words(into.add(line), format!("{door}{waits}"));
    match sale.range {
        Some((low, high)) => words(into, fill(text.way_between, &[&soles_of(low), &soles_of(high)])),
        None => into,
    }
}

/// `+40 %`, `−7.5 %`: a change with its sign.
pub fn change(share: Decimal) -> String {
    let sign = if share > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}", with_unit(&number(share.saturating_mul(Decimal::ONE_HUNDRED), 1), "%"))
}

fn against(cx: &Context, ways: &Ways, way: &WayOutcome) -> El {
    let (text, mut into) = (cx.text(), el("dd"));
    let Some(against) = &way.against_now else {
        return words(into, text.way_is_now.to_owned());
    };
    let month = against.money.zip(ways.lots_per_month).and_then(|(lot, lots)| lot.times(lots));
    let (money, per) = month.map_or((against.money, text.for_the_lot), |month| (Some(month), text.a_month));
    if let Some(money) = money {
        let less = money.usual < Decimal::ZERO;
        let template = if less { text.less_than_today } else { text.more_than_today };
        let template = if money.usual.is_zero() { text.same_as_today } else { template };
        let class = if less { "delta down" } else { "delta up" };
        let class = if money.usual.is_zero() { "delta" } else { class };
        into = into.add(classed("p", class).say(fill(template, &[&soles_of(money.usual.abs()), per])));
        into = between(cx, into, &money, &soles_of);
    }
    for (span, template) in [(&against.gold, text.way_more_gold), (&against.hour, text.way_more_hour)] {
        if let Some(span) = span {
            into = words(into, fill(template, &[&change(span.usual)]));
            into = between(cx, into, span, &change);
        }
    }
    match (money, against.gold) {
        (None, None) => words(into, text.verdict_nothing.to_owned()),
        _ => into,
    }
}

fn mercury(cx: &Context, way: &WayOutcome) -> El {
    let (text, into) = (cx.text(), el("dd"));
    let Some(mercury) = &way.mercury else {
        return match clean(process::method(way.id)) || way.id == WayId::Cyanidation {
            true => words(into, text.way_no_mercury.to_owned()),
            false => words(into, text.verdict_nothing.to_owned()),
        };
    };
    let figures = [mercury.used, mercury.caught, mercury.lost].map(|span| grams(span.usual));
    let mut into = words(into, fill(text.way_mercury_lot, &figures.each_ref().map(String::as_str)));
    if let Some(per_gold) = mercury.per_gold {
        let country = number(Fact::MercuryPerGold.known().usual, 2);
        into = into.add(rich(el("p"), text.way_mercury_gold, &[&measure(per_gold.usual), &country]));
        into = between(cx, into, &per_gold, &grams);
    }
    let kilos = |kilos: Decimal| with_unit(&measure(kilos), "kg");
    into = match &mercury.kilos_a_year {
        Some(year) => between(cx, words(into, fill(text.way_mercury_year, &[&kilos(year.usual)])), year, &kilos),
        None => words(into, fill(text.way_mercury_lacks, &[&names(cx, &mercury.missing)])),
    };
    match mercury.cost {
        Some(cost) => words(into, fill(text.way_mercury_buy, &[&soles_of(cost.usual)])),
        None => into,
    }
}

fn tailings(cx: &Context, way: &WayOutcome) -> El {
    let (text, into) = (cx.text(), el("dd"));
    let Some(tailings) = &way.tailings else {
        return words(into, if way.id == WayId::AsItIs { text.way_none } else { text.verdict_nothing }.to_owned());
    };
    let worth = [grams(tailings.grams.usual), soles_short(tailings.worth)];
    let into = words(into, fill(text.way_tailings_worth, &worth.each_ref().map(String::as_str)));
    match tailings.kept {
        Some((kept, soles)) => words(into, fill(text.way_tailings_kept, &[&grams(kept), &soles_short(soles)])),
        None => words(into, text.way_tailings_ask.to_owned()),
    }
}

/// The doors that buy what this way makes, those that are open today first.
fn doors(cx: &Context, way: &WayOutcome) -> El {
    let text = cx.text();
    let list = |is_open: bool| {
        let doors = way.doors.iter().filter(|(_, open)| *open == is_open);
        let names: Vec<&str> = doors.map(|(channel, _)| (text.channel)(*channel)).collect();
        joined(&names, text.and)
    };
    let mut into = el("dd");
    for (names, template) in [(list(true), text.way_doors_open), (list(false), text.way_doors_shut)] {
        if !names.is_empty() {
            into = into.add(rich(el("p"), template, &[&names]));
        }
    }
    into
}

/// The country's mercury for each gram of gold, with its source.
pub fn country(cx: &Context) -> El {
    let (name, fact) = (cx.text().way_country, Fact::MercuryPerGold);
    let usual = classed("span", "n").say(grams(fact.known().usual));
    let line = el("li").add(usual).say(format!(" {name}"));
    classed("ul", "beside").add(line.add(source::details(cx, name, Unit::GramPerGram, fact, None)))
}
