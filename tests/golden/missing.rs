//! Required figures that are missing or invalid: they are named, and nothing is calculated from them.

use fiel::domain::case::{Case, Kind, Method, PricedCase, terms};
use fiel::domain::channel::ChannelId;
use fiel::domain::compare::evaluate;
use fiel::domain::compare::outcome::{ChannelOutcome, ChannelState, Outcome, Verdict};
use fiel::domain::engine::availability::Closed;
use fiel::domain::engine::estimate::EntryProblem;
use fiel::domain::term::field::Field;
use fiel::domain::term::requirement::Requirement;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::entered::{self, enter, enter_term, terms_of};
use super::{config, outcome_of};

fn unreadable() -> impl Strategy<Value = &'static str> {
    select(vec!["abc", "1,234", "-5", "12..5", "99999999999999999999999999999999"])
}

/// A plant takes the ore before it is processed, so it needs no field of the process.
fn is_asked_at_a_plant(case: &Case, field: Field) -> bool {
    let gold = matches!(case.kind, Kind::Gold | Kind::Amalgam);
    gold || !terms::process(case.method).iter().any(|(of, _)| *of == field)
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_figure_that_cannot_be_read_leaves_no_figures(
        case in entered::open(), typed in unreadable(), which: Index,
    ) {
        let shared: Vec<Field> = terms::MARKET.iter().copied().chain(terms::lot(&case)).chain(terms::work(&case))
            .map(|(field, _)| field).collect();
        let field = *which.get(&shared);
        let outcome = evaluate(&PricedCase::from(&enter(&case, field, typed)));
        prop_assert!(outcome.problems.iter().any(|problem| problem.field == field && problem.channel.is_none()));
        prop_assert!(outcome.missing.contains(&field));
        for channel in ChannelId::ALL {
            misses(&case, &outcome, *channel, field)?;
        }
        let plant_alone = case.kind == Kind::Ore && !is_asked_at_a_plant(&case, field);
        let verdict = if plant_alone { Verdict::Only(ChannelId::Plant) } else { Verdict::Nothing };
        prop_assert_eq!(outcome.verdict, verdict);
    }

    #[test]
    fn a_term_that_cannot_be_read_leaves_its_channel_without_figures(
        case in entered::open(), typed in unreadable(), (channel, which) in (select(ChannelId::ALL), any::<Index>()),
    ) {
        let field = *which.get(&terms_of(channel));
        let outcome = evaluate(&PricedCase::from(&enter_term(&case, field, typed)));
        let is_named = |problem: &EntryProblem| (problem.channel, problem.field) == (Some(channel), field);
        prop_assert!(outcome.problems.iter().any(is_named));
        leaves_nothing(&outcome, channel, field)?;
    }

    #[test]
    fn a_figure_that_is_asked_and_not_given_leaves_no_figures(
        case in entered::open(), blank in select(vec!["", "  "]), which: Index,
    ) {
        let asked = |(field, standing)| matches!(standing, Requirement::Asked | Requirement::AskedOr(_)).then_some(field);
        let shared: Vec<Field> = terms::lot(&case).chain(terms::work(&case)).filter_map(asked).collect();
        let field = *which.get(&shared);
        let outcome = evaluate(&PricedCase::from(&enter(&case, field, blank)));
        prop_assert!(outcome.missing.contains(&field));
        for channel in ChannelId::ALL {
            misses(&case, &outcome, *channel, field)?;
            for term in channel.channel().terms().filter_map(asked) {
                leaves_nothing(&evaluate(&PricedCase::from(&enter_term(&case, term, blank))), *channel, term)?;
            }
        }
    }

    #[test]
    fn ore_that_nobody_works_is_bought_at_an_entered_price_only(case in entered::open(), unknown: bool) {
        let mut case = Case { kind: Kind::Ore, method: Method::None, ..case };
        let price = case.channel_terms_mut(ChannelId::Camp).and_then(|channel| channel.terms.entry_mut(Field::Price)).expect("a price");
        (price.text, price.unknown) = (String::new(), unknown);
        let outcome = evaluate(&PricedCase::from(&case));
        let camp = outcome_of(&outcome, ChannelId::Camp).expect("the door is on");
        prop_assert_eq!((&camp.state, &camp.figures), (&ChannelState::Missing(vec![Field::Price]), &None));
        prop_assert_eq!(outcome.offer, None);
    }
}

/// Checks a channel without a field of the case; if a plant does not need the field, its result stays the same.
fn misses(case: &Case, outcome: &Outcome, channel: ChannelId, field: Field) -> Result<(), TestCaseError> {
    if channel != ChannelId::Plant || is_asked_at_a_plant(case, field) {
        return leaves_nothing(outcome, channel, field);
    }
    let before = evaluate(&PricedCase::from(case));
    let [was, is] = [&before, outcome].map(|outcome| super::outcome_of(outcome, channel).expect("the door is on"));
    let booked = |channel: &ChannelOutcome| {
        channel.figures.as_ref().map(|figures| (figures.booked.clone(), figures.net_present_cash))
    };
    prop_assert_eq!(booked(is), booked(was));
    if case.kind == Kind::Gravel {
        prop_assert_eq!((&is.state, &is.figures), (&ChannelState::Closed(vec![Closed::BuysOre], vec![]), &None));
    } else {
        prop_assert_eq!(&is.state, &ChannelState::Ranked(1), "no other door has figures");
    }
    Ok(())
}

fn leaves_nothing(outcome: &Outcome, channel: ChannelId, field: Field) -> Result<(), TestCaseError> {
    let of_channel = outcome_of(outcome, channel).expect("the door is on");
    let missing = match &of_channel.state {
        ChannelState::Missing(missing) | ChannelState::Closed(_, missing) => missing.as_slice(),
        _ => &[],
    };
    prop_assert!(
        of_channel.figures.is_none() && missing.contains(&field),
        "{channel:?} without {field:?}: {of_channel:?}"
    );
    Ok(())
}
