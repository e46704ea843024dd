//! The result of a sensitivity study: certainty, advice, and the samples of each channel.

use super::break_even::{BreakEven, LeadChange};
use super::scenario::Input;
use crate::domain::channel::ChannelId;
use crate::domain::number::exact::Soles;

/// How certain it is that the best channel is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It leaves at least as much as any other at all ends together and in every sample.
    Always,
    /// It is the best in this percentage of samples, which is likely. This may be 100, if only an end that hardly
    /// occurs in a sample reverses the order.
    Likely(u32),
    /// It cannot be told; the percentage of samples in which it is the best.
    Open(u32),
}

/// The input that one should find out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advice {
    pub input: Input,
    /// The channel that it would distinguish from the best one.
    pub rival: ChannelId,
    /// Whether any value of this input decides which of the two leaves more.
    pub settles: bool,
}

/// The summary of the samples.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub best: ChannelId,
    pub certainty: Certainty,
    /// What to find out; `None` if the best channel always is the best.
    pub advice: Option<Advice>,
    pub channels: Vec<ChannelSamples>,
}

impl Summary {
    /// The channel that left most in most samples, which may differ from the best as entered; if equal, the one that is
    /// better as entered.
    #[must_use]
    pub fn most_often(&self) -> Option<ChannelId> {
        let most = self.channels.iter().map(|channel| channel.of_hundred).max()?;
        self.channels.iter().find(|channel| channel.of_hundred == most).map(|channel| channel.channel)
    }
}

/// One channel's samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelSamples {
    pub channel: ChannelId,
    /// The percentage of samples in which it left most, rounded down. All together never exceed a hundred.
    pub of_hundred: u32,
    /// Whether it left most in some samples, but in fewer than one of a hundred.
    pub rarely: bool,
    /// The central 80 % of its samples, in soles, to a hundredth of its range; `None` if no sample opens it.
    pub central_80: Option<(Soles, Soles)>,
}

/// The results of a study so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sensitivity {
    /// The break-even nearest to an entered value, beyond which another channel than the best leaves most.
    pub nearest: Option<BreakEven>,
    /// For a pair of channels, how their order changes as each input moves, the nearest break-even first. Inputs that
    /// make no difference between them are left out.
    pub pair: Option<(ChannelId, ChannelId)>,
    pub break_evens: Vec<(Input, LeadChange)>,
    pub summary: Option<Summary>,
}
