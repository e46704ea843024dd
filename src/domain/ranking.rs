//! Which door comes first, and what can be said of it.

use rust_decimal::Decimal;

use super::case::Case;
use super::channel::ChannelId;
use super::compare::{Tried, worth_of};
use super::exact::{Exact, Soles};
use super::outcome::{DoorOutcome, Gain, State, Verdict};
use super::pipeline::Part;
use super::range;
use super::sheet::Sheet;

/// Sorts the doors, best first, and gives each that can be compared its place.
pub(super) fn rank(doors: &mut [DoorOutcome]) {
    let worth = |door: &DoorOutcome| door.figures.as_ref().map(|figures| figures.compared);
    let class = |door: &DoorOutcome| match door.state {
        State::Ranked(_) => 0,
        State::Missing(_) | State::TooLarge => 1,
        State::Closed(..) => 2,
    };
    let before = |a: &DoorOutcome, b: &DoorOutcome| {
        class(a).cmp(&class(b)).then(worth(b).cmp(&worth(a))).then(a.channel.cmp(&b.channel)).is_lt()
    };
    // A handful of doors: sorted by insertion, which takes a tenth of the library's program.
    for end in 1..doors.len() {
        let mut place = end;
        while let Some(pair) = place.checked_sub(1).and_then(|above| doors.get_mut(above..=place)) {
            match pair {
                [above, below] if before(below, above) => std::mem::swap(above, below),
                _ => break,
            }
            place = place.saturating_sub(1);
        }
    }
    let (mut place, mut last) = (0, None);
    for (index, door) in doors.iter_mut().enumerate().filter(|(_, door)| matches!(door.state, State::Ranked(_))) {
        let worth = worth(door);
        if worth != last {
            (place, last) = (index.saturating_add(1), worth);
        }
        door.state = State::Ranked(place);
    }
}

pub(super) fn verdict(case: &Case, shared: &Sheet, tried: &[Tried], doors: &[DoorOutcome]) -> Verdict {
    let ranked: Vec<&DoorOutcome> = doors.iter().filter(|door| matches!(door.state, State::Ranked(_))).collect();
    let first: Vec<ChannelId> =
        ranked.iter().filter(|door| door.state == State::Ranked(1)).map(|door| door.channel).collect();
    let next = ranked.iter().find(|door| door.state != State::Ranked(1));
    match (first.as_slice(), next) {
        ([], _) => Verdict::Nothing,
        ([only], None) => Verdict::Only(*only),
        ([best], Some(next)) => {
            let of = |channel| tried.iter().find(|tried: &&Tried| tried.door.channel == channel);
            let figures = |door: &DoorOutcome| door.figures.as_ref().map(|figures| figures.compared);
            let more = ranked.first().and_then(|best| figures(best)).zip(figures(next));
            let against = ranked.first().and_then(|best| best.figures.as_ref()?.against_today);
            let others = ranked.iter().filter(|door| door.channel != *best).filter_map(|door| of(door.channel));
            let certain =
                of(*best).is_some_and(|best| others.into_iter().all(|other| never_less(case, shared, best, other)));
            let more = more.map_or(Soles::ZERO, |(best, next)| best - next);
            let more_a_month = of(*best).and_then(|best| best.a_month(more));
            Verdict::Best { channel: *best, next: next.channel, more, more_a_month, against, certain }
        }
        (tied, _) => Verdict::Tie(tied.to_vec()),
    }
}

/// Whether `best` pays at least as much as `other` with every uncertain figure at its worst.
fn never_less(case: &Case, shared: &Sheet, best: &Tried, other: &Tried) -> bool {
    difference(case, shared, best, other).is_none_or(|(low, _)| low >= Decimal::ZERO)
}

/// What `a` leaves more than `b` for the lot, at either end of what is uncertain; nothing when
/// nothing is. The figures of the case move for both doors at once.
fn difference(case: &Case, shared: &Sheet, a: &Tried, b: &Tried) -> Option<(Decimal, Decimal)> {
    let sheets = [a.sheet.clone(), b.sheet.clone()];
    let difference = |sheets: &[Sheet]| match sheets {
        [first, second] => {
            let worth = |tried: &Tried, sheet| worth_of(case, tried.door, sheet, &Part::default());
            let (first, second) = (worth(a, first)?, worth(b, second)?);
            (Exact::from(first) - second.into()).get().ok()
        }
        _ => None,
    };
    range::of(&sheets, &|field| shared.spread(field).is_some(), &difference)
}

/// What a door leaves one more a month than today's way of selling, at its worst, as entered and at
/// its best: S/ a month of the year, one's own part; negative when it leaves less. Nothing without
/// lots a month or without the figures of both doors.
pub(super) fn gain(case: &Case, shared: &Sheet, door: &Tried, today: &Tried) -> Option<Gain> {
    let usual = today.own_month(door.against(today)?.lot.exact())?;
    let Some((low, high)) = difference(case, shared, door, today) else {
        return Some(Gain { low: usual, usual, high: usual });
    };
    Some(Gain { low: today.own_month(low.into())?, usual, high: today.own_month(high.into())? })
}
