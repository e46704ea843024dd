//! The channels that need permits: effort, gain once open, and pay-off month.

use rust_decimal::Decimal;

use crate::app::components::channel_card::{self, ask_for, keys, put};
use crate::app::components::rich::rich;
use crate::app::components::section::group;
use crate::app::components::sentence::{lower, names};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::case::StepId;
use crate::domain::compare::outcome::MonthlyGain;
use crate::domain::number::exact::Soles;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::tools::formalization::{
    ChannelOpening, Effort, FormalizationOutcome, MissingForOpening, PaidBack, StepMonths,
};
use crate::i18n::format::{number, percent, soles_short};

/// The channels, the one that pays off first on top, and the total of all their steps.
pub fn view(cx: &Context, plan: &FormalizationOutcome) -> El {
    let text = cx.text();
    let mut list = classed("ol", "doors");
    for channel in &plan.channels {
        list = list.add(card(cx, channel));
    }
    let empty = plan.channels.is_empty();
    let mut view = if empty { classed("section", "group") } else { group(text.formalization.channels) };
    if plan.channels.len() > 1 && plan.all.once.is_some() && plan.all.months.is_some() {
        list = list.add(classed("li", "door").add(said("h3", text.formalization.all)).add(effort(cx, &plan.all, None)));
    }
    if !empty {
        view = view.add(classed("p", "soft").say(text.formalization.low_case)).maybe(year(cx, plan)).add(list);
    }
    view.add(said("a", text.channel.have_papers).at("class", "link").at("href", "#/puertas/papers"))
}

/// The part of a full year in the gains: the working months, and the person's share.
fn year(cx: &Context, plan: &FormalizationOutcome) -> Option<El> {
    let text = cx.text();
    let months = plan.months_per_year.filter(|months| *months != Decimal::from(12));
    let mut words = months.map_or(String::new(), |months| text.formalization.year_spread.fill([&number(months, 1)]));
    if let Some(share) = plan.own_share.filter(|share| *share != Decimal::ONE) {
        words.push_str(&format!(" {}: {}.", (text.figures.field)(Field::OwnShare), percent(share)));
    }
    (!words.is_empty()).then(|| classed("p", "soft").say(words.trim_start().to_owned()))
}

fn card(cx: &Context, channel: &ChannelOpening) -> El {
    let text = cx.text();
    let card = classed("li", "door").key(channel.channel.id()).at("data-channel", channel.channel.id());
    let card = card.add(said("h3", (text.names.channel)(channel.channel)));
    let card = if channel.low.is_some() { paid(cx, channel, card, classed("p", "lead")) } else { card };
    let icon = el("svg").at("aria-hidden", "true").add(el("use").at("href", "#key"));
    let opens = match channel.steps.is_empty() {
        true => said("span", text.formalization.ready),
        false => {
            el("span").add(said("b", text.channel.opens_with)).say(format!(" {}.", listed(cx, &channel.steps, " + ")))
        }
    };
    let mut figures = classed("div", "picture").add(effort(cx, &channel.effort, channel.gain));
    if let Some(gain) = channel.gain {
        if gain.low != gain.high {
            let range = text.range.may_be.fill([&soles_short(gain.low), &soles_short(gain.high)]);
            figures = figures.add(classed("p", "share").say(format!("{}: {range}.", gain_word(cx, gain))));
        }
        if !channel.uncounted.is_empty() {
            let words = of_steps(cx, &[Field::StepYearly], &channel.uncounted);
            figures = figures.add(classed("p", "soft small").say(text.common.uncounted.fill([&words])));
        }
        let outcome = cx.outcome.channels.iter().find(|outcome| outcome.channel == channel.channel);
        figures = figures.maybe(outcome.and_then(|outcome| channel_card::uncounted(cx, outcome)));
    }
    card.add(classed("p", "key").add(icon).add(opens)).add(lacks(cx, channel, figures))
}

/// The pay-off month in the low case and in the mode case.
pub fn paid(cx: &Context, channel: &ChannelOpening, into: El, lead: El) -> El {
    let text = cx.text();
    let lead = match channel.low {
        Some(PaidBack::Month(month)) => rich(lead, text.formalization.in_month, [&number(month, 0)]),
        Some(PaidBack::Never) => lead.say(text.formalization.never),
        None => lead.say(text.common.cannot_be_told),
    };
    let usual = match channel.usual {
        Some(PaidBack::Month(month)) => rich(el("p"), text.formalization.usual, [&number(month, 0)]),
        Some(PaidBack::Never) => el("p").say(text.formalization.usual_never),
        None => return into.add(lead),
    };
    into.add(lead).add(usual)
}

/// What keeps a channel closed even with all permits, and what is missing.
pub fn lacks(cx: &Context, channel: &ChannelOpening, into: El) -> El {
    let mut into = into;
    if !channel.other_reasons.is_empty() {
        into = into.add(said("p", others(cx, channel)));
    }
    missing(cx, channel, into)
}

/// "Los papeles solos no la abren. Falta además: …"
pub fn others(cx: &Context, channel: &ChannelOpening) -> String {
    cx.text().formalization.others.fill([&keys(cx, &channel.other_reasons)])
}

/// What is missing, with a link: first for the steps; if those are known, for the sale, then for today's channel.
pub fn missing(cx: &Context, opening: &ChannelOpening, into: El) -> El {
    let text = cx.text();
    let (mut steps, mut asked, mut sale, mut at) = (Vec::new(), Vec::new(), Vec::new(), opening.channel);
    for lack in &opening.lacks {
        match *lack {
            MissingForOpening::Step(step, field) => {
                if steps.last() != Some(&step) {
                    steps.push(step);
                }
                if !asked.contains(&field) {
                    asked.push(field);
                }
            }
            MissingForOpening::Sale(channel, field) => {
                at = if sale.is_empty() { channel } else { at };
                sale.push(field);
            }
            MissingForOpening::Today => {}
        }
    }
    if let (Some(step), Some(field)) = (steps.first(), asked.first()) {
        let words = text.common.missing.fill([&of_steps(cx, &asked, &steps)]);
        into.add(said("p", words)).add(put(cx, Place::Step(*step), *field))
    } else if !sale.is_empty() {
        ask_for(cx, at, &sale, into)
    } else if !opening.lacks.is_empty() {
        into.add(said("p", text.formalization.lack_today))
    } else if opening.low.is_none() && opening.other_reasons.is_empty() {
        into.add(said("p", text.common.too_large))
    } else {
        into
    }
}

/// "costo único (RUC, facturas y guías)".
fn of_steps(cx: &Context, fields: &[Field], steps: &[StepId]) -> String {
    format!("{} ({})", names(cx, fields), listed(cx, steps, ", "))
}

/// Time, one-time and yearly cost, and the gain per month, as far as known.
fn effort(cx: &Context, effort: &Effort, gain: Option<MonthlyGain>) -> El {
    let text = cx.text();
    let name = text.figures.field;
    let lines = [
        (name(Field::StepMonths), effort.months.map(|of| months(cx, of))),
        (name(Field::StepCost), effort.once.map(soles_short)),
        (name(Field::StepYearly), effort.yearly.map(soles_short)),
        (gain.map_or("", |gain| gain_word(cx, gain)), gain.map(|gain| soles_short(gain.mode))),
    ];
    let mut list = classed("dl", "purses");
    for (words, figure) in lines {
        if let Some(figure) = figure {
            list = list.add(el("div").add(said("dt", words)).add(said("dd", figure)));
        }
    }
    list
}

fn gain_word(cx: &Context, gain: MonthlyGain) -> &'static str {
    if gain.mode < Soles::ZERO { cx.text().formalization.loss } else { cx.text().formalization.gain }
}

fn listed(cx: &Context, steps: &[StepId], between: &str) -> String {
    let mut names = String::new();
    for step in steps {
        if !names.is_empty() {
            names.push_str(between);
        }
        names.push_str(&lower((cx.text().formalization.step)(*step)));
    }
    names
}

/// "de 6 a 24 meses".
pub(super) fn months(cx: &Context, months: StepMonths) -> String {
    let text = cx.text();
    let (fast, slow) = (number(months.fast, 1), number(months.slow, 1));
    match fast == slow {
        true => text.counted(text.formalization.months, &slow).fill([&slow]),
        false => text.formalization.range.fill([&fast, &slow]),
    }
}
