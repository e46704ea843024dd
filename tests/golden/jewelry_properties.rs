//! Properties of any workshop: more loss never leaves more, and lines add up as in plain fractions.
//!
//! A missing figure gives no result.

use fiel::domain::case::{Case, Entries, Entry, Item, Kind, PricedCase};
use fiel::domain::channel::ChannelId;
use fiel::domain::number::exact::{Exact, Soles};
use fiel::domain::number::unit::Unit;
use fiel::domain::reference::value::ReferenceId;
use fiel::domain::term::field::Field;
use fiel::domain::term::permit::Permit;
use fiel::domain::tools::jewelry::{PIECE, Verdict, WorkshopOutcome, asked, make};
use fiel::exchange::{Part, outcome_json};
use num_rational::BigRational;
use proptest::prelude::*;
use proptest::sample::select;

use super::yardstick::{cents, fraction};
use super::{config, entered};

/// One or two kinds of pieces, a workshop and, perhaps, a buyer; the gold can be sold in the camp.
fn told() -> impl Strategy<Value = Case> {
    let piece = (1_u32..200, 1_u32..800, 0_u32..300_000, 0_u32..20_000, 1_u32..400);
    let shares = proptest::collection::vec(0_u32..=100, 6);
    let pieces = proptest::collection::vec(piece, 1..3);
    (entered::plausible(), pieces, shares, any::<[bool; 3]>(), 0_u32..60).prop_map(
        |(mut case, pieces, shares, [buyer, supplied, waits], days)| {
            let camp = case.channel_terms_mut(ChannelId::Camp).expect("a door");
            (camp.on, camp.chain) = (true, Vec::new());
            camp.terms.insert(Field::Price, Entry::new("90", Unit::PercentOfValue));
            case.jewelry.pieces.clear();
            for (pieces, grams, price, materials, minutes) in pieces {
                let hundredth = |of: u32| format!("{}.{:02}", of / 100, of % 100);
                let mut item = Item::default();
                for (field, text) in [
                    (Field::Pieces, pieces.to_string()),
                    (Field::PieceGrams, hundredth(grams)),
                    (Field::PiecePrice, hundredth(price)),
                    (Field::PieceMaterials, hundredth(materials)),
                    (Field::PieceHours, hundredth(minutes)),
                ] {
                    item.terms.insert(field, Entry::new(&text, field.default_unit()));
                }
                case.jewelry.pieces.push(item);
            }
            let terms = &mut case.jewelry.terms;
            let mut say = |field: Field, text: String| terms.insert(field, Entry::new(&text, field.default_unit()));
            say(Field::WorkshopLoss, (shares[0] / 4).to_string());
            say(Field::Unsold, shares[1].to_string());
            say(Field::FilingsBack, shares[2].to_string());
            say(Field::WorkshopCost, (shares[0] * 13).to_string());
            if waits {
                say(Field::DaysToMoney, days.to_string());
            }
            if buyer {
                for (field, share) in
                    [Field::BuyerShare, Field::BuyerQuality, Field::BuyerPrice].iter().zip(&shares[3..])
                {
                    say(*field, share.to_string());
                }
                say(Field::MaterialSupplied, u32::from(supplied).to_string());
            }
            case
        },
    )
}

fn enter(case: &Case, field: Field, text: &str) -> Case {
    let mut case = case.clone();
    case.jewelry.terms.insert(field, Entry::new(text, field.default_unit()));
    case
}

fn of_piece(case: &Case, place: usize, field: Field) -> BigRational {
    fraction(&case.jewelry.pieces[place].terms.get(&field).expect("it is told").text)
}

/// A share of the workshop; zero if it is not entered.
fn share(case: &Case, field: Field) -> BigRational {
    fraction(case.jewelry.terms.get(&field).map_or("0", |entry| &entry.text)) / fraction("100")
}

fn left(made: &WorkshopOutcome) -> i64 {
    made.month.expect("all is told").left.cents()
}

/// Equal to twelve decimals, the required precision of a figure that is not money.
fn near(got: Exact, want: &BigRational) -> bool {
    let got = fraction(&got.get().expect("in range").to_string());
    let off = got - want;
    off < fraction("0.000000000001") && off > fraction("-0.000000000001")
}

/// The figures that are not entered, for a workshop whose gold is sold in the camp or to the trader.
const NOT_SURE: [(Option<ChannelId>, Field, ReferenceId); 5] = [
    (None, Field::WorkshopLoss, ReferenceId::JewelryLoss),
    (None, Field::Fineness, ReferenceId::BurntGoldFineness),
    (None, Field::MonthlyRate, ReferenceId::MonthlyRate),
    (Some(ChannelId::Camp), Field::Price, ReferenceId::InformalPriceShare),
    (Some(ChannelId::LocalTrader), Field::Price, ReferenceId::FormalLocalPriceShare),
];

/// None of them is entered; transport to the camp costs something, and the trader pays later.
fn not_sure(case: &Case, transport: u32, days: u32) -> Case {
    let mut case = Case { kind: Kind::Gold, ..case.clone() };
    [Permit::Ruc, Permit::Registry].iter().for_each(|paper| case.permits.insert(*paper));
    for (channel, field, text) in [
        (ChannelId::Camp, Field::Transport, transport.to_string()),
        (ChannelId::LocalTrader, Field::DaysToMoney, days.to_string()),
    ] {
        let terms = case.channel_terms_mut(channel).expect("a channel");
        (terms.terms, terms.chain) = (Entries::new(), Vec::new());
        terms.terms.insert(field, Entry::new(&text, field.default_unit()));
    }
    for terms in &mut case.channels {
        terms.on = matches!(terms.channel, ChannelId::Camp | ChannelId::LocalTrader);
    }
    for field in [Field::Fineness, Field::MonthlyRate] {
        case.inputs.remove(&field);
    }
    case.jewelry.terms.remove(&Field::WorkshopLoss);
    case
}

/// The case with each of these figures at one of its ends.
fn at_ends(case: &Case, ends: u32) -> Case {
    let mut case = case.clone();
    for (place, (channel, field, reference)) in NOT_SURE.into_iter().enumerate() {
        let known = reference.value();
        let text = if ends >> place & 1 == 0 { known.low } else { known.high }.to_string();
        let entry = Entry::new(&text, field.default_unit());
        match channel {
            Some(channel) => case.channel_terms_mut(channel).expect("a door").terms.insert(field, entry),
            None if field == Field::WorkshopLoss => case.jewelry.terms.insert(field, entry),
            None => case.inputs.insert(field, entry),
        }
    }
    case
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn nothing_turns_what_is_certain(case in told(), transport in 0_u32..3000, days in 0_u32..60) {
        let case = not_sure(&case, transport, days);
        let extra = make(&PricedCase::from(&case)).extra.expect("all is told");
        let all: Vec<i64> = (0..1 << NOT_SURE.len())
            .map(|ends| make(&PricedCase::from(&at_ends(&case, ends))).extra.expect("all is told").mode.cents())
            .collect();
        let (least, most) = (all.iter().min().expect("some"), all.iter().max().expect("some"));
        // The lowest corner is reached exactly; the reported high is at least the highest corner.
        prop_assert_eq!(extra.low.cents(), *least.min(&extra.mode.cents()));
        prop_assert!(extra.high.cents() >= *most, "{:?} and {}", extra, most);
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn a_month_is_what_plain_fractions_say(case in told()) {
        let case = enter(&case, Field::DaysToMoney, "0");
        let month = make(&PricedCase::from(&case)).month.expect("all is told");
        let one = || fraction("1");
        let (ordered, supplied) = (share(&case, Field::BuyerShare), share(&case, Field::MaterialSupplied) > fraction("0"));
        let taken = &ordered * share(&case, Field::BuyerQuality);
        // With the buyer's gold, ordered pieces are either taken or melted down for the buyer.
        let rest = if supplied { one() - &ordered } else { one() - &taken };
        let stock = &rest * share(&case, Field::Unsold);
        let mut sums = [(); 5].map(|()| fraction("0"));
        for place in 0..case.jewelry.pieces.len() {
            let of = |field| of_piece(&case, place, field);
            let pieces = of(Field::Pieces);
            let metal = &pieces * of(Field::PieceGrams) * fraction("0.75");
            for (sum, of) in sums.iter_mut().zip([
                pieces.clone(), metal, &pieces * of(Field::PiecePrice), &pieces * of(Field::PieceMaterials), &pieces * of(Field::PieceHours),
            ]) {
                *sum += of;
            }
        }
        let [made, metal, price, materials, hours] = sums;
        let loss = share(&case, Field::WorkshopLoss);
        let own = if supplied { one() - &ordered } else { one() };
        let put_in = &metal * own / (one() - &loss);
        let wanted = [
            (month.made, &made), (month.taken, &(&made * &taken)), (month.stock, &(&made * &stock)), (month.hours, &hours),
            (month.own, &(&put_in - &put_in * &loss * share(&case, Field::FilingsBack))), (month.stock_gold, &(&metal * &stock)),
        ];
        for (place, (got, want)) in wanted.into_iter().enumerate() {
            prop_assert!(near(got, want), "{}: {:?}, {}", place, got, want);
        }
        let lines = [
            cents(&(&price * &taken * share(&case, Field::BuyerPrice))), cents(&(&price * (&rest - &stock))), -cents(&materials),
            -cents(&(share(&case, Field::WorkshopCost) * fraction("100"))), 0,
        ];
        prop_assert_eq!(month.lines.map(Soles::cents), lines);
        prop_assert_eq!(month.left.cents(), lines.iter().sum::<i64>());
    }

    #[test]
    fn more_loss_never_leaves_more(case in told(), percent in 0_u32..50) {
        let [less, more] = [percent, percent + 1].map(|percent| make(&PricedCase::from(&enter(&case, Field::WorkshopLoss, &percent.to_string()))));
        prop_assert_eq!(left(&less), left(&more));
        // At a channel that pays per gram and has no costs of selling.
        let paid = |made: &WorkshopOutcome| made.extra.filter(|_| made.best.is_none_or(|best| best.channel == ChannelId::Camp));
        if let (Some(less), Some(more)) = (paid(&less), paid(&more)) {
            prop_assert!(more.mode <= less.mode, "{:?} then {:?}", less, more);
        }
    }

    #[test]
    fn waiting_never_leaves_more_and_nothing_sold_leaves_the_costs(case in told(), days in 1_u32..700) {
        let (today, later) = (enter(&case, Field::DaysToMoney, "0"), enter(&case, Field::DaysToMoney, &days.to_string()));
        prop_assert!(left(&make(&PricedCase::from(&later))) <= left(&make(&PricedCase::from(&today))));
        let mut unsold = enter(&case, Field::Unsold, "100");
        for field in [Field::BuyerShare, Field::BuyerQuality, Field::BuyerPrice, Field::MaterialSupplied] {
            unsold.jewelry.terms.remove(&field);
        }
        let month = make(&PricedCase::from(&unsold)).month.expect("all is told");
        let [to_buyer, to_others, materials, cost, waiting] = month.lines.map(Soles::cents);
        prop_assert_eq!((to_buyer, to_others, waiting, month.left.cents()), (0, 0, 0, materials + cost));
        prop_assert_eq!(month.stock, month.made);
    }

    #[test]
    fn gold_that_the_buyer_brings_is_not_sold_instead(case in told()) {
        let mut case = enter(&case, Field::BuyerShare, "100");
        for (field, text) in [(Field::BuyerQuality, "90"), (Field::BuyerPrice, "30"), (Field::MaterialSupplied, "1")] {
            case = enter(&case, field, text);
        }
        case.jewelry.terms.remove(&Field::Unsold);
        let made = make(&PricedCase::from(&case));
        let month = made.month.expect("nothing is left over that might stay unsold");
        prop_assert_eq!((month.own, made.best), (Exact::ZERO, None));
        prop_assert_eq!(made.extra.map(|extra| extra.mode), Some(month.left));
    }

    #[test]
    fn two_kinds_are_the_sum_of_each_alone(case in told()) {
        let case = enter(&enter(&case, Field::WorkshopCost, "0"), Field::DaysToMoney, "0");
        let both = make(&PricedCase::from(&case));
        let (mut cents, mut hours, mut own) = (0, Exact::ZERO, Exact::ZERO);
        for piece in &case.jewelry.pieces {
            let mut alone = case.clone();
            alone.jewelry.pieces = vec![piece.clone()];
            let month = make(&PricedCase::from(&alone)).month.expect("all is told");
            (cents, hours, own) = (cents + month.left.cents(), hours + month.hours, own + month.own);
        }
        let month = both.month.expect("all is told");
        // Three lines of each kind are booked to the céntimo.
        prop_assert!((left(&both) - cents).abs() <= 3, "{} and {}", left(&both), cents);
        prop_assert_eq!(month.hours, hours);
        prop_assert_eq!(month.own.round_to(18), own.round_to(18));
    }

    #[test]
    fn an_hour_times_the_hours_is_the_extra(case in told()) {
        let made = make(&PricedCase::from(&case));
        let (Some(extra), Some(hour), Some(hours)) = (made.extra, made.an_hour, made.hours) else { return Ok(()) };
        let rounding = fraction(&hours.to_string()) * fraction("0.005");
        for (extra, hour) in [(extra.low, hour.low), (extra.mode, hour.mode), (extra.high, hour.high)] {
            let soles = |amount: Soles| fraction(&amount.decimal().to_string());
            let off = soles(extra) - soles(hour) * fraction(&hours.to_string());
            prop_assert!(off <= rounding.clone() && off >= -rounding.clone(), "{}", off);
        }
        prop_assert!(extra.low <= extra.mode && extra.mode <= extra.high);
        let sign = |verdict| match verdict {
            Verdict::More => extra.low >= Soles::ZERO,
            Verdict::Less => extra.high <= Soles::ZERO,
            Verdict::Tie => extra.mode == Soles::ZERO,
            _ => extra.low <= Soles::ZERO && extra.high >= Soles::ZERO,
        };
        prop_assert!(sign(made.verdict), "{:?}: {:?}", made.verdict, extra);
        if let Some(best) = made.best {
            // Nobody has to sell at a loss.
            prop_assert_eq!(extra.mode, made.month.expect("a month").left - best.worth.max(Soles::ZERO));
        }
    }

    #[test]
    fn what_is_missing_makes_no_figure(case in told(), place in 0_usize..5) {
        let field = PIECE.iter().filter(|(field, _)| *field != Field::Alloy).nth(place).expect("a field").0;
        let mut lacking = case.clone();
        lacking.jewelry.pieces[0].terms.remove(&field);
        let made = make(&PricedCase::from(&lacking));
        prop_assert!(made.lacks.iter().any(|lack| lack.field() == field));
        prop_assert!(made.hours.is_none() && made.an_hour.is_none());
        // A month can be calculated if only the hours are missing.
        prop_assert_eq!(made.month.is_some(), field == Field::PieceHours);
        let spoilt = make(&PricedCase::from(&enter(&case, Field::DaysToMoney, "x")));
        prop_assert!(spoilt.month.is_none() && spoilt.verdict == Verdict::Missing);
    }

    #[test]
    fn whatever_is_typed_has_an_outcome(
        case in entered::wild(),
        pieces in proptest::collection::vec(proptest::collection::vec((select(PIECE), entered::text()), 0..7), 0..3),
        terms in proptest::collection::vec((select(asked(false)), entered::text(), any::<bool>()), 0..14),
    ) {
        let mut case = case;
        case.jewelry.pieces.clear();
        for piece in pieces {
            let mut item = Item::default();
            for ((field, _), text) in piece {
                item.terms.insert(field, Entry::new(&text, field.default_unit()));
            }
            case.jewelry.pieces.push(item);
        }
        for ((field, _), text, unknown) in terms {
            let unit = *field.units().last().expect("a unit");
            case.jewelry.terms.insert(field, Entry { unknown, ..Entry::new(&text, unit) });
        }
        let made = make(&PricedCase::from(&case));
        prop_assert_eq!(made.extra.is_some(), matches!(made.verdict, Verdict::More | Verdict::Less | Verdict::Tie | Verdict::CannotTell));
        if let Some(month) = made.month {
            prop_assert_eq!(month.lines.iter().fold(0, |sum, line| sum + line.cents()), month.left.cents());
        } else {
            prop_assert!(made.extra.is_none() && made.an_hour.is_none() && made.tools.is_none());
        }
        prop_assert!(made.verdict != Verdict::Missing || !made.lacks.is_empty());
        let json = outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>());
        prop_assert!(json["jewelry"]["verdict"].is_string());
    }
}
