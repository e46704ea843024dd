//! Formalization as JSON, for `evaluate`.

use serde_json::{Map, Value, json};

use super::values_json::{closed, problem};
use crate::domain::case::PricedCase;
use crate::domain::term::choice::Choice;
use crate::domain::tools::formalization::{
    self, ChannelOpening, DEADLINE, Effort, MissingForOpening, PaidBack, StepOutcome,
};

#[must_use]
pub fn formalization(case: &PricedCase) -> Value {
    let plan = formalization::plan(case);
    let steps: Map<String, Value> = plan.steps.iter().map(|of| (of.id.id().to_owned(), step(of))).collect();
    json!({
        "doors": plan.channels.iter().map(channel).collect::<Vec<_>>(), "steps": steps, "all": effort(&plan.all),
        "months_per_year": plan.months_per_year.map(|months| months.normalize()),
        "own_share": plan.own_share.map(|share| share.normalize()),
        "deadline": { "date": DEADLINE.date, "source": DEADLINE.source, "confidence": DEADLINE.confidence.id() },
    })
}

fn channel(channel: &ChannelOpening) -> Value {
    json!({
        "channel": channel.channel.id(), "steps": ids(&channel.steps), "effort": effort(&channel.effort),
        "gain": channel.gain.map(|gain| json!({ "low": gain.low, "usual": gain.mode, "high": gain.high })),
        "paid": { "low": channel.low.map(paid), "usual": channel.usual.map(paid) },
        "others": channel.other_reasons.iter().map(closed).collect::<Vec<_>>(),
        "missing": channel.lacks.iter().map(lack).collect::<Vec<_>>(), "uncounted": ids(&channel.uncounted),
    })
}

fn step(step: &StepOutcome) -> Value {
    json!({
        "needed": step.needed, "done": step.done, "whole": step.whole, "shared_by": step.shared_by,
        "effort": effort(&step.effort), "uncounted": step.uncounted,
        "missing": step.missing.iter().map(|field| field.id()).collect::<Vec<_>>(),
        "problems": step.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn effort(effort: &Effort) -> Value {
    let months = |months: formalization::StepMonths| json!({ "fast": months.fast.normalize(), "usual": months.usual.normalize(), "slow": months.slow.normalize() });
    json!({ "months": effort.months.map(months), "once": effort.once, "yearly": effort.yearly })
}

fn paid(paid: PaidBack) -> Value {
    match paid {
        PaidBack::Month(month) => json!(month),
        PaidBack::Never => json!("never"),
    }
}

fn lack(lack: &MissingForOpening) -> Value {
    match lack {
        MissingForOpening::Step(step, field) => json!({ "step": step.id(), "field": field.id() }),
        MissingForOpening::Sale(channel, field) => json!({ "door": channel.id(), "field": field.id() }),
        MissingForOpening::Today => json!({ "needs": "today" }),
    }
}

fn ids<C: Choice>(choices: &[C]) -> Vec<&'static str> {
    choices.iter().map(|choice| choice.id()).collect()
}
