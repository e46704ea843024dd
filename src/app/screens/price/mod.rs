//! The price of gold since 2003, what waiting does with it, and the price at which one sells.

mod history;

use super::{group, print};
use crate::app::components::door_card;
use crate::app::components::header::mark;
use crate::app::components::ledger::address;
use crate::app::components::rich::rich;
use crate::app::components::table::table;
use crate::app::components::verdict::{asked, lead, lower};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::price::{self, Move, Risk, Wait};
use crate::domain::{Soles, prices};
use crate::i18n::format::{fill, number, percent, soles_of, soles_short};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let risk = price::risk(&cx.state.case);
    let change = said("a", text.price_change).at("class", "link").at("href", "#/precio/f-gold_price");
    let compare = said("a", text.compare).at("class", "link").at("href", "#/comparar");
    stop.add(said("h1", text.price_screen))
        .add(said("p", text.price_screen_lead))
        .add(answer(cx, &risk))
        .maybe(moves(cx, &risk))
        .add(history::pictures(cx, group(text.price_history)))
        .add(el("p").add(change).say(" · ").add(compare))
        .add(print(cx, text.print))
}

/// What the last months would do if they came again, and the price that equals today's offer.
#[inline(never)]
fn answer(cx: &Context, risk: &Risk) -> El {
    let text = cx.text();
    let lean = match risk.moves.first() {
        Some(lately) if lately.more.is_negative() => "verdict tall lean-l",
        Some(lately) if lately.more > Soles::ZERO => "verdict tall lean-r",
        Some(_) => "verdict tall",
        None => "verdict unsure",
    };
    let into = classed("section", lean).at("aria-live", "polite").add(mark());
    let (Some(wait), Some(lately)) = (risk.wait, risk.moves.first()) else {
        let first = risk.missing.first();
        let far = first.map(|first| address(Place::Case, *first));
        let words = if risk.wait.is_some() { text.too_large } else { text.verdict_nothing };
        return lacks(cx, risk, into.add(lead().say(words)).maybe(asked(cx, &risk.missing, far)));
    };
    let verb = if wait.keeps {
        fill(text.price_keeping, &[&price::LATELY[0].to_string()])
    } else {
        text.price_waiting.to_owned()
    };
    let moved = if lately.gram.is_sign_negative() { text.price_fell } else { text.price_rose };
    let moved = fill(moved, &[&lately.months.to_string(), &percent(lately.gram.abs())]);
    let than = text.price_than[usize::from(risk.today.is_none())];
    let [less, more, same] = text.price_again;
    let again = match lately.more {
        Soles::ZERO => same,
        more if more.is_negative() => less,
        _ => more,
    };
    let again = rich(lead().say(moved).say(" "), again, &[&verb, &size_of(lately.more), than]);
    let mut into = into.add(again).maybe(between(cx, risk));
    if risk.today.is_some() {
        into = into.add(alarm(cx, risk, &verb));
    }
    lacks(cx, risk, into.maybe(fixed(cx, wait, lately)).add(doors(cx, risk, wait)))
}

/// How far the answer may be another, by what is uncertain.
fn between(cx: &Context, risk: &Risk) -> Option<El> {
    let (low, high) = risk.range?;
    let words = fill(cx.text().range_between, &[&soles_of(low), &soles_of(high)]);
    Some(said("p", fill("{0}: {1}.", &[cx.text().slip_difference, &words])))
}

#[inline(never)]
fn alarm(cx: &Context, risk: &Risk, verb: &str) -> El {
    let text = cx.text();
    let Some(alarm) = risk.alarm else { return said("p", text.price_no_alarm) };
    let line = rich(el("p"), text.price_alarm, &[&number(alarm.price, 2), &number(alarm.gram, 2), verb]);
    line.say(" ").say(fill(text.price_alarm_side[usize::from(!alarm.above)], &[verb]))
}

/// The price is at risk only where the contract leaves it open.
#[inline(never)]
fn fixed(cx: &Context, wait: Wait, lately: &Move) -> Option<El> {
    let text = cx.text();
    let line = said("p", text.price_fixing).say(" ");
    let fixed = |line, fixed| rich(line, text.price_fixed, &[&soles_short(wait.now), &beside(cx, fixed)]);
    let line = match lately.fixed {
        Some(more) => fixed(line, more),
        None => line,
    };
    (!wait.keeps).then_some(line)
}

/// Which doors these are.
#[inline(never)]
fn doors(cx: &Context, risk: &Risk, wait: Wait) -> El {
    let text = cx.text();
    let later = (text.channel)(wait.channel);
    let line = match wait.keeps {
        true => fill(text.price_keep, &[&lower(later)]),
        false => fill(text.price_wait, &[later, &number(wait.days, 0)]),
    };
    let today =
        risk.today.map(|(channel, leaves)| fill(text.price_today, &[(text.channel)(channel), &soles_short(leaves)]));
    classed("p", "soft").say(line).say(" ").say(today.unwrap_or_default())
}

/// What a door lacks that may be the one to wait for.
fn lacks(cx: &Context, risk: &Risk, into: El) -> El {
    match &risk.lacks {
        Some((channel, fields)) if risk.wait.is_none_or(|wait| wait.keeps) => {
            let head = said("p", fill(cx.text().price_lacks, &[&lower((cx.text().channel)(*channel))]));
            door_card::ask_for(cx, *channel, fields, into.add(head))
        }
        _ => into,
    }
}

/// "S/ 3,465 less", beside today.
fn beside(cx: &Context, more: Soles) -> String {
    let text = cx.text();
    let template = match more {
        Soles::ZERO => return soles_short(more),
        more if more.is_negative() => text.less_than_today,
        _ => text.more_than_today,
    };
    fill(template, &[&size_of(more), ""]).trim_end().to_owned()
}

/// An amount without its sign.
fn size_of(amount: Soles) -> String {
    soles_short(if amount.is_negative() { -amount } else { amount })
}

/// Every move as a row; the worst and the best over other times folded.
#[inline(never)]
fn moves(cx: &Context, risk: &Risk) -> Option<El> {
    let text = cx.text();
    let (first, others) = risk.moves.split_at_checked(price::LATELY.len().saturating_add(2))?;
    let folded =
        classed("details", "where").add(said("summary", text.price_others)).add(rows(cx, "moves-others", others));
    Some(group(text.price_moves).add(rows(cx, "moves", first)).add(folded))
}

fn rows(cx: &Context, id: &'static str, moves: &[Move]) -> El {
    let text = cx.text();
    let [again, today, fixed] = text.price_table;
    let has_fixed = moves.iter().any(|of| of.fixed.is_some());
    let head = [again, today, if has_fixed { fixed } else { "" }];
    let mut rows = vec![history::words_of(&head)];
    for of in moves {
        let fixed = of.fixed.map(|fixed| beside(cx, fixed)).unwrap_or_default();
        rows.push(vec![name(cx, of), beside(cx, of.more), fixed]);
    }
    table(id, "ledger", rows, &[], &[])
}

/// "The worst in 3 months, March 2026 to June 2026: gold −13 %, dollar −1.2 %".
#[inline(never)]
fn name(cx: &Context, of: &Move) -> String {
    let text = cx.text();
    let months = match of.months {
        1 => text.price_one_month.to_owned(),
        months => fill(text.credit_months, &[&months.to_string()]),
    };
    let kind = fill(text.price_of_all[of.of as usize], &[&months]);
    let from_to = fill(text.price_from_to, &[&month(cx, of.from), &month(cx, of.to)]);
    let moved = fill(text.price_both, &[&percent(of.gold), &percent(of.rate)]);
    fill("{0}, {1}: {2}", &[&kind, &from_to, &moved])
}

/// "June 2026".
fn month(cx: &Context, place: usize) -> String {
    let (year, month) = prices::year_and_month(place);
    let place = usize::try_from(month).unwrap_or_default().saturating_sub(1);
    let name = cx.text().months.get(place).copied().unwrap_or_default();
    fill("{0} {1}", &[name, &year.to_string()])
}
