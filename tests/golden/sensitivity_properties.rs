//! Properties of break-evens, tornadoes and samples, for every case.

use fiel::document;
use fiel::domain::case::{Case, Entry, PricedCase};
use fiel::domain::channel::ChannelId;
use fiel::domain::compare::evaluate;
use fiel::domain::compare::outcome::ChannelState;
use fiel::domain::compare::sensitivity::{self, BreakEven, Certainty, Input, LeadChange, Study};
use fiel::domain::engine::estimate::{Estimate, Origin};
use fiel::domain::number::exact::{Exact, Soles};
use fiel::domain::number::unit::Unit;
use fiel::domain::term::field::Field;
use fiel::exchange::sensitivity_json;
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};

use super::{config, entered, outcome_of};

/// A study run until its break-evens are done.
fn turned(case: &Case) -> Study {
    let mut study = Study::new(&PricedCase::from(case), &evaluate(&PricedCase::from(case)), None);
    while !study.break_evens_done() {
        study.step();
    }
    study
}

/// The case with an input typed in the unit in which it was given. `None` if that unit needs more digits than there
/// are.
fn typed(case: &Case, input: Input, unit: Unit, base: Decimal) -> Option<Case> {
    let figure = unit.from_base(base).ok()?;
    if unit.to_base(figure).ok()? != base {
        return None;
    }
    let mut case = case.clone();
    let entry = Entry { sure: true, ..Entry::new(&figure.to_string(), unit) };
    match input.channel {
        None => case.inputs.insert(input.key.field, entry),
        Some(channel) if input.key.field == Field::Cut => {
            // An intermediary with an empty entry is ignored and has no index.
            case.channel_terms_mut(channel)?.chain.retain(|cut| !cut.is_blank());
            *case.channel_terms_mut(channel)?.chain.get_mut(input.key.cut)? = entry;
        }
        Some(channel) => case.channel_terms_mut(channel)?.terms.insert(input.key.field, entry),
    }
    Some(case)
}

/// The difference between what two channels leave, the first minus the second; `None` if one of them is not available.
fn difference(case: &Case, (a, b): (ChannelId, ChannelId), open: [bool; 2]) -> Option<Soles> {
    let outcome = evaluate(&PricedCase::from(case));
    let worth = |channel, open: bool| {
        let found = outcome_of(&outcome, channel)?;
        let is_open = matches!(found.state, ChannelState::Ranked(_));
        found.figures.as_ref().filter(|_| is_open || !open).map(|figures| figures.net_present_cash)
    };
    Some(worth(a, open[0])? - worth(b, open[1])?)
}

fn is_open(case: &Case, channel: ChannelId) -> bool {
    outcome_of(&evaluate(&PricedCase::from(case)), channel)
        .is_some_and(|found| matches!(found.state, ChannelState::Ranked(_)))
}

proptest! {
    #![proptest_config(config(48))]

    /// A break-even that is typed into the case gives a tie to the céntimo or, if a channel jumps, another order than
    /// before.
    #[test]
    fn a_flip_put_back_ties(case in entered::open()) {
        let study = turned(&case);
        let Some((a, b)) = study.sensitivity.pair else { return Ok(()) };
        let open = [is_open(&case, a), is_open(&case, b)];
        let before = difference(&case, (a, b), open);
        for (input, turning) in &study.sensitivity.break_evens {
            let LeadChange::At(break_evens) = turning else { continue };
            for break_even in break_evens {
                let Some(back) = typed(&case, *input, break_even.unit, break_even.at) else { continue };
                let after = difference(&back, (a, b), open);
                if break_even.tie {
                    prop_assert_eq!(after, Some(Soles::ZERO), "{:?}", break_even);
                } else {
                    let is_first = |soles: Option<Soles>| soles.map(|soles| soles > Soles::ZERO);
                    prop_assert_ne!(is_first(before), is_first(after), "{:?}", break_even);
                }
            }
        }
    }

    /// Beyond the nearest break-even of all, another channel than the best leaves most; before it, the best channel
    /// does.
    #[test]
    fn the_nearest_flip_turns_the_best_channel(case in entered::open()) {
        let study = turned(&case);
        let Some(BreakEven { input, own, at, unit, .. }) = study.sensitivity.nearest else { return Ok(()) };
        let best = sensitivity::ranked(&evaluate(&PricedCase::from(&case)))[0];
        let short = (Exact::from(at) * Exact::from(3) + own.into()) / Exact::from(4);
        let short = short.round_to(9).get().expect("between two figures");
        if let Some(case) = typed(&case, input, unit, short).filter(|_| !input.key.field.is_whole()) {
            let leading = sensitivity::ranked(&evaluate(&PricedCase::from(&case)));
            prop_assert_eq!(leading.first(), Some(&best), "short of {:?}", study.sensitivity.nearest);
        }
        if let Some(case) = typed(&case, input, unit, at) {
            let outcome = evaluate(&PricedCase::from(&case));
            let first = |channel| outcome_of(&outcome, channel).is_some_and(|found| found.state == ChannelState::Ranked(1));
            let others = sensitivity::ranked(&outcome).into_iter().any(|channel| channel != best && first(channel));
            prop_assert!(others, "at {:?} the best door is alone the best", study.sensitivity.nearest);
        }
    }

    #[test]
    fn the_difference_as_entered_lies_between_its_ends(case in entered::open()) {
        let Some(pair) = sensitivity::pair(&evaluate(&PricedCase::from(&case)), None) else { return Ok(()) };
        let Some([low, usual, high]) = sensitivity::difference(&PricedCase::from(&case), pair) else { return Ok(()) };
        prop_assert!(low <= usual && usual <= high, "{:?} {:?} {:?}", low, usual, high);
        for swing in sensitivity::tornado(&PricedCase::from(&case), pair) {
            prop_assert!(low <= swing.low.min(swing.high) && swing.low.max(swing.high) <= high, "{:?}", swing);
        }
    }

    /// Price × grams − cost, each with its range: the swings are known, and the widest is first.
    #[test]
    fn the_tornado_of_straight_lines_is_known(
        grams in 1_u32..500, price in 100_u32..400, cost in 1_u32..90, widths in [0_u32..90, 0_u32..90],
    ) {
        let [price_width, cost_width] = widths;
        let mut case = Case::default();
        for (field, text) in [(Field::Grams, grams), (Field::Fineness, 90), (Field::MonthlyRate, 0)] {
            case.inputs.insert(field, Entry::new(&text.to_string(), field.default_unit()));
        }
        let exact = |figure: u32, unit| Entry::new(&figure.to_string(), unit);
        let wide = |figure: u32, width: u32, unit| {
            Entry::between(&(figure - width).to_string(), &figure.to_string(), &(figure + width).to_string(), unit)
        };
        let camp = case.channel_terms_mut(ChannelId::Camp).expect("a door");
        camp.terms.insert(Field::Price, exact(0, Unit::SolesInAll));
        let trader = case.channel_terms_mut(ChannelId::LocalTrader).expect("a door");
        trader.terms.insert(Field::Price, wide(price, price_width, Unit::SolesPerGram));
        trader.terms.insert(Field::OtherCost, wide(cost + 90, cost_width, Unit::SolesPerLot));
        trader.terms.insert(Field::DaysToMoney, exact(0, Unit::Day));
        let swings = sensitivity::tornado(&PricedCase::from(&case), (ChannelId::LocalTrader, ChannelId::Camp));
        let found: Vec<(Field, i64)> =
            swings.iter().map(|swing| (swing.input.key.field, swing.width().cents())).collect();
        let mut known = vec![
            (Field::Price, i64::from(2 * price_width * grams) * 100),
            (Field::OtherCost, i64::from(2 * cost_width) * 100),
        ];
        known.retain(|(_, width)| *width > 0);
        known.sort_by_key(|(_, width)| -width);
        prop_assert_eq!(found, known);
    }

    /// A sample lies within its range, and a sample of a range without width is the figure itself.
    #[test]
    fn a_draw_lies_within_its_range(ends in [0_i64..1000, 0_i64..1000, 0_i64..1000], place in any::<u64>()) {
        let mut ends = ends.map(|end| Decimal::new(end, 2));
        ends.sort_unstable();
        let [low, usual, high] = ends;
        let estimate = Estimate { low, mode: usual, high, unit: Unit::Gram, origin: Origin::Yours };
        let even = |place| Exact::from(Decimal::from(sensitivity::split_mix(7, place) % 1000) / dec!(1000));
        let drawn = sensitivity::triangle(&estimate, even(place), even(place.wrapping_add(1))).get().expect("small");
        prop_assert!(low <= drawn && drawn <= high);
        prop_assert!(low != high || drawn == usual);
    }
}

/// The numbers of SplitMix64 for the seed 1234567, as published with it in many places.
#[test]
fn split_mix_gives_the_published_numbers() {
    let published = [6_457_827_717_110_365_317_u64, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
    let drawn = [0, 1, 2].map(|place| sensitivity::split_mix(1_234_567, place));
    assert_eq!(drawn, published);
}

fn golden(name: &str) -> Case {
    let text = std::fs::read_to_string(format!("{}/tests/golden/{name}.json", env!("CARGO_MANIFEST_DIR")));
    let file: serde_json::Value = serde_json::from_str(&text.expect("a golden case")).expect("JSON");
    document::read(&file["case"].to_string()).expect("a case").case
}

/// In closed form the camp buyer wins in 31.498 of 100; for 10,000 samples the standard deviation is 0.46.
#[test]
fn the_draws_come_as_often_as_they_should() {
    let case = golden("sure_an_assay_would_tell");
    let told =
        sensitivity::study(&PricedCase::from(&case), &evaluate(&PricedCase::from(&case))).summary.expect("two doors");
    assert!(matches!(told.certainty, Certainty::Open(30..=32)), "{:?}", told.certainty);
    let [camp, plant] = told.channels.as_slice() else { panic!("two doors") };
    assert!((99..=100).contains(&(camp.of_hundred + plant.of_hundred)), "one of the two wins");
    // The central 80 % of the samples of the grade lie from 10 + √(0.1 × 25 × 7) = 14.18 to 35 − √(0.1 × 25 × 18) =
    // 28.29 g/t.
    let (low, high) = plant.central_80.expect("it is open");
    let hundredth = dec!(1000);
    assert!((low.decimal() - dec!(56733)).abs() < hundredth, "{low:?}");
    assert!((high.decimal() - dec!(113167)).abs() < hundredth, "{high:?}");
    let (least, most) = camp.central_80.expect("it is open");
    assert_eq!(least, most, "the camp pays by the tonne whatever its grade");
}

/// Channels and entries in another order are the same case, and the study is the same to the last sample.
#[test]
fn the_order_of_entering_changes_nothing() {
    let case = golden("sure_range_and_tornado_of_straight_lines");
    let mut turned = case.clone();
    for entries in [&mut turned.inputs].into_iter().chain(turned.channels.iter_mut().map(|channel| &mut channel.terms))
    {
        let mut list: Vec<(Field, Entry)> = entries.iter().cloned().collect();
        list.reverse();
        *entries = Default::default();
        list.into_iter().for_each(|(field, entry)| entries.insert(field, entry));
    }
    let study =
        |case: &Case| sensitivity_json::sure(&PricedCase::from(case), &evaluate(&PricedCase::from(case))).to_string();
    assert_eq!(study(&case), study(&turned));
    turned.channels.reverse();
    assert_eq!(study(&case), study(&turned), "the doors in another order");
}

/// If nothing is uncertain, every sample would be the same, so none is taken.
#[test]
fn what_is_sure_needs_no_draws() {
    let case = golden("sure_the_assay_tells");
    let told =
        sensitivity::study(&PricedCase::from(&case), &evaluate(&PricedCase::from(&case))).summary.expect("two doors");
    assert_eq!((told.certainty, told.advice), (Certainty::Always, None));
    assert_eq!(told.channels.iter().map(|channel| channel.of_hundred).collect::<Vec<_>>(), [100, 0]);
}
