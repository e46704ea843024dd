//! The association tool: the pooled lot, the channels it opens, the payment of each member, and the fund.

pub mod fund;
pub mod member_list;
pub mod payment;
mod terms;

use rust_decimal::{Decimal, dec};
pub use terms::{ASKED, PROJECT, best};

use self::fund::FundOutcome;
use self::member_list::MemberList;
use self::payment::JointSale;
use crate::domain::case::{Association, Column, Entry, Kind, Per, PricedCase, Schedule};
use crate::domain::channel::ChannelId;
use crate::domain::compare::evaluate;
use crate::domain::compare::outcome::{ChannelState, Outcome};
use crate::domain::engine::availability::is_clean;
use crate::domain::engine::estimate::EntryProblem;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::Soles;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The association tool: people who sell together, and their fund.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "asociacion", holds: Holds::Own(|case| case.association != Association::default()) };

/// Limit of the number of workers in its field; above it, no share per worker is calculated.
const MOST_WORKERS: Decimal = dec!(100000);

/// The result of selling together.
#[derive(Clone, Debug, PartialEq)]
pub struct AssociationOutcome {
    pub list: MemberList,
    /// Whether the grams are those that the members brought; otherwise the lot of the case is used.
    pub of_members: bool,
    /// The comparison of channels for the pooled gold.
    pub pooled: Outcome,
    /// What one person alone could get for the same gold, for comparison.
    pub alone: Option<AloneOutcome>,
    /// The payments at the channel through which they sell.
    pub sold: Option<JointSale>,
    pub fund: FundOutcome,
    /// Invalid entries of the association.
    pub problems: Vec<EntryProblem>,
    pub uncounted: Vec<Field>,
}

/// One person selling alone with the average grams of a member, without a pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AloneOutcome {
    pub grams: Decimal,
    /// Number of channels that can be used.
    pub open: usize,
    /// The channel that leaves most, and what it leaves in S/.
    pub best: Option<(ChannelId, Soles)>,
    /// How much more one person gets together than alone: their part of what the common channel leaves after waiting,
    /// minus what the organisation retains.
    pub more: Option<Soles>,
}

/// Sells the gold of all members together. The grams that they brought are one month's gold in hand, with the fineness
/// of the case; if no grams are entered, the lot of the case is used. Any list gives an outcome.
#[must_use]
pub fn sell(case: &PricedCase) -> AssociationOutcome {
    let list = member_list::read(&case.association);
    let of_members = list.grams.is_some();
    let together = pooled_case(case, &list);
    let pooled = evaluate(&together);
    let inputs = Inputs::of_part(&case.association.terms, ASKED, &|_| None);
    let sold = payment::pay(case, &list, &inputs, &pooled);
    let alone = alone(&together, &list, sold.as_ref());
    AssociationOutcome {
        fund: fund::plan(case, &together, &inputs),
        problems: inputs.problems,
        uncounted: inputs.uncounted,
        list,
        of_members,
        pooled,
        alone,
        sold,
    }
}

/// The case of all members: their grams are one month's gold in hand. The debts of one person and the user's own part
/// of a sale are not part of it.
fn pooled_case(case: &PricedCase, list: &MemberList) -> PricedCase {
    let mut pooled = case.clone();
    if let Ok(people) = list.people.get()
        && !list.rows.is_empty()
        && people <= MOST_WORKERS
    {
        pooled.inputs.insert(Field::Workers, Entry::new(&people.normalize().to_string(), Unit::People));
    }
    for field in [Field::OwnShare, Field::DebtOwed, Field::DebtCharge] {
        pooled.inputs.remove(&field);
    }
    match list.grams {
        Some(grams) => {
            // Past 28 digits there is no lot.
            let grams = grams.get().map(|grams| grams.normalize().to_string());
            of_gold(pooled, &grams.unwrap_or_default())
        }
        None => pooled,
    }
}

/// Converts the case to gold in hand. Gold that was made with mercury or cyanide must stay unclean: it is entered as
/// burnt amalgam with no mercury left in it.
fn of_gold(mut case: PricedCase, grams: &str) -> PricedCase {
    let kind = if is_clean(&case) { Kind::Gold } else { Kind::Amalgam };
    (case.kind, case.per, case.schedule) = (kind, Per::Month, Schedule::Days);
    case.inputs.insert(Field::AmalgamMercury, Entry::new("0", Unit::Percent));
    case.inputs.insert(Field::Grams, Entry::new(grams, Unit::Gram));
    case
}

/// `None` while the grams or the people of any row are missing: an average of some rows would be wrong.
fn alone(together: &PricedCase, list: &MemberList, sold: Option<&JointSale>) -> Option<AloneOutcome> {
    if list.lacking.iter().any(|lacking| matches!(lacking.column, Column::Grams | Column::People)) {
        return None;
    }
    let grams = (list.grams? / list.people).round_to(6).get().ok().filter(|grams| !grams.is_zero())?;
    let mut one = of_gold(together.clone(), &grams.normalize().to_string());
    one.inputs.insert(Field::Workers, Entry::new("1", Unit::People));
    for channel in &mut one.channels {
        channel.terms.remove(&Field::PoolGrams);
    }
    let outcome = evaluate(&one);
    let best = best(&outcome).and_then(|channel| Some((channel.channel, channel.figures.as_ref()?.net_present_cash)));
    let each = sold.and_then(|sold| ((sold.worth - sold.retained.total()).exact() / list.people).book().ok());
    let open = outcome.channels.iter().filter(|channel| matches!(channel.state, ChannelState::Ranked(_))).count();
    Some(AloneOutcome { grams, open, best, more: each.zip(best).map(|(each, (_, alone))| each - alone) })
}
