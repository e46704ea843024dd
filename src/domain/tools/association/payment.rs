//! What each member is paid: the cash of the sale, less what the organisation keeps, to the céntimo.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::best;
use super::roll::MemberList;
use crate::domain::case::{Case, Sharing};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::apportion::apportion;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;

/// What the door that they sell through leaves, and whose it is.
///
/// Cash of the door = what is retained + every payment, now and later apart, to the céntimo.
#[derive(Clone, Debug, PartialEq)]
pub struct JointSale {
    pub channel: ChannelId,
    /// In the hand of the organisation on the day of the sale, and later.
    pub cash: Payment,
    /// What it is compared by: waiting counted, S/.
    pub worth: Soles,
    /// Whether the door can be used now; what it would leave is shared out all the same.
    pub open: bool,
    /// Days until the last of it is there.
    pub days: Decimal,
    pub locked: Soles,
    pub fund: Soles,
    /// What the organisation keeps of it: cash × retention. Of a loss it keeps nothing.
    pub retained: Payment,
    /// What each row is paid, in the order of the list; nothing while a figure is missing, or when
    /// those that it goes by add up to nothing.
    pub members: Option<Vec<Payment>>,
    /// Nothing is missing, and still there is nothing to share out by: all days (parts, grams) of the
    /// list, or of one organisation, are zero.
    pub by_nothing: bool,
    /// What falls to each organisation of an umbrella, in the order of the groups.
    pub groups: Vec<Payment>,
}

/// Money now and money later, which are never one figure of cash in hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Payment {
    pub now: Soles,
    pub later: Soles,
}

impl Payment {
    #[must_use]
    pub fn total(&self) -> Soles {
        self.now + self.later
    }
}

impl JointSale {
    /// What is shared out: the cash less what the organisation keeps.
    #[must_use]
    pub fn shared(&self) -> Payment {
        Payment { now: self.cash.now - self.retained.now, later: self.cash.later - self.retained.later }
    }
}

/// The payments at the door that was chosen, or at the one that leaves the most. Nothing when it
/// has no figures.
pub(super) fn pay(case: &Case, roll: &MemberList, sheet: &Inputs, pooled: &Outcome) -> Option<JointSale> {
    let chosen = case.association.channel;
    let of_channel = |channel| pooled.channels.iter().find(|door: &&ChannelOutcome| door.channel == channel);
    let door = chosen.map_or_else(|| best(pooled), of_channel)?;
    let figures = door.figures.as_ref()?;
    let ledger = &figures.booked.ledger;
    let cash = Payment { now: ledger.now, later: ledger.cash_later() };
    // One that cannot be read is not none: nobody can be paid then.
    let retention = sheet.figure(Field::Retention);
    let kept = |amount: Soles| match retention {
        Some(retention) if !amount.is_negative() => (amount.exact() * retention).book().ok(),
        _ => Some(Soles::ZERO),
    };
    let retained = Payment { now: kept(cash.now)?, later: kept(cash.later)? };
    let payable = roll.lacking.is_empty() && !roll.rows.is_empty() && !sheet.missing.contains(&Field::Retention);
    let mut sold = JointSale {
        channel: door.channel,
        cash,
        worth: figures.net_present_cash,
        open: matches!(door.state, ChannelState::Ranked(_)),
        days: figures.days,
        locked: ledger.locked,
        fund: ledger.fund,
        retained,
        members: None,
        by_nothing: false,
        groups: Vec::new(),
    };
    if payable {
        let shared = sold.shared();
        let (now, later) = (share_out(case, roll, shared.now), share_out(case, roll, shared.later));
        if let Some(((now, now_groups), (later, later_groups))) = now.zip(later) {
            sold.members = Some(pairs(&now, &later));
            sold.groups = pairs(&now_groups, &later_groups);
        }
        sold.by_nothing = sold.members.is_none() && !roll.rows.is_empty();
    }
    Some(sold)
}

fn pairs(now: &[Soles], later: &[Soles]) -> Vec<Payment> {
    now.iter().zip(later).map(|(now, later)| Payment { now: *now, later: *later }).collect()
}

/// An amount by the rows of the list, and by the organisations. An umbrella is a pool of pools: each
/// organisation is paid for the grams that it brought (where grams are known), and shares that out
/// among its own as was agreed. Of céntimos that could go to either of two, the one with the first
/// name gets them: the order of the list changes nothing.
fn share_out(case: &Case, roll: &MemberList, total: Soles) -> Option<(Vec<Soles>, Vec<Soles>)> {
    let (members, sharing) = (&case.association.members, case.association.sharing);
    let by_member = |a: usize, b: usize| members.get(a).cmp(&members.get(b));
    let mut parts = vec![Soles::ZERO; roll.rows.len()];
    if roll.groups.is_empty() {
        let places: Vec<usize> = (0..roll.rows.len()).collect();
        pay_rows(roll, sharing, total, &places, &by_member, &mut parts)?;
        return Some((parts, Vec::new()));
    }
    let between = if roll.grams.is_some() { Sharing::Grams } else { sharing };
    let mut weights = Vec::new();
    for (_, places) in &roll.groups {
        let mut weight = Exact::ZERO;
        for place in places {
            weight = weight + roll.rows.get(*place)?.weight(between)?;
        }
        weights.push(weight);
    }
    let name = |place: usize| roll.groups.get(place).map(|(name, _)| name);
    let groups = apportion(total, &weights, &|a, b| name(a).cmp(&name(b)))?;
    for ((_, places), amount) in roll.groups.iter().zip(&groups) {
        pay_rows(roll, sharing, *amount, places, &by_member, &mut parts)?;
    }
    Some((parts, groups))
}

fn pay_rows(
    roll: &MemberList,
    sharing: Sharing,
    total: Soles,
    places: &[usize],
    first: &dyn Fn(usize, usize) -> Ordering,
    into: &mut [Soles],
) -> Option<()> {
    if total == Soles::ZERO {
        return Some(());
    }
    let mut weights = Vec::with_capacity(places.len());
    for place in places {
        weights.push(roll.rows.get(*place)?.weight(sharing)?);
    }
    let at = |place: usize| places.get(place).copied().unwrap_or_default();
    let parts = apportion(total, &weights, &|a, b| first(at(a), at(b)))?;
    for (place, part) in places.iter().zip(parts) {
        *into.get_mut(*place)? = part;
    }
    Some(())
}
