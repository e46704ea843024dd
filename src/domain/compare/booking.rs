//! Books one channel on its inputs: the basis of the comparison, the ranges and the offer.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::domain::case::{ChannelTerms, Method, Per, PricedCase};
use crate::domain::channel::Buys;
use crate::domain::engine::availability::{Closed, closed, wrong_product};
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::inputs::Inputs;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::engine::lot::Lot;
use crate::domain::engine::pipeline::{self, Booked, Part};
use crate::domain::engine::waiting;
use crate::domain::engine::work::Work;
use crate::domain::number::exact::Soles;
use crate::domain::term::field::Field;

/// The case with the entered quantity as its lot, whatever period the quantity is the output of.
pub(super) fn as_entered(case: &PricedCase) -> Cow<'_, PricedCase> {
    match case.per {
        Per::Lot => Cow::Borrowed(case),
        _ => {
            let mut entered = case.clone();
            entered.per = Per::Lot;
            Cow::Owned(entered)
        }
    }
}

/// The case as the channel sees it: a plant takes the ore before it is processed.
pub(crate) fn as_seen_by<'a>(case: &'a PricedCase, channel: &ChannelTerms) -> Cow<'a, PricedCase> {
    match channel.channel.channel().buys {
        Buys::OreBySettlement if case.method != Method::None => {
            let mut unworked = case.clone();
            unworked.method = Method::None;
            Cow::Owned(unworked)
        }
        _ => Cow::Borrowed(case),
    }
}

pub(super) fn first_error(inputs: &Inputs) -> EvaluationError {
    inputs.missing.first().map_or(EvaluationError::TooLarge, |field| EvaluationError::Missing(*field))
}

/// Why a channel cannot be used; empty while the lot is not known. `case` is the case as the channel sees it.
pub(super) fn reasons(case: &PricedCase, channel: &ChannelTerms, inputs: &Inputs, part: &Part) -> Vec<Closed> {
    match lot_of(case, inputs) {
        Ok((work, lot)) => reasons_of_lot(case, channel, inputs, part, &work, &lot),
        Err(_) => Vec::new(),
    }
}

pub(super) fn reasons_of_lot(
    case: &PricedCase,
    terms: &ChannelTerms,
    inputs: &Inputs,
    part: &Part,
    work: &Work,
    lot: &Lot,
) -> Vec<Closed> {
    let channel = terms.channel.channel();
    match wrong_product(channel, lot) {
        Some(reason) => vec![reason],
        None => closed(case, channel, inputs, work, &part.of_lot(lot)),
    }
}

pub(super) fn lot_of(case: &PricedCase, inputs: &Inputs) -> Result<(Work, Lot), EvaluationError> {
    let work = Work::from_inputs(case, inputs)?;
    let lot = Lot::from_inputs(case, inputs, &work)?;
    Ok((work, lot))
}

pub(super) fn book(
    case: &PricedCase,
    channel: &ChannelTerms,
    inputs: &Inputs,
    part: &Part,
) -> Result<(Booked, Work, Lot), EvaluationError> {
    let (work, lot) = lot_of(case, inputs)?;
    if wrong_product(channel.channel.channel(), &lot).is_some() {
        return Err(EvaluationError::WrongProduct);
    }
    Ok((pipeline::book(channel.channel.channel(), inputs, &work, &lot, part)?, work, lot))
}

pub(super) fn worth_today(inputs: &Inputs, booked: &Booked) -> Option<Soles> {
    waiting::worth_today(&booked.ledger, inputs.figure(Field::MonthlyRate)?).ok()
}

/// The net present cash, by which channels are compared: the cash after waiting, without deducting the advance that
/// this channel takes back. An advance is owed wherever one sells, so it is no reason to sell elsewhere.
pub(super) fn net_present_cash(inputs: &Inputs, booked: &Booked) -> Option<Soles> {
    Some(worth_today(inputs, booked)? - booked.ledger.line(LineKind::Advance))
}

/// The net present cash of a channel on moved inputs. `case` is the case as the channel sees it.
pub(crate) fn worth_of(case: &PricedCase, channel: &ChannelTerms, inputs: &Inputs, part: &Part) -> Option<Decimal> {
    let (booked, ..) = book(case, channel, inputs, part).ok()?;
    net_present_cash(inputs, &booked).map(Soles::decimal)
}

/// The net present cash of a channel on moved inputs, with the booking behind it; `None` if the moved inputs close the
/// channel.
pub(crate) fn booked_if_open(
    case: &PricedCase,
    channel: &ChannelTerms,
    inputs: &Inputs,
    part: &Part,
) -> Option<(Soles, (Booked, Work, Lot))> {
    let (booked, work, lot) = book(case, channel, inputs, part).ok()?;
    let compared = net_present_cash(inputs, &booked)?;
    let is_open = reasons_of_lot(case, channel, inputs, part, &work, &lot).is_empty();
    is_open.then_some((compared, (booked, work, lot)))
}
