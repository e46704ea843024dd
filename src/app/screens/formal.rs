//! Formalizing: which steps open which doors, and when they are paid.

mod doors;

use super::{compare, group, part_fields};
use crate::app::calendar::days_between;
use crate::app::components::header::mark;
use crate::app::components::rich::rich;
use crate::app::components::source;
use crate::app::components::verdict::names;
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::Place;
use crate::domain::Soles;
use crate::domain::case::Choice;
use crate::domain::formal::{self, DEADLINE, Months, Opening, Paid, Plan, Step};
use crate::i18n::format::{fill, number, soles_short};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let plan = formal::plan(&cx.state.case);
    let mut steps = classed("section", "terms");
    for needed in [true, false] {
        steps = steps.all(plan.steps.iter().filter(|of| of.needed == needed).map(|of| step(cx, of)));
    }
    stop.add(said("h1", text.formal))
        .add(said("p", text.formal_lead))
        .add(answer(cx, &plan))
        .add(group(text.formal_steps).add(classed("p", "soft").say(text.formal_ask)).add(steps))
        .maybe((!plan.doors.is_empty()).then(|| doors::view(cx, &plan)))
        .add(law(cx))
        .add(compare::print(cx))
}

/// The one answer: the door that is paid first by papers alone, or why it cannot be told.
fn answer(cx: &Context, plan: &Plan) -> El {
    let text = cx.text();
    let is_paid = |door: &&Opening| door.others.is_empty() && matches!(door.low, Some(Paid::Month(_)));
    let best = plan.doors.iter().find(is_paid).or(plan.doors.first());
    let unsure = best.is_some_and(|best| best.low.is_none());
    let class = classes("verdict", &[(unsure, "unsure")]);
    let into = el("section").at("class", class).at("aria-live", "polite").add(mark());
    let lead = || classed("p", "lead");
    let Some(best) = best else { return into.add(rich(lead(), text.formal_none, &[])) };
    match best.low {
        Some(Paid::Month(month)) => {
            let lead = rich(lead(), text.formal_paid, &[(text.channel)(best.channel), &number(month, 0)]);
            let then = best.gain.filter(|gain| gain.usual > Soles::ZERO);
            let then = then.map(|gain| rich(el("p"), text.formal_then, &[&soles_short(gain.usual)]));
            doors::others(cx, best, into.add(lead).add(doors::usual(cx, best, el("p"))).maybe(then))
        }
        Some(Paid::Never) => not_paid(cx, plan, into),
        None => doors::lacks(cx, best, into.add(lead().say(text.verdict_nothing))),
    }
}

/// What is known is not paid on the low case; today's door may be the best all the same.
fn not_paid(cx: &Context, plan: &Plan, into: El) -> El {
    let text = cx.text();
    let lead = classed("p", "lead");
    let at_home = plan.doors.iter().all(|door| door.gain.is_some_and(|gain| gain.usual <= Soles::ZERO));
    let lead = match at_home {
        true => rich(lead, text.formal_at_home, &[(text.channel)(cx.state.case.today)]),
        false => rich(lead, text.formal_not_low, &[]),
    };
    let lacking = plan.doors.iter().find(|door| door.low.is_none());
    match lacking {
        Some(door) => doors::lacks(cx, door, into.add(lead)),
        None => into.add(lead),
    }
}

/// A step with its fields. The ones that no door asks for are folded.
fn step(cx: &Context, step: &Step) -> El {
    let text = cx.text();
    let summary = el("summary").add(said("h3", (text.step)(step.id))).add(said("small", standing(cx, step)));
    let place = Place::Step(step.id);
    let fields = |place_of: std::ops::Range<usize>| {
        part_fields(cx, place, formal::asked(step.id).get(place_of).unwrap_or_default().iter(), &|_| None)
    };
    let count = formal::asked(step.id).len();
    let inside = el("div").add(fields(0..1)).maybe((!step.done).then(|| fields(1..count)));
    let folded = classed("details", "term").at("id", format!("step-{}", step.id.id())).key(step.id.id());
    folded.at("open", if step.needed { "open" } else { "" }).add(summary).add(inside)
}

/// How far a step is known, in one line.
fn standing(cx: &Context, step: &Step) -> String {
    let text = cx.text();
    if step.done {
        return text.formal_has.to_owned();
    }
    if !step.missing.is_empty() {
        return fill(text.missing, &[&names(cx, &step.missing)]);
    }
    let mut said = step.effort.once.map(soles_short).unwrap_or_default();
    if let Some((whole, groups)) = step.whole.zip(step.shared_by) {
        said = format!("{said} ({})", fill(text.formal_shared, &[&soles_short(whole), &number(groups, 0)]));
    }
    step.effort.months.map_or(said.clone(), |of| format!("{said} · {}", months(cx, of)))
}

/// "de 6 a 24 meses".
fn months(cx: &Context, months: Months) -> String {
    let text = cx.text();
    let (fast, slow) = (number(months.fast, 1), number(months.slow, 1));
    match slow.as_str() {
        "1" if fast == slow => text.formal_one_month.to_owned(),
        _ if fast == slow => fill(text.formal_months, &[&slow]),
        _ => fill(text.formal_range, &[&fast, &slow]),
    }
}

/// Until when one can formalize, and how long that still is by the clock of the device.
fn law(cx: &Context) -> El {
    let text = cx.text();
    let line = rich(el("p"), text.formal_until, &[]).say(" ");
    let line = match days_between(&cx.state.today, DEADLINE.date) {
        Some(0) => line.say(text.formal_last_day),
        Some(1) => rich(line, text.formal_one_day, &[]),
        Some(days) if days > 1 => rich(line, text.formal_days, &[&number(days.into(), 0)]),
        Some(_) => line.say(text.formal_past),
        None => line,
    };
    let source = format!("{}. {}", text.formal_source, source::reliance(cx, DEADLINE.confidence));
    group(text.formal_law).add(rich(line.say(" "), text.formal_check, &[])).add(classed("p", "soft small").say(source))
}
