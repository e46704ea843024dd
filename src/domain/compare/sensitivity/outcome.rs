//! What is told of how sure the comparison is.

use super::break_even::{BreakEven, LeadChange};
use super::scenario::Input;
use crate::domain::channel::ChannelId;
use crate::domain::number::exact::Soles;

/// How surely the best channel is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It leaves at least as much as any other at all ends together and in every draw.
    Always,
    /// In so many of a hundred samples, and that is likely. In all of them, when an end that hardly comes
    /// up turns it.
    Likely(u32),
    /// It cannot be told.
    Open(u32),
}

/// What one would have to find out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advice {
    pub input: Input,
    /// The channel it is told from.
    pub rival: ChannelId,
    /// Whichever it turns out to be, it tells which of the two leaves more.
    pub settles: bool,
}

/// What the samples say.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub best: ChannelId,
    pub certainty: Certainty,
    /// What would tell more, unless the best channel always is the best.
    pub advice: Option<Advice>,
    pub channels: Vec<ChannelSamples>,
}

impl Summary {
    /// The channel that left the most in most samples, which need not be the best as entered; of equals, the better one as
    /// entered.
    #[must_use]
    pub fn most_often(&self) -> Option<ChannelId> {
        let most = self.channels.iter().map(|channel| channel.of_hundred).max()?;
        self.channels.iter().find(|channel| channel.of_hundred == most).map(|channel| channel.channel)
    }
}

/// One channel in the samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelSamples {
    pub channel: ChannelId,
    /// In how many of a hundred it left the most, rounded down. All together are never more than a hundred.
    pub of_hundred: u32,
    /// It did now and then, but in fewer than one of a hundred.
    pub rarely: bool,
    /// Between which soles eight of ten of its samples lie, to a hundredth of its range; `None` where none
    /// opens it.
    pub middle: Option<(Soles, Soles)>,
}

/// What is known so far of how sure a comparison is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sensitivity {
    /// Of all figures, the break-even that is nearest to what was entered, past which another channel than the
    /// best leaves the most.
    pub nearest: Option<BreakEven>,
    /// For two channels, what becomes of their order as each figure moves, the nearest break-even first. Figures
    /// that make no difference between them are left out.
    pub pair: Option<(ChannelId, ChannelId)>,
    pub break_evens: Vec<(Input, LeadChange)>,
    pub summary: Option<Summary>,
}
