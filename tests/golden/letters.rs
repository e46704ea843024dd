//! The text of a document: repeated names, numbers of any size, escapes, and the place of damage.

use fiel::document::{self, DocumentRefusal, LeftOutReason, Opened, prices};
use fiel::domain::reference::market::PriceRefusal;
use fiel::domain::term::field::Field;

use super::{figure, left};

fn open(parts: &str) -> Opened {
    document::read(&format!(r#"{{"fiel":"case","version":4,{parts}}}"#)).expect("a case")
}

fn damaged(text: &str) -> (usize, usize) {
    match document::read(text) {
        Err(DocumentRefusal::NotJson { line, column }) => (line, column),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn of_a_name_that_comes_twice_the_first_counts_and_the_second_is_named() {
    let opened = open(
        r#""name":"a","inputs":{"grams":"1","grams":"2","grams":3,"moisture":{"value":"3","value":"4","unit":"percent"}},
        "doors":[{"channel":"plant"},{"channel":"jeweller","on":true,"on":false}],"name":"b","version":9"#,
    );
    let paths = ["inputs.moisture.value", "inputs.grams", "doors[1].on", "name", "version"];
    assert_eq!(opened.left_out, paths.map(|path| left(path, LeftOutReason::Repeated)));
    assert_eq!((opened.case.name.as_str(), figure(&opened.case, Field::Grams).text.as_str()), ("a", "1"));
    assert_eq!(figure(&opened.case, Field::Moisture).text, "3");
}

#[test]
fn the_path_of_a_name_that_comes_twice_is_no_longer_than_others() {
    let name = "ñ".repeat(100_000);
    let opened = open(&format!(r#""{name}":{{"a":1,"a":2}}"#));
    let paths: Vec<&str> = opened.left_out.iter().map(|left_out| left_out.path.as_str()).collect();
    assert_eq!(paths, [&name[..400], &name[..400]], "repeated within, and unknown itself");
}

#[test]
fn a_price_that_stands_twice_is_refused() {
    let good = prices::write("2026-11", "4105.30", "3.38", "x");
    assert!(prices::read(good.as_bytes()).is_ok());
    for name in ["date", "gold_price", "exchange_rate", "source"] {
        let twice = good.replace("\n}", &format!(",\n  \"{name}\": \"1\"\n}}"));
        assert_eq!(prices::read(twice.as_bytes()), Err(PriceRefusal::Wrong(name)), "{twice}");
    }
    let unknown = good.replace("\n}", ",\n  \"a\": 1,\n  \"a\": 2\n}");
    assert!(prices::read(unknown.as_bytes()).is_ok(), "unknown names mean nothing");
}

#[test]
fn a_number_of_any_size_is_a_number_and_no_figure() {
    for number in ["1e400", "-1E+999", "0.1e-5000", "123456789012345678901234567890.5", "1", "-0"] {
        let opened = open(&format!(r#""inputs":{{"moisture":{number},"grams":{{"value":{number}}}}}"#));
        for path in ["inputs.grams.value", "inputs.moisture"] {
            assert!(opened.left_out.contains(&left(path, LeftOutReason::NotText)), "{number}: {:?}", opened.left_out);
        }
    }
    let version = |number: &str| document::read(&format!(r#"{{"fiel":"case","version":{number}}}"#));
    for number in ["1e+400", "1.50", "-4", "123456789012345678901234567890"] {
        assert_eq!(version(number), Err(DocumentRefusal::UnknownVersion(number.to_owned())), "letter for letter");
    }
}

/// `serde_json` passes a number on under this name; an object that uses it is refused as a
/// number is.
#[test]
fn an_object_that_looks_like_a_number_is_no_figure() {
    for text in ["1", "x", ""] {
        let opened = open(&format!(r#""inputs":{{"grams":{{"$serde_json::private::Number":"{text}"}}}}"#));
        assert_eq!(opened.left_out.len(), 1, "{text}: {:?}", opened.left_out);
        assert!(opened.case.inputs.get(&Field::Grams).is_none_or(|entry| entry.text.is_empty()));
    }
}

#[test]
fn escapes_are_read_and_bad_ones_refused() {
    let opened = open(r#""name":"\u00f1\ud83d\ude00\n\t\"\\\/\b\f\r\u0000""#);
    assert_eq!(opened.case.name, "ñ😀\n\t\"\\/\u{8}\u{c}\r\0");
    assert_eq!(document::read(&document::write(&opened.case)), Ok(opened));
    for bad in [r"\x", r"\u12", r"\u12g4", r"\ud83d", r"\ud83d\n", r"\ude00", r"\ud83d\ud83d", "\t", "\n", "\0", "\\"] {
        damaged(&format!(r#"{{"fiel":"case","version":4,"name":"{bad}"}}"#));
    }
}

#[test]
fn the_place_of_a_damage_is_told_in_lines_and_letters() {
    let places = [
        ("", (1, 1)),
        ("x", (1, 1)),
        ("{\"fiel\": oops", (1, 10)),
        ("{\n  \"name\": \"ñandú\" 5}", (2, 19)),
        ("{\n\n\"a\":1,\n}", (4, 1)),
        ("{} ,", (1, 4)),
    ];
    for (text, place) in places {
        assert_eq!(damaged(text), place, "{text}");
    }
}

#[test]
fn ten_thousand_levels_are_refused_where_they_get_too_deep() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let (open, close) = (open.repeat(10_000), close.repeat(10_000));
        damaged(&format!("{open}1{close}"));
        damaged(&format!(r#"{{"fiel":"case","version":4,"name":{open}1{close}}}"#));
    }
}
