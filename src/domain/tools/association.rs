//! People who sell together: the pooled lot, the doors it opens, what each member is paid, and the fund.

pub mod fund;
pub mod payment;
pub mod roll;

use rust_decimal::{Decimal, dec};

use self::fund::FundOutcome;
use self::payment::JointSale;
use self::roll::MemberList;
use crate::domain::case::{Case, Column, Entry, Kind, Per, Schedule};
use crate::domain::channel::ChannelId;
use crate::domain::compare::evaluate;
use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome};
use crate::domain::engine::availability::is_clean;
use crate::domain::engine::inputs::{EntryProblem, Inputs};
use crate::domain::number::exact::Soles;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::{Requirement, Term};

/// The figures that are asked of the association itself.
pub const ASKED: &[Term] = &[(Field::Retention, Requirement::Optional), (Field::FundSaved, Requirement::Optional)];

/// The figures of a project of the fund.
pub const PROJECT: &[Term] = &[(Field::ProjectCost, Requirement::Asked)];

/// More than so many no field takes; what falls to each is then not told.
const MOST_WORKERS: Decimal = dec!(100000);

/// What comes of selling together.
#[derive(Clone, Debug, PartialEq)]
pub struct AssociationOutcome {
    pub roll: MemberList,
    /// The grams are those that the members brought; otherwise they are the lot of the case.
    pub of_members: bool,
    /// The comparison of the doors for the pooled gold.
    pub pooled: Outcome,
    /// How much of it a person alone could do with the same gold.
    pub alone: Option<AloneOutcome>,
    /// What is paid at the door that they sell through.
    pub sold: Option<JointSale>,
    pub fund: FundOutcome,
    /// Entries of the association that cannot be used.
    pub problems: Vec<EntryProblem>,
    pub uncounted: Vec<Field>,
}

/// One person with the average of the grams, without any pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AloneOutcome {
    pub grams: Decimal,
    /// Doors that can be used.
    pub open: usize,
    /// The one that leaves the most, and what: S/.
    pub best: Option<(ChannelId, Soles)>,
    /// What one person has more together than alone: their part of what the door they sell through
    /// leaves when waiting is counted, less what the organisation keeps of it.
    pub more: Option<Soles>,
}

/// Sells the gold of all members together. The grams that they brought are a month's gold in hand,
/// of the case's fineness; nobody's grams: the lot of the case. Any list gives an outcome.
#[must_use]
pub fn sell(case: &Case) -> AssociationOutcome {
    let roll = roll::read(&case.association);
    let of_members = roll.grams.is_some();
    let together = pooled_case(case, &roll);
    let pooled = evaluate(&together);
    let sheet = Inputs::of_part(&case.association.terms, ASKED, &|_| None);
    let sold = payment::pay(case, &roll, &sheet, &pooled);
    let alone = alone(&together, &roll, sold.as_ref());
    AssociationOutcome {
        fund: fund::plan(case, &together, &sheet),
        problems: sheet.problems,
        uncounted: sheet.uncounted,
        roll,
        of_members,
        pooled,
        alone,
        sold,
    }
}

/// The case of all members: their grams are gold in hand, a month's. What one person owes, and what
/// part of a sale is one's own, are no matter of the association.
fn pooled_case(case: &Case, roll: &MemberList) -> Case {
    let mut pooled = case.clone();
    if let Ok(people) = roll.people.get()
        && !roll.rows.is_empty()
        && people <= MOST_WORKERS
    {
        pooled.inputs.insert(Field::Workers, Entry::new(&people.normalize().to_string(), Unit::People));
    }
    for field in [Field::OwnShare, Field::DebtOwed, Field::DebtCharge] {
        pooled.inputs.remove(&field);
    }
    match roll.grams {
        Some(grams) => {
            // Past 28 digits there is no lot.
            let grams = grams.get().map(|grams| grams.normalize().to_string());
            of_gold(pooled, &grams.unwrap_or_default())
        }
        None => pooled,
    }
}

/// Gold in hand. Gold that was made with mercury or cyanide stays that: it is entered as amalgam that
/// is burnt, with no mercury left in it.
fn of_gold(mut case: Case, grams: &str) -> Case {
    let kind = if is_clean(&case) { Kind::Gold } else { Kind::Amalgam };
    (case.kind, case.per, case.schedule) = (kind, Per::Month, Schedule::Days);
    case.inputs.insert(Field::AmalgamMercury, Entry::new("0", Unit::Percent));
    case.inputs.insert(Field::Grams, Entry::new(grams, Unit::Gram));
    case
}

/// Nothing while the grams or the people of a row are not known: an average of some is none.
fn alone(together: &Case, roll: &MemberList, sold: Option<&JointSale>) -> Option<AloneOutcome> {
    if roll.lacking.iter().any(|lacking| matches!(lacking.column, Column::Grams | Column::People)) {
        return None;
    }
    let grams = (roll.grams? / roll.people).round_to(6).get().ok().filter(|grams| !grams.is_zero())?;
    let mut one = of_gold(together.clone(), &grams.normalize().to_string());
    one.inputs.insert(Field::Workers, Entry::new("1", Unit::People));
    for door in &mut one.channels {
        door.terms.remove(&Field::PoolGrams);
    }
    let outcome = evaluate(&one);
    let best = best(&outcome).and_then(|door| Some((door.channel, door.figures.as_ref()?.net_present_cash)));
    let each = sold.and_then(|sold| ((sold.worth - sold.retained.total()).exact() / roll.people).book().ok());
    let open = outcome.channels.iter().filter(|door| matches!(door.state, ChannelState::Ranked(_))).count();
    Some(AloneOutcome { grams, open, best, more: each.zip(best).map(|(each, (_, alone))| each - alone) })
}

/// The door that can be used and leaves the most.
#[must_use]
pub fn best(outcome: &Outcome) -> Option<&ChannelOutcome> {
    outcome.channels.iter().find(|door| matches!(door.state, ChannelState::Ranked(_)))
}
