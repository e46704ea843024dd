//! Formalization: which steps open which channels, and when they pay off.

mod channels;

use channels::months;

use crate::app::calendar::days_between;
use crate::app::components::rich::{emphasized, rich};
use crate::app::components::section::{group, part_fields, print};
use crate::app::components::sentence::names;
use crate::app::components::{header, source};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::number::exact::Soles;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Term;
use crate::domain::tools::formalization::{self, DEADLINE, FormalizationOutcome, StepOutcome};
use crate::i18n::format::{number, soles_short};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let plan = formalization::plan(&cx.state.case);
    let steps = group(text.formalization.steps).add(classed("p", "soft").say(text.formalization.ask));
    stop.add(said("h1", text.formalization.title))
        .add(said("p", text.formalization.lead))
        .add(answer(cx, &plan))
        .add(steps.add(listed(cx, &plan, true)).add(listed(cx, &plan, false)))
        .add(channels::view(cx, &plan))
        .add(law(cx))
        .add(print(cx, text.common.print))
}

/// The answer: the channel that pays off first, or why this is unknown. A channel that permits alone do not open has no
/// month: the answer says what else it needs.
fn answer(cx: &Context, plan: &FormalizationOutcome) -> El {
    let text = cx.text();
    let best = plan.channels.first();
    let unsure = best.is_some_and(|best| best.low.is_none());
    let into = classed("section", if unsure { "verdict unsure" } else { "verdict" });
    let into = into.at("aria-live", "polite").add(header::mark());
    let lead = classed("p", "lead");
    let Some(best) = best else { return into.add(emphasized(lead, text.formalization.none)) };
    let at_home = plan.channels.iter().all(|channel| channel.gain.is_some_and(|gain| gain.mode <= Soles::ZERO));
    let opens = best.other_reasons.is_empty();
    if at_home && (best.low.is_some() || !opens) {
        return into.add(rich(lead, text.formalization.at_home, [(text.names.channel)(cx.state.case.today)]));
    }
    if unsure && opens {
        return channels::missing(cx, best, into.add(lead.say(text.common.cannot_be_told)));
    }
    let lead = lead.add(said("b", (text.names.channel)(best.channel))).say(". ");
    if !opens {
        return channels::missing(cx, best, into.add(lead.say(channels::others(cx, best))));
    }
    let into = channels::paid(cx, best, into, lead);
    let then = best.gain.filter(|gain| gain.mode > Soles::ZERO);
    let then = then.map(|gain| rich(el("p"), text.formalization.then, [&soles_short(gain.mode)]));
    channels::lacks(cx, best, into.maybe(then))
}

/// The steps that a closed channel needs, unfolded; or the other steps.
fn listed(cx: &Context, plan: &FormalizationOutcome, needed: bool) -> El {
    let mut list = classed("section", "terms steps");
    for of in &plan.steps {
        if of.needed == needed {
            list = list.add(step(cx, of));
        }
    }
    list
}

fn step(cx: &Context, step: &StepOutcome) -> El {
    let text = cx.text();
    let terms = formalization::terms(step.id);
    let switches = terms.iter().position(|(field, _)| *field == Field::StepMonths).unwrap_or_default();
    let (done, rest) = terms.split_at_checked(switches).unwrap_or_default();
    let (first, more) = rest.split_at_checked(2).unwrap_or_default();
    let fields = |of: &[Term]| part_fields(cx, Place::Step(step.id), of.iter(), &|_| None);
    let summary =
        el("summary").add(said("h3", (text.formalization.step)(step.id))).add(said("small", requirement(cx, step)));
    let mut inside = el("div").add(fields(done));
    if !step.done {
        let more = classed("details", "more").add(said("summary", text.formalization.more)).add(fields(more));
        inside = inside.add(fields(first)).add(more);
    }
    let folded = classed("details", "term").at("id", format!("step-{}", step.id.id())).key(step.id.id());
    folded.at("open", if step.needed { "open" } else { "" }).add(summary).add(inside)
}

/// How much is known about a step, in one line.
fn requirement(cx: &Context, step: &StepOutcome) -> String {
    let text = cx.text();
    if !step.needed {
        return text.formalization.not_needed.to_owned();
    }
    let (Some(once), Some(taken), true) = (step.effort.once, step.effort.months, step.missing.is_empty()) else {
        return text.common.missing.fill([&names(cx, &step.missing)]);
    };
    if step.done {
        return (text.figures.field)(Field::StepDone).to_owned();
    }
    let mut cost = soles_short(once);
    if let (Some(whole), Some(groups)) = (step.whole, step.shared_by) {
        cost.push(' ');
        cost.push_str(&text.formalization.shared.fill([&soles_short(whole), &number(groups, 0)]));
    }
    format!("{cost} · {}", months(cx, taken))
}

/// The legal deadline for formalization, and the days left by the device's clock.
fn law(cx: &Context) -> El {
    let text = cx.text();
    let line = emphasized(el("p"), text.formalization.until).say(" ");
    let days = days_between(&cx.state.today, DEADLINE.date).filter(|_| cx.state.knows_today());
    let line = match days {
        Some(days) if days < 0 => line.say(text.formalization.past),
        Some(days) => rich(line, text.formalization.days, [&number(days.into(), 0)]),
        None => line,
    };
    let source = classed("p", "soft small").say(format!(
        "{} {}",
        text.formalization.source,
        source::reliance(cx, DEADLINE.confidence)
    ));
    group(text.formalization.law).add(emphasized(line.say(" "), text.formalization.check)).add(source)
}
