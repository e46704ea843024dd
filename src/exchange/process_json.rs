//! Processing ways (methods of gold recovery) as JSON, for `evaluate`.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::values_json::ids;
use crate::domain::case::{PricedCase, WayId};
use crate::domain::channel::ChannelId;
use crate::domain::number::exact::Exact;
use crate::domain::term::choice::Choice;
use crate::domain::tools::process::{self, BestWays, Expected, LEADS, Measure, WayGain, WayOutcome, WaySale};

#[must_use]
pub fn process(case: &PricedCase) -> Value {
    let outcome = process::compare(case);
    if outcome.no_ore {
        return json!({ "says": "no_ore" });
    }
    let ways: Map<String, Value> = outcome.ways.iter().map(|way| (way.id.id().to_owned(), self::way(way))).collect();
    let leads = LEADS.iter().zip(&outcome.leads);
    let leads: Map<String, Value> =
        leads.map(|(of, lead)| (of.id().to_owned(), json!(lead.as_ref().map(self::lead)))).collect();
    json!({
        "says": says(outcome.leads[0].as_ref()),
        "missing": ids(outcome.case_lacks()),
        "lots_per_month": outcome.ways.first().and_then(|way| way.lots_per_month).map(plain),
        "most": leads,
        "ways": ways,
        "gain": process::gain(case).as_ref().map(gain),
    })
}

fn says(money: Option<&BestWays>) -> &'static str {
    match money {
        None => "nothing",
        Some(lead) if lead.first.len() > 1 => "tie",
        Some(BestWays { against: None, .. }) => "only",
        Some(BestWays { certain: false, .. }) => "cannot_tell",
        Some(_) => "best",
    }
}

fn lead(lead: &BestWays) -> Value {
    let first: Vec<&str> = lead.first.iter().copied().map(WayId::id).collect();
    json!({
        "first": first, "against": lead.against.map(WayId::id), "more": lead.more.as_ref().map(span),
        "certain": lead.certain,
    })
}

fn way(way: &WayOutcome) -> Value {
    json!({
        "missing": ids(&way.missing), "cost_not_counted": way.lacks_cost, "figures": spans(Measure::ALL, &way.figures),
        "best": way.best.as_ref().map(sale), "today": way.today.as_ref().map(sale), "doors_lack": ids(&way.channels_lack),
        "open": channels(&way.open), "shut": channels(&way.shut), "year_lacks": ids(&way.year_lacks),
        "against_now": spans(&LEADS, &way.against_now),
    })
}

fn channels(channels: &[ChannelId]) -> Vec<&'static str> {
    channels.iter().map(|channel| channel.id()).collect()
}

fn sale(sale: &WaySale) -> Value {
    json!({ "channel": sale.channel.id(), "cash": sale.cash, "compared": sale.compared })
}

fn gain(gain: &WayGain) -> Value {
    json!({ "gold": span(&gain.gold), "mercury": gain.mercury.map(plain), "cost": gain.cost.map(plain) })
}

/// The estimates by the name of the measure; unknown ones are left out.
fn spans(of: &[Measure], spans: &[Option<Expected>]) -> Value {
    let known = of.iter().zip(spans).filter_map(|(of, span)| Some((of.id().to_owned(), self::span(span.as_ref()?))));
    known.collect()
}

/// Low, mode and high; three equal values if it is not a range.
fn span(span: &Expected) -> Value {
    json!([plain(span.low), plain(span.mode), plain(span.high)])
}

/// Rounds to six decimals, without trailing zeros.
fn plain(figure: Decimal) -> Decimal {
    Exact::from(figure).round_to(6).get().unwrap_or(figure).normalize()
}
