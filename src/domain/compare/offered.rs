//! What a channel pays before costs: an offer, its share of the real value, and the premium.

use super::booking::{as_entered, as_seen_by, book};
use crate::domain::case::{ChannelTerms, Kind, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::compare::offer::OfferCheck;
use crate::domain::compare::outcome::MonthlyGain;
use crate::domain::engine::estimate::{Estimate, Origin};
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::line_kind::{Group, LineKind};
use crate::domain::engine::pipeline::Part;
use crate::domain::engine::range;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// The check of the user's own offer: the terms of the first channel, before costs and debts.
pub(super) fn offer(case: &PricedCase, of_case: &Inputs) -> Option<OfferCheck> {
    let (channel, inputs) = own_offer(case, of_case, ChannelId::Camp)?;
    let (booked, _, lot) = book(case, channel, &inputs, &Part::default()).ok()?;
    let in_hand = matches!(case.kind, Kind::Gold | Kind::Amalgam);
    let on_scale = lot.gold.map(|gold| gold.gross).filter(|_| in_hand);
    let mut check = OfferCheck::from_booked(&booked, on_scale)?;
    let checked = |all_inputs: &[Inputs]| {
        let (booked, ..) = book(case, channel, all_inputs.first()?, &Part::default()).ok()?;
        OfferCheck::from_booked(&booked, None)
    };
    let figures = |all_inputs: &[Inputs]| match checked(all_inputs) {
        Some(check) => range::values(&[Some(check.share), Some(check.paid.decimal()), Some(check.gap.decimal())]),
        None => Default::default(),
    };
    let ranges = range::ranges_of(std::slice::from_ref(&inputs), &|_| true, &figures);
    (check.range, check.paid_range, check.gap_range) = (ranges[0], ranges[1], ranges[2]);
    let moving = || inputs.uncertain().map(|key| key.field).filter(|field| *field != Field::MonthlyRate);
    let purity = inputs.estimate(Field::Fineness).filter(|_| moving().eq([Field::Fineness]));
    check.purity = purity.map(|purity| (purity.low, purity.high));
    Some(check)
}

/// A channel with its inputs; `None` if no price was entered for it or a figure is missing.
fn own_offer<'a>(case: &'a PricedCase, of_case: &Inputs, channel: ChannelId) -> Option<(&'a ChannelTerms, Inputs)> {
    let terms = case.channel_terms(channel)?;
    let inputs = before_costs(of_case, terms);
    let offered = inputs.estimate(Field::Price).is_some_and(|price| price.origin == Origin::Yours);
    (offered && inputs.missing.is_empty()).then_some((terms, inputs))
}

/// The inputs of a channel up to its price: costs, taxes and debts are removed and need not be known.
fn before_costs(of_case: &Inputs, channel: &ChannelTerms) -> Inputs {
    let mut inputs = of_case.with_channel(channel);
    let paid = LineKind::ALL.iter().filter(|what| what.group() >= Group::Cost);
    for field in paid.filter_map(|what| what.field()) {
        inputs.clear(field);
        inputs.missing.retain(|missing| *missing != field);
    }
    inputs
}

/// The share of its value that the offer entered for a channel pays for gold ready for sale: sale ÷ (value −
/// unrecovered gold), before either is booked. `None` without an offer, or for ore that is sold unprocessed.
pub fn paid_share(case: &PricedCase, channel: ChannelId) -> Option<Estimate> {
    let case = &as_entered(case);
    let (terms, inputs) = own_offer(case, &Inputs::of_case(case), channel)?;
    let sold = as_seen_by(case, terms);
    let share = |all_inputs: &[Inputs]| {
        let (booked, _, lot) = book(&sold, terms, all_inputs.first()?, &Part::default()).ok()?;
        lot.gold?;
        booked.recovered_share()
    };
    let usual = share(std::slice::from_ref(&inputs))?;
    let (low, high) = range::range_of(std::slice::from_ref(&inputs), &|_| true, &share).unwrap_or((usual, usual));
    Some(Estimate { low, mode: usual, high, unit: Unit::Percent, origin: Origin::Found })
}

/// The premium that a channel brings to the organisation's fund in a month, with its range. The premium is paid on the
/// grams sold: no cost reduces it, so no cost needs to be known.
pub fn fund_a_month(case: &PricedCase, channel: &ChannelTerms) -> Option<MonthlyGain> {
    let mut inputs = before_costs(&Inputs::of_case(case), channel);
    inputs.missing.retain(|field| !matches!(field, Field::DayValue | Field::MercuryPrice));
    let sold = as_seen_by(case, channel);
    let fund = |all_inputs: &[Inputs]| {
        let (booked, work, _) = book(&sold, channel, all_inputs.first()?, &Part::default()).ok()?;
        (booked.ledger.fund.exact() * work.lots_per_month?).book().ok().map(Soles::decimal)
    };
    if !inputs.missing.is_empty() {
        return None;
    }
    let usual = fund(std::slice::from_ref(&inputs))?;
    let (low, high) = range::range_of(std::slice::from_ref(&inputs), &|_| true, &fund).unwrap_or((usual, usual));
    let [low, usual, high] = [low, usual, high].map(|soles| Exact::from(soles).book().ok());
    Some(MonthlyGain { low: low?, mode: usual?, high: high? })
}
