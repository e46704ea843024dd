//! Jewelry as JSON, for `evaluate`.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::values_json::{ids, problem};
use crate::domain::case::PricedCase;
use crate::domain::compare::outcome::MonthlyGain;
use crate::domain::number::exact::Exact;
use crate::domain::term::choice::Choice;
use crate::domain::tools::jewelry::{
    self, ChannelGold, LINES, MissingForWorkshop, ToolsPayback, WorkshopMonth, WorkshopOutcome,
};

#[must_use]
pub fn jewelry(case: &PricedCase) -> Value {
    let made = jewelry::make(case);
    json!({
        "verdict": made.verdict.id(), "month": made.month.as_ref().map(month), "sold": sold(&made),
        "extra": made.extra.map(gain), "hours": plain(made.hours.map(Exact::from)),
        "an_hour": made.an_hour.map(gain), "a_person": made.a_person,
        "tools": made.tools.map(|tools| self::tools(&tools)),
        "time": made.time.map(|time| json!({ "hours": time.hours.normalize(), "pieces": time.pieces })),
        "stock_worth": made.stock_worth, "free_days": plain(made.free_days.map(Exact::from)),
        "missing": made.lacks.iter().map(lack).collect::<Vec<_>>(), "uncounted": ids(&made.uncounted),
        "problems": jewelry::problems(case).iter().map(problem).collect::<Vec<_>>(),
    })
}

fn month(month: &WorkshopMonth) -> Value {
    let lines: Map<String, Value> =
        LINES.iter().zip(month.lines).map(|(line, soles)| ((*line).to_owned(), json!(soles))).collect();
    let pieces = json!({
        "made": plain(Some(month.made)), "taken": plain(Some(month.taken)), "returned": plain(Some(month.returned)),
        "stock": plain(Some(month.stock)),
    });
    let gold = json!({
        "put_in": plain(Some(month.put_in)), "own": plain(Some(month.own)),
        "stock": plain(Some(month.stock_gold)),
    });
    json!({ "pieces": pieces, "gold": gold, "lines": lines, "left": month.left })
}

fn sold(made: &WorkshopOutcome) -> Value {
    let channel = |sold: ChannelGold| json!({ "channel": sold.channel.id(), "worth": sold.worth });
    json!({ "best": made.best.map(channel), "today": made.today.map(channel) })
}

fn gain(gain: MonthlyGain) -> Value {
    json!({ "low": gain.low, "usual": gain.mode, "high": gain.high })
}

fn tools(tools: &ToolsPayback) -> Value {
    let month = |month: Option<Decimal>| month.map_or(json!("never"), |month| json!(month));
    json!({ "cost": tools.cost, "low": month(tools.low), "usual": month(tools.usual) })
}

fn lack(lack: &MissingForWorkshop) -> Value {
    let field = lack.field().id();
    match *lack {
        MissingForWorkshop::Piece(place, _) => json!({ "piece": place, "field": field }),
        MissingForWorkshop::Sale(channel, _) => json!({ "door": channel.id(), "field": field }),
        MissingForWorkshop::Workshop(_) | MissingForWorkshop::Case(_) => json!({ "field": field }),
    }
}

/// Rounds to six decimals.
fn plain(figure: Option<Exact>) -> Option<Decimal> {
    figure.and_then(|figure| figure.round_to(6).get().ok()).map(|figure| figure.normalize())
}
