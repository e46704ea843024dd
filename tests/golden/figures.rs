//! Properties of figures: parsing of typed numbers, unit conversion both ways, the maquila by grade.

use fiel::domain::number::parse::{self, NumberProblem};
use fiel::domain::number::unit::Unit;
use fiel::domain::reference::maquila;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{config, entered};

/// `digits` with `mark` between each three of them, from the right.
fn grouped(digits: u64, mark: char) -> String {
    let digits = digits.to_string();
    let places = digits.chars().enumerate();
    places.fold(String::new(), |mut text, (n, digit)| {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
        text
    })
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn a_unit_there_and_back_is_the_same_to_twenty_digits(
        unit in prop::sample::select(Unit::ALL), n in 0_i64..1_000_000_000, scale in 0_u32..6,
    ) {
        let value = Decimal::new(n, scale);
        let back = unit.from_base(unit.to_base(value).expect("in range")).expect("in range");
        let places = 20_u32.saturating_sub(u32::try_from(value.trunc().to_string().len()).expect("short"));
        prop_assert_eq!(back.round_dp(places), value);
    }

    #[test]
    fn the_maquila_rises_with_the_grade_as_in_the_table(n in 0_i64..3000) {
        // From 0.4 oz/tc on, the table has steps: 110 and then 5 more for each tenth, up to 1.9.
        let expected = match (n + 99) / 100 {
            ..=3 => 90,
            4 => 95,
            tenths @ 5..=19 => 110 + 5 * (tenths - 5),
            _ => 190,
        };
        prop_assert_eq!(maquila::for_grade(Decimal::new(n, 3)), Decimal::from(expected));
        prop_assert_eq!(maquila::for_grade(Decimal::new(n * 10 + 5, 4)), maquila::for_grade(Decimal::new(n + 1, 3)));
    }

    #[test]
    fn a_printed_number_reads_back_exactly(mantissa: i64, scale in 0_u32..=18, negative: bool) {
        let number = Decimal::new(if negative { -mantissa.saturating_abs() } else { mantissa }, scale);
        prop_assert_eq!(parse::read(&number.to_string()), Ok(number));
    }

    #[test]
    fn grouped_thousands_read_as_they_are_written(
        whole in 0_u64..1_000_000_000_000, cents in 0_u32..10_000,
        (group, point) in prop::sample::select(vec![(',', '.'), ('.', ','), (' ', '.'), (' ', ','), ('\'', '.'), ('\u{a0}', ',')]),
    ) {
        let expected: Decimal = format!("{whole}.{cents:04}").parse().expect("a decimal");
        prop_assert_eq!(parse::read(&format!("{}{point}{cents:04}", grouped(whole, group))), Ok(expected));
        let bare = parse::read(&grouped(whole, group));
        match (group, whole) {
            (',', 1_000..1_000_000) => {
                prop_assert!(matches!(bare, Err(NumberProblem::Ambiguous { .. })), "not asked");
            }
            // A single point is the decimal mark in Peru.
            ('.', 1_000..1_000_000) => prop_assert_eq!(bare, Ok(Decimal::from(whole) / Decimal::from(1000))),
            _ => prop_assert_eq!(bare, Ok(Decimal::from(whole))),
        }
    }

    #[test]
    fn a_doubtful_comma_is_asked_and_never_answered(whole in 1_u32..1000, rest in 0_u32..1000) {
        let (grouped, decimal) = (format!("{whole}{rest:03}"), format!("{whole}.{rest:03}"));
        let asked = NumberProblem::Ambiguous { grouped, decimal };
        prop_assert_eq!(parse::read(&format!(" {whole},{rest:03} ")), Err(asked));
    }

    #[test]
    fn nothing_is_zero_but_zeros(text in entered::text()) {
        if let Ok(number) = parse::read(&text) {
            let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
            prop_assert!(!digits.is_empty());
            prop_assert_eq!(number.is_zero(), digits.iter().all(|digit| *digit == '0'));
        }
    }
}
