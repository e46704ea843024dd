//! Payments to each member: how they are computed, per organisation, and the sheet for signatures.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::words::so_many;
use crate::app::components::bar::strip;
use crate::app::components::rich::rich;
use crate::app::components::section::group;
use crate::app::components::select::select;
use crate::app::components::table::table;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, MemberListView};
use crate::domain::case::{Column, Sharing};
use crate::domain::channel::ChannelId;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::choice::Choice;
use crate::domain::tools::association::AssociationOutcome;
use crate::domain::tools::association::payment::{JointSale, Payment};
use crate::i18n::format::{amount, number, soles};
use crate::report::percent_of;

pub fn view(cx: &Context, together: &AssociationOutcome) -> El {
    let text = cx.text();
    let into = group(text.payments.title).add(channel(cx, together));
    let Some(sold) = &together.sold else { return into.add(said("p", text.common.cannot_be_told)) };
    let print = said("button", text.payments.print).at("type", "button").at("class", "btn").at("id", "print-roll");
    let print = print.on_click(cx.click(Action::MemberList(MemberListView { printing: true, ..cx.state.member_list })));
    let into = into.maybe((!sold.open).then(|| classed("p", "neg").say(text.payments.closed)));
    let into = into.add(sums(cx, together, sold)).maybe(groups(cx, together, sold));
    match sold.members {
        Some(_) if !sold.open => into,
        Some(_) => into.add(classed("div", "next").add(print)),
        None if sold.by_nothing => into.add(said("p", text.payments.by_nothing)),
        None => into.add(said("p", text.payments.not_yet)),
    }
}

/// The channel the association sells through: the one with the most cash, unless another is chosen.
fn channel(cx: &Context, together: &AssociationOutcome) -> El {
    let text = cx.text();
    let mut options = vec![("best", text.payments.best)];
    for channel in together.pooled.channels.iter().filter(|channel| channel.figures.is_some()) {
        options.push((channel.channel.id(), (text.names.channel)(channel.channel)));
    }
    let chosen = cx.state.case.association.channel.map_or("best", Choice::id);
    let choose = |id: &str| Action::SellThrough(ChannelId::of_id(id));
    let list = select("sell-through".into(), text.payments.channel.into(), options, chosen, cx.chosen(Rc::new(choose)));
    let label = said("label", text.payments.channel).at("for", "sell-through");
    classed("div", "fields").add(classed("div", "field").add(label).add(classed("div", "box").add(list)))
}

/// The steps from the channel's cash to the amount that is shared, now and later.
fn sums(cx: &Context, together: &AssociationOutcome, sold: &JointSale) -> El {
    let text = cx.text();
    let (kept, left, people) = (sold.retained, sold.shared(), together.list.people);
    let mut rows =
        vec![head(cx, sold), row(text.payments.channel_leaves.fill([(text.names.channel)(sold.channel)]), sold.cash)];
    if kept.total() != Soles::ZERO {
        rows.push(row(text.payments.retained.to_owned(), Payment { now: -kept.now, later: -kept.later }));
    }
    rows.push(row(text.payments.shared.to_owned(), left));
    let each = |amount: Soles| (amount.exact() / people).book().unwrap_or_default();
    rows.push(row(text.payments.each.to_owned(), Payment { now: each(left.now), later: each(left.later) }));
    let fund = (sold.fund != Soles::ZERO).then(|| rich(classed("p", "soft"), text.payments.fund, [&soles(sold.fund)]));
    el("div").add(table("shared", "ledger pays", rows, &[], &[])).maybe(fund)
}

/// When the later part is paid.
fn later(cx: &Context, sold: &JointSale) -> String {
    let soon = sold.cash.later == Soles::ZERO || sold.days == Decimal::ONE;
    let days = || cx.text().payments.later_in.fill([&number(sold.days, 0)]);
    if soon { cx.text().payments.later.to_owned() } else { days() }
}

fn head(cx: &Context, sold: &JointSale) -> Vec<String> {
    vec![cx.text().ledger.concept.to_owned(), cx.text().payments.now.to_owned(), later(cx, sold)]
}

fn row(name: String, payment: Payment) -> Vec<String> {
    vec![name, amount(payment.now), amount(payment.later)]
}

/// The share of each organisation in an umbrella association.
fn groups(cx: &Context, together: &AssociationOutcome, sold: &JointSale) -> Option<El> {
    let text = cx.text();
    if sold.groups.is_empty() {
        return None;
    }
    let mut rows = vec![head(cx, sold)];
    for ((name, places), payment) in together.list.groups.iter().zip(&sold.groups) {
        let mut people = Exact::ZERO;
        for place in places {
            people = people + together.list.rows.get(*place).map_or(Exact::ZERO, |row| row.people);
        }
        let name = if name.is_empty() { text.list.no_group } else { name };
        rows.push(row(format!("{name} ({})", so_many(cx, people)), *payment));
    }
    Some(table("groups", "ledger pays", rows, &[], &[]))
}

/// The largest payment (or debt) of any member on the list: the common scale of all bars.
pub fn most(together: &AssociationOutcome) -> Soles {
    let mut most = Soles::CENT;
    if let Some(paid) = together.sold.as_ref().and_then(|sold| sold.members.as_ref()) {
        for paid in paid {
            most = most.max(paid.total()).max(-paid.now);
        }
    }
    most
}

/// A member's payment as a bar: now, and later next to it.
pub fn drawn(paid: Payment, most: Soles) -> El {
    let at = |soles: Soles| percent_of(soles, most);
    let mut parts = Vec::new();
    if paid.now.is_negative() {
        parts.push(("p-loss", Decimal::ZERO, at(-paid.now)));
    } else {
        parts.push(("p-now", Decimal::ZERO, at(paid.now)));
        if paid.later != Soles::ZERO {
            parts.push(("p-later", at(paid.now), at(paid.total())));
        }
    }
    strip(&parts).at("aria-hidden", "true")
}

/// A member's payment in one line.
pub fn words(cx: &Context, paid: Payment) -> String {
    let text = cx.text();
    match paid.later {
        Soles::ZERO => text.payments.line.fill([&soles(paid.now)]),
        later if paid.now == Soles::ZERO => text.payments.line_only_later.fill([&soles(later)]),
        later => text.payments.line_later.fill([&soles(paid.now), &soles(later)]),
    }
}

/// The complete list with each payment, and a column for signatures.
pub fn sheet(cx: &Context, together: &AssociationOutcome) -> El {
    let (text, association) = (cx.text(), &cx.state.case.association);
    let Some(sold) = &together.sold else { return el("div") };
    let any = |column: Column| association.members.iter().any(|member| !member.cell(column).is_empty());
    let mut columns = vec![Column::Name];
    columns.extend([Column::Group, Column::People, Column::Grams].into_iter().filter(|column| any(*column)));
    columns.extend(match association.sharing {
        Sharing::Days => Some(Column::Days),
        Sharing::Parts => Some(Column::Parts),
        Sharing::Grams | Sharing::Equal => None,
    });
    let waits = sold.cash.later != Soles::ZERO;
    let row = |tag: &'static str, words: Vec<String>| {
        let mut row = el("tr");
        for words in words {
            row = row.add(said(tag, words));
        }
        row
    };
    let money = |words: &mut Vec<String>, now: String, later: String| {
        words.push(now);
        words.extend(waits.then_some(later));
    };
    let mut names = vec!["N.º".to_owned()];
    names.extend(columns.iter().map(|column| super::words::name(cx, *column).to_owned()));
    money(&mut names, text.payments.now.to_owned(), later(cx, sold));
    names.push(text.payments.signed.to_owned());
    let mut body = el("tbody");
    for (place, member) in association.members.iter().enumerate() {
        let paid = sold.members.as_ref().and_then(|paid| paid.get(place)).copied().unwrap_or_default();
        let mut words = vec![(place + 1).to_string()];
        words.extend(columns.iter().map(|column| member.cell(*column).to_owned()));
        money(&mut words, amount(paid.now), amount(paid.later));
        words.push(String::new());
        body = body.add(row("td", words));
    }
    let mut sums = vec![String::new(), text.payments.sum.to_owned()];
    sums.resize(columns.len() + 1, String::new());
    money(&mut sums, amount(sold.shared().now), amount(sold.shared().later));
    sums.push(String::new());
    let list = classed("table", "roll").at("id", "roll").add(el("thead").add(row("th", names)));
    let by = text.payments.by.fill([(text.association.sharing)(association.sharing)]);
    let mut about = format!("{} · {by}", (text.names.channel)(sold.channel));
    if sold.retained.total() != Soles::ZERO {
        about.push_str(&format!(" {}: {}.", text.payments.retained, soles(sold.retained.total())));
    }
    el("div")
        .add(said("h2", cx.state.case.name.clone()))
        .add(said("p", about))
        .add(list.add(body.add(row("th", sums))))
        .add(said("p", text.payments.payer).at("class", "payer"))
}
