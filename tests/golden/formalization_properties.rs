//! Properties of any formalization plan: more effort never pays back sooner, a missing figure gives no result.

use fiel::domain::case::{Case, Entry, PricedCase, StepId};
use fiel::domain::compare::evaluate;
use fiel::domain::engine::availability::Closed;
use fiel::domain::number::unit::Unit;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::tools::formalization::{
    ChannelOpening, FormalizationOutcome, MissingForOpening, PaidBack, plan, steps_to, terms,
};
use fiel::exchange::{Part, outcome_json};
use num_rational::BigRational;
use proptest::prelude::*;
use proptest::sample::select;

use super::yardstick::{cents, fraction};
use super::{config, entered, figures_of};

/// Whether the step itself has an entry for being done.
fn step_is_told(step: StepId) -> bool {
    terms(step).iter().any(|(field, _)| *field == Field::StepDone)
}

/// A case whose today's channel is compared, with time, costs and groups of every step.
fn told() -> impl Strategy<Value = Case> {
    let step = (0_u32..24, 0_u32..60_000, 0_u32..6000, 1_u32..40, any::<[bool; 3]>());
    (entered::plausible(), proptest::collection::vec(step, 6)).prop_map(|(mut case, steps)| {
        let today = case.today;
        case.channel_terms_mut(today).expect("a door").on = true;
        for (place, (months, cost, yearly, groups, [done, dollars, shared])) in steps.into_iter().enumerate() {
            let terms = &mut case.steps[place].terms;
            let (once, year) =
                if dollars { (Unit::Dollars, Unit::DollarsPerYear) } else { (Unit::Soles, Unit::SolesPerYear) };
            // Whether a certificate exists already is said by the permits.
            if step_is_told(StepId::ALL[place]) {
                terms.insert(Field::StepDone, Entry::new(if done && shared { "1" } else { "0" }, Unit::YesNo));
            }
            terms.insert(Field::StepMonths, Entry::new(&months.to_string(), Unit::Month));
            terms.insert(Field::StepCost, Entry::new(&cost.to_string(), once));
            terms.insert(Field::StepYearly, Entry::new(&yearly.to_string(), year));
            if shared {
                terms.insert(Field::SharedBy, Entry::new(&groups.to_string(), Unit::Group));
            }
        }
        case
    })
}

fn enter(case: &Case, step: StepId, field: Field, text: &str) -> Case {
    let mut case = case.clone();
    let terms = &mut case.steps[step as usize].terms;
    let unit = terms.get(&field).map_or(field.default_unit(), |entry| entry.unit);
    terms.insert(field, Entry::new(text, unit));
    case
}

fn number(case: &Case, step: StepId, field: Field) -> BigRational {
    fraction(case.steps[step as usize].terms.get(&field).map_or("1", |entry| entry.text.as_str()))
}

/// Never counts as later than any month; an unknown payback has no position.
fn at(paid: Option<PaidBack>) -> Option<BigRational> {
    paid.map(|paid| match paid {
        PaidBack::Month(month) => fraction(&month.to_string()),
        PaidBack::Never => fraction("1000000000000000000"),
    })
}

/// Every channel pays back in the other plan at the same time as in this one, or later.
fn never_sooner(before: &FormalizationOutcome, after: &FormalizationOutcome) -> Result<(), TestCaseError> {
    prop_assert_eq!(before.channels.len(), after.channels.len());
    for channel in &before.channels {
        let other = after.channels.iter().find(|other| other.channel == channel.channel).expect("the same doors");
        for (before, after) in [(channel.low, other.low), (channel.usual, other.usual)] {
            prop_assert_eq!(before.is_none(), after.is_none());
            prop_assert!(at(before) <= at(after), "{:?} then {:?}", channel, other);
        }
    }
    Ok(())
}

/// Months + once ÷ (gain − yearly ÷ 12) in plain fractions, rounded up to a whole month.
fn month(months: &str, channel: &ChannelOpening, gain: i64) -> Option<BigRational> {
    let soles = |cents: i64| fraction(&cents.to_string()) / fraction("100");
    let yearly = channel.effort.yearly.map_or(0, |yearly| yearly.cents());
    let left = soles(gain) - soles(yearly) / fraction("12");
    let once = soles(channel.effort.once.expect("its cost is told").cents());
    (left > fraction("0")).then(|| (fraction(months) + once / left).ceil().max(fraction("1")))
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_channel_is_paid_when_plain_fractions_say(case in told()) {
        let (plan, outcome) = (plan(&PricedCase::from(&case)), evaluate(&PricedCase::from(&case)));
        for channel in &plan.channels {
            // There is no payback at a channel that stays closed even with all its permits.
            let Some(gain) = channel.gain.filter(|_| channel.other_reasons.is_empty()) else {
                prop_assert!(channel.low.is_none() && channel.usual.is_none());
                continue;
            };
            let against = figures_of(&outcome, channel.channel).and_then(|figures| figures.against_today);
            // The user's own part of it, spread over the year: the months without work bring nothing.
            let own = |field| fraction(&case.inputs.get(&field).expect("plausible").text);
            let part = own(Field::OwnShare) / fraction("100") * own(Field::MonthsPerYear) / fraction("12");
            let lots = outcome.lot.and_then(|lot| lot.lots_per_month).expect("they are known");
            let lot = fraction(&against.expect("both are known").lot.decimal().to_string());
            prop_assert_eq!(gain.mode.cents(), cents(&(lot * fraction(&lots.to_string()) * part)));
            prop_assert!(gain.low <= gain.mode && gain.mode <= gain.high, "{:?}", gain);
            let months = channel.effort.months.expect("its time is told");
            prop_assert!(months.fast <= months.usual && months.usual <= months.slow);
            for (paid, months, gain) in [(channel.low, months.slow, gain.low), (channel.usual, months.usual, gain.mode)] {
                let expected = month(&months.to_string(), channel, gain.cents());
                prop_assert_eq!(at(paid), expected.or(at(Some(PaidBack::Never))), "{:?}", channel);
            }
            prop_assert!(at(channel.usual) <= at(channel.low), "{:?}", channel);
        }
    }

    #[test]
    fn ones_own_part_is_what_plain_fractions_say(case in told()) {
        for step in plan(&PricedCase::from(&case)).steps {
            let entry = |field| case.steps[step.id as usize].terms.get(&field).expect("told");
            let dollars = entry(Field::StepCost).unit == Unit::Dollars;
            let rate = &case.inputs.get(&Field::ExchangeRate).expect("plausible").text;
            let rate = if dollars { fraction(rate) } else { fraction("1") };
            let part = |field| cents(&(number(&case, step.id, field) * &rate / number(&case, step.id, Field::SharedBy)));
            prop_assert_eq!(step.effort.once.map(|once| once.cents()), Some(part(Field::StepCost)));
            let yearly = (step.id != StepId::Certification).then(|| part(Field::StepYearly));
            prop_assert_eq!(step.effort.yearly.map(|yearly| yearly.cents()), yearly);
        }
    }

    #[test]
    fn more_cost_or_more_time_never_pays_sooner(
        case in told(), step in select(StepId::ALL), more in 1_u32..100_000,
        field in select(vec![Field::StepMonths, Field::StepCost, Field::StepYearly]),
    ) {
        let least = if field == Field::StepMonths { more % 100 } else { more };
        let dearer = number(&case, step, field) + fraction(&least.to_string());
        never_sooner(&plan(&PricedCase::from(&case)), &plan(&PricedCase::from(&enter(&case, step, field, &dearer.to_string()))))?;
    }

    #[test]
    fn sharing_among_more_never_pays_later(case in told(), step in select(StepId::ALL), more in 1_u32..100) {
        let groups = number(&case, step, Field::SharedBy) + fraction(&more.to_string());
        never_sooner(&plan(&PricedCase::from(&enter(&case, step, Field::SharedBy, &groups.to_string()))), &plan(&PricedCase::from(&case)))?;
    }

    #[test]
    fn what_a_step_misses_makes_no_figure_and_is_named(
        case in told(), step in select(StepId::ALL), typed in select(vec!["", "abc", "-5", "1,234"]),
        field in select(vec![Field::StepMonths, Field::StepCost, Field::SharedBy]),
    ) {
        // An empty number of groups is a valid answer: the cost is not shared.
        let typed = if field == Field::SharedBy && typed.is_empty() { "0" } else { typed };
        let case = enter(&enter(&case, step, Field::StepDone, "0"), step, field, typed);
        let plan = plan(&PricedCase::from(&case));
        prop_assert!(plan.steps[step as usize].missing.contains(&field));
        prop_assert_eq!(plan.steps[step as usize].problems.is_empty(), typed.is_empty());
        let asking = plan.channels.iter().filter(|channel| channel.steps.contains(&step));
        for channel in asking {
            prop_assert!(channel.lacks.contains(&MissingForOpening::Step(step, field)), "{:?}", channel);
            prop_assert!(channel.low.is_none() && channel.usual.is_none());
            let months = field == Field::StepMonths;
            prop_assert_eq!((channel.effort.months.is_none(), channel.effort.once.is_none()), (months, !months));
        }
    }

    #[test]
    fn a_step_that_is_there_is_counted_in_no_channel(case in told(), step in select(StepId::ALL)) {
        prop_assume!(step_is_told(step));
        let done = enter(&case, step, Field::StepDone, "1");
        let dearest = enter(&enter(&done, step, Field::StepCost, "999999"), step, Field::StepMonths, "");
        let (cheap, dear) = (plan(&PricedCase::from(&done)), plan(&PricedCase::from(&dearest)));
        prop_assert!(cheap.channels.iter().all(|channel| !channel.steps.contains(&step)));
        prop_assert_eq!(&cheap.channels, &dear.channels);
        prop_assert_eq!(cheap.all, dear.all);
    }

    #[test]
    fn every_channel_that_wants_a_paper_asks_for_its_steps(case in told()) {
        let (plan, outcome) = (plan(&PricedCase::from(&case)), evaluate(&PricedCase::from(&case)));
        for channel in outcome.channels.iter().filter(|channel| !channel.is_today) {
            let fiel::domain::compare::outcome::ChannelState::Closed(reasons, _) = &channel.state else { continue };
            let opening = plan.channels.iter().find(|opening| opening.channel == channel.channel);
            let papers: Vec<_> = reasons.iter().filter_map(|reason| match reason {
                Closed::MissingPermit(paper) => Some(*paper),
                _ => None,
            }).collect();
            prop_assert_eq!(opening.is_some(), !papers.is_empty());
            let Some(opening) = opening else { continue };
            for step in papers.into_iter().flat_map(|paper| steps_to(paper)) {
                prop_assert!(opening.steps.contains(step) != plan.steps[*step as usize].done);
            }
            prop_assert!(opening.other_reasons.iter().all(|other| reasons.contains(other)));
        }
        prop_assert!(plan.channels.iter().map(|channel| !channel.other_reasons.is_empty()).is_sorted(), "papers alone first");
        let months: Vec<_> = plan.channels.iter().map(|channel| at(channel.low)).collect();
        let told: Vec<_> = months.iter().flatten().collect();
        prop_assert!(told.is_sorted() && months.iter().skip(told.len()).all(Option::is_none));
    }

    #[test]
    fn all_steps_together_are_never_more_than_the_channels_one_by_one(case in told()) {
        let plan = plan(&PricedCase::from(&case));
        let of_channels = plan.channels.iter().map(|channel| channel.effort.once.expect("told").cents()).sum::<i64>();
        let dearest = plan.channels.iter().map(|channel| channel.effort.once.expect("told").cents()).max().unwrap_or(0);
        let all = plan.all.once.expect("told").cents();
        prop_assert!(dearest <= all && all <= of_channels, "{} {} {}", dearest, all, of_channels);
    }

    #[test]
    fn nothing_typed_breaks_a_plan(
        case in entered::wild(), typed in proptest::collection::vec((0_usize..6, 0_usize..5, entered::text(), any::<bool>()), 0..24),
    ) {
        const FIELDS: [Field; 5] =
            [Field::StepDone, Field::StepMonths, Field::StepCost, Field::StepYearly, Field::SharedBy];
        let mut case = case;
        for (step, field, text, unknown) in typed {
            let entry = Entry { unknown, ..Entry::new(&text, FIELDS[field].default_unit()) };
            case.steps[step].terms.insert(FIELDS[field], entry);
        }
        let plan = plan(&PricedCase::from(&case));
        for channel in &plan.channels {
            prop_assert!((channel.lacks.is_empty() && channel.other_reasons.is_empty()) || channel.low.is_none(), "{:?}", channel);
            prop_assert_eq!(channel.low.is_some(), channel.usual.is_some());
        }
        prop_assert!(outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>())["formal"]["doors"].is_array());
    }
}
