//! Properties of any loan: it ends at zero, costs what it says, and is judged by the given figures.

use fiel::domain::case::{Case, Entry, Grace, Kind, PricedCase, WayId};
use fiel::domain::number::exact::{Exact, Soles};
use fiel::domain::number::finance::{internal_rate, monthly_rate, payback, present_value, yearly_rate};
use fiel::domain::number::unit::Unit;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field::{self, *};
use fiel::domain::tools::credit::repayment::Repayment;
use fiel::domain::tools::credit::{ASKED, CreditOutcome, CreditVerdict, OF_LOAN, judge};
use fiel::domain::tools::process;
use fiel::exchange::{Part, outcome_json};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::yardstick::{cents, fraction};
use super::{config, entered};

/// Enters `text` in a field of the loan.
fn put(case: &Case, field: Field, text: &str) -> Case {
    let mut case = case.clone();
    case.loan.terms.insert(field, Entry::new(text, field.default_unit()));
    case
}

/// The text of a number of hundredths.
fn hundredths(number: u32) -> String {
    Decimal::new(number.into(), 2).to_string()
}

/// A loan of 1,000 soles or more with every figure entered, in the order low, usual, high.
fn lent() -> impl Strategy<Value = Case> {
    let loan = (100_000_u32..10_000_000, 0_u32..50_000, 0_u32..20_000, 1_u32..=60, 0_u32..=12, 0_u32..50);
    let gain = (0_u32..3_000, 0_u32..3_000, 0_u32..3_000, 1_u32..=11_000, 0_u32..50_000, 0_u32..=10_000);
    (loan, gain, select(Grace::ALL), entered::plausible()).prop_map(
        |((debt, own, tea, months, grace, insurance), (low, more, most, share, cost, fall), kind, case)| {
            let texts = [
                (EquipmentPrice, hundredths(debt + own)),
                (OwnMoney, hundredths(own)),
                (Tea, hundredths(tea)),
                (LoanMonths, months.to_string()),
                (GraceMonths, grace.to_string()),
                (Insurance, hundredths(insurance)),
                (MoreGoldLow, hundredths(low)),
                (MoreGold, hundredths(low + more)),
                (MoreGoldHigh, hundredths(low + more + most)),
                (PaidShare, hundredths(share)),
                (MercuryAvoided, hundredths(share)),
                (MercuryPrice, hundredths(cost)),
                (RunningCost, hundredths(cost)),
                (PriceFall, hundredths(fall)),
            ];
            let mut case = texts.iter().fold(case, |case, (field, text)| put(&case, *field, text));
            case.loan.grace = kind;
            case
        },
    )
}

/// Any text in any fields of the loan, in a case that is wild itself.
fn wild() -> impl Strategy<Value = Case> {
    let typed = proptest::collection::vec((0..ASKED.len(), entered::text(), any::<bool>(), any::<bool>()), 0..14);
    (entered::wild(), lent(), typed, select(Grace::ALL)).prop_map(|(mut case, lent, typed, grace)| {
        case.loan.terms = lent.loan.terms;
        case.loan.grace = grace;
        for (place, text, unknown, other_unit) in typed {
            let field = ASKED[place].0;
            let unit = if other_unit { *field.units().last().expect("a unit") } else { field.default_unit() };
            case.loan.terms.insert(field, Entry { unknown, ..Entry::new(&text, unit) });
        }
        case
    })
}

fn loan(credit: &CreditOutcome) -> &Repayment {
    credit.cases[1].loan.as_ref().expect("a loan")
}

fn figure(case: &Case, field: Field) -> Decimal {
    case.loan.terms.get(&field).expect("entered").text.parse().expect("a decimal")
}

fn total(amounts: impl Iterator<Item = Soles>) -> Soles {
    amounts.fold(Soles::ZERO, |total, amount| total + amount)
}

/// The largest error of a yearly rate from rounding each month to the céntimo, for a debt of 1,000 or more.
fn trace(tea: Decimal) -> Decimal {
    (Decimal::ONE + tea) * Decimal::new(3, 4)
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_loan_ends_at_zero_and_its_parts_add_up(case in lent()) {
        let credit = judge(&PricedCase::from(&case));
        let loan = loan(&credit);
        let months = figure(&case, LoanMonths) + figure(&case, GraceMonths);
        prop_assert_eq!(Decimal::from(loan.months.len()), months);
        prop_assert_eq!(loan.debt.decimal(), figure(&case, EquipmentPrice) - figure(&case, OwnMoney));
        prop_assert_eq!(loan.months.last().map(|month| month.balance), Some(Soles::ZERO));
        prop_assert_eq!(total(loan.months.iter().map(|month| month.amortisation)), loan.debt);
        prop_assert_eq!(total(loan.months.iter().map(|month| month.payment)), loan.paid);
        let mut owed = loan.debt;
        for month in &loan.months {
            owed = owed - month.amortisation;
            prop_assert_eq!(month.payment, month.interest + month.amortisation + month.insurance);
            prop_assert_eq!(month.balance, owed);
            prop_assert!(!owed.is_negative() && !month.payment.is_negative());
        }
    }

    #[test]
    fn the_instalments_are_level_and_only_the_last_takes_what_is_left(case in lent()) {
        let credit = judge(&PricedCase::from(&put(&case, Insurance, "0")));
        let loan = loan(&credit);
        let all = loan.months.iter().filter(|month| Decimal::from(month.month) > figure(&case, GraceMonths));
        let (last, level) = all.map(|month| month.payment).collect::<Vec<_>>().split_last().map(|(last, level)| (*last, level.to_vec())).expect("months");
        prop_assert!(level.iter().all(|payment| *payment == loan.instalment));
        // The rest may be at most half a céntimo of each month, grown at the rate of the loan.
        let apart = (last - loan.instalment).cents().unsigned_abs();
        let grown = (Exact::ONE + Exact::from(figure(&case, Tea)) / Exact::from(100)).get().expect("small");
        let years = 1 + loan.months.len() / 12;
        let most = (0..years).fold(Decimal::from(2 * loan.months.len()), |most, _| most * grown);
        prop_assert!(Decimal::from(apart) <= most, "{} apart, at most {}", apart, most);
    }

    #[test]
    fn plain_fractions_give_the_same_schedule(case in lent(), percent in 1_u32..=5) {
        // A TEM in whole per cents, whose TEA is exact: (1 + r)^12 − 1.
        let growth = fraction(&format!("1.0{percent}"));
        let tea = (0..12).fold(Decimal::ONE, |all, _| all * Decimal::new((100 + percent).into(), 2)) - Decimal::ONE;
        let credit = judge(&PricedCase::from(&put(&case, Tea, &(tea * Decimal::ONE_HUNDRED).normalize().to_string())));
        let loan = loan(&credit);
        let hundred = fraction("100");
        let rate = &growth - fraction("1");
        let insurance = fraction(&hundredths(0)) + fraction(&figure(&case, Insurance).to_string()) / &hundred;
        let grace = usize::try_from(figure(&case, GraceMonths)).expect("few");
        let of = |part: i64, rate: &num_rational::BigRational| cents(&(fraction(&part.to_string()) / &hundred * rate));
        let (mut owed, mut level) = (loan.debt.cents(), 0);
        for (place, month) in loan.months.iter().enumerate() {
            if place == grace {
                let left = loan.months.len() - grace;
                let grown = (0..left).fold(fraction("1"), |all, _| all * &growth);
                let exact = fraction(&owed.to_string()) / &hundred * &rate * &grown / (&grown - fraction("1"));
                level = cents(&exact);
                prop_assert_eq!(loan.instalment.cents(), level);
            }
            let interest = of(owed, &rate);
            let off = match (place < grace, case.loan.grace) {
                (true, Grace::Interest) => 0,
                (true, Grace::Nothing) => -interest,
                _ if place + 1 == loan.months.len() => owed,
                _ => level - interest,
            };
            prop_assert_eq!((month.interest.cents(), month.amortisation.cents()), (interest, off), "month {}", place);
            prop_assert_eq!(month.insurance.cents(), of(owed, &insurance));
            owed -= off;
        }
    }

    #[test]
    fn a_longer_term_never_raises_the_instalment(case in lent(), more in 1_u32..60) {
        let longer = put(&case, LoanMonths, &(figure(&case, LoanMonths) + Decimal::from(more)).to_string());
        prop_assert!(loan(&judge(&PricedCase::from(&longer))).instalment <= loan(&judge(&PricedCase::from(&case))).instalment);
    }

    #[test]
    fn a_dearer_loan_never_pays_back_sooner(case in lent(), more in 1_u32..10_000) {
        let dearer = put(&case, Tea, &(figure(&case, Tea) + Decimal::new(more.into(), 2)).to_string());
        let (dear, cheap) = (judge(&PricedCase::from(&dearer)), judge(&PricedCase::from(&case)));
        for (dear, cheap) in dear.cases.iter().zip(&cheap.cases) {
            let cover = |of: &fiel::domain::tools::credit::Prospect| of.outlook.and_then(|outlook| outlook.now.cover);
            let (dear, cheap) = (cover(dear).expect("judged"), cover(cheap).expect("judged"));
            prop_assert!(dear.payback.is_none() == cheap.payback.is_none());
            prop_assert!(dear.payback >= cheap.payback && dear.lacks >= cheap.lacks);
        }
    }

    #[test]
    fn the_real_cost_is_the_tea_and_more_with_an_insurance(case in lent()) {
        let tea = figure(&case, Tea) / Decimal::ONE_HUNDRED;
        let insured = loan(&judge(&PricedCase::from(&case))).tcea.expect("a rate");
        let plain = loan(&judge(&PricedCase::from(&put(&case, Insurance, "0")))).tcea.expect("a rate");
        prop_assert!((plain - tea).abs() <= trace(tea), "{} without insurance, at {}", plain, tea);
        prop_assert!(insured >= tea - trace(tea) && insured >= plain - trace(tea));
    }

    #[test]
    fn the_high_case_never_leaves_less(case in lent(), unknown in any::<bool>()) {
        let mut case = case;
        for field in [Tea, PaidShare, MercuryPrice] {
            if unknown {
                case.loan.terms.insert(field, Entry::unknown(field.default_unit()));
            }
        }
        let credit = judge(&PricedCase::from(&case));
        for pair in credit.cases.windows(2) {
            let [worse, better] = pair else { unreachable!() };
            let (worse, better) = (worse.outlook.expect("judged"), better.outlook.expect("judged"));
            for (worse, better) in [(worse.now, better.now), (worse.fallen.expect("a fall"), better.fallen.expect("a fall"))] {
                prop_assert!(worse.month <= better.month);
                let (worse, better) = (worse.cover.expect("judged"), better.cover.expect("judged"));
                prop_assert!(worse.short >= better.short && worse.lacks >= better.lacks);
                prop_assert!(better.payback.is_some() || worse.payback.is_none());
                prop_assert!(worse.payback.is_none() || worse.payback >= better.payback);
            }
        }
    }

    #[test]
    fn the_high_case_of_the_planned_way_never_leaves_less(
        case in entered::open(),
        (now, planned) in (select(WayId::ALL), select(WayId::ALL)),
        recoveries in proptest::collection::vec(proptest::option::of(1_u32..=99), WayId::ALL.len()),
        typed in proptest::option::of(0_u32..100_000),
    ) {
        let mut case = Case { kind: Kind::Ore, way_planned: planned, ..case };
        process::take_up(&mut case, now);
        case.inputs.remove(&Recovery);
        for (way, recovery) in case.ways.iter_mut().zip(recoveries) {
            let asked = recovery.filter(|_| process::asked(way.id).iter().any(|(of, _)| *of == Recovery));
            asked.into_iter().for_each(|of| way.terms.insert(Recovery, Entry::new(&of.to_string(), Unit::Percent)));
        }
        let mut case = put(&put(&case, EquipmentPrice, "1000"), OwnMoney, "1000");
        for field in [PaidShare, MercuryPrice] {
            case.loan.terms.insert(field, Entry::unknown(field.default_unit()));
        }
        if let Some(cost) = typed {
            case = put(&case, RunningCost, &hundredths(cost));
        }
        let months: Vec<Soles> = judge(&PricedCase::from(&case)).cases.iter().filter_map(|of| Some(of.outlook?.now.month)).collect();
        prop_assert!(months.is_sorted(), "{:?}", months);
    }

    #[test]
    fn the_judgement_is_that_of_the_low_case(case in lent()) {
        let credit = judge(&PricedCase::from(&case));
        let low = credit.cases[0].outlook.expect("judged").now;
        let cover = low.cover.expect("judged");
        let covered = loan(&credit).months.iter().all(|month| month.payment <= low.month);
        match credit.verdict {
            CreditVerdict::Never(gain) => prop_assert!(gain == low && low.month <= Soles::ZERO && cover.payback.is_none()),
            CreditVerdict::Pays(says) => prop_assert!(says == cover && covered && low.month > Soles::ZERO),
            CreditVerdict::Short(says) => prop_assert!(says == cover && !covered && cover.lacks > Soles::ZERO),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn no_figure_comes_of_a_missing_one(case in lent(), place in 0..ASKED.len()) {
        let field = ASKED[place].0;
        let broken = put(&case, field, "x");
        let credit = judge(&PricedCase::from(&broken));
        prop_assert!(credit.missing.contains(&field), "{:?} is not named", field);
        prop_assert_eq!(credit.problems.len(), 1);
        let has_loan = credit.cases.iter().all(|case| case.loan.is_some());
        prop_assert_eq!(has_loan, place >= OF_LOAN);
        let (whole, one) = (judge(&PricedCase::from(&case)), [MoreGoldLow, MoreGold, MoreGoldHigh].iter().position(|one| *one == field));
        for (level, (had, has)) in whole.cases.iter().zip(&credit.cases).enumerate() {
            let (had, has) = (had.outlook.expect("judged"), has.outlook);
            if place < OF_LOAN {
                prop_assert!(has.is_some_and(|has| has.now.cover.is_none() && has.now.month == had.now.month));
            } else if field == PriceFall {
                prop_assert!(has.is_some_and(|has| has.fallen.is_none() && has.now == had.now));
            } else if one.is_none_or(|one| one == level) && !(field == MercuryPrice && had.mercury == Soles::ZERO) {
                prop_assert!(has.is_none(), "{:?} at {}", field, level);
            }
        }
    }

    #[test]
    fn whatever_was_typed_gives_an_outcome(case in wild()) {
        let credit = judge(&PricedCase::from(&case));
        for problem in &credit.problems {
            prop_assert!(credit.missing.contains(&problem.field) || credit.cases[1].loan.as_ref().is_some_and(|loan| loan.months.is_empty()));
        }
        let json = outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>());
        prop_assert!(json["credit"]["verdict"]["says"].is_string());
        let says_missing = credit.verdict == CreditVerdict::Missing;
        prop_assert!(!says_missing || !credit.missing.is_empty(), "nothing is missing and nothing is said");
    }

    #[test]
    fn a_rate_of_a_month_makes_that_of_the_year(hundredths in 0_u32..100_000) {
        let tea = Decimal::new(hundredths.into(), 4);
        let back = yearly_rate(monthly_rate(tea.into())).get().expect("small");
        prop_assert!((back - tea).abs() < Decimal::new(1, 15), "{} for {}", back, tea);
    }

    #[test]
    fn at_their_own_rate_flows_are_worth_nothing(out in 1_u32..1_000_000, back in proptest::collection::vec(0_u32..1_000_000, 1..40)) {
        let mut flows = vec![Exact::from(-i64::from(out))];
        flows.extend(back.iter().map(|flow| Exact::from(i64::from(*flow))));
        let turned: Vec<Exact> = flows.iter().map(|flow| Exact::ZERO - *flow).collect();
        prop_assert_eq!(internal_rate(&flows[1..]), None, "they have one sign");
        let Some(rate) = internal_rate(&flows) else {
            // Almost nothing comes back: a loss of over 99 % a period.
            prop_assert!(back.iter().sum::<u32>() * 50 < out);
            return Ok(());
        };
        prop_assert_eq!(internal_rate(&turned), Some(rate));
        let worth = present_value(rate.into(), &flows).get().expect("in range");
        prop_assert!(worth.abs() < Decimal::new(1, 4), "{} at {}", worth, rate);
    }

    #[test]
    fn what_pays_back_does_so_when_the_sum_says(out in 1_u32..100_000, back in proptest::collection::vec(0_u32..100_000, 1..30)) {
        let mut flows = vec![Exact::from(-i64::from(out))];
        flows.extend(back.iter().map(|flow| Exact::from(i64::from(*flow))));
        let mut sum = 0_u32;
        let period = back.iter().position(|flow| { sum += flow; sum >= out });
        let periods = payback(&flows, Exact::ZERO);
        prop_assert_eq!(periods.map(|periods| periods.ceil()), period.map(|period| Decimal::from(period + 1)));
        // With an endless payment in each period, it always pays back.
        prop_assert!(payback(&flows, Exact::ONE).is_some_and(|ever| periods.is_none_or(|periods| periods == ever)));
    }
}
