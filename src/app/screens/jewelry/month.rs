//! A month of the workshop, line by line, beside the same gold sold; its gold, work, tools and stock.

use crate::app::components::table::table;
use crate::app::context::Context;
use crate::app::element::El;
use crate::app::screens::group;
use crate::domain::channel::ChannelId;
use crate::domain::jewelry::{Month, Sold, Workshop};
use crate::domain::{Exact, Soles};
use crate::i18n::format::{fill, measure, number, soles, with_unit};
use rust_decimal::Decimal;

/// Sales less what is paid = what the jewelry leaves; less the same gold sold = what it leaves more.
/// Below it all else that a month is.
#[inline(never)]
pub fn view(cx: &Context, made: &Workshop) -> Option<El> {
    let (text, month) = (cx.text(), made.month.as_ref()?);
    let mut rows = Rows(vec![vec![text.concept.to_owned(), text.a_month.to_owned()]]);
    for (name, line) in text.jewelry_lines.iter().zip(month.lines) {
        if line != Soles::ZERO {
            rows.add(name, soles(line));
        }
    }
    let shown = rows.0.len() - 1;
    rows.add(text.jewelry_leaves, soles(month.left));
    if let Some(extra) = made.extra {
        let best = made.best.unwrap_or(Sold { channel: ChannelId::Camp, worth: Soles::ZERO });
        sold(cx, Sold { worth: -best.worth, ..best }, &mut rows);
        rows.add(if extra.usual.is_negative() { text.formal_loss } else { text.formal_gain }, soles(extra.usual));
    }
    facts(cx, made, month, &mut rows);
    let totals = TOTALS.get(shown).map_or(&[][..], |totals| totals);
    Some(group(text.jewelry_table).add(table("month", "ledger", rows.0, totals, &[])))
}

/// Where the two sums stand, by how many lines are above the first.
static TOTALS: [[usize; 2]; 6] = [[1, 3], [2, 4], [3, 5], [4, 6], [5, 7], [6, 8]];

struct Rows(Vec<Vec<String>>);

impl Rows {
    #[inline(never)]
    fn add(&mut self, name: &str, figure: String) {
        self.0.push(vec![name.to_owned(), figure]);
    }

    /// A figure that is there and is not zero.
    #[inline(never)]
    fn count(&mut self, name: &str, figure: Option<Decimal>) {
        if let Some(figure) = figure.filter(|figure| !figure.is_zero()) {
            self.add(name, number(figure, 1));
        }
    }
}

#[inline(never)]
fn facts(cx: &Context, made: &Workshop, month: &Month, rows: &mut Rows) {
    let text = cx.text();
    if let Some(today) = made.today {
        sold(cx, today, rows);
    }
    if let Some(each) = made.a_person {
        rows.add(text.jewelry_each, soles(each));
    }
    rows.add(text.jewelry_gold, grams(month.own));
    rows.count(text.jewelry_hours, made.hours);
    rows.count(text.jewelry_there, made.time.map(|time| time.hours));
    rows.count(text.jewelry_stock, month.stock.get().ok());
    if let Some(worth) = made.stock_worth.filter(|worth| *worth != Soles::ZERO) {
        rows.add(text.jewelry_stock_gold, grams(month.stock_gold));
        rows.add(text.worth, soles(worth));
    }
    if let Some(tools) = made.tools {
        rows.add(text.jewelry_tools, paid(cx, tools.usual));
        if tools.low != tools.usual {
            rows.add(text.credit_low, paid(cx, tools.low));
        }
    }
}

#[inline(never)]
fn sold(cx: &Context, sold: Sold, rows: &mut Rows) {
    let text = cx.text();
    rows.add(&fill(text.jewelry_sold, &[(text.channel)(sold.channel)]), soles(sold.worth));
}

#[inline(never)]
fn paid(cx: &Context, month: Option<Decimal>) -> String {
    month.map_or_else(|| cx.text().credit_never_back.to_owned(), |month| number(month, 0))
}

fn grams(of: Exact) -> String {
    with_unit(&measure(of.get().unwrap_or_default()), "g")
}
