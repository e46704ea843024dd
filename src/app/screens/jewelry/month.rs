//! A month of the workshop, line by line, beside the same gold sold; its gold, work, tools and stock.

use crate::app::components::table::table;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::screens::group;
use crate::domain::jewelry::{Month, Workshop};
use crate::domain::{Exact, Soles};
use crate::i18n::format::{amount, fill, measure, number, soles_short, with_unit};

#[inline(never)]
pub fn view(cx: &Context, made: &Workshop) -> Option<El> {
    let month = made.month.as_ref()?;
    Some(group(cx.text().jewelry_table).add(lines(cx, made, month)).add(facts(cx, made, month)))
}

/// Sales less what is paid = what the jewelry leaves; less the same gold sold = what it leaves more.
#[inline(never)]
fn lines(cx: &Context, made: &Workshop, month: &Month) -> El {
    let text = cx.text();
    let mut rows = vec![vec![text.concept.to_owned(), text.soles.to_owned()]];
    let mut row = |name: &str, soles: Soles| rows.push(vec![name.to_owned(), amount(soles)]);
    let mut shown = 0;
    for (name, soles) in text.jewelry_lines.iter().zip(month.lines) {
        if soles != Soles::ZERO {
            row(name, soles);
            shown += 1;
        }
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

#[inline(never)]
fn facts(cx: &Context, made: &Workshop, month: &Month) -> El {
    let text = cx.text();
    let mut facts = classed("dl", "tail");
    let mut say = |name: &str, figure: String| {
        let row = el("div").add(said("dt", name.to_owned())).add(said("dd", figure));
        facts = std::mem::replace(&mut facts, el("dl")).add(row);
    };
    let count = |of: Exact| of.get().ok().filter(|of| !of.is_zero()).map(|of| number(of, 1));
    let grams = |of: Exact| with_unit(&measure(of.get().unwrap_or_default()), "g");
    if let Some(today) = made.today {
        say(&fill(text.jewelry_sold, &[(text.channel)(today.channel)]), soles_short(today.worth));
    }
    say(text.jewelry_gold, grams(month.own));
    for (name, hours) in [(text.jewelry_hours, made.hours), (text.jewelry_there, made.time.map(|time| time.hours))] {
        if let Some(hours) = hours {
            say(name, number(hours, 1));
        }
    }
    if let Some(each) = made.a_person {
        say(text.jewelry_each, soles_short(each));
    }
    if let Some(tools) = made.tools {
        let paid = [tools.usual, tools.low]
            .map(|month| month.map_or(text.credit_never_back.to_owned(), |month| number(month, 0)));
        say(text.jewelry_tools, if paid[0] == paid[1] { paid[0].clone() } else { paid.join(" – ") });
    }
    if let (Some(pieces), Some(worth)) = (count(month.stock), made.stock_worth) {
        say(text.jewelry_stock, pieces);
        say(text.jewelry_stock_gold, format!("{} · {}", grams(month.stock_gold), soles_short(worth)));
    }
    if let Some(pieces) = count(month.returned) {
        say(text.jewelry_returned, pieces);
    }
    facts
}
