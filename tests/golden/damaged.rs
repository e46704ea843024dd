//! Damaged documents and arbitrary bytes: they are refused or opened, and the reader never panics.

use fiel::document::{self, DocumentRefusal, Opened};
use fiel::domain::case::PricedCase;
use fiel::domain::compare::evaluate;
use proptest::prelude::*;
use serde_json::Value;

use super::entered;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = document::read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn what_is_json_is_what_the_json_library_takes(
        text in r#"[ \n]{0,2}[\[{"]("(a|é|\\n|\\u00e9|\\ud83d\\ude00|\\ud83d|\\x)?"|[\[\]{}",:]|-?[0-9]{1,2}|true|null| ){0,12}"#,
    ) {
        let refused = matches!(document::read(&text), Err(DocumentRefusal::NotJson { .. }));
        prop_assert_eq!(refused, serde_json::from_str::<Value>(&text).is_err(), "{}", text);
    }

    #[test]
    fn a_damaged_document_is_refused_or_opens_as_a_case_that_can_be_saved(
        case in entered::wild(), damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = document::write(&case).into_bytes();
        for (place, byte) in damage {
            *place.get_mut(&mut bytes) = byte;
        }
        if let Ok(opened) = document::read(&String::from_utf8_lossy(&bytes)) {
            let _ = evaluate(&PricedCase::from(&opened.case));
            let again = document::read(&document::write(&opened.case)).expect("our own document");
            prop_assert_eq!(again, Opened { case: opened.case, left_out: Vec::new() });
        }
    }
}
