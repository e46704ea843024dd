//! Which door comes first, and what can be said of it.

use std::cell::Cell;

use rust_decimal::Decimal;

use crate::domain::case::Case;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{DoorOutcome, Gain, State, Verdict};
use crate::domain::compare::{CaseSheets, Tried, tried_on};
use crate::domain::engine::inputs::Sheet;
use crate::domain::engine::range::{self, Ranges, Values, values};
use crate::domain::number::exact::{Exact, Soles};

/// Sorts the doors, best first, and gives each that can be compared its place.
pub(crate) fn rank(doors: &mut [DoorOutcome]) {
    let worth = |door: &DoorOutcome| door.figures.as_ref().map(|figures| figures.compared);
    let class = |door: &DoorOutcome| match door.state {
        State::Ranked(_) => 0,
        State::Missing(_) | State::TooLarge => 1,
        State::Closed(..) => 2,
    };
    doors.sort_by(|a, b| class(a).cmp(&class(b)).then(worth(b).cmp(&worth(a))).then(a.channel.cmp(&b.channel)));
    let (mut place, mut last) = (0, None);
    for (index, door) in doors.iter_mut().enumerate().filter(|(_, door)| matches!(door.state, State::Ranked(_))) {
        let worth = worth(door);
        if worth != last {
            (place, last) = (index.saturating_add(1), worth);
        }
        door.state = State::Ranked(place);
    }
}

pub(crate) fn verdict(shared: &Sheet, tried: &[Tried], doors: &[DoorOutcome]) -> Verdict {
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
            let (mut certain, mut ranges) = (true, Box::<Ranges>::default());
            if let Some(best) = of(*best) {
                for other in others {
                    let (more, never_less) = lead(shared, best, other);
                    certain = certain && never_less;
                    if other.door.channel == next.channel {
                        *ranges = more;
                    }
                }
            }
            certain = certain && of(*best).is_none_or(|best| !is_overtaken(shared, best, tried));
            let more = more.map_or(Soles::ZERO, |(best, next)| best - next);
            let more_a_month = of(*best).and_then(|best| best.a_month(more));
            Verdict::Best { channel: *best, next: next.channel, more, more_a_month, ranges, against, certain }
        }
        (tied, _) => Verdict::Tie(tied.to_vec()),
    }
}

/// What `best` leaves more than `other`, for the lot and a month; and whether it can be used and pays
/// at least as much with every uncertain figure at its worst: a shipment that may be too small is not
/// certain, however well it pays.
fn lead(shared: &Sheet, best: &Tried, other: &Tried) -> (Ranges, bool) {
    let shut = Cell::new(false);
    let ranges = moved(shared, best, other, &|first, second| {
        let of_best = best.at(first);
        shut.set(shut.get() || of_best.is_none() || !best.is_open(first));
        let (of_best, other) = (of_best?.worth, other.at(second)?.worth);
        let more = of_best.lot - other.lot;
        Some(values(&[Some(more.decimal()), of_best.a_month(more).map(Soles::decimal)]))
    });
    (ranges, !shut.get() && ranges[0].is_none_or(|(low, _)| low >= Decimal::ZERO))
}

/// Whether a door that is closed as entered, for want of grams alone, opens inside the ranges and then leaves more
/// than `best`.
fn is_overtaken(shared: &Sheet, best: &Tried, tried: &[Tried]) -> bool {
    tried.iter().any(|other| other.lacks_grams_alone() && overtakes(shared, best, other))
}

fn overtakes(shared: &Sheet, best: &Tried, closed: &Tried) -> bool {
    let overtaken = Cell::new(false);
    // The grams are followed too, so that the ends at which it opens are looked at.
    moved(shared, best, closed, &|first, second| {
        let more = best.at(first)?.worth.lot - closed.at(second)?.worth.lot;
        overtaken.set(overtaken.get() || (more.is_negative() && closed.is_open(second)));
        Some(values(&[Some(more.decimal()), closed.grams_a_month(second)]))
    });
    overtaken.get()
}

/// The same of a case whose only usable door is `best`: whether none of the closed ones can overtake it.
pub(crate) fn never_overtaken(case: &Case, best: ChannelId) -> bool {
    let sheets = CaseSheets::read(case);
    let tried = tried_on(case, &sheets);
    let best = tried.iter().find(|tried| tried.door.channel == best);
    best.is_none_or(|best| !is_overtaken(&sheets.worked, best, &tried))
}

/// What `door` leaves more than `today`, at either end of what is uncertain: for the lot, a month,
/// each worker a month, and one's own part in a month of the year.
pub(crate) fn against(shared: &Sheet, door: &Tried, today: &Tried) -> Ranges {
    moved(shared, door, today, &|first, second| {
        let (door, today) = (door.at(first)?.worth, today.at(second)?.worth);
        let against = door.against(&today);
        let soles = [Some(against.lot), against.month, against.person, today.own_month(against.lot)];
        Some(values(&soles.map(|soles| soles.map(Soles::decimal))))
    })
}

/// Measures of two doors as what is uncertain moves: the figures of the case for both at once.
fn moved(shared: &Sheet, a: &Tried, b: &Tried, measure: &dyn Fn(&Sheet, &Sheet) -> Option<Values>) -> Ranges {
    let sheets = [a.sheet.clone(), b.sheet.clone()];
    let metric = |sheets: &[Sheet]| match sheets {
        [first, second] => measure(first, second).unwrap_or_default(),
        _ => Default::default(),
    };
    range::each(&sheets, &|field| shared.spread(field).is_some(), &metric)
}

/// What a door leaves one more a month than today's way of selling, at its worst, as entered and at
/// its best: S/ a month of the year, one's own part; negative when it leaves less. Nothing without
/// lots a month or without the figures of both doors.
pub(crate) fn gain(shared: &Sheet, door: &Tried, today: &Tried) -> Option<Gain> {
    let usual = today.own_month(door.against(today)?.lot)?;
    let range = against(shared, door, today)[3];
    let end = |end: Decimal| Exact::from(end).book().ok();
    let (low, high) = range.unwrap_or((usual.decimal(), usual.decimal()));
    Some(Gain { low: end(low)?, usual, high: end(high)? })
}
