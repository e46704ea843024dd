//! Every case in this folder is a test: a document, its expected results, and the calculation by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fiel::domain::channel::ChannelId;
use fiel::domain::term::choice::Choice;
use serde_json::Value;

use super::expect;

/// The cases by file name, without the ending.
fn cases() -> BTreeMap<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let paths = fs::read_dir(folder).expect("the folder of golden cases").map(|entry| entry.expect("an entry").path());
    let cases = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).map(|path| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a readable case");
        let case = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, case)
    });
    cases.collect()
}

#[test]
fn every_case_comes_to_what_was_worked_out_by_hand() {
    let cases = cases();
    assert!(!cases.is_empty(), "no golden case was found");
    let mut wrong = Vec::new();
    for (name, file) in &cases {
        let expected = file["expect"].as_object().unwrap_or_else(|| panic!("{name} expects nothing"));
        assert!(!expected.is_empty(), "{name} expects nothing");
        match expect::outcome_of(&file["case"], expected) {
            Ok(outcome) => wrong.extend(expect::unmet(&outcome, expected).into_iter().map(|w| format!("{name}: {w}"))),
            Err(why) => wrong.push(format!("{name}: {why}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_channel_has_its_case_and_expects_its_ledger() {
    let cases = cases();
    for channel in ChannelId::ALL {
        let file = cases.get(channel.id()).unwrap_or_else(|| panic!("no golden case for {}", channel.id()));
        let ledger = format!("doors.{}.figures.ledger.lines", channel.id());
        assert!(file["expect"].get(&ledger).is_some(), "{} does not expect {ledger}", channel.id());
    }
}

#[test]
fn every_case_shows_the_sum_by_hand() {
    for (name, file) in cases() {
        assert!(file["comment"].as_array().is_some_and(|lines| lines.len() >= 3), "{name} has no sum in its comment");
    }
}
