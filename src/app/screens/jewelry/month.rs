//! One month of the workshop line by line, compared with selling the same gold; its gold, work, tools and stock.

use rust_decimal::Decimal;

use crate::app::components::channel_card;
use crate::app::components::field::{self, Asked};
use crate::app::components::section::group;
use crate::app::components::sentence::lower;
use crate::app::components::table::table;
use crate::app::context::Context;
use crate::app::element::{El, classed};
use crate::app::state::Place;
use crate::domain::channel::ChannelId;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement;
use crate::domain::tools::jewelry::{ChannelGold, WorkshopMonth, WorkshopOutcome};
use crate::i18n::format::{measure, number, percent, soles, with_unit};

/// Sales − costs = cash from jewelry; minus the same gold sold = extra income. Below it the other figures of the month.
pub fn view(cx: &Context, made: &WorkshopOutcome) -> Option<El> {
    let (text, month) = (cx.text(), made.month.as_ref()?);
    let mut rows = Rows(vec![vec![text.ledger.concept.to_owned(), text.common.a_month.to_owned()]]);
    let rate = Inputs::of_case(&cx.state.case).figure(Field::MonthlyRate).and_then(|rate| rate.get().ok());
    let rate = rate.map(percent).unwrap_or_default();
    let waiting = text.jewelry.waiting_for_money.fill([&rate]);
    let names = text.jewelry.lines.into_iter().chain([waiting.as_str()]);
    for (name, line) in names.zip(month.lines) {
        if line != Soles::ZERO {
            rows.add(name, soles(line));
        }
    }
    let shown = rows.0.len() - 1;
    rows.add(text.jewelry.leaves, soles(month.left));
    if let Some(extra) = made.extra {
        let best = made.best.unwrap_or(ChannelGold { channel: ChannelId::Camp, worth: Soles::ZERO });
        // Nobody has to sell at a loss: then nothing is deducted.
        sold(cx, ChannelGold { worth: extra.mode - month.left, ..best }, &mut rows);
        rows.add(
            if extra.mode.is_negative() { text.formalization.loss } else { text.formalization.gain },
            soles(extra.mode),
        );
    }
    references(cx, made, month, &mut rows);
    let totals = TOTALS.get(shown).map_or(&[][..], |totals| totals);
    let table = table("month", "ledger", rows.0, totals, &[]);
    Some(group(text.jewelry.table).add(table).maybe(made.best.map(|best| price(cx, best.channel))))
}

/// The price at which the same gold would be sold, with a link to enter one's own.
fn price(cx: &Context, channel: ChannelId) -> El {
    let (place, text) = (Place::Channel(channel), cx.text());
    let line = classed("div", "soft").say(format!("{}: ", (text.names.channel)(channel)));
    let requirement = channel.channel().requirement(Field::Price).unwrap_or(Requirement::Asked);
    let line = match (cx.state.entry(place, Field::Price), Asked::new(place, (Field::Price, requirement)).reference()) {
        (Some(entry), _) if !entry.is_blank() && !entry.unknown => line.say(field::entered(cx, Field::Price, entry)),
        (entry, Some(reference)) => {
            field::reference(cx, Field::Price, reference, entry.is_some_and(|entry| entry.unknown), line)
        }
        _ => line,
    };
    line.add(channel_card::put(cx, place, Field::Price))
}

/// Row positions of the two totals, by the number of rows above the first.
static TOTALS: [[usize; 2]; 6] = [[1, 3], [2, 4], [3, 5], [4, 6], [5, 7], [6, 8]];

struct Rows(Vec<Vec<String>>);

impl Rows {
    fn add(&mut self, name: &str, figure: String) {
        self.0.push(vec![name.to_owned(), figure]);
    }

    /// Adds a figure with its unit if it is known and not zero.
    fn count(&mut self, name: &str, figure: Option<Decimal>, unit: &str) {
        if let Some(figure) = figure.filter(|figure| !figure.is_zero()) {
            self.add(name, with_unit(&number(figure, 1), unit));
        }
    }
}

fn references(cx: &Context, made: &WorkshopOutcome, month: &WorkshopMonth, rows: &mut Rows) {
    let text = cx.text();
    if let Some(today) = made.today {
        sold(cx, today, rows);
    }
    if let Some(each) = made.a_person {
        let more = if each.is_negative() { text.formalization.loss } else { text.formalization.gain };
        rows.add(&text.jewelry.each.fill([more]), soles(each));
    }
    rows.add(text.jewelry.gold, grams(month.own));
    let unit = |unit| (text.figures.unit)(unit).1;
    rows.count(text.jewelry.hours, made.hours, unit(Unit::Hour));
    rows.count(text.jewelry.there, made.time.map(|time| time.hours), unit(Unit::Hour));
    rows.count(text.jewelry.stock, month.stock.get().ok(), unit(Unit::Piece));
    if let Some(worth) = made.stock_worth.filter(|worth| *worth != Soles::ZERO) {
        rows.add(text.jewelry.stock_gold, grams(month.stock_gold));
        rows.add(text.jewelry.stock_worth, soles(worth));
    }
    if let Some(tools) = made.tools {
        rows.add(text.jewelry.tools, paid(cx, tools.usual));
        if tools.low != tools.usual {
            rows.add(text.credit.low, paid(cx, tools.low));
        }
    }
}

fn sold(cx: &Context, sold: ChannelGold, rows: &mut Rows) {
    let text = cx.text();
    rows.add(&text.jewelry.sold.fill([(text.names.channel)(sold.channel)]), soles(sold.worth));
}

fn paid(cx: &Context, month: Option<Decimal>) -> String {
    let text = cx.text();
    match month {
        Some(month) => with_unit(&lower(text.credit.columns[0]), &number(month, 0)),
        None => text.credit.never_back.to_owned(),
    }
}

fn grams(of: Exact) -> String {
    with_unit(&measure(of.get().unwrap_or_default()), "g")
}
