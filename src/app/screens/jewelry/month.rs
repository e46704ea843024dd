//! A month of the workshop, line by line, beside the same gold sold; its gold, work, tools and stock.

use crate::app::components::rich::rich;
use crate::app::components::table::table;
use crate::app::context::Context;
use crate::app::element::{El, el};
use crate::app::screens::group;
use crate::domain::jewelry::{Month, Workshop};
use crate::domain::{Exact, Soles};
use crate::i18n::format::{amount, fill, measure, number, soles_short, with_unit};

pub fn view(cx: &Context, made: &Workshop) -> Option<El> {
    let month = made.month.as_ref()?;
    Some(group(cx.text().jewelry_table).add(lines(cx, made, month)).all(facts(cx, made, month)))
}

/// Sales less what is paid = what the jewelry leaves; less the same gold sold = what it leaves more.
fn lines(cx: &Context, made: &Workshop, month: &Month) -> El {
    let text = cx.text();
    let mut rows = vec![vec![text.concept.to_owned(), text.soles.to_owned()]];
    let mut row = |name: &str, soles: Soles| rows.push(vec![name.to_owned(), amount(soles)]);
    let mut shown = 0;
    for (name, soles) in text.jewelry_lines.iter().zip(month.lines).filter(|(_, soles)| *soles != Soles::ZERO) {
        row(name, soles);
        shown += 1;
    }
    row(text.jewelry_leaves, month.left);
    if let Some(extra) = made.extra {
        let (door, worth) = made.best.map_or(("—", Soles::ZERO), |best| ((text.channel)(best.channel), best.worth));
        row(&fill(text.jewelry_sold, &[door]), -worth);
        row(if extra.usual.is_negative() { text.formal_loss } else { text.formal_gain }, extra.usual);
    }
    table("month", "ledger", rows, TOTALS.get(shown).map_or(&[], |totals| totals), &[])
}

/// Where the two sums stand, by how many lines are above the first.
static TOTALS: [[usize; 2]; 6] = [[1, 3], [2, 4], [3, 5], [4, 6], [5, 7], [6, 8]];

fn facts(cx: &Context, made: &Workshop, month: &Month) -> Vec<El> {
    let text = cx.text();
    let mut facts = Vec::new();
    let mut say = |template: &str, with: &[&str]| facts.push(rich(el("p"), template, with));
    let pieces = |pieces: Exact| number(pieces.get().unwrap_or_default(), 1);
    let grams = |grams: Exact| with_unit(&measure(grams.get().unwrap_or_default()), "g");
    say(text.jewelry_gold, &[&grams(month.own)]);
    if let Some(today) = made.today {
        say(text.jewelry_today, &[(text.channel)(today.channel), &soles_short(today.worth)]);
    }
    if let Some(hours) = made.hours {
        say(text.jewelry_hours, &[&number(hours, 1)]);
        if let Some(time) = made.time.filter(|time| time.hours >= hours) {
            say(text.jewelry_fits, &[&number(time.hours, 0)]);
        }
    }
    if let Some(each) = made.a_person {
        say(text.jewelry_each, &[&soles_short(each)]);
    }
    if let Some(tools) = made.tools {
        match tools.usual {
            Some(month) => say(text.jewelry_tools, &[&number(month, 0)]),
            None => say(text.jewelry_tools_never, &[]),
        }
        if let Some(month) = tools.low.filter(|_| tools.low != tools.usual) {
            say(text.jewelry_tools_low, &[&number(month, 0)]);
        } else if tools.usual.is_some() && tools.low.is_none() {
            say(text.jewelry_tools_low_never, &[]);
        }
    }
    if let (Ok(stock), Some(worth)) = (month.stock.get(), made.stock_worth)
        && !stock.is_zero()
    {
        say(text.jewelry_stock, &[&pieces(month.stock), &grams(month.stock_gold), &soles_short(worth)]);
    }
    if month.returned.get().is_ok_and(|returned| !returned.is_zero()) {
        say(text.jewelry_returned, &[&pieces(month.returned)]);
    }
    facts
}
