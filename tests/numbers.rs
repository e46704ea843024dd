//! Numbers as people type them, read as an independent program in Python reads them.

use fiel::domain::number::parse::{self, NumberProblem};
use rust_decimal::Decimal;

/// Made by `number_texts.py`, which stands beside it: a text, a tab, and what it is.
const TABLE: &str = include_str!("golden/number_texts.tsv");

/// In the words of the table.
fn told(text: &str) -> String {
    match parse::read(text) {
        Ok(_) => "a number".into(),
        Err(NumberProblem::Empty) => "empty".into(),
        Err(NumberProblem::Unreadable) => "unreadable".into(),
        Err(NumberProblem::TooLong) => "too long".into(),
        Err(NumberProblem::Ambiguous { grouped, decimal }) => format!("ask {grouped} {decimal}"),
    }
}

#[test]
fn every_text_is_read_as_python_reads_it() {
    let mut numbers = 0;
    for row in TABLE.lines() {
        let (text, expected) = row.split_once('\t').expect("a text and what it is");
        match expected.parse::<Decimal>() {
            Ok(value) => {
                let read = parse::read(text);
                assert_eq!(read, Ok(value), "{text:?}");
                // As Python writes it: each digit that was typed is still there.
                let digits = |text: &str| text.trim_start_matches(['-', '0']).to_owned();
                assert_eq!(read.map(|value| digits(&value.to_string())), Ok(digits(expected)), "{text:?}");
                numbers += 1;
            }
            Err(_) => assert_eq!(told(text), expected, "{text:?}"),
        }
    }
    assert!(numbers > 500, "the table has numbers in it: {numbers}");
}
