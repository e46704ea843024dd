//! The doors that want papers: what each takes, what it gives once open, and when it is paid.

use rust_decimal::Decimal;

use super::{group, months};
use crate::app::components::door_card::{self, ask_for, keys, put};
use crate::app::components::rich::rich;
use crate::app::components::verdict::{lower, names};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::case::StepId;
use crate::domain::compare::outcome::MonthlyGain;
use crate::domain::number::exact::Soles;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::tools::formalization::{ChannelOpening, Effort, FormalizationOutcome, MissingForOpening, PaidBack};
use crate::i18n::format::{number, percent, soles_short};

/// The doors, the one that is paid first before the others, and all of their steps together.
pub fn view(cx: &Context, plan: &FormalizationOutcome) -> El {
    let text = cx.text();
    let mut list = classed("ol", "doors");
    for door in &plan.doors {
        list = list.add(card(cx, door));
    }
    let empty = plan.doors.is_empty();
    let mut view = if empty { classed("section", "group") } else { group(text.formal.doors) };
    if plan.doors.len() > 1 && plan.all.once.is_some() && plan.all.months.is_some() {
        list = list.add(classed("li", "door").add(said("h3", text.formal.all)).add(effort(cx, &plan.all, None)));
    }
    if !empty {
        view = view.add(classed("p", "soft").say(text.formal.low_case)).maybe(year(cx, plan)).add(list);
    }
    view.add(said("a", text.door.have_papers).at("class", "link").at("href", "#/puertas/papers"))
}

/// What part of a full year the gains are: the months worked, and one's own share.
fn year(cx: &Context, plan: &FormalizationOutcome) -> Option<El> {
    let text = cx.text();
    let months = plan.months_per_year.filter(|months| *months != Decimal::from(12));
    let mut words = months.map_or(String::new(), |months| text.formal.year_spread.fill([&number(months, 1)]));
    if let Some(share) = plan.own_share.filter(|share| *share != Decimal::ONE) {
        words.push_str(&format!(" {}: {}.", (text.figures.field)(Field::OwnShare), percent(share)));
    }
    (!words.is_empty()).then(|| classed("p", "soft").say(words.trim_start().to_owned()))
}

fn card(cx: &Context, door: &ChannelOpening) -> El {
    let text = cx.text();
    let card = classed("li", "door").key(door.channel.id()).at("data-channel", door.channel.id());
    let card = card.add(said("h3", (text.names.channel)(door.channel)));
    let card = if door.low.is_some() { paid(cx, door, card, classed("p", "lead")) } else { card };
    let icon = el("svg").at("aria-hidden", "true").add(el("use").at("href", "#key"));
    let opens = match door.steps.is_empty() {
        true => said("span", text.formal.ready),
        false => el("span").add(said("b", text.door.opens_with)).say(format!(" {}.", listed(cx, &door.steps, " + "))),
    };
    let mut figures = classed("div", "picture").add(effort(cx, &door.effort, door.gain));
    if let Some(gain) = door.gain {
        if gain.low != gain.high {
            let range = text.range.may_be.fill([&soles_short(gain.low), &soles_short(gain.high)]);
            figures = figures.add(classed("p", "share").say(format!("{}: {range}.", gain_word(cx, gain))));
        }
        if !door.uncounted.is_empty() {
            let words = of_steps(cx, &[Field::StepYearly], &door.uncounted);
            figures = figures.add(classed("p", "soft small").say(text.common.uncounted.fill([&words])));
        }
        let outcome = cx.outcome.channels.iter().find(|outcome| outcome.channel == door.channel);
        figures = figures.maybe(outcome.and_then(|outcome| door_card::uncounted(cx, outcome)));
    }
    card.add(classed("p", "key").add(icon).add(opens)).add(lacks(cx, door, figures))
}

/// The month of the low case, and of the usual one.
pub fn paid(cx: &Context, door: &ChannelOpening, into: El, lead: El) -> El {
    let text = cx.text();
    let lead = match door.low {
        Some(PaidBack::Month(month)) => rich(lead, text.formal.in_month, [&number(month, 0)]),
        Some(PaidBack::Never) => lead.say(text.formal.never),
        None => lead.say(text.common.cannot_be_told),
    };
    let usual = match door.usual {
        Some(PaidBack::Month(month)) => rich(el("p"), text.formal.usual, [&number(month, 0)]),
        Some(PaidBack::Never) => el("p").say(text.formal.usual_never),
        None => return into.add(lead),
    };
    into.add(lead).add(usual)
}

/// What keeps a door closed even with all papers, and what is missing.
pub fn lacks(cx: &Context, door: &ChannelOpening, into: El) -> El {
    let mut into = into;
    if !door.others.is_empty() {
        into = into.add(said("p", others(cx, door)));
    }
    missing(cx, door, into)
}

/// "Los papeles solos no la abren. Falta además: …"
pub fn others(cx: &Context, door: &ChannelOpening) -> String {
    cx.text().formal.others.fill([&keys(cx, &door.others)])
}

/// What is missing, and the way to it: of the steps; when they are known, of the sale, and of where
/// one sells today.
pub fn missing(cx: &Context, door: &ChannelOpening, into: El) -> El {
    let text = cx.text();
    let (mut steps, mut asked, mut sale, mut at) = (Vec::new(), Vec::new(), Vec::new(), door.channel);
    for lack in &door.lacks {
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
    } else if !door.lacks.is_empty() {
        into.add(said("p", text.formal.lack_today))
    } else if door.low.is_none() && door.others.is_empty() {
        into.add(said("p", text.common.too_large))
    } else {
        into
    }
}

/// "costo único (RUC, facturas y guías)".
fn of_steps(cx: &Context, fields: &[Field], steps: &[StepId]) -> String {
    format!("{} ({})", names(cx, fields), listed(cx, steps, ", "))
}

/// Time, cost once and a year, and the gain a month, as far as each is known.
fn effort(cx: &Context, effort: &Effort, gain: Option<MonthlyGain>) -> El {
    let text = cx.text();
    let name = text.figures.field;
    let lines = [
        (name(Field::StepMonths), effort.months.map(|of| months(cx, of))),
        (name(Field::StepCost), effort.once.map(soles_short)),
        (name(Field::StepYearly), effort.yearly.map(soles_short)),
        (gain.map_or("", |gain| gain_word(cx, gain)), gain.map(|gain| soles_short(gain.usual))),
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
    if gain.usual < Soles::ZERO { cx.text().formal.loss } else { cx.text().formal.gain }
}

fn listed(cx: &Context, steps: &[StepId], between: &str) -> String {
    let mut names = String::new();
    for step in steps {
        if !names.is_empty() {
            names.push_str(between);
        }
        names.push_str(&lower((cx.text().formal.step)(*step)));
    }
    names
}
