//! Properties of any lot sold through several channels.

use fiel::domain::case::{Case, Entry, Kind, Method, PricedCase, SplitSale};
use fiel::domain::channel::{Buys, ChannelId};
use fiel::domain::compare::outcome::{ChannelFigures, ChannelOutcome, ChannelState};
use fiel::domain::engine::line_kind::LineKind;
use fiel::domain::number::apportion::apportion;
use fiel::domain::number::exact::Exact;
use fiel::domain::number::unit::Unit;
use fiel::domain::term::field::Field;
use fiel::domain::tools::split_sale::{SplitOutcome, SplitVerdict, share_out};
use fiel::exchange::{Part, outcome_json};
use fiel::{document, domain};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use super::{config, entered};

fn put(case: &mut Case, channel: ChannelId, amount: &str, unit: Unit) {
    case.split_sale.portions[channel as usize].amount = Entry::new(amount, unit);
}

/// A case in which some channels get a percentage (together at most 100), and another one the rest.
fn shared_out() -> impl Strategy<Value = Case> {
    let parts = proptest::collection::vec((select(ChannelId::ALL), 0_u32..=3300), 0..3);
    (entered::open(), parts, select(ChannelId::ALL), any::<bool>()).prop_map(|(mut case, parts, rest, in_all)| {
        case.split_sale = SplitSale { rest, ..SplitSale::default() };
        for (channel, hundredths) in parts {
            let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            put(&mut case, channel, &text, Unit::Percent);
        }
        for outcome in case.channels.iter_mut().filter(|_| in_all) {
            if let Some(entry) = outcome.terms.get(&Field::Price).cloned() {
                outcome.terms.insert(Field::Price, Entry { unit: Unit::SolesInAll, ..entry });
            }
        }
        case
    })
}

fn figures(mixed: &SplitOutcome) -> Vec<&ChannelFigures> {
    mixed.portions.iter().filter_map(|portion| portion.outcome.as_ref()?.figures.as_ref()).collect()
}

fn single(mixed: &SplitOutcome, channel: ChannelId) -> &ChannelOutcome {
    &mixed.singles.iter().find(|single| single.channel.channel == channel).expect("it takes a part").channel
}

/// Removes the rank, because a portion may equal the whole lot in everything except its rank.
fn plain(channel: &ChannelOutcome) -> ChannelOutcome {
    let mut channel = channel.clone();
    if matches!(channel.state, ChannelState::Ranked(_)) {
        channel.state = ChannelState::Ranked(0);
    }
    channel
}

/// Céntimos of a kind of line; zero if it is absent.
fn line(figures: &ChannelFigures, what: LineKind) -> i64 {
    figures.booked.ledger.line(what).cents()
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn a_mix_of_one_channel_is_that_channel(
        case in entered::wild(), channel in select(ChannelId::ALL), by in 0_usize..3,
    ) {
        let mut case = case;
        // Everything as the rest, everything in per cent, or everything in per cent beside zero at other channels.
        let rest = if by == 0 { channel } else { *ChannelId::ALL.iter().find(|id| **id != channel).expect("another") };
        case.split_sale = SplitSale { rest, ..SplitSale::default() };
        if by > 0 {
            put(&mut case, channel, "100", Unit::Percent);
            ChannelId::ALL.iter().filter(|id| by > 1 && **id != channel).for_each(|id| put(&mut case, *id, "0", Unit::Tonne));
        }
        let mixed = share_out(&PricedCase::from(&case));
        if mixed.verdict == SplitVerdict::Nothing {
            return Ok(());
        }
        prop_assert_eq!(mixed.portions.len(), 1);
        let part = mixed.portions[0].outcome.as_ref().expect("it is booked");
        prop_assert_eq!(part, &plain(single(&mixed, channel)));
        let Some(total) = &mixed.total else {
            prop_assert!(!matches!(part.state, ChannelState::Ranked(_)));
            return Ok(());
        };
        // Equal to the comparison to the last figure, without the figures that only a single channel has.
        case.channel_terms_mut(channel).expect("a door").on = true;
        let outcome = domain::evaluate(&PricedCase::from(&case));
        let compared = outcome.channels.iter().find(|found| found.channel == channel).and_then(|found| found.figures.as_ref());
        let mut expected = compared.expect("figures").clone();
        (expected.against_today, expected.break_even, expected.plant, expected.booked.plant_payment) = (None, None, None, None);
        prop_assert_eq!(total, &expected);
        prop_assert!(mixed.verdict == SplitVerdict::One);
    }

    #[test]
    fn the_total_is_the_sum_of_ledgers_that_add_up(case in shared_out()) {
        let mixed = share_out(&PricedCase::from(&case));
        let parts = figures(&mixed);
        prop_assert!(parts.iter().all(|part| part.booked.ledger.adds_up()));
        let Some(total) = &mixed.total else {
            prop_assert!(matches!(mixed.verdict, SplitVerdict::Cannot | SplitVerdict::Over | SplitVerdict::Nothing));
            return Ok(());
        };
        let ledger = &total.booked.ledger;
        prop_assert!(ledger.adds_up());
        let sums: [fn(&ChannelFigures) -> i64; 9] = [
            |of| of.booked.ledger.value.cents(), |of| of.booked.ledger.now.cents(),
            |of| of.booked.ledger.cash_later().cents(), |of| of.booked.ledger.locked.cents(),
            |of| of.booked.ledger.fund.cents(), |of| of.booked.ledger.taken().cents(),
            |of| of.worth_today.cents(), |of| of.net_present_cash.cents(), |of| of.booked.gross_sale.cents(),
        ];
        for sum in sums {
            prop_assert_eq!(sum(total), parts.iter().map(|part| sum(part)).sum::<i64>());
        }
        // Cash of two channels on the same day is one entry.
        prop_assert!(parts.len() == 1 || ledger.later.is_sorted_by(|a, b| a.days < b.days));
        prop_assert!(ledger.lines.is_sorted_by_key(|line| line.what.group()));
        let (low, high) = total.range.unwrap_or((total.net_present_cash.decimal(), total.net_present_cash.decimal()));
        prop_assert!(low <= total.net_present_cash.decimal() && total.net_present_cash.decimal() <= high);
        for single in &mixed.singles {
            let Some(beside) = &single.beside else { continue };
            let alone = single.channel.figures.as_ref().expect("it can be used").net_present_cash;
            prop_assert_eq!(beside.more.cents(), total.net_present_cash.cents() - alone.cents());
            let (low, high) = beside.range.unwrap_or((beside.more.decimal(), beside.more.decimal()));
            prop_assert!(low <= beside.more.decimal() && beside.more.decimal() <= high);
        }
    }

    #[test]
    fn what_is_one_amount_for_the_lot_adds_up_to_it(case in shared_out()) {
        // Gold at channels that all buy gold: each bears its part of the process, its mercury and the debt.
        let mut case = Case { kind: Kind::Ore, method: Method::Amalgamation, ..case };
        let ore = |channel: ChannelId| channel.channel().buys == Buys::OreBySettlement;
        if ore(case.split_sale.rest) {
            case.split_sale.rest = ChannelId::Camp;
        }
        ChannelId::ALL.iter().filter(|id| ore(**id)).for_each(|id| put(&mut case, *id, "", Unit::Percent));
        let mixed = share_out(&PricedCase::from(&case));
        let parts = figures(&mixed);
        prop_assume!(parts.len() > 1 && parts.len() == mixed.portions.len());
        let whole = single(&mixed, mixed.portions[0].channel).figures.as_ref().expect("figures");
        for what in [LineKind::Process, LineKind::Mercury, LineKind::DebtOwed, LineKind::DebtCharge] {
            prop_assert_eq!(parts.iter().map(|part| line(part, what)).sum::<i64>(), line(whole, what), "{:?}", what);
        }
        // What a channel charges for each deal is charged in full wherever a portion goes.
        for portion in &mixed.portions {
            let whole = single(&mixed, portion.channel).figures.as_ref().expect("figures");
            let part = portion.outcome.as_ref().and_then(|found| found.figures.as_ref()).expect("figures");
            prop_assert_eq!(line(part, LineKind::Travel), line(whole, LineKind::Travel));
            prop_assert_eq!(line(part, LineKind::CuotaGrams), line(whole, LineKind::CuotaGrams));
        }
    }

    #[test]
    fn moving_grams_to_a_channel_that_pays_more_for_each_never_leaves_less(
        case in entered::open(), first in 0_u32..=90, moved in 1_u32..=10, prices in (100_u32..400, 0_u32..200),
    ) {
        let mut case = Case { kind: Kind::Gold, ..case };
        let (cheap, dear) = (ChannelId::Camp, ChannelId::Jeweller);
        for (channel, price) in [(cheap, prices.0), (dear, prices.0 + prices.1)] {
            let outcome = case.channel_terms_mut(channel).expect("a door");
            let mut price = vec![(Field::Price, Entry::new(&price.to_string(), Unit::SolesPerGram))];
            price.extend([(Field::DaysToMoney, Entry::new("0", Unit::Day))]);
            let keeps = outcome.channel.channel().requirement(Field::DaysToMoney).is_some();
            outcome.terms = domain::case::Entries::new();
            outcome.chain.clear();
            price.into_iter().filter(|(field, _)| keeps || *field == Field::Price).for_each(|(field, entry)| outcome.terms.insert(field, entry));
        }
        case.split_sale = SplitSale { rest: cheap, ..SplitSale::default() };
        let compared = |case: &Case| share_out(&PricedCase::from(case)).total.map(|total| total.net_present_cash.cents());
        put(&mut case, dear, &first.to_string(), Unit::Percent);
        let before = compared(&case).expect("both are open");
        put(&mut case, dear, &(first + moved).to_string(), Unit::Percent);
        let after = compared(&case).expect("both are open");
        // Each portion is booked to the céntimo, so two of them together may lose one each.
        prop_assert!(after >= before - 2, "{} then {}", before, after);
        if prices.1 >= 10 && case.inputs.get(&Field::Grams).is_some_and(|grams| grams.text.len() > 1) {
            prop_assert!(after > before);
        }
    }

    #[test]
    fn the_order_of_the_portions_changes_nothing(case in shared_out()) {
        let mut saved: Value = serde_json::from_str(&document::write(&case)).expect("our own document");
        saved["mix"]["portions"].as_array_mut().expect("portions").reverse();
        let opened = document::read(&saved.to_string()).expect("the same document");
        prop_assert_eq!(share_out(&PricedCase::from(&opened.case)), share_out(&PricedCase::from(&case)));
    }

    #[test]
    fn amounts_are_fractions_of_the_lot_and_the_rest_is_what_they_leave(case in shared_out()) {
        let mixed = share_out(&PricedCase::from(&case));
        prop_assume!(mixed.verdict != SplitVerdict::Nothing && mixed.verdict != SplitVerdict::Over);
        let all: rust_decimal::Decimal = mixed.portions.iter().map(|portion| portion.size.expect("all are told").fraction).sum();
        prop_assert_eq!(all, rust_decimal::Decimal::ONE);
        // The same portions in grams are the same split sale.
        let mut grams = case.clone();
        for portion in mixed.portions.iter().filter(|portion| !portion.is_rest) {
            if let Some(size) = portion.size.and_then(|size| size.grams) {
                put(&mut grams, portion.channel, &size.to_string(), Unit::Gram);
            }
        }
        let again = share_out(&PricedCase::from(&grams));
        prop_assert!(again.over.is_none_or(|over| over.fraction < rust_decimal::dec!(0.000001)));
        for (before, after) in mixed.portions.iter().zip(&again.portions) {
            let far = before.size.zip(after.size).map(|(before, after)| (before.fraction - after.fraction).abs());
            prop_assert!(far.is_some_and(|far| far < rust_decimal::dec!(0.00001)), "{:?} {:?}", before.size, after.size);
        }
    }

    #[test]
    fn an_amount_is_shared_out_by_the_largest_remainder(
        cents in 0_i64..1_000_000, weights in proptest::collection::vec(1_i64..1000, 1..40),
    ) {
        let total = (Exact::from(cents) / Exact::from(100)).book().expect("soles");
        let exact: Vec<Exact> = weights.iter().map(|weight| Exact::from(*weight)).collect();
        let parts = apportion(total, &exact, &|a, b| a.cmp(&b)).expect("parts");
        let all: i64 = weights.iter().sum();
        prop_assert_eq!(parts.iter().map(|part| part.cents()).sum::<i64>(), cents);
        // Whole céntimos and the lost part of each portion, in whole numbers; the largest loss comes first, then the
        // index.
        let mut order: Vec<(i64, usize)> = Vec::new();
        for (place, weight) in weights.iter().enumerate() {
            order.push((-(cents * weight % all), place));
        }
        order.sort_unstable();
        let floors: i64 = weights.iter().map(|weight| cents * weight / all).sum();
        let lucky: Vec<usize> = order.iter().map(|(_, place)| *place).take(usize::try_from(cents - floors).expect("few")).collect();
        for (place, weight) in weights.iter().enumerate() {
            prop_assert_eq!(parts[place].cents(), cents * weight / all + i64::from(lucky.contains(&place)));
        }
    }

    #[test]
    fn nothing_typed_breaks_a_mix(
        case in entered::wild(), rest in select(ChannelId::ALL),
        typed in proptest::collection::vec((select(ChannelId::ALL), entered::text(), 0_usize..3, any::<bool>()), 0..6),
    ) {
        let mut case = case;
        case.split_sale.rest = rest;
        for (channel, text, unit, unknown) in typed {
            let entry = Entry::new(&text, Field::SplitPart.units()[unit]);
            case.split_sale.portions[channel as usize].amount = Entry { unknown, ..entry };
        }
        let mixed = share_out(&PricedCase::from(&case));
        prop_assert!(figures(&mixed).iter().all(|figures| figures.booked.ledger.adds_up()));
        for portion in &mixed.portions {
            prop_assert!(portion.problem.is_none() || (portion.size.is_none() && portion.outcome.is_none()));
            prop_assert!(mixed.total.is_none() || matches!(portion.outcome.as_ref().map(|found| &found.state), Some(ChannelState::Ranked(_))));
        }
        let json = outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>());
        prop_assert_eq!(json["mix"]["total"].is_null(), mixed.total.is_none());
    }
}
