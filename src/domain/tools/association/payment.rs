//! The payment of each member: the cash of the sale minus what the organisation retains, to the céntimo.

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

/// What the common channel leaves, and how it is shared out.
///
/// Cash of the channel = what is retained + every payment, now and later separately, to the céntimo.
#[derive(Clone, Debug, PartialEq)]
pub struct JointSale {
    pub channel: ChannelId,
    /// Cash of the organisation on the day of the sale, and later.
    pub cash: Payment,
    /// Net present cash in S/, by which it is compared.
    pub worth: Soles,
    /// Whether the channel can be used now. Its figures are shared out even if it cannot.
    pub open: bool,
    /// Days until the last cash arrives.
    pub days: Decimal,
    pub locked: Soles,
    pub fund: Soles,
    /// What the organisation retains: cash × retention. It retains nothing of a loss.
    pub retained: Payment,
    /// The payment of each row, in the order of the list; `None` while a figure is missing, or if the weights add up to
    /// zero.
    pub members: Option<Vec<Payment>>,
    /// Nothing is missing, but the weights are zero: all days (parts, grams) of the list, or of one organisation, are
    /// zero.
    pub by_nothing: bool,
    /// The payment of each organisation of an umbrella, in the order of the groups.
    pub groups: Vec<Payment>,
}

/// Money now and money later; they are never added up as cash in hand.
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
    /// The amount shared out: the cash minus what is retained.
    #[must_use]
    pub fn shared(&self) -> Payment {
        Payment { now: self.cash.now - self.retained.now, later: self.cash.later - self.retained.later }
    }
}

/// The payments at the chosen channel, or at the one that leaves most. `None` if that channel has no figures.
pub(super) fn pay(case: &PricedCase, list: &MemberList, inputs: &Inputs, pooled: &Outcome) -> Option<JointSale> {
    let chosen = case.association.channel;
    let of_channel = |channel| pooled.channels.iter().find(|outcome: &&ChannelOutcome| outcome.channel == channel);
    let outcome = chosen.map_or_else(|| best(pooled), of_channel)?;
    let figures = outcome.figures.as_ref()?;
    let ledger = &figures.booked.ledger;
    let cash = Payment { now: ledger.now, later: ledger.cash_later() };
    // A retention that is invalid is not zero: nobody can be paid then.
    let retention = inputs.figure(Field::Retention);
    let kept = |amount: Soles| match retention {
        Some(retention) if !amount.is_negative() => (amount.exact() * retention).book().ok(),
        _ => Some(Soles::ZERO),
    };
    let retained = Payment { now: kept(cash.now)?, later: kept(cash.later)? };
    let payable = list.lacking.is_empty() && !list.rows.is_empty() && !inputs.missing.contains(&Field::Retention);
    let mut sold = JointSale {
        channel: outcome.channel,
        cash,
        worth: figures.net_present_cash,
        open: matches!(outcome.state, ChannelState::Ranked(_)),
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

/// Shares out an amount among the rows and among the organisations. In an umbrella, each organisation is first paid for
/// the grams that it brought (if grams are known) and shares that out among its own rows as agreed. Céntimos that could
/// go to either of two rows go to the first by name, so that the order of the list changes nothing.
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
