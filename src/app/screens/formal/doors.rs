//! The doors that want papers: what each takes, what it gives once open, and when it is paid.

use super::{group, months};
use crate::app::components::door_card::{self, ask_for, keys, put};
use crate::app::components::rich::rich;
use crate::app::components::verdict::lower;
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::case::{Choice, StepId};
use crate::domain::formal::{Effort, Lack, Opening, Paid, Plan};
use crate::domain::outcome::Gain;
use crate::domain::{Field, Soles};
use crate::i18n::format::{fill, number, soles_short};

/// The doors, the one that is paid first before the others, and all of their steps together.
pub fn view(cx: &Context, plan: &Plan) -> El {
    let text = cx.text();
    let soft = |words: &'static str| classed("p", "soft").say(words);
    let list = classed("ol", "doors").all(plan.doors.iter().map(|door| card(cx, door)));
    let all = (plan.doors.len() > 1).then(|| {
        el("div").add(said("h3", text.formal_all)).add(soft(text.formal_once)).add(effort(cx, &plan.all, None))
    });
    group(text.formal_doors).add(soft(text.formal_low_case)).add(list).maybe(all)
}

fn card(cx: &Context, door: &Opening) -> El {
    let text = cx.text();
    let paid = classed("p", "lead");
    let paid = match door.low {
        Some(Paid::Month(month)) => rich(paid, text.formal_in_month, &[&number(month, 0)]),
        Some(Paid::Never) => paid.say(text.formal_never),
        None => paid.say(text.verdict_nothing),
    };
    let icon = el("svg").at("aria-hidden", "true").add(el("use").at("href", "#key"));
    let opens = match door.steps.is_empty() {
        true => said("span", text.formal_ready),
        false => el("span").add(said("b", text.opens_with)).say(format!(" {}.", listed(cx, &door.steps, " + "))),
    };
    let range = door.gain.filter(|gain| gain.low != gain.high).map(|gain| {
        let range = fill(text.range_between, &[&soles_short(gain.low), &soles_short(gain.high)]);
        classed("p", "share").say(format!("{}: {range}.", gain_word(cx, &gain)))
    });
    let uncounted = (!door.uncounted.is_empty()).then(|| {
        let steps = listed(cx, &door.uncounted, ", ");
        classed("p", "soft small").say(fill(text.formal_uncounted, &[&steps]))
    });
    let outcome = cx.outcome.doors.iter().find(|outcome| outcome.channel == door.channel);
    let figures = classed("div", "picture").add(effort(cx, &door.effort, door.gain)).maybe(range).maybe(uncounted);
    let figures = figures.maybe(outcome.and_then(|outcome| door_card::uncounted(cx, outcome)));
    let card = classed("li", "door").key(door.channel.id()).at("data-channel", door.channel.id());
    let card = card.add(said("h3", (text.channel)(door.channel))).add(paid).add(usual(cx, door, el("p")));
    let card = card.add(classed("p", "key").add(icon).add(opens)).add(figures);
    lacks(cx, door, others(cx, door, card))
        .add(said("a", text.have_papers).at("class", "link").at("href", "#/puertas/papers"))
}

/// The month of the usual case.
pub fn usual(cx: &Context, door: &Opening, line: El) -> El {
    match door.usual {
        Some(Paid::Month(month)) => rich(line, cx.text().formal_usual, &[&number(month, 0)]),
        Some(Paid::Never) => line.say(cx.text().formal_usual_never),
        None => line,
    }
}

/// What keeps a door closed even with all papers.
pub fn others(cx: &Context, door: &Opening, into: El) -> El {
    let words = || said("p", fill(cx.text().formal_others, &[&keys(cx, &door.others)]));
    into.maybe((!door.others.is_empty()).then(words))
}

/// What is missing: steps without a cost or a time, figures of the sale, where one sells today.
pub fn lacks(cx: &Context, door: &Opening, into: El) -> El {
    let text = cx.text();
    let (mut steps, mut place, mut sale) = (Vec::new(), None, Vec::new());
    let (mut cost, mut time, mut today) = (true, true, false);
    for lack in &door.lacks {
        match *lack {
            Lack::Step(step, field) => {
                cost = cost && field == Field::StepCost;
                time = time && field == Field::StepMonths;
                place = place.or(Some((Place::Step(step), field)));
                if !steps.contains(&step) {
                    steps.push(step);
                }
            }
            Lack::Sale(channel, field) => sale.push((channel, field)),
            Lack::Today => today = true,
        }
    }
    let words = match (cost, time) {
        (true, _) => text.formal_lack_cost,
        (_, true) => text.formal_lack_time,
        _ => text.formal_lack_both,
    };
    let named = place.map(|_| rich(el("p"), words, &[&listed(cx, &steps, ", ")]));
    let mut into = into.maybe(named).maybe(place.map(|(place, field)| put(cx, place, field)));
    if let Some((channel, _)) = sale.first() {
        let fields: Vec<Field> = sale.iter().map(|(_, field)| *field).collect();
        into = ask_for(cx, *channel, &fields, into);
    }
    let too_large = door.low.is_none() && door.lacks.is_empty();
    into.maybe(today.then(|| said("p", text.formal_lack_today))).maybe(too_large.then(|| said("p", text.too_large)))
}

/// Time, cost once and a year, and the gain a month, as far as each is known.
fn effort(cx: &Context, effort: &Effort, gain: Option<Gain>) -> El {
    let text = cx.text();
    let line = |words: &'static str, class: &'static str, figure: String| {
        el("div").add(said("dt", words)).add(classed("dd", class).say(figure))
    };
    let cost = |field: Field, amount: Soles| line((text.field)(field), "", soles_short(amount));
    let gained = |gain: Gain| {
        let class = if gain.usual.is_negative() { "neg" } else { "" };
        line(gain_word(cx, &gain), class, soles_short(gain.usual))
    };
    classed("dl", "purses")
        .maybe(effort.months.map(|of| line((text.field)(Field::StepMonths), "", months(cx, of))))
        .maybe(effort.once.map(|amount| cost(Field::StepCost, amount)))
        .maybe(effort.yearly.map(|amount| cost(Field::StepYearly, amount)))
        .maybe(gain.map(gained))
}

fn gain_word(cx: &Context, gain: &Gain) -> &'static str {
    if gain.usual.is_negative() { cx.text().formal_loss } else { cx.text().formal_gain }
}

fn listed(cx: &Context, steps: &[StepId], between: &str) -> String {
    let mut names = String::new();
    for step in steps {
        if !names.is_empty() {
            names.push_str(between);
        }
        names.push_str(&lower((cx.text().step)(*step)));
    }
    names
}
