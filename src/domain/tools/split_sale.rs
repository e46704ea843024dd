//! The split sale tool: one lot sold through several channels, with the same purses.
//!
//! Each channel books its part of the lot by the one engine ([`Part`] says what is shared out and what each channel
//! charges in full). The split sale is the sum of the parts, compared with selling everything through one channel.

mod cut;
mod outcome;
mod portions;

use cut::LotCut;
pub use cut::Size;
pub use outcome::{BesideSingle, PortionOutcome, SingleChannel, SplitOutcome, SplitVerdict};
use portions::Portions;

use crate::domain::case::{PricedCase, SplitSale};
use crate::domain::channel::ChannelId;
use crate::domain::compare::{CaseInputs, ChannelEvaluation};
use crate::domain::engine::pipeline::Part;
use crate::domain::number::exact::Exact;
use crate::domain::tools::definition::{Holds, ToolDefinition};

/// The split sale tool: one lot sold through several channels.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "mezcla", holds: Holds::Own(|case| case.split_sale != SplitSale::default()) };

/// Evaluates the split sale of a case. Any case gives an outcome; none panics.
#[must_use]
pub fn share_out(case: &PricedCase) -> SplitOutcome {
    let all_inputs = &CaseInputs::read(case);
    let shared = &all_inputs.worked;
    let entered = cut::entered(case);
    let missing = shared.missing.clone();
    let mut mixed = SplitOutcome {
        verdict: SplitVerdict::Nothing,
        portions: Vec::new(),
        missing,
        over: None,
        total: None,
        singles: Vec::new(),
    };
    let Some(cut) = LotCut::of(case, &entered, shared) else { return mixed };
    mixed.missing.clear();
    mixed.over = cut.over();
    mixed.portions = portions(case, all_inputs, &cut);
    let takes = |channel: ChannelId| channel == case.split_sale.rest || cut.share(channel) != Some(Exact::ZERO);
    let channels = case.channels.iter().filter(|terms| terms.on || takes(terms.channel));
    let whole = channels.map(|terms| ChannelEvaluation::read(case, terms, all_inputs, Part::default())).collect();
    let mixing = Portions { case, shared, entered, whole };
    mixed.total = if cut.is_valid() { mixing.total(&mixed.portions) } else { None };
    mixed.singles = mixing.singles(mixed.total.as_ref());
    mixed.verdict = mixed.says();
    mixed
}

/// The portion of each channel. If an amount is invalid, the rest is not known.
fn portions(case: &PricedCase, all_inputs: &CaseInputs, cut: &LotCut) -> Vec<PortionOutcome> {
    let mut portions = Vec::new();
    for terms in &case.channels {
        let (channel, share) = (terms.channel, cut.share(terms.channel));
        let is_rest = channel == case.split_sale.rest;
        if share == Some(Exact::ZERO) || (is_rest && !cut.is_valid()) {
            continue;
        }
        let size = share.map(|share| cut.size(share));
        let evaluation = size
            .filter(|_| cut.over().is_none())
            .map(|_| ChannelEvaluation::read(case, terms, all_inputs, cut.part(channel)));
        let outcome = evaluation.map(|evaluation| evaluation.outcome(case, None, None));
        portions.push(PortionOutcome { channel, is_rest, size, problem: cut::problem(case, channel), outcome });
    }
    portions
}
