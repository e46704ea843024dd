//! The gold price since 2003, the effect of waiting, and the price alarm.

mod history;

use history::month;
use rust_decimal::Decimal;

use crate::app::components::header::mark;
use crate::app::components::ledger::address;
use crate::app::components::rich::rich;
use crate::app::components::section::{group, print};
use crate::app::components::sentence::lower;
use crate::app::components::table::table;
use crate::app::components::verdict::{asked, lead};
use crate::app::components::{between, channel_card, header};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::case::Per;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field;
use crate::domain::tools::price::{self, Move, MoveRank, PriceRisk, WaitFor};
use crate::i18n::format::{hundredfold, number, percent, soles_short, with_unit};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let risk = price::risk(&cx.state.case);
    let change = said("a", text.price.change).at("class", "link").at("href", "#/precio/f-gold_price");
    let compare = said("a", text.rail.compare).at("class", "link").at("href", "#/comparar");
    stop.add(said("h1", text.price.title))
        .add(said("p", text.price.lead))
        .add(answer(cx, &risk))
        .maybe(moves(cx, &risk))
        .add(history::pictures(cx, group(text.price.history)))
        .maybe(cx.state.hosted().map(|_| classed("p", "screen").say(header::told(cx))))
        .add(el("p").add(change).say(" ").add(compare))
        .add(print(cx, text.common.print))
}

/// What a repeat of the last months would mean, and the price that equals today's offer.
fn answer(cx: &Context, risk: &PriceRisk) -> El {
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
        let words = if risk.wait.is_some() { text.common.too_large } else { text.common.cannot_be_told };
        return lacks(cx, risk, into.add(lead().say(words)).maybe(asked(cx, &risk.missing, far)));
    };
    let verb = if wait.keeps {
        text.price.keeping.fill([&price::LATELY[0].to_string()])
    } else {
        text.price.waiting.to_owned()
    };
    let moved = if lately.gram.is_sign_negative() { text.price.fell } else { text.price.rose };
    let moved = moved.fill([&lately.months.to_string(), &percent(lately.gram.abs())]);
    let than = if risk.today.is_none() { text.price.than_now_price } else { text.price.than_today };
    let (line, size) = (lead().say(moved).say(" "), size_of(lately.more));
    let again = match lately.more {
        Soles::ZERO => rich(line, text.price.again_same, [&verb]),
        more if more.is_negative() => rich(line, text.price.again_less, [&verb, &size, than]),
        _ => rich(line, text.price.again_more, [&verb, &size, than]),
    };
    let range = between::of_more(cx, risk.range).map(|words| between::sentence(el("p"), Some(words)));
    into.add(again).maybe(range).maybe(alarm(cx, risk, &verb))
}

/// The price that equals today's offer, or that there is none.
fn alarm(cx: &Context, risk: &PriceRisk, verb: &str) -> Option<El> {
    let text = cx.text();
    let none = if risk.fixed { text.price.alarm_fixed } else { text.price.alarm_never };
    let Some(alarm) = risk.alarm else { return (risk.fixed || risk.today.is_some()).then(|| said("p", none)) };
    let side = if alarm.above { text.price.alarm_above } else { text.price.alarm_below };
    Some(rich(el("p"), text.price.alarm, [&number(alarm.price, 2), &number(alarm.gram, 2), verb, side]))
}

/// The two channels, the waiting time, and the monthly rate for its cost.
fn counted(cx: &Context, risk: &PriceRisk, wait: WaitFor) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let later = (text.names.channel)(wait.channel);
    let line = match wait.keeps {
        true => text.price.keep.fill([&lower(later)]),
        false => text.price.wait.fill([later, &number(wait.days, 0)]),
    };
    let per = if case.per == Per::Lot { text.common.for_the_lot } else { text.common.a_month };
    let told = |(channel, leaves)| text.price.today.fill([(text.names.channel)(channel), &soles_short(leaves), per]);
    let rate = Inputs::of_case(case).figure(Field::MonthlyRate).and_then(|rate| rate.get().ok());
    let rate = with_unit(&number(hundredfold(rate.unwrap_or_default()), 2), "%");
    let change = said("a", text.market.change).at("class", "link").at("href", address(Place::Case, Field::MonthlyRate));
    let line = el("p").say(line).say(" ").say(risk.today.map(told).unwrap_or_default());
    rich(line.say(" "), text.price.rate, [&rate]).say(" ").add(change)
}

/// What is missing for a channel that could be worth waiting for.
fn lacks(cx: &Context, risk: &PriceRisk, into: El) -> El {
    match &risk.lacks {
        Some((channel, fields)) if risk.wait.is_none_or(|wait| wait.keeps) => {
            let head = said("p", cx.text().price.lacks.fill([&lower((cx.text().names.channel)(*channel))]));
            channel_card::ask_for(cx, *channel, fields, into.add(head))
        }
        _ => into,
    }
}

/// "S/ 3,465 less", compared with today.
fn beside(cx: &Context, more: Soles) -> String {
    let text = cx.text();
    let message = match more {
        Soles::ZERO => return soles_short(more),
        more if more.is_negative() => text.channel.less_than_today,
        _ => text.channel.more_than_today,
    };
    message.fill([&size_of(more), ""]).trim_end().to_owned()
}

/// The absolute value of an amount.
fn size_of(amount: Soles) -> String {
    soles_short(if amount.is_negative() { -amount } else { amount })
}

/// Every price move as a row; the worst and best over other periods are folded.
fn moves(cx: &Context, risk: &PriceRisk) -> Option<El> {
    let text = cx.text();
    let (first, others) = risk.moves.split_at_checked(price::LATELY.len().saturating_add(2))?;
    let wait = risk.wait?;
    let folded =
        classed("details", "where").add(said("summary", text.price.others)).add(rows(cx, "moves-others", others));
    let into = group(text.price.moves).add(counted(cx, risk, wait)).add(rows(cx, "moves", first)).add(folded);
    // There is a price risk only if the contract leaves the price open.
    let open = (!wait.keeps && !risk.fixed).then(|| said("p", text.price.fixing));
    Some(lacks(cx, risk, into.maybe(open)))
}

fn rows(cx: &Context, id: &'static str, moves: &[Move]) -> El {
    let text = cx.text();
    let [again, today, fixed] = text.price.table;
    let has_fixed = moves.iter().any(|of| of.fixed.is_some());
    let head = [again, today, if has_fixed { fixed } else { "" }];
    let mut rows = vec![history::words_of(&head)];
    for of in moves {
        let fixed = of.fixed.map(|fixed| beside(cx, fixed)).unwrap_or_default();
        rows.push(vec![name(cx, of), beside(cx, of.more), fixed]);
    }
    table(id, "ledger", rows, &[], &[])
}

/// "The worst in 3 months, March 2026 to June 2026: the gram in soles −14 %".
fn name(cx: &Context, of: &Move) -> String {
    let text = cx.text();
    let months = of.months.to_string();
    let months = text.counted(text.common.months, &months).fill([&months]);
    let kind = match of.rank {
        MoveRank::Last => text.price.last_move,
        MoveRank::Worst => text.price.worst_move,
        MoveRank::Best => text.price.best_move,
    };
    let kind = kind.fill([&months]);
    let from_to = text.price.from_to.fill([&month(cx, of.from), &month(cx, of.to)]);
    let sign = if of.gram > Decimal::ZERO { "+" } else { "" };
    let moved = text.price.gram.fill([sign, &percent(of.gram)]);
    format!("{kind}, {from_to}: {moved}")
}
