//! What each member is paid: the cash of the sale, less what the organisation keeps, to the céntimo.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::member_list::MemberList;
use super::terms::best;
use crate::domain::case::{PricedCase, Sharing};
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome};
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::apportion::apportion;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::field::Field;

/// What the channel that they sell through leaves, and whose it is.
///
/// Cash of the channel = what is retained + every payment, now and later apart, to the céntimo.
#[derive(Clone, Debug, PartialEq)]
pub struct JointSale {
    pub channel: ChannelId,
    /// In the hand of the organisation on the day of the sale, and later.
    pub cash: Payment,
    /// What it is compared by: waiting counted, S/.
    pub worth: Soles,
    /// Whether the channel can be used now; what it would leave is shared out all the same.
    pub open: bool,
    /// Days until the last of it is there.
    pub days: Decimal,
    pub locked: Soles,
    pub fund: Soles,
    /// What the organisation keeps of it: cash × retention. Of a loss it keeps nothing.
    pub retained: Payment,
    /// What each row is paid, in the order of the list; `None` while a figure is missing, or when
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

/// The payments at the channel that was chosen, or at the one that leaves the most. `None` when it
/// has no figures.
pub(super) fn pay(case: &PricedCase, list: &MemberList, inputs: &Inputs, pooled: &Outcome) -> Option<JointSale> {
    let chosen = case.association.channel;
    let of_channel = |channel| pooled.channels.iter().find(|terms: &&ChannelOutcome| terms.channel == channel);
    let terms = chosen.map_or_else(|| best(pooled), of_channel)?;
    let figures = terms.figures.as_ref()?;
    let ledger = &figures.booked.ledger;
    let cash = Payment { now: ledger.now, later: ledger.cash_later() };
    // One that cannot be read is not none: nobody can be paid then.
    let retention = inputs.figure(Field::Retention);
    let kept = |amount: Soles| match retention {
        Some(retention) if !amount.is_negative() => (amount.exact() * retention).book().ok(),
        _ => Some(Soles::ZERO),
    };
    let retained = Payment { now: kept(cash.now)?, later: kept(cash.later)? };
    let payable = list.lacking.is_empty() && !list.rows.is_empty() && !inputs.missing.contains(&Field::Retention);
    let mut sold = JointSale {
        channel: terms.channel,
        cash,
        worth: figures.net_present_cash,
        open: matches!(terms.state, ChannelState::Ranked(_)),
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
        let (now, later) = (share_out(case, list, shared.now), share_out(case, list, shared.later));
        if let Some(((now, now_groups), (later, later_groups))) = now.zip(later) {
            sold.members = Some(pairs(&now, &later));
            sold.groups = pairs(&now_groups, &later_groups);
        }
        sold.by_nothing = sold.members.is_none() && !list.rows.is_empty();
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
fn share_out(case: &PricedCase, list: &MemberList, total: Soles) -> Option<(Vec<Soles>, Vec<Soles>)> {
    let (members, sharing) = (&case.association.members, case.association.sharing);
    let by_member = |a: usize, b: usize| members.get(a).cmp(&members.get(b));
    let mut parts = vec![Soles::ZERO; list.rows.len()];
    if list.groups.is_empty() {
        let places: Vec<usize> = (0..list.rows.len()).collect();
        pay_rows(list, sharing, total, &places, &by_member, &mut parts)?;
        return Some((parts, Vec::new()));
    }
    let between = if list.grams.is_some() { Sharing::Grams } else { sharing };
    let mut weights = Vec::new();
    for (_, places) in &list.groups {
        let mut weight = Exact::ZERO;
        for place in places {
            weight = weight + list.rows.get(*place)?.weight(between)?;
        }
        weights.push(weight);
    }
    let name = |place: usize| list.groups.get(place).map(|(name, _)| name);
    let groups = apportion(total, &weights, &|a, b| name(a).cmp(&name(b)))?;
    for ((_, places), amount) in list.groups.iter().zip(&groups) {
        pay_rows(list, sharing, *amount, places, &by_member, &mut parts)?;
    }
    Some((parts, groups))
}

fn pay_rows(
    list: &MemberList,
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
        weights.push(list.rows.get(*place)?.weight(sharing)?);
    }
    let at = |place: usize| places.get(place).copied().unwrap_or_default();
    let parts = apportion(total, &weights, &|a, b| first(at(a), at(b)))?;
    for (place, part) in places.iter().zip(parts) {
        *into.get_mut(*place)? = part;
    }
    Some(())
}
