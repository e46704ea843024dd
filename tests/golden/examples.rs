//! The examples of the page: each opens without loss and gives a result.

use fiel::document;
use fiel::domain::case::PricedCase;
use fiel::domain::compare::evaluate;
use fiel::domain::compare::outcome::Verdict;
use fiel::domain::term::choice::Choice;
use fiel::examples::Example;
use serde_json::Map;

use super::expect;

#[test]
fn every_example_opens_with_nothing_left_out() {
    assert!(!Example::ALL.is_empty());
    for example in Example::ALL {
        let opened = document::read(example.document()).unwrap_or_else(|refusal| panic!("{example:?}: {refusal:?}"));
        assert_eq!(opened.left_out, [], "{example:?}");
        assert_eq!(example.case(), opened.case, "{example:?}");
        let document = serde_json::from_str(example.document()).expect("JSON for other readers too");
        expect::outcome_of(&document, &Map::new()).unwrap_or_else(|why| panic!("{example:?}: {why}"));
    }
}

#[test]
fn every_example_has_a_verdict_and_an_entry_that_cannot_be_used_in_none() {
    for example in Example::ALL {
        let outcome = evaluate(&PricedCase::from(&example.case()));
        assert_ne!(outcome.verdict, Verdict::Nothing, "{example:?}");
        assert_eq!((outcome.problems, outcome.missing), (vec![], vec![]), "{example:?}");
        assert!(outcome.lot.is_some() && outcome.gram.is_some(), "{example:?}");
    }
}
