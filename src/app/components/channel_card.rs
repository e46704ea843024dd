//! A channel as a card: cash, payment time, share of the value, and deductions.

use rust_decimal::Decimal;

use super::rich::rich;
use super::sentence::{lower, names};
use super::{bar, between, ledger, questions};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::Place;
use crate::domain::case::Kind;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{
    BesideToday, CASH, ChannelFigures, ChannelOutcome, ChannelState, MONTH, PlantFigures, SHARE,
};
use crate::domain::engine::availability::Closed;
use crate::domain::engine::pipeline::PlantPayment;
use crate::domain::number::exact::Soles;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::tool::Tool;
use crate::i18n::format::{listed, number, percent, soles, soles_short};
use crate::report::Purse;

/// The full card, or a brief one for the side panel.
pub fn view(cx: &Context, channel: &ChannelOutcome, brief: bool) -> El {
    match (&channel.state, &channel.figures) {
        (ChannelState::Ranked(rank), Some(figures)) => open(cx, channel, figures, *rank, brief),
        (ChannelState::Closed(reasons, missing), figures) => closed(cx, channel, reasons, missing, figures.as_ref()),
        (ChannelState::Missing(missing), _) => ask_for(cx, channel.channel, missing, card(cx, channel, "door lacks")),
        _ => card(cx, channel, "door lacks").add(said("p", cx.text().common.too_large)),
    }
}

fn card(cx: &Context, channel: &ChannelOutcome, class: &'static str) -> El {
    numbered(cx, channel, class, None)
}

fn numbered(cx: &Context, channel: &ChannelOutcome, class: &'static str, rank: Option<String>) -> El {
    let rank = rank.map(|rank| classed("span", "rank").say(rank));
    let title = el("h3").maybe(rank).add(said("span", (cx.text().names.channel)(channel.channel)));
    classed("li", class).key(channel.channel.id()).at("data-channel", channel.channel.id()).add(title)
}

fn open(cx: &Context, channel: &ChannelOutcome, figures: &ChannelFigures, rank: usize, brief: bool) -> El {
    let tied = cx.outcome.channels.iter().filter(|other| other.state == channel.state).count() > 1;
    let number = format!("{rank}{}", if tied { "=" } else { "" });
    let today = channel.is_today.then(|| classed("span", "today").say(cx.text().channels.sells_here));
    let card = numbered(cx, channel, if rank == 1 { "door best" } else { "door" }, Some(number))
        .add(classed("p", "when").maybe(today).say(when(cx, figures)))
        .add(headline(cx, figures, classed("p", "month")))
        .maybe(between::line(around(cx, figures)))
        .maybe(delta(cx, channel, figures));
    let picture = classed("div", "picture").add(bar::of_channel(cx, figures));
    if brief {
        return card.add(picture);
    }
    card.add(details(cx, figures, picture)).maybe(uncounted(cx, channel)).add(where_it_goes(cx, channel, figures))
}

fn closed(
    cx: &Context,
    channel: &ChannelOutcome,
    reasons: &[Closed],
    missing: &[Field],
    figures: Option<&ChannelFigures>,
) -> El {
    let text = cx.text();
    let mut card = card(cx, channel, "door closed");
    if let Some(figures) = figures {
        let would = classed("p", "month").say(format!("{} ", text.channel.would_pay));
        card = card
            .add(classed("p", "when").say(when(cx, figures)))
            .add(headline(cx, figures, would))
            .maybe(between::line(around(cx, figures)));
    }
    card = card.add(opens(cx, reasons));
    if let Some(figures) = figures {
        let picture = classed("div", "picture").add(bar::of_channel(cx, figures));
        card = card
            .add(details(cx, figures, picture))
            .maybe(uncounted(cx, channel))
            .add(where_it_goes(cx, channel, figures));
    }
    way_in(cx, channel.channel, reasons, missing, card)
}

/// What opens a closed channel, with a key icon.
pub fn opens(cx: &Context, reasons: &[Closed]) -> El {
    let key = el("svg").at("aria-hidden", "true").add(el("use").at("href", "#key"));
    let opens = el("span").add(said("b", cx.text().channel.opens_with)).say(format!(" {}.", keys(cx, reasons)));
    classed("p", "key").add(key).add(opens)
}

/// Links to the fields that open a closed channel, as far as there are such fields.
pub fn way_in(cx: &Context, channel: ChannelId, reasons: &[Closed], missing: &[Field], card: El) -> El {
    if reasons.iter().any(|reason| matches!(reason, Closed::MissingPermit(_))) {
        return card.add(said("a", cx.text().channel.have_papers).at("class", "link").at("href", "#/puertas/papers"));
    }
    if missing.is_empty() { card } else { ask_for(cx, channel, missing, card) }
}

/// What is missing, with a link to the first field.
pub fn ask_for(cx: &Context, channel: ChannelId, missing: &[Field], card: El) -> El {
    let link = missing.first().map(|field| {
        let is_term = channel.channel().requirement(*field).is_some();
        let place = match *field {
            Field::Cut => Place::Cut(channel, 0),
            _ if is_term => Place::Channel(channel),
            _ => Place::Case,
        };
        put(cx, place, *field)
    });
    card.add(said("p", cx.text().common.missing.fill([&names(cx, missing)]))).maybe(link)
}

/// A link to a field to fill in.
pub fn put(cx: &Context, place: Place, field: Field) -> El {
    let words = cx.text().common.put_it.fill([&lower((cx.text().figures.field)(field))]);
    el("p").add(said("a", words).at("class", "link").at("href", ledger::address(place, field)))
}

/// "S/ 6,412 a month", or per lot if the number of lots is not entered.
pub fn headline(cx: &Context, figures: &ChannelFigures, line: El) -> El {
    let cash = figures.booked.ledger.cash();
    let (amount, per) = match figures.per.month {
        Some(month) => (month, cx.text().common.a_month),
        None => (cash, cx.text().common.for_the_lot),
    };
    let owes = amount.is_negative();
    let word = owes.then(|| classed("span", "neg").say(format!("{} ", cx.text().ledger.owes)));
    let figure = classed("span", if owes { "n neg" } else { "n" }).say(soles_short(amount));
    line.maybe(word).add(figure).say(format!(" {per}"))
}

/// The range of the headline.
pub fn around(cx: &Context, figures: &ChannelFigures) -> Option<String> {
    between::of_soles(cx, if figures.per.month.is_some() { figures.ranges[MONTH] } else { figures.ranges[CASH] })
}

/// When the money is paid.
pub fn when(cx: &Context, figures: &ChannelFigures) -> String {
    let (text, ledger) = (cx.text(), &figures.booked.ledger);
    if figures.days.is_zero() {
        return text.channel.paid_today.to_owned();
    }
    match ledger.now.ratio_to(ledger.cash()).filter(|_| ledger.now > Soles::ZERO) {
        Some(share) => text.channel.paid_parts.fill([&percent(share), &number(figures.days, 0)]),
        None if figures.days == Decimal::ONE => text.channel.paid_tomorrow.to_owned(),
        None => text.channel.paid_in.fill([&number(figures.days, 0)]),
    }
}

/// The difference to today's channel.
fn delta(cx: &Context, channel: &ChannelOutcome, figures: &ChannelFigures) -> Option<El> {
    let BesideToday { lot, month, days_of_work, ranges: [of_lot, of_month, ..], .. } =
        figures.against_today.filter(|_| !channel.is_today)?;
    let text = cx.text();
    let (amount, per) = month.map_or((lot, text.common.for_the_lot), |month| (month, text.common.a_month));
    if lot == Soles::ZERO {
        return Some(classed("p", "delta").say(text.channel.same_as_today));
    }
    let less = lot.is_negative();
    let size = if less { -amount } else { amount };
    let message = if less { text.channel.less_than_today } else { text.channel.more_than_today };
    let words = message.fill([&soles_short(size), per]);
    let days = days_of_work.map(|days| days.abs()).filter(|days| *days >= Decimal::ONE);
    let days = days.map(|days| number(days, 0));
    let days = days.map(|days| text.counted(text.channel.days_of_work, &days).fill([&days]));
    let days = days.map(|days| format!(", {days}")).unwrap_or_default();
    let range = between::of_more(cx, if month.is_some() { of_month } else { of_lot });
    let range = range.map(|range| format!(", {range}")).unwrap_or_default();
    let waits = figures.worth_today != figures.booked.ledger.cash();
    let wait = if waits { format!(", {}", text.channel.with_wait) } else { String::new() };
    Some(
        el("p")
            .at("class", classes("delta", &[(less, "down"), (!less, "up")]))
            .say(words)
            .add(classed("span", "between").say(format!("{range}{wait}{days}"))),
    )
}

/// The share of the value, the purses, and the amount per month, day, hour and gram.
pub fn details(cx: &Context, figures: &ChannelFigures, picture: El) -> El {
    let (text, per) = (cx.text(), &figures.per);
    let of = if matches!(cx.state.case.kind, Kind::Ore | Kind::Gravel) {
        text.channel.share_of_ore
    } else {
        text.channel.share_of_gold
    };
    let parts = between::of_parts(cx, figures.ranges[SHARE]).map(|words| format!(" ({words})")).unwrap_or_default();
    let share = figures.share.map(|share| rich(classed("p", "share"), of, [&percent(share)]).say(parts));
    let rates = [
        (per.person_month, text.channel.per_person),
        (per.person_day, text.channel.per_day),
        (per.person_hour, text.channel.per_hour),
        (per.gram, text.channel.per_gram),
    ];
    let rate = |(amount, words): (Option<Soles>, &str)| {
        let figure = classed("span", "n").say(soles_short(amount?));
        Some(el("li").add(figure).say(format!(" {words}")))
    };
    picture
        .maybe(share)
        .maybe(worth(cx, figures))
        .add(purses(cx, figures))
        .add(classed("ul", "rates").all(rates.into_iter().filter_map(rate)))
}

/// The amount in each purse; empty purses are left out unless all are empty.
pub fn purses(cx: &Context, figures: &ChannelFigures) -> El {
    let ledger = &figures.booked.ledger;
    let mut list = classed("dl", "purses");
    let is_empty = Purse::ALL.iter().all(|purse| purse.of(ledger) == Soles::ZERO);
    for purse in Purse::ALL {
        let amount = purse.of(ledger);
        if amount != Soles::ZERO || is_empty {
            let name = el("dt").add(bar::swatch(purse)).say(bar::words(cx, purse));
            list = list.add(el("div").add(name).add(said("dd", soles_short(amount))));
        }
    }
    list
}

/// The present value of the cash if some of it is paid later.
fn worth(cx: &Context, figures: &ChannelFigures) -> Option<El> {
    let worth = figures.worth_today;
    let waits = worth != figures.booked.ledger.cash();
    waits.then(|| classed("p", "small").say(cx.text().channel.worth_now.fill([&soles_short(worth)])))
}

/// Names the costs that were not entered: they are never silently taken as zero.
pub fn uncounted(cx: &Context, channel: &ChannelOutcome) -> Option<El> {
    let costs: Vec<Field> = channel.uncounted.iter().copied().filter(|field| is_cost(*field)).collect();
    let words = cx.text().common.uncounted.fill([&names(cx, &costs)]);
    (!costs.is_empty()).then(|| classed("p", "soft small").say(words))
}

/// Whether a term is a cost, which is named if not entered.
pub fn is_cost(field: Field) -> bool {
    use Field::{AssayCost, ExportCost, Freight, IncomeTax, ProcessCost, Refining, Royalty, Transport, TravelDays};
    matches!(
        field,
        AssayCost | ExportCost | Freight | IncomeTax | ProcessCost | Refining | Royalty | Transport | TravelDays
    )
}

fn where_it_goes(cx: &Context, channel: &ChannelOutcome, figures: &ChannelFigures) -> El {
    let text = cx.text();
    let soft = |words: String| classed("p", "soft").say(words);
    let rate = figures.break_even.filter(|rate| !figures.days.is_zero() && *rate > Decimal::ZERO);
    let folded = classed("details", "where")
        .add(said("summary", text.channel.where_goes))
        .add(ledger::view(cx, channel.channel, &figures.booked.ledger, false))
        .maybe(rate.map(|rate| soft(text.channel.break_even.fill([&percent(rate)]))));
    match (figures.plant, figures.booked.plant_payment) {
        (Some(plant), Some(paper)) => papers(cx, plant, paper, folded),
        _ => folded,
    }
}

/// Further figures of a plant's statement.
fn papers(cx: &Context, plant: PlantFigures, paper: PlantPayment, folded: El) -> El {
    let text = cx.text();
    let line = [number(plant.dry, 3), number(plant.grade, 5), number(plant.maquila, 2), number(plant.per_tonne, 2)];
    let rows = [
        (text.plant.value, paper.value),
        (text.plant.igv, paper.igv),
        ((text.figures.field)(Field::Advance), -paper.advance),
        ((text.figures.field)(Field::Detraccion), -paper.detraccion),
        ((text.figures.field)(Field::Freight), -paper.freight),
        (text.plant.to_pay, paper.to_pay),
    ];
    let shown = rows.into_iter().filter(|(_, amount)| *amount != Soles::ZERO);
    let row = |(words, amount): (&'static str, Soles)| el("div").add(said("dt", words)).add(said("dd", soles(amount)));
    folded
        .add(said("h4", text.plant.paper))
        .maybe(plant.unpaid.then(|| el("p").add(said("b", text.plant.unpaid))))
        .add(rich(el("p"), text.plant.line, line.each_ref().map(String::as_str)))
        .add(classed("dl", "tail").all(shown.map(row)))
        .add(classed("p", "soft").say(text.plant.order.fill([&signed(plant.other_order)])))
        .maybe(plant.assay_worth.map(|worth| rich(el("p"), text.plant.assay, [&soles(worth)])))
        .add(questions::link(cx, Tool::Statement))
}

/// Formats with an explicit sign for positive amounts too.
fn signed(amount: Soles) -> String {
    if amount.is_negative() { soles(amount) } else { format!("+ {}", soles(amount)) }
}

/// What opens a channel, in one sentence.
pub fn keys(cx: &Context, reasons: &[Closed]) -> String {
    let text = cx.text();
    let key = |reason: &Closed| match reason {
        Closed::MissingPermit(paper) => (text.names.paper)(*paper).to_owned(),
        Closed::TooFewGrams(short) => match short.people {
            Some(people) => text.channel.needs_people.fill([&number(short.more, 0), &number(people, 0)]),
            None => text.channel.needs_grams.fill([&number(short.more, 0)]),
        },
        Closed::NotClean => text.channel.needs_clean.to_owned(),
        Closed::NotYet => text.channel.needs_existence.to_owned(),
        Closed::BuysGold => text.channel.needs_gold.to_owned(),
        Closed::BuysOre => text.channel.needs_ore.to_owned(),
    };
    listed(&reasons.iter().map(key).collect::<Vec<_>>(), " + ")
}
