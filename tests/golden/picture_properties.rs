//! Charts agree with the tables: each bar begins where the one before ends, lines are running sums.

use fiel::domain::case::{Case, Entry, Grace, PricedCase};
use fiel::domain::compare::evaluate;
use fiel::domain::compare::outcome::ChannelState;
use fiel::domain::engine::ledger::Ledger;
use fiel::domain::number::exact::Soles;
use fiel::domain::term::field::Field::{self, *};
use fiel::domain::tools::credit::{CreditOutcome, judge};
use fiel::report::{self, Purse, Row, RowSubject, Span};
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};

use super::{config, entered};

/// The céntimos that a ledger leaves, in all purses together.
fn left(ledger: &Ledger) -> i64 {
    let later: i64 = ledger.later.iter().map(|later| later.amount.cents()).sum();
    ledger.now.cents() + later + ledger.locked.cents() + ledger.fund.cents()
}

/// The steps from the real value down, and those of the purses up.
fn steps(rows: &[Row]) -> (Vec<Row>, Vec<Row>) {
    let of = |row: &&Row| matches!(row.item, RowSubject::RealValue | RowSubject::Premium | RowSubject::Line(_));
    let purses = rows.iter().filter(|row| matches!(row.item, RowSubject::Purse(_)));
    (rows.iter().filter(of).copied().collect(), purses.copied().collect())
}

fn falls(ledger: &Ledger, span: Span) -> Result<(), TestCaseError> {
    let rows = report::ledger(ledger, None);
    let (down, up) = steps(&rows);
    for chain in [&down, &up] {
        let mut level = 0;
        for row in chain {
            prop_assert_eq!(row.from.cents(), level, "{:?} begins where the one before ends", row.item);
            level += row.amount.cents();
            prop_assert_eq!(row.to.cents(), level, "{:?} is as long as its amount", row.item);
        }
        prop_assert_eq!(level, left(ledger), "both end at what is left in all purses");
    }
    let whole = span.high.cents() - span.low.cents();
    for row in &rows {
        let (from, to) = (span.place(row.from), span.place(row.to));
        for at in [from, to] {
            prop_assert!(at >= dec!(0) && at <= dec!(100), "{:?} is drawn at {} %", row.item, at);
        }
        // (to − from) % of the scale is the amount; each end is rounded to a hundredth of a per cent.
        let drawn = (to - from) * Decimal::from(whole) / dec!(100);
        let off = (drawn - Decimal::from(row.amount.cents())).abs();
        prop_assert!(off <= Decimal::from(whole) / dec!(10000), "{:?} is drawn {} céntimos off", row.item, off);
    }
    Ok(())
}

fn put(mut case: Case, figures: &[(Field, u32)]) -> Case {
    for (field, figure) in figures {
        case.loan.terms.insert(*field, Entry::new(&figure.to_string(), field.default_unit()));
    }
    case
}

fn last(credit: &CreditOutcome, level: usize) -> Soles {
    credit.cases[level].balance.last().copied().expect("a balance")
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn every_ledger_falls_step_by_step_to_what_is_left_on_one_scale(case in entered::wild()) {
        let outcome = evaluate(&PricedCase::from(&case));
        let span = Span::of_channels(&outcome);
        prop_assert!(span.low <= Soles::ZERO && span.high >= Soles::ZERO);
        for figures in outcome.channels.iter().filter_map(|channel| channel.figures.as_ref()) {
            prop_assert_eq!(span.with(&figures.booked.ledger), span, "no door is past the scale of all");
            falls(&figures.booked.ledger, span)?;
        }
    }

    #[test]
    fn more_is_drawn_longer_whatever_the_channel(case in entered::open()) {
        let outcome = evaluate(&PricedCase::from(&case));
        let span = Span::of_channels(&outcome);
        let mut cash = Vec::new();
        for figures in outcome.channels.iter().filter_map(|channel| channel.figures.as_ref()) {
            cash.push(figures.booked.ledger.cash());
        }
        cash.sort();
        prop_assert!(cash.is_sorted_by_key(|cash| span.place(*cash)));
    }

    #[test]
    fn what_comes_over_time_is_the_cash_of_the_open_channels(case in entered::wild()) {
        let outcome = evaluate(&PricedCase::from(&case));
        let open: Vec<_> = outcome.channels.iter().filter(|channel| matches!(channel.state, ChannelState::Ranked(_))).collect();
        let drawn = report::arrivals(&outcome);
        let mut days: Vec<Decimal> = Vec::new();
        for channel in &open {
            let ledger = &channel.figures.as_ref().expect("ranked").booked.ledger;
            let paid = report::payments(ledger);
            prop_assert_eq!(paid.iter().map(|paid| paid.amount.cents()).sum::<i64>(), ledger.cash().cents());
            prop_assert!(paid.is_sorted_by_key(|paid| paid.days) && !paid.is_empty());
            days.extend(paid.iter().map(|paid| paid.days));
        }
        let same = days.iter().all(|day| *day == days[0]);
        prop_assert_eq!(drawn.len(), if same { 0 } else { open.len() }, "{:?}", days);
        for ((channel, _), open) in drawn.iter().zip(&open) {
            prop_assert_eq!(channel.channel, open.channel);
        }
    }

    #[test]
    fn the_parts_of_a_bar_follow_one_another_within_the_scale(case in entered::wild()) {
        let outcome = evaluate(&PricedCase::from(&case));
        let scale = report::scale(&outcome);
        for figures in outcome.channels.iter().filter_map(|channel| channel.figures.as_ref()) {
            let bar = report::bar(figures, scale);
            let mut at = dec!(0);
            for (purse, from, width) in bar.parts {
                prop_assert_eq!(from, at);
                prop_assert_eq!(width, report::percent_of(purse.of(&figures.booked.ledger), scale));
                at += width;
            }
            // Each of the four is rounded to a hundredth.
            prop_assert!(at <= dec!(100.02), "{} %", at);
        }
    }

    #[test]
    fn a_balance_is_own_money_and_payments_out_and_the_gain_in(
        case in entered::plausible(), (own, debt, tea, months, grace) in (0_u32..9_000, 1_u32..90_000, 0_u32..90, 1_u32..=60, 0_u32..=6),
        (low, more, most, cost) in (0_u32..20, 0_u32..20, 0_u32..20, 0_u32..2_000),
    ) {
        let case = put(case, &[
            (EquipmentPrice, own + debt), (OwnMoney, own), (Tea, tea), (LoanMonths, months), (GraceMonths, grace),
            (Insurance, 0), (MoreGoldLow, low), (MoreGold, low + more), (MoreGoldHigh, low + more + most),
            (PaidShare, 80), (MercuryAvoided, 0), (RunningCost, cost), (PriceFall, 16),
        ]);
        let credit = judge(&PricedCase::from(&Case { loan: fiel::domain::case::Loan { grace: Grace::Interest, ..case.loan }, ..case }));
        let long = credit.cases[0].balance.len();
        for prospect in &credit.cases {
            let (loan, outlook) = (prospect.loan.as_ref().expect("a loan"), prospect.outlook.expect("an outlook"));
            prop_assert!(prospect.balance.len() == long && long > loan.months.len() + 1, "the same months in each");
            prop_assert_eq!(prospect.balance[0].cents(), -100 * i64::from(own));
            for (month, pair) in prospect.balance.windows(2).enumerate() {
                let payment = loan.months.get(month).map_or(0, |month| month.payment.cents());
                prop_assert_eq!(pair[1].cents() - pair[0].cents(), outlook.now.month.cents() - payment);
            }
            // The outlay is paid back when the sum of the gains reaches it: after the last payment this is where the
            // line crosses zero.
            let payback = outlook.now.cover.and_then(|cover| cover.payback);
            if let Some(back) = payback.filter(|back| *back > Decimal::from(loan.months.len()))
                && back < Decimal::from(long - 1)
            {
                let lost = prospect.balance.iter().rposition(|soles| soles.is_negative()).expect("a loss before");
                prop_assert!(Decimal::from(lost) < back && back <= Decimal::from(lost + 1), "{} after {}", back, lost);
            }
        }
        prop_assert!(last(&credit, 0) <= last(&credit, 1) && last(&credit, 1) <= last(&credit, 2));
    }
}

/// 10 g at 100 S/: 1,000. A price 10 % above that and a premium of 50 add to it; 1,300 of debt makes a loss.
#[test]
fn a_loss_falls_through_zero() {
    let zero = Soles::ZERO;
    let soles = |cents: i64| fiel::domain::number::exact::Exact::from(Decimal::new(cents, 2)).book().expect("small");
    let mut ledger = Ledger::open(dec!(1000).into()).expect("small");
    ledger.step_to(fiel::domain::engine::line_kind::LineKind::PriceGap, dec!(1100).into()).expect("small");
    ledger.fund(dec!(50).into()).expect("small");
    ledger.pay(fiel::domain::engine::line_kind::LineKind::DebtOwed, dec!(1300).into()).expect("small");
    ledger.pay_out(dec!(0.9).into(), dec!(0), dec!(18)).expect("small");
    let span = Span::default().with(&ledger);
    // −200 is the lowest level, and 1,150 (value, premium, price) the highest.
    assert_eq!((span.low, span.high), (soles(-20_000), soles(115_000)));
    let rows = report::ledger(&ledger, None);
    let ends: Vec<_> = rows.iter().map(|row| (row.item, row.from, row.to)).collect();
    let left = (RowSubject::Left, zero, soles(-20_000));
    assert!(ends.contains(&left), "{ends:?}");
    assert!(ends.contains(&(RowSubject::Purse(Purse::Fund), soles(-20_000), soles(-15_000))), "{ends:?}");
    // 200 of 1,350 are below zero: 14.81 %.
    assert_eq!(
        (span.place(soles(-20_000)), span.place(zero), span.place(soles(115_000))),
        (dec!(0), dec!(14.81), dec!(100))
    );
}
