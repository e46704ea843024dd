//! A text that is not a case document is refused as a whole, with the reason and the place.

use fiel::document::{self, DocumentRefusal, LeftOutReason, MOST_BYTES};
use serde_json::{Value, json};

use super::{good, left, open};

#[test]
fn a_document_cut_off_anywhere_is_refused_with_the_place() {
    let whole = document::write(&open(&good()).case);
    let whole = whole.trim_end();
    for (cut, _) in whole.char_indices().skip(1) {
        match document::read(&whole[..cut]) {
            Err(DocumentRefusal::NotJson { line, .. }) => {
                assert_eq!(line, whole[..cut].matches('\n').count() + 1, "cut at {cut}")
            }
            other => panic!("cut at {cut}: {other:?}"),
        }
    }
}

#[test]
fn what_is_json_but_no_case_is_foreign() {
    for text in [
        "{}",
        "[]",
        "null",
        "5",
        "\"case\"",
        r#"{"fiel":"outcome","version":1}"#,
        r#"{"fiel":1,"version":1}"#,
        r#"{"type":"FeatureCollection","features":[]}"#,
        r#"[{"fiel":"case","version":1}]"#,
    ] {
        assert_eq!(document::read(text), Err(DocumentRefusal::Foreign), "{text}");
    }
    for text in ["", " ", "\u{feff}", "nombre;gramos\nRosa;3", "<html></html>", "\0\0\0"] {
        assert!(matches!(document::read(text), Err(DocumentRefusal::NotJson { .. })), "{text:?}");
    }
}

#[test]
fn a_newer_version_is_refused_as_newer() {
    for version in [document::VERSION + 1, document::VERSION + 2, u64::MAX] {
        let text = json!({ "fiel": "case", "version": version, "inputs": { "grams": "3" } }).to_string();
        assert_eq!(document::read(&text), Err(DocumentRefusal::Newer(version)));
    }
}

#[test]
fn a_version_that_never_was_is_refused_by_name() {
    let refused = |version: &Value| document::read(&json!({ "fiel": "case", "version": version }).to_string());
    let named = |version: &Value| match refused(version) {
        Err(DocumentRefusal::UnknownVersion(name)) => name,
        other => panic!("{version}: {other:?}"),
    };
    for (version, name) in
        [(json!("x"), "x"), (json!("1"), "1"), (json!(0), "0"), (json!(-1), "-1"), (json!(1.5), "1.5")]
    {
        assert!(named(&version).contains(name), "{version}");
    }
    for version in [json!(null), json!(true), json!([1]), json!({ "version": 1 })] {
        named(&version);
    }
    assert_eq!(document::read(r#"{"fiel":"case"}"#), Err(DocumentRefusal::UnknownVersion(String::new())));
}

#[test]
fn a_version_that_is_no_json_number_is_refused_as_damaged() {
    for version in ["01", "1-2", "1..2", "1.", ".5", "+1", "1e", "-", "0x1", "1 2", "NaN", "'1'"] {
        let text = format!(r#"{{"fiel":"case","version":{version}}}"#);
        assert!(matches!(document::read(&text), Err(DocumentRefusal::NotJson { .. })), "{version}");
    }
    for version in ["-0", "0E5", "0e-2", "1E+2", "1.0e1", "1.50"] {
        let text = format!(r#"{{"fiel":"case","version":{version}}}"#);
        assert!(matches!(document::read(&text), Err(DocumentRefusal::UnknownVersion(_))), "{version}");
    }
}

#[test]
fn a_megabyte_of_junk_is_refused_at_once() {
    assert_eq!(document::read(&"x".repeat(MOST_BYTES + 1)), Err(DocumentRefusal::TooLarge));
    assert_eq!(document::read(&format!("{}{}", " ".repeat(MOST_BYTES), good())), Err(DocumentRefusal::TooLarge));
    assert!(matches!(document::read(&"x".repeat(MOST_BYTES)), Err(DocumentRefusal::NotJson { .. })));
    let padded = format!("{}{}", good(), " ".repeat(MOST_BYTES - good().to_string().len()));
    assert_eq!(document::read(&padded), Ok(open(&good())));
}

#[test]
fn deep_nesting_neither_overflows_nor_is_taken() {
    let nest = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(matches!(document::read(&nest(200_000)), Err(DocumentRefusal::NotJson { .. })));
    let inside = |depth| format!(r#"{{"fiel":"case","version":1,"inputs":{{"grams":{}}}}}"#, nest(depth));
    assert!(matches!(document::read(&inside(200_000)), Err(DocumentRefusal::NotJson { .. })));
    assert_eq!(document::read(&inside(20)).expect("a case").left_out, [left("inputs.grams", LeftOutReason::NotText)]);
}
