//! Ways to get the gold out as JSON, for `evaluate`.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::outcome_json::{ids, range};
use crate::domain::Case;
use crate::domain::case::{Choice, WayId};
use crate::domain::exact::Exact;
use crate::domain::process::{self, Against, Gain, Lead, MercuryFigures, Sale, Span, Tailings, WayOutcome};

#[must_use]
pub fn process(case: &Case) -> Value {
    let outcome = process::compare(case);
    if outcome.no_ore {
        return json!({ "says": "no_ore" });
    }
    let ways: Map<String, Value> = outcome.ways.iter().map(|way| (way.id.id().to_owned(), self::way(way))).collect();
    json!({
        "says": says(outcome.leads.money.as_ref()),
        "missing": ids(&outcome.missing),
        "lots_per_month": outcome.lots_per_month.map(plain),
        "money": outcome.leads.money.as_ref().map(lead),
        "gold": outcome.leads.gold.as_ref().map(lead),
        "gold_an_hour": outcome.leads.hour.as_ref().map(lead),
        "ways": ways,
        "gain": process::gain(case).as_ref().map(gain),
    })
}

fn says(money: Option<&Lead>) -> &'static str {
    match money {
        None => "nothing",
        Some(lead) if lead.first.len() > 1 => "tie",
        Some(Lead { against: None, .. }) => "only",
        Some(Lead { certain: false, .. }) => "cannot_tell",
        Some(_) => "best",
    }
}

fn lead(lead: &Lead) -> Value {
    let first: Vec<&str> = lead.first.iter().copied().map(WayId::id).collect();
    json!({
        "first": first, "against": lead.against.map(WayId::id), "more": lead.more.as_ref().map(span),
        "certain": lead.certain,
    })
}

fn way(way: &WayOutcome) -> Value {
    let doors: Vec<&str> = way.doors.iter().map(|(channel, _)| channel.id()).collect();
    let open: Vec<&str> = way.doors.iter().filter(|(_, open)| *open).map(|(channel, _)| channel.id()).collect();
    json!({
        "missing": ids(&way.missing), "cost_not_counted": way.lacks_cost,
        "recovery": way.recovery.as_ref().map(span), "recovered": way.recovered.as_ref().map(span),
        "hours": way.hours.map(plain), "grams_an_hour": way.per_hour.as_ref().map(span),
        "best": way.best.as_ref().map(sale), "today": way.today.as_ref().map(sale), "doors_lack": ids(&way.doors_lack),
        "doors": doors, "open": open,
        "mercury": way.mercury.as_ref().map(mercury), "tailings": way.tailings.as_ref().map(tailings),
        "against_now": way.against_now.as_ref().map(against),
    })
}

fn sale(sale: &Sale) -> Value {
    json!({
        "channel": sale.channel.id(), "cash": sale.cash, "compared": sale.compared, "range": range(sale.range),
        "soles_an_hour": sale.per_hour,
    })
}

fn mercury(mercury: &MercuryFigures) -> Value {
    json!({
        "used": span(&mercury.used), "caught": span(&mercury.caught), "lost": span(&mercury.lost),
        "per_gold": mercury.per_gold.as_ref().map(span), "kilos_a_year": mercury.kilos_a_year.as_ref().map(span),
        "missing": ids(&mercury.missing), "cost": mercury.cost.as_ref().map(span),
    })
}

fn tailings(tailings: &Tailings) -> Value {
    let kept = tailings.kept.map(|(grams, worth)| json!({ "grams": plain(grams), "worth": worth }));
    json!({ "grams": span(&tailings.grams), "worth": tailings.worth, "kept": kept })
}

fn against(against: &Against) -> Value {
    json!({
        "money": against.money.as_ref().map(span), "gold": against.gold.as_ref().map(span),
        "gold_an_hour": against.hour.as_ref().map(span),
    })
}

fn gain(gain: &Gain) -> Value {
    json!({ "gold": span(&gain.gold), "mercury": gain.mercury.map(plain) })
}

fn span(span: &Span) -> Value {
    json!({ "low": plain(span.low), "usual": plain(span.usual), "high": plain(span.high) })
}

/// To six decimals, without idle zeros.
fn plain(figure: Decimal) -> Decimal {
    Exact::from(figure).round_to(6).get().unwrap_or(figure).normalize()
}
