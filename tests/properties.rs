//! Properties of every case, plausible or not: no panic, sums add up, nothing is guessed.

#[path = "golden/association_properties.rs"]
mod association_properties;
#[path = "golden/copper_properties.rs"]
mod copper_properties;
#[path = "golden/credit_properties.rs"]
mod credit_properties;
#[path = "golden/entered.rs"]
mod entered;
#[path = "golden/figures.rs"]
mod figures;
#[path = "golden/formalization_properties.rs"]
mod formalization_properties;
#[path = "golden/harder.rs"]
mod harder;
#[path = "golden/hosted_properties.rs"]
mod hosted_properties;
#[path = "golden/jewelry_properties.rs"]
mod jewelry_properties;
#[path = "golden/missing.rs"]
mod missing;
#[path = "golden/picture_properties.rs"]
mod picture_properties;
#[path = "golden/price_properties.rs"]
mod price_properties;
#[path = "golden/process_properties.rs"]
mod process_properties;
#[path = "golden/purity_properties.rs"]
mod purity_properties;
#[path = "golden/range_properties.rs"]
mod range_properties;
#[path = "golden/sensitivity_properties.rs"]
mod sensitivity_properties;
#[path = "golden/sound.rs"]
mod sound;
#[path = "golden/split_sale_properties.rs"]
mod split_sale_properties;
#[path = "golden/statement_properties.rs"]
mod statement_properties;
#[path = "golden/yardstick.rs"]
mod yardstick;

use fiel::document::{self, LeftOut, LeftOutReason};
use fiel::domain::case::{Case, Entries, Entry, Kind, PricedCase};
use fiel::domain::channel::ChannelId;
use fiel::domain::compare::evaluate;
use fiel::domain::compare::outcome::{ChannelFigures, ChannelOutcome, ChannelState, Outcome, Verdict};
use fiel::domain::engine::line_kind::LineKind;
use fiel::domain::number::unit::Unit;
use fiel::domain::term::field::Field;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use sound::is_sound;
use yardstick::Yardstick;

/// `PROPTEST_CASES` sets another number of cases.
fn config(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn outcome_of(outcome: &Outcome, channel: ChannelId) -> Option<&ChannelOutcome> {
    outcome.channels.iter().find(|outcome| outcome.channel == channel)
}

/// The cash of a channel in céntimos, now and later.
fn cash(outcome: &Outcome, channel: ChannelId) -> Option<i64> {
    Some(figures_of(outcome, channel)?.booked.ledger.cash().cents())
}

fn figures_of(outcome: &Outcome, channel: ChannelId) -> Option<&ChannelFigures> {
    outcome_of(outcome, channel)?.figures.as_ref()
}

fn text_of(entries: &Entries, field: Field) -> &str {
    &entries.get(&field).expect("a plausible case has every figure").text
}

/// Types `text` into a term of the plant only.
fn enter_plant(case: &Case, field: Field, text: &str) -> Case {
    let mut case = case.clone();
    let terms = &mut case.channel_terms_mut(ChannelId::Plant).expect("a door").terms;
    terms.insert(field, Entry::new(text, field.default_unit()));
    case
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_plausible_case_adds_up_and_is_ranked(case in entered::plausible()) {
        is_sound(&case)?;
    }

    #[test]
    fn whatever_was_typed_adds_up_and_is_ranked(case in entered::wild()) {
        is_sound(&case)?;
    }

    #[test]
    fn the_lines_stand_in_the_order_of_the_model(case in entered::open()) {
        // Metal, measuring, price, costs, tax, the organisation, and finally the debt.
        for channel in evaluate(&PricedCase::from(&case)).channels {
            let lines = channel.figures.map(|figures| figures.booked.ledger.lines).unwrap_or_default();
            let order: Vec<&str> = lines.iter().map(|line| line.what.id()).collect();
            prop_assert!(lines.is_sorted_by_key(|line| line.what.group()), "{:?}: {:?}", channel.channel, order);
        }
    }

    #[test]
    fn units_of_other_fields_break_nothing(case in entered::stray()) {
        is_sound(&case)?;
    }

    #[test]
    fn a_saved_case_opens_as_it_was(case in entered::wild()) {
        let opened = document::read(&document::write(&case)).expect("our own document");
        prop_assert_eq!(&opened.left_out, &vec![]);
        prop_assert_eq!(evaluate(&PricedCase::from(&opened.case)), evaluate(&PricedCase::from(&case)));
        prop_assert_eq!(opened.case, case);
    }

    #[test]
    fn a_figure_that_a_channel_does_not_ask_for_is_left_out_by_name((case, channel, field) in entered::strange()) {
        let opened = document::read(&document::write(&case)).expect("our own document");
        let place = case.channels.iter().position(|terms| terms.channel == channel).expect("the channel");
        let path = format!("doors[{place}].terms.{}", field.id());
        prop_assert_eq!(opened.left_out, vec![LeftOut { path, why: LeftOutReason::UnknownName }]);
        prop_assert_eq!(evaluate(&PricedCase::from(&opened.case)), evaluate(&PricedCase::from(&case)), "it was counted, unseen");
        let mut without = case;
        without.channel_terms_mut(channel).expect("the door").terms.remove(&field);
        prop_assert_eq!(opened.case, without);
    }

    #[test]
    fn the_order_within_a_document_does_not_matter(case in entered::wild(), seed: u64) {
        let saved: Value = serde_json::from_str(&document::write(&case)).expect("our own document");
        let opened = document::read(&shuffled(&saved, seed)).expect("the same document");
        prop_assert_eq!(opened.case, case);
    }

    #[test]
    fn the_camp_pays_what_plain_fractions_say(case in entered::open(), amalgam: bool, soles in 100_u32..3000) {
        let kind = if amalgam { Kind::Amalgam } else { Kind::Gold };
        let mut case = Case { kind, ..case };
        let price = Entry::new(&Decimal::new(soles.into(), 1).to_string(), Unit::SolesPerGram);
        case.channel_terms_mut(ChannelId::Camp).expect("a door").terms.insert(Field::Price, price);
        let expected = Yardstick::new(&case, ChannelId::Camp).camp_per_gram();
        prop_assert_eq!(cash(&evaluate(&PricedCase::from(&case)), ChannelId::Camp), Some(expected));
    }

    #[test]
    fn a_plant_settles_as_plain_fractions_say(case in entered::open()) {
        // The plant takes the ore before its owner processes it, so the method does not matter.
        let case = Case { kind: Kind::Ore, ..case };
        let outcome = evaluate(&PricedCase::from(&case));
        let booked = &figures_of(&outcome, ChannelId::Plant).expect("figures").booked;
        let yardstick = Yardstick::new(&case, ChannelId::Plant);
        prop_assert_eq!((booked.gross_sale.cents(), booked.ledger.cash().cents()), yardstick.plant());
        let charges = [LineKind::Maquila, LineKind::Consumption, LineKind::Assay].map(|what| booked.ledger.line(what).cents());
        prop_assert_eq!(charges, yardstick.plant_charges());
    }

    #[test]
    fn an_advance_taken_back_is_no_reason_to_sell_elsewhere(case in entered::open(), dollars in 0_u32..100_000) {
        let case = Case { kind: Kind::Ore, ..case };
        // Tax withholding and waiting apply to less after an advance: none of them here.
        let nothing = [Field::Detraccion, Field::DaysToMoney, Field::Advance];
        let without = nothing.iter().fold(case, |case, field| enter_plant(&case, *field, "0"));
        let with = enter_plant(&without, Field::Advance, &dollars.to_string());
        let (without, with) = (evaluate(&PricedCase::from(&without)), evaluate(&PricedCase::from(&with)));
        let places = |outcome: &Outcome| -> Vec<_> {
            let place = |channel: &ChannelOutcome| {
                let compared = channel.figures.as_ref().map(|figures| (figures.net_present_cash, figures.against_today));
                (channel.channel, channel.state.clone(), compared)
            };
            outcome.channels.iter().map(place).collect()
        };
        prop_assert_eq!(places(&with), places(&without));
        prop_assert_eq!(&with.verdict, &without.verdict);
    }

    #[test]
    fn waiting_breaks_even_where_plain_fractions_say(case in entered::open()) {
        let outcome = evaluate(&PricedCase::from(&case));
        for channel in &outcome.channels {
            let Some(figures) = &channel.figures else { continue };
            let today = figures_of(&outcome, case.today).filter(|_| channel.channel != case.today);
            let expected = today.and_then(|today| yardstick::break_even(figures, today));
            let got = figures.break_even.map(|rate| rate.round_dp(12).normalize().to_string());
            let close = |got: &str, expected| yardstick::is_close(&yardstick::fraction(got), expected);
            match (&got, &expected) {
                (Some(got), Some(expected)) => prop_assert!(close(got, expected), "{} for {}", got, expected),
                _ => prop_assert!(got.is_none() && expected.is_none(), "{:?} for {:?}", got, expected),
            }
        }
    }

    #[test]
    fn two_channels_on_the_same_terms_tie_and_the_next_is_third(case in entered::open()) {
        let mut case = Case { kind: Kind::Gold, ..case };
        let terms = case.channel_terms(ChannelId::Camp).expect("a door").terms.clone();
        let nothing = [Field::DaysToMoney, Field::ExportCost, Field::MinimumGrams, Field::TravelDays];
        let not_everybody_has = [Field::ScaleShort, Field::BuyerFineness, Field::CuotaGrams];
        for channel in &mut case.channels {
            channel.on = matches!(channel.channel, ChannelId::Camp | ChannelId::LocalTrader | ChannelId::Cooperative);
            channel.terms = terms.clone();
            nothing.iter().for_each(|field| channel.terms.insert(*field, Entry::new("0", field.default_unit())));
            not_everybody_has.iter().for_each(|field| channel.terms.remove(field));
            // Only two channels have intermediaries, whose cut in soles per gram may exceed the price of cheap gold.
            channel.chain.clear();
        }
        let worse = &mut case.channel_terms_mut(ChannelId::Cooperative).expect("a door").terms;
        worse.insert(Field::Price, Entry::new("1", Unit::PercentOfValue));
        let outcome = evaluate(&PricedCase::from(&case));
        prop_assert_eq!(&outcome_of(&outcome, ChannelId::Cooperative).expect("a door").state, &ChannelState::Ranked(3));
        prop_assert_eq!(outcome.verdict, Verdict::Tie(vec![ChannelId::Camp, ChannelId::LocalTrader]));
    }
}

/// The same document with the members of every object, and the channels, in a different order.
fn shuffled(value: &Value, seed: u64) -> String {
    let turn = |n: usize| usize::try_from(seed % 1009).expect("small") % n.max(1);
    match value {
        Value::Object(map) => {
            let mut members: Vec<String> = map
                .iter()
                .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), shuffled(value, seed)))
                .collect();
            members.rotate_left(turn(map.len()));
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) if items.iter().any(|item| item.get("channel").is_some()) => {
            let mut items: Vec<String> = items.iter().rev().map(|item| shuffled(item, seed)).collect();
            let places = turn(items.len());
            items.rotate_left(places);
            format!("[{}]", items.join(","))
        }
        _ => value.to_string(),
    }
}
