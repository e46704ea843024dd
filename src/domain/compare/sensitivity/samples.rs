//! Seeded Monte Carlo samples: every uncertain input takes a value between its ends, most often near its mode.
//!
//! The value of an input depends only on the number of the sample and the name of the input. So the same case gives the
//! same picture everywhere, regardless of the order of entry, and a small change of an input changes the picture only a
//! little.

use rust_decimal::Decimal;

use super::scenario::{Input, Scenario};
use crate::domain::channel::ChannelId;
use crate::domain::engine::estimate::Estimate;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::term::choice::Choice;

/// The number of samples.
pub const SAMPLES: u32 = 10_000;
/// Digits of a uniform value between 0 and 1.
const DIGITS: u32 = 6;
/// Histogram bins between the ends of a channel, in which its samples are counted.
const SLICES: usize = 100;
/// The weight of one win; divisible among two to eight channels that tie.
const WIN: u64 = 840;

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): the number at index
/// `place` of the sequence that starts with `seed`.
#[must_use]
pub fn split_mix(seed: u64, place: u64) -> u64 {
    let gamma = 0x9e37_79b9_7f4a_7c15_u64;
    let mut z = seed.wrapping_add(gamma.wrapping_mul(place.wrapping_add(1)));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The seed of an input: the FNV-1a hash of its names.
fn seed(input: Input) -> u64 {
    let channel = input.channel.map_or("", |channel| channel.id());
    let cut = u8::try_from(input.key.cut).unwrap_or(u8::MAX);
    let names = input.key.field.id().bytes().chain([0]).chain(channel.bytes()).chain([0, cut]);
    names.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// A uniform value above 0 and below 1.
fn even(seed: u64, place: u64) -> Exact {
    let bits = split_mix(seed, place) >> 32;
    let whole = bits.wrapping_mul(1_000_000) >> 32;
    let half = Decimal::new(5, DIGITS.saturating_add(1));
    Exact::from(Decimal::new(whole.cast_signed(), DIGITS)) + half.into()
}

/// A sample of the triangular distribution with its peak at the mode: low + (high − usual) × min(u, v) + (usual − low)
/// × max(u, v), with u and v uniform samples (Stein and Keblis, "A new method to simulate the triangular distribution",
/// 2009).
#[must_use]
pub fn triangle(estimate: &Estimate, u: Exact, v: Exact) -> Exact {
    let (low, usual, high) = (Exact::from(estimate.low), Exact::from(estimate.mode), Exact::from(estimate.high));
    low + (high - usual) * u.min(v) + (usual - low) * u.max(v)
}

/// The Monte Carlo samples of some channels so far.
#[derive(Clone, Debug)]
pub(super) struct MonteCarlo {
    scenario: Scenario,
    inputs: Vec<(Input, Estimate, u64)>,
    done: u32,
    /// Per channel, the samples in which it left most, in units of [`WIN`]. A win that several channels share is
    /// divided equally, so that all wins together never exceed the number of samples.
    wins: Vec<u64>,
    /// Per channel, the samples in which it left at least as much as any other.
    never_less: Vec<u32>,
    counts: Vec<Count>,
}

/// The histogram of what a channel left, in bins between its ends.
#[derive(Clone, Debug)]
struct Count {
    low: Soles,
    high: Soles,
    slices: [u32; SLICES],
    open: u32,
}

impl MonteCarlo {
    /// Prepares the samples of a scenario's channels; `ends` is the range of what each channel leaves.
    pub(super) fn new(scenario: Scenario, ends: Vec<(Soles, Soles)>) -> MonteCarlo {
        let mut inputs = Vec::new();
        for input in scenario.uncertain() {
            if let Some(estimate) = scenario.estimate(input) {
                inputs.push((input, estimate, seed(input)));
            }
        }
        let count = |(low, high)| Count { low, high, slices: [0; SLICES], open: 0 };
        let counts: Vec<Count> = ends.into_iter().map(count).collect();
        MonteCarlo { scenario, inputs, done: 0, wins: vec![0; counts.len()], never_less: vec![0; counts.len()], counts }
    }

    pub(super) fn is_done(&self) -> bool {
        // If nothing is uncertain, every sample is the same.
        self.done >= SAMPLES || self.inputs.is_empty()
    }

    /// Whether no sample was taken yet.
    pub(super) fn is_idle(&self) -> bool {
        self.done == 0
    }

    /// Whether no input is uncertain.
    pub(super) fn is_sure(&self) -> bool {
        self.inputs.is_empty()
    }

    /// Takes one sample of every uncertain input and counts the result.
    pub(super) fn draw(&mut self) {
        for (input, estimate, seed) in &self.inputs {
            let place = u64::from(self.done).wrapping_mul(2);
            let (u, v) = (even(*seed, place), even(*seed, place.wrapping_add(1)));
            if let Ok(figure) = triangle(estimate, u, v).get() {
                self.scenario.set(*input, figure);
            }
        }
        self.done = self.done.saturating_add(1);
        let worths = self.scenario.worths();
        let most = worths.iter().flatten().max().copied();
        let winners = worths.iter().filter(|worth| most.is_some() && **worth == most).count();
        let part = u64::try_from(winners).ok().and_then(|winners| WIN.checked_div(winners)).unwrap_or_default();
        let counted = self.wins.iter_mut().zip(&mut self.never_less).zip(&mut self.counts);
        for (worth, ((wins, never_less), count)) in worths.iter().zip(counted) {
            let Some(worth) = *worth else { continue };
            if Some(worth) == most {
                *wins = wins.saturating_add(part);
                *never_less = never_less.saturating_add(1);
            }
            count.add(worth);
        }
    }

    /// The percentage of samples in which a channel left most, rounded down; and whether it did so, but in fewer than
    /// one of a hundred.
    pub(super) fn of_hundred(&self, channel: ChannelId) -> Option<(u32, bool)> {
        let place = self.scenario.channels().iter().position(|of| *of == channel)?;
        let wins = *self.wins.get(place)?;
        let whole = wins.checked_mul(100)?.checked_div(u64::from(self.done).checked_mul(WIN)?)?;
        Some((u32::try_from(whole).ok()?, wins > 0 && whole == 0))
    }

    /// Whether a channel left at least as much as any other in every sample.
    pub(super) fn is_never_less(&self, channel: ChannelId) -> bool {
        let place = self.scenario.channels().iter().position(|of| *of == channel);
        place.and_then(|place| self.never_less.get(place)) == Some(&self.done)
    }

    /// The central 80 % of a channel's samples, in soles, to a hundredth of its range.
    pub(super) fn most_of(&self, channel: ChannelId) -> Option<(Soles, Soles)> {
        let place = self.scenario.channels().iter().position(|of| *of == channel)?;
        self.counts.get(place)?.middle()
    }
}

impl Count {
    fn add(&mut self, worth: Soles) {
        let part = (worth - self.low).exact() * Exact::from(100) / (self.high - self.low).exact();
        let slice = part.floor_to(0).get().ok().and_then(|slice| usize::try_from(slice).ok()).unwrap_or_default();
        if let Some(count) = self.slices.get_mut(slice.min(SLICES.saturating_sub(1))) {
            *count = count.saturating_add(1);
        }
        self.open = self.open.saturating_add(1);
    }

    /// The central 80 % of the samples: from the bin of the 10 % quantile to the bin of the 90 % quantile. `None` if no
    /// sample opens the channel.
    fn middle(&self) -> Option<(Soles, Soles)> {
        if self.open == 0 {
            return None;
        }
        let tenth = self.open / 10;
        let edge = |slice: i64| {
            let width = (self.high - self.low).exact() * Exact::from(slice) / Exact::from(100);
            (self.low.exact() + width).book().ok()
        };
        let (mut below, mut from, mut to) = (0_u32, 0, 0);
        for (slice, count) in (0_i64..).zip(self.slices) {
            if below <= tenth {
                from = slice;
            }
            if self.open.saturating_sub(below) > tenth {
                to = slice.saturating_add(1);
            }
            below = below.saturating_add(count);
        }
        Some((edge(from)?, edge(to)?))
    }
}
