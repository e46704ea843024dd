//! What each is paid: how it comes about, for each organisation, and the sheet to sign.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::counted;
use crate::app::components::ledger::cell;
use crate::app::components::rich::rich;
use crate::app::components::select::select;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::screens::group;
use crate::app::state::{Action, RollView};
use crate::domain::association::Together;
use crate::domain::association::payment::{Payment, Sold};
use crate::domain::case::Choice;
use crate::domain::channel::ChannelId;
use crate::domain::{Exact, Soles};
use crate::i18n::format::{amount, fill, number, soles};

pub fn view(cx: &Context, together: &Together) -> El {
    let text = cx.text();
    let into = group(text.pay_title).add(door(cx, together));
    let Some(sold) = &together.sold else { return into.add(said("p", text.verdict_nothing)) };
    let print = said("button", text.pay_print).at("type", "button").at("class", "btn").at("id", "print-roll");
    let print = print.on_click(cx.click(Action::Roll(RollView { printing: true, ..cx.state.roll })));
    let into = into.add(sums(cx, together, sold)).maybe(groups(cx, together, sold));
    match sold.members {
        Some(_) => into.add(classed("div", "next").add(print)),
        None => into.add(said("p", text.pay_not_yet)),
    }
}

/// The door that they sell through: the one that leaves the most, unless another is chosen.
fn door(cx: &Context, together: &Together) -> El {
    let text = cx.text();
    let mut options = vec![("best", text.pay_best)];
    for door in together.pooled.doors.iter().filter(|door| door.figures.is_some()) {
        options.push((door.channel.id(), (text.channel)(door.channel)));
    }
    let chosen = cx.state.case.association.door.map_or("best", Choice::id);
    let choose = |id: &str| Action::SellThrough(ChannelId::of_id(id));
    let list = select("sell-through".into(), text.pay_door.into(), options, chosen, cx.chosen(Rc::new(choose)));
    let label = said("label", text.pay_door).at("for", "sell-through");
    classed("div", "fields").add(classed("div", "field").add(label).add(classed("div", "box").add(list)))
}

/// From what the door leaves to what is shared out, now and later.
fn sums(cx: &Context, together: &Together, sold: &Sold) -> El {
    let text = cx.text();
    let left = Payment { now: sold.cash.now - sold.retained.now, later: sold.cash.later - sold.retained.later };
    let (kept_now, kept_later) = (-sold.retained.now, -sold.retained.later);
    let mut rows = vec![(text.pay_door_leaves, sold.cash)];
    if sold.retained.all() != Soles::ZERO {
        rows.push((text.pay_retained, Payment { now: kept_now, later: kept_later }));
    }
    rows.push((text.pay_shared, left));
    let people = together.roll.people;
    let each = |amount: Soles| (amount.exact() / people).book().unwrap_or_default();
    rows.push((text.pay_each, Payment { now: each(left.now), later: each(left.later) }));
    let mut body = el("tbody").at("role", "rowgroup");
    for (name, payment) in rows {
        body = body.add(row(name.to_owned(), payment));
    }
    let days = fill(text.pay_later_in, &[&number(sold.days, 0)]);
    let soon = sold.cash.later == Soles::ZERO || sold.days == Decimal::ONE;
    let later = if soon { text.pay_later.to_owned() } else { days };
    let fund = (sold.fund != Soles::ZERO).then(|| rich(classed("p", "soft"), text.pay_fund, &[&soles(sold.fund)]));
    el("div").add(table(cx, "shared", later, body)).maybe(fund)
}

fn table(cx: &Context, id: &'static str, later: String, body: El) -> El {
    let head = el("tr").at("role", "row").add(cell("th", "columnheader", "what").say(cx.text().concept));
    let head =
        head.add(cell("th", "columnheader", "").say(cx.text().pay_now)).add(cell("th", "columnheader", "").say(later));
    let table = classed("table", "ledger pays").at("role", "table").at("id", id);
    table.add(el("thead").at("role", "rowgroup").add(head)).add(body)
}

fn row(name: String, payment: Payment) -> El {
    let row = el("tr").at("role", "row").add(cell("th", "rowheader", "what").say(name));
    row.add(cell("td", "cell", "").say(amount(payment.now))).add(cell("td", "cell", "").say(amount(payment.later)))
}

/// What falls to each organisation of an umbrella.
fn groups(cx: &Context, together: &Together, sold: &Sold) -> Option<El> {
    let text = cx.text();
    if sold.groups.is_empty() {
        return None;
    }
    let mut body = el("tbody").at("role", "rowgroup");
    for ((name, places), payment) in together.roll.groups.iter().zip(&sold.groups) {
        let mut people = Exact::ZERO;
        for place in places {
            people = people + together.roll.rows.get(*place).map_or(Exact::ZERO, |row| row.people);
        }
        let name = if name.is_empty() { text.list_no_group } else { name };
        body = body.add(row(fill("{0} ({1})", &[name, &counted(people)]), *payment));
    }
    Some(table(cx, "groups", text.pay_later.to_owned(), body))
}

/// What one is paid, in a line.
pub fn words(cx: &Context, paid: Payment) -> String {
    let text = cx.text();
    match paid.later {
        Soles::ZERO => fill(text.pay_line, &[&soles(paid.now)]),
        later if paid.now == Soles::ZERO => fill(text.pay_line_only_later, &[&soles(later)]),
        later => fill(text.pay_line_later, &[&soles(paid.now), &soles(later)]),
    }
}

/// The whole list with what each is paid, and room to sign.
pub fn sheet(cx: &Context, together: &Together) -> El {
    let text = cx.text();
    let mut rows = el("tbody");
    let paid = together.sold.as_ref().and_then(|sold| sold.members.as_ref());
    for (place, member) in cx.state.case.association.members.iter().enumerate() {
        let payment = paid.and_then(|paid| paid.get(place)).copied().unwrap_or_default();
        let row = el("tr").add(said("td", (place + 1).to_string())).add(said("td", member.name.clone()));
        let row = row.add(said("td", member.group.clone())).add(said("td", member.grams.clone()));
        rows = rows.add(row.add(said("td", amount(payment.now))).add(said("td", amount(payment.later))).add(el("td")));
    }
    let mut head = el("tr");
    for words in ["N.º", text.list_name, text.list_group, "g", text.pay_now, text.pay_later, text.pay_signed] {
        head = head.add(said("th", words));
    }
    let total = together.sold.as_ref().map(|sold| {
        let left = [sold.cash.now - sold.retained.now, sold.cash.later - sold.retained.later].map(soles);
        rich(el("p"), text.pay_total, &[&left[0], &left[1], (text.channel)(sold.channel)])
    });
    el("div").maybe(total).add(classed("table", "roll").at("id", "roll").add(el("thead").add(head)).add(rows))
}
