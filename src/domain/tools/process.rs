//! The process tool: ways to get the gold out of the same ore, compared by gold, time, mercury, money, channels.
//!
//! A way is the case with another method: the way's figures replace those of the case, and the one engine evaluates it.
//! No formula of the engine is repeated here.

mod against;
mod outcome;
mod way;
mod worked;

pub use against::{WayGain, gain};
pub use outcome::{BestWays, Expected, LEADS, Measure, ProcessOutcome, WayOutcome, WaySale};
use way::has_ore;
pub use way::{asked, found, method, now_by, stands, take_up};
use worked::WorkedWay;

use crate::domain::case::{Case, PricedCase, WayId};
use crate::domain::term::choice::Choice;
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The process tool: ways to get the gold out.
pub const TOOL: ToolDefinition = ToolDefinition {
    address: "proceso",
    holds: Holds::Own(|case| {
        let empty = Case::default();
        (&case.ways, case.way_now, case.way_planned) != (&empty.ways, empty.way_now, empty.way_planned)
    }),
};

/// Evaluates and compares every way that takes part, on the ore of the case. Any input gives an outcome; none panics.
#[must_use]
pub fn compare(case: &PricedCase) -> ProcessOutcome {
    let (now, mut worked) = (now_by(case), Vec::new());
    for way in case.ways.iter().filter(|way| has_ore(case) && stands(case, way)) {
        let mut way = WorkedWay::new(case, way);
        way.add_figures();
        worked.push(way);
    }
    let leads = against::leads(now, &worked);
    let mut more = [[None; LEADS.len()]; <WayId as Choice>::ALL.len()];
    if let Some(now) = worked.iter().find(|way| way.id == now) {
        for (way, more) in worked.iter().zip(&mut more).filter(|(way, _)| way.id != now.id) {
            *more = LEADS.map(|of| against::more(way, now, of));
        }
    }
    let mut ways = Vec::new();
    for (way, more) in worked.into_iter().zip(more) {
        let mut outcome = way.outcome;
        outcome.against_now = more;
        ways.push(outcome);
    }
    ProcessOutcome { no_ore: !has_ore(case), ways, leads }
}
