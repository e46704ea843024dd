//! What a door pays before anything is paid on the way: an offer, its share, and the premium.

use super::{as_entered, as_sold, book};
use crate::domain::case::{Case, Door, Kind};
use crate::domain::channel::ChannelId;
use crate::domain::compare::offer::OfferCheck;
use crate::domain::compare::outcome::Gain;
use crate::domain::engine::inputs::{Origin, Sheet, Spread};
use crate::domain::engine::ledger::{Group, What};
use crate::domain::engine::pipeline::Part;
use crate::domain::engine::range;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;

/// The user's own offer: the terms of the first door, before costs and debts.
pub(super) fn offer(case: &Case, of_case: &Sheet) -> Option<OfferCheck> {
    let (door, sheet) = own_offer(case, of_case, ChannelId::Camp)?;
    let (booked, _, lot) = book(case, door, &sheet, &Part::default()).ok()?;
    let in_hand = matches!(case.kind, Kind::Gold | Kind::Amalgam);
    let on_scale = lot.gold.map(|gold| gold.gross).filter(|_| in_hand);
    let mut check = OfferCheck::of(&booked, on_scale)?;
    let checked = |sheets: &[Sheet]| {
        let (booked, ..) = book(case, door, sheets.first()?, &Part::default()).ok()?;
        OfferCheck::of(&booked, None)
    };
    let figures = |sheets: &[Sheet]| match checked(sheets) {
        Some(check) => range::values(&[Some(check.share), Some(check.paid.decimal()), Some(check.gap.decimal())]),
        None => Default::default(),
    };
    let ranges = range::each(std::slice::from_ref(&sheet), &|_| true, &figures);
    (check.range, check.paid_range, check.gap_range) = (ranges[0], ranges[1], ranges[2]);
    let moving = || sheet.uncertain().map(|key| key.field).filter(|field| *field != Field::MonthlyRate);
    let purity = sheet.spread(Field::Fineness).filter(|_| moving().eq([Field::Fineness]));
    check.purity = purity.map(|purity| (purity.low, purity.high));
    Some(check)
}

/// A door with its figures, when a price was entered there and none of them is missing.
fn own_offer<'a>(case: &'a Case, of_case: &Sheet, channel: ChannelId) -> Option<(&'a Door, Sheet)> {
    let door = case.door(channel)?;
    let sheet = before_costs(of_case, door);
    let offered = sheet.spread(Field::Price).is_some_and(|price| price.origin == Origin::Yours);
    (offered && sheet.missing.is_empty()).then_some((door, sheet))
}

/// The figures of a door up to its price: what is paid on the way, taxes and debts are left out, and
/// need not be known.
fn before_costs(of_case: &Sheet, door: &Door) -> Sheet {
    let mut sheet = of_case.with_door(door);
    let paid = What::ALL.iter().filter(|what| what.group() >= Group::Cost);
    for field in paid.filter_map(|what| what.field()) {
        sheet.clear(field);
        sheet.missing.retain(|missing| *missing != field);
    }
    sheet
}

/// What the offer entered for a door pays for gold that is ready to be sold, of its worth: sale ÷ (value −
/// gold that is not got out), before either is booked. Nothing without an offer, or for ore that is sold as it lies.
pub fn paid_share(case: &Case, channel: ChannelId) -> Option<Spread> {
    let case = &as_entered(case);
    let (door, sheet) = own_offer(case, &Sheet::of_case(case), channel)?;
    let sold = as_sold(case, door);
    let share = |sheets: &[Sheet]| {
        let (booked, _, lot) = book(&sold, door, sheets.first()?, &Part::default()).ok()?;
        lot.gold?;
        booked.recovered_share()
    };
    let usual = share(std::slice::from_ref(&sheet))?;
    let (low, high) = range::of(std::slice::from_ref(&sheet), &|_| true, &share).unwrap_or((usual, usual));
    Some(Spread { low, usual, high, unit: Unit::Percent, origin: Origin::Found })
}

/// What a door brings to the organisation's fund in a month, at either end of what is uncertain. The
/// premium is of the grams that are sold: no cost takes anything of it, and none has to be known.
pub fn fund_a_month(case: &Case, door: &Door) -> Option<Gain> {
    let mut sheet = before_costs(&Sheet::of_case(case), door);
    sheet.missing.retain(|field| !matches!(field, Field::DayValue | Field::MercuryPrice));
    let sold = as_sold(case, door);
    let fund = |sheets: &[Sheet]| {
        let (booked, work, _) = book(&sold, door, sheets.first()?, &Part::default()).ok()?;
        (booked.ledger.fund.exact() * work.lots_per_month?).book().ok().map(Soles::decimal)
    };
    if !sheet.missing.is_empty() {
        return None;
    }
    let usual = fund(std::slice::from_ref(&sheet))?;
    let (low, high) = range::of(std::slice::from_ref(&sheet), &|_| true, &fund).unwrap_or((usual, usual));
    let [low, usual, high] = [low, usual, high].map(|soles| Exact::from(soles).book().ok());
    Some(Gain { low: low?, usual: usual?, high: high? })
}
