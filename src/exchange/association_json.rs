//! The association as JSON, for `evaluate`.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::values_json::{channel, error, ids, problem, verdict};
use crate::domain::case::PricedCase;
use crate::domain::compare::outcome::MonthlyGain;
use crate::domain::number::exact::Exact;
use crate::domain::term::choice::Choice;
use crate::domain::tools::association::fund::{FundOutcome, ProjectPayment};
use crate::domain::tools::association::member_list::MissingCell;
use crate::domain::tools::association::payment::{JointSale, Payment};
use crate::domain::tools::association::{self, AloneOutcome};

/// `null` if there is neither a member nor a project.
#[must_use]
pub fn association(case: &PricedCase) -> Value {
    if case.association.members.is_empty() && case.association.projects.is_empty() {
        return Value::Null;
    }
    let together = association::sell(case);
    let list = &together.list;
    json!({
        "people": plain(list.people), "of": if together.of_members { "members" } else { "lot" },
        "grams": list.grams.and_then(plain), "groups": list.groups.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        "lacking": list.lacking.iter().map(lacking).collect::<Vec<_>>(),
        "fine_grams": together.pooled.lot.map(|lot| lot.fine), "verdict": verdict(&together.pooled.verdict),
        "doors": together.pooled.channels.iter().map(channel).collect::<Vec<_>>(),
        "alone": together.alone.as_ref().map(alone), "sold": together.sold.as_ref().map(sold),
        "fund": fund(&together.fund), "missing": ids(&together.pooled.missing),
        "uncounted": ids(&together.uncounted), "problems": together.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn plain(exact: Exact) -> Option<Decimal> {
    exact.get().ok().map(|figure| figure.normalize())
}

fn lacking(lacking: &MissingCell) -> Value {
    let (cause, detail) = lacking.what.as_ref().map_or(("missing", Value::Null), error);
    json!({ "row": lacking.row, "column": lacking.column.id(), "cause": cause, "detail": detail })
}

fn alone(alone: &AloneOutcome) -> Value {
    let best = alone.best.map(|(channel, compared)| json!({ "channel": channel.id(), "compared": compared }));
    json!({ "grams": alone.grams.normalize(), "open": alone.open, "best": best, "more_together": alone.more })
}

fn sold(sold: &JointSale) -> Value {
    let all = |payments: &Vec<Payment>| payments.iter().map(payment).collect::<Vec<_>>();
    json!({
        "channel": sold.channel.id(), "open": sold.open, "worth": sold.worth, "by_nothing": sold.by_nothing, "cash": payment(&sold.cash), "days": sold.days, "locked": sold.locked, "fund": sold.fund,
        "retained": payment(&sold.retained), "members": sold.members.as_ref().map(all), "groups": all(&sold.groups),
    })
}

fn payment(payment: &Payment) -> Value {
    json!({ "now": payment.now, "later": payment.later })
}

fn fund(fund: &FundOutcome) -> Value {
    let premiums = fund.premiums.iter().map(|premium| {
        let month = premium.month.map(|MonthlyGain { low, mode: usual, high }| [low, usual, high]);
        json!({ "channel": premium.channel.id(), "month": month, "open": premium.open })
    });
    let projects = fund.projects.iter().map(|project| {
        let paid = match project.paid {
            ProjectPayment::Now => json!("now"),
            ProjectPayment::Month(usual, low) => json!({ "month": usual, "low": low }),
            ProjectPayment::Never => json!("never"),
            ProjectPayment::Unknown => Value::Null,
        };
        json!({ "cost": project.cost, "paid": paid, "problems": project.problems.iter().map(problem).collect::<Vec<_>>() })
    });
    json!({
        "premiums": premiums.collect::<Vec<_>>(), "saved": fund.saved, "projects": projects.collect::<Vec<_>>(),
        "left": fund.left,
    })
}
