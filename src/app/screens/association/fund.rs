//! The fund: its income from the premium, its projects, and the month in which each is paid.

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::app::components::items::{self, ItemList};
use crate::app::components::rich::{emphasized, rich};
use crate::app::components::section::{group, part_fields};
use crate::app::components::select::select;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, Items, Place};
use crate::domain::compare::outcome::MonthlyGain;
use crate::domain::term::choice::Choice;
use crate::domain::tools::association;
use crate::domain::tools::association::fund::{ChannelPremium, FundOutcome, ProjectPayment};
use crate::domain::tools::association::payment::JointSale;
use crate::i18n::format::{number, soles, soles_short};

pub fn view(cx: &Context, fund: &FundOutcome, sold: Option<&JointSale>) -> El {
    let (text, association) = (cx.text(), &cx.state.case.association);
    let mut premiums = classed("div", "premiums").at("role", "radiogroup").at("aria-label", text.fund.channel);
    for premium in &fund.premiums {
        premiums = premiums.add(choice(cx, premium));
    }
    let kind = ItemList {
        items: Items::Projects,
        id: "project",
        place: Place::Project,
        terms: association::PROJECT,
        name: text.fund.project,
        ordered: true,
        least: 0,
    };
    let below = |place: usize| Some(when(cx, fund, place));
    let all = association.projects.len();
    let other = |sold: &JointSale| {
        rich(
            el("p"),
            text.fund.other,
            [(text.names.channel)(sold.channel), (text.names.channel)(association.fund_channel)],
        )
    };
    group(text.fund.title)
        .add(classed("p", "soft").say(text.fund.lead))
        .add(premiums)
        .add(part_fields(cx, Place::Association, association::ASKED.iter().skip(1), &|_| None))
        .add(said("h3", text.fund.projects))
        .maybe((all > 0).then(|| classed("p", "soft").say(text.fund.order)))
        .maybe(sold.filter(|sold| all > 0 && sold.channel != association.fund_channel).map(other))
        .add(items::list(cx, &kind, &association.projects, &below))
        .maybe(left(cx, fund))
        .add(add(cx))
}

/// What a channel's premium brings per month, and a choice of the channel used for the fund.
fn choice(cx: &Context, premium: &ChannelPremium) -> El {
    let (text, channel) = (cx.text(), premium.channel);
    let on = cx.state.case.association.fund_channel == channel;
    let input =
        el("input").at("type", "radio").at("name", "fund").at("id", format!("fund-{}", channel.id())).checked(on);
    let words = el("span").add(said("b", (text.names.channel)(channel))).say(": ");
    let words = match premium.month {
        None => words.say(text.fund.no_month),
        Some(month) if month.low == month.high => rich(words, text.fund.month, [&soles_short(month.mode)]),
        Some(MonthlyGain { low, mode: usual, high }) => {
            rich(words, text.fund.month_range, [&soles_short(usual), &soles_short(low), &soles_short(high)])
        }
    };
    let shut = (!premium.open).then(|| classed("span", "soft").say(format!(" {}", text.fund.shut)));
    el("label")
        .at("class", if on { "on" } else { "" })
        .add(input.on_change(cx.change(Action::FundChannel(channel))))
        .add(words.maybe(shut))
}

/// The month in which a project can be paid.
fn when(cx: &Context, fund: &FundOutcome, place: usize) -> El {
    let text = cx.text();
    let line = classed("p", "when");
    let Some(project) = fund.projects.get(place) else { return line };
    match project.paid {
        ProjectPayment::Now => emphasized(line, text.fund.now),
        ProjectPayment::Month(month, low) if low == Some(month) => rich(line, text.fund.paid, [&number(month, 0)]),
        ProjectPayment::Month(month, Some(low)) => {
            rich(line, text.fund.paid_range, [&number(month, 0), &number(low, 0)])
        }
        ProjectPayment::Month(month, None) => rich(line, text.fund.paid, [&number(month, 0)]),
        ProjectPayment::Never => emphasized(line, text.fund.never),
        ProjectPayment::Unknown => line.say(text.fund.unknown),
    }
}

fn left(cx: &Context, fund: &FundOutcome) -> Option<El> {
    let left = fund.left.filter(|left| left.decimal() >= Decimal::ZERO)?;
    Some(rich(classed("p", "lead"), cx.text().fund.left, [&soles(left)]))
}

/// Buttons to add a project: typical ones that associations have paid, or another.
fn add(cx: &Context) -> El {
    let text = cx.text();
    let [ideas @ .., other] = text.fund.ideas;
    let mut options = vec![("none", text.fund.add)];
    options.extend(ideas.map(|idea| (idea, idea)));
    options.push(("other", other));
    let choose = |name: &str| match name {
        "none" => Action::Quiet,
        "other" => Action::AddItem(Items::Projects, String::new()),
        name => Action::AddItem(Items::Projects, name.to_owned()),
    };
    let list = select("add-project".into(), text.fund.add.into(), options, "none", cx.chosen(Rc::new(choose)));
    classed("div", "field screen").add(classed("div", "box").add(list))
}
