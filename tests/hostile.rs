//! Files and addresses from unknown sources: none breaks or blocks the page, or removes what was entered.

use std::time::{Duration, Instant};

use fiel::app::state::{Action, Notice, Screen, State, route};
use fiel::document::{self, MOST_BYTES, members_csv};
use fiel::domain::case::Column;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::term::tool::Tool;
use fiel::examples::Example;
use fiel::exchange::{Part, outcome_json};
use fiel::i18n::Language;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

/// Real files: one of each document version, and a member list.
const FILES: [&str; 5] = [
    include_str!("golden/saved_by_version_1.txt"),
    include_str!("golden/saved_by_version_2.txt"),
    include_str!("golden/saved_by_version_3.txt"),
    include_str!("golden/saved_by_version_4.txt"),
    LIST,
];
const LIST: &str = "\u{feff}Nombre;Días;Gramos;Partes;Personas;Organización\r\nRosa;12;35,2;1;1;\"Las \"\"Once\"\"\"\r\n\
    Ana;10;30.5;1;1;Oriente\r\nJosé;9;1,234.5;2;3;Oriente\r\n";

/// Texts that often break parsers.
const TRICKS: [&str; 34] = [
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{d7ff}",
    "\u{fffd}",
    "\u{10ffff}",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "\\udc00\\ud800",
    "\\u0000",
    "{",
    "}",
    "[",
    "]",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ":",
    ",",
    "null",
    "true",
    "1e999",
    "-0",
    "99999999999999999999999999999999999999",
    "0.0000000000000000000000000000000000001",
    "\r",
    "\n",
    ";",
    "\t",
    "'",
    "</script><img src=x onerror=alert(1)>",
    "{0}{9}{",
];

/// A file damaged in transit: bytes changed, cut off, removed, doubled, inserted, or replaced by those of another file.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let change = (0_u8..6, any::<Index>(), any::<Index>(), any::<u8>(), select(&TRICKS[..]));
    (select(&FILES[..]), vec(change, 0..6)).prop_map(|(file, changes)| {
        let mut bytes = file.as_bytes().to_vec();
        for (what, from, to, byte, trick) in changes {
            let (a, b) = (from.index(bytes.len() + 1), to.index(bytes.len() + 1));
            let (from, to) = (a.min(b), a.max(b));
            match what {
                0 if from < bytes.len() => bytes[from] = byte,
                1 => bytes.truncate(to),
                2 => _ = bytes.splice(from..to.min(from + 200), []),
                3 => _ = bytes.splice(from..from, bytes[from..to.min(from + 2000)].to_vec()),
                4 => _ = bytes.splice(from..from, trick.bytes()),
                _ => _ = bytes.splice(from..to, FILES[usize::from(byte) % FILES.len()].bytes()),
            }
        }
        bytes
    })
}

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// A state with entries, before the file is opened.
fn mine() -> State {
    let state = State::new(Language::Spanish, Screen::Tool(Tool::Association), "2026-11-22")
        .apply(Action::Load(Example::Umbrella));
    state.apply(Action::Name("Lo mío".into()))
}

fn open(bytes: &[u8]) -> Action {
    Action::Open(members_csv::decode(bytes).into_owned())
}

/// The file changes nothing, or undo restores the previous case; the new case can be evaluated and saved.
fn survives(action: Action) -> Result<(), TestCaseError> {
    let before = mine();
    let after = before.clone().apply(action);
    let refused = matches!(after.notice, Some(Notice::Refused(_) | Notice::Workbook | Notice::Listed(0, _)));
    prop_assert_eq!(refused, after.case == before.case && after.before == before.before, "{:?}", after.notice);
    let _ = outcome_json::outcome(&after.case, &Part::all().collect::<Vec<_>>()).to_string();
    let saved = document::read(&document::write(&after.case)).expect("what the page saves it opens");
    prop_assert_eq!(&saved.case, &*after.case);
    prop_assert!(saved.left_out.is_empty());
    if !refused {
        prop_assert_eq!(after.apply(Action::Undo).case, before.case);
    }
    Ok(())
}

fn config(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn bytes_of_any_sort_take_nothing_away(bytes in vec(any::<u8>(), 0..600)) {
        survives(open(&bytes))?;
        survives(Action::ReadList(bytes))?;
    }

    #[test]
    fn a_damaged_file_takes_nothing_away(bytes in damaged()) {
        survives(open(&bytes))?;
        survives(open(&utf16(&String::from_utf8_lossy(&bytes))))?;
        survives(Action::ReadList(bytes))?;
    }

    #[test]
    fn tricks_one_after_another_take_nothing_away(tricks in vec(select(&TRICKS[..]), 0..40)) {
        survives(open(tricks.concat().as_bytes()))?;
        survives(Action::ReadList(tricks.concat().into_bytes()))?;
    }

    #[test]
    fn an_address_of_any_sort_leads_somewhere(
        hash in prop_oneof![any::<String>(), "#?/?(comparar|tengo|.{0,4})/?.{0,40}", "[#/]{0,9}"],
    ) {
        let (screen, id) = route(&hash);
        prop_assert!(Screen::all().any(|known| known == screen));
        prop_assert!(id.is_none_or(|id| !id.is_empty() && hash.ends_with(id)));
    }

    /// An invalid value in place of a figure or a part: the other parts open as they were.
    #[test]
    fn a_bad_part_leaves_the_others_as_they_were(
        place in any::<Index>(), deep in vec(any::<Index>(), 0..4), bad in bad(),
    ) {
        let good = include_str!("golden/saved_by_version_4.txt");
        let mut file: Value = serde_json::from_str(good).expect("JSON");
        let names: Vec<String> = file.as_object().expect("a map").keys().cloned().collect();
        let name = names[place.index(names.len())].clone();
        prop_assume!(!["fiel", "version"].contains(&name.as_str()));
        let mut part = file.get_mut(&name).expect("it stands there");
        for step in deep {
            let count = part.as_object().map_or_else(|| part.as_array().map_or(0, Vec::len), serde_json::Map::len);
            if count == 0 {
                break;
            }
            let place = step.index(count);
            part = match part {
                Value::Object(map) => map.values_mut().nth(place).expect("it stands there"),
                other => &mut other[place],
            };
        }
        *part = bad;
        let opened = document::read(&file.to_string()).expect("a case with one bad part");
        let parts = |case: &_| -> Value { serde_json::from_str(&document::write(case)).expect("JSON") };
        let (now, then) = (parts(&opened.case), parts(&document::read(good).expect("a case").case));
        // The method and the retort's recovery determine how the ore is processed.
        let told = ["have", "method", "way_now", "inputs"].contains(&name.as_str());
        for other in names.iter().filter(|other| **other != name && !(told && *other == "way_now")) {
            prop_assert_eq!(&now[other], &then[other], "{} changed {}", &name, other);
        }
        survives(Action::Open(file.to_string()))?;
    }

    /// Valid rows mixed with invalid ones: the invalid rows are reported by line, the valid ones are all read.
    #[test]
    fn good_rows_are_kept_and_bad_ones_named(rows in vec((any::<bool>(), 0..BAD_ROWS.len(), 1_u32..99_999), 1..60)) {
        let (mut text, mut good, mut bad) = (String::from("nombre;gramos;dias\n"), Vec::new(), Vec::new());
        for (place, (is_good, which, grams)) in rows.into_iter().enumerate() {
            if is_good {
                good.push((format!("N{place}"), grams.to_string()));
                text.push_str(&format!("N{place};{grams};3\n"));
            } else {
                bad.push(place + 2);
                text.push_str(BAD_ROWS[which]);
                text.push('\n');
            }
        }
        let listed = members_csv::read(&text);
        let read: Vec<_> = listed.members.iter().map(|member| (member.name.clone(), member.grams.clone())).collect();
        prop_assert_eq!(read, good);
        prop_assert_eq!(listed.left_out.iter().map(|row| row.line).collect::<Vec<_>>(), bad);
    }
}

const BAD_ROWS: [&str; 6] = [";5;3", "Ana;mucho;3", "Ana;5;3;9", "Ana;-5;3", "Ana;=1+1;3", "Total;5;3"];

fn bad() -> impl Strategy<Value = Value> {
    let plain = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        select(&TRICKS[..]).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(Value::from("9".repeat(5000))),
    ];
    plain.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((select(&["value", "low", "unit", "terms", "name", "channel", "grams", "\0"][..]), inner), 0..4)
                .prop_map(|map| map.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}

/// Files of the maximum size, designed to keep a parser busy: each is read in normal time.
#[test]
fn no_large_file_takes_long_or_breaks() {
    let full = |piece: &str| piece.repeat(MOST_BYTES / piece.len());
    let case = |start: &str, piece: &str, end: &str| {
        let head = format!(r#"{{"fiel":"case","version":4,{start}"#);
        let room = (MOST_BYTES - head.len() - end.len() - 8) / piece.len();
        format!("{head}{}{end}", piece.repeat(room))
    };
    let whole = [
        "[",
        "{",
        "{\"a\":",
        "[[],",
        "\"",
        "\\",
        "\0",
        " ",
        "\n",
        "\r",
        "1",
        "-",
        "0.",
        "\"\\u00",
        "\u{feff}",
        "é",
        "\u{202e}",
        ";",
        ",",
        ";;\n",
        "\"\n",
        "a;1\n",
        "a;x\n",
        "\"a\"\"",
        "\t",
        "'",
        "=",
        "n;1;1;1;1;1;1\n",
        "\u{10ffff}",
        "\r\n",
    ];
    let mut files: Vec<String> = whole.iter().map(|piece| full(piece)).collect();
    files.extend([
        case("", "\"a\":1,", "\"name\":\"\"}"),
        case("", "\"doors\":[],", "\"name\":\"\"}"),
        case("\"name\":\"", "a", "\"}"),
        case("\"name\":\"", "\\u0041", "\"}"),
        case("\"papers\":[", "0,", "0]}"),
        case("\"papers\":[", "[],", "0]}"),
        case("\"inputs\":{", "\"grams\":\"1\",", "\"grams\":\"2\"}}"),
        case("\"inputs\":{", "\"grams\":{\"value\":\"1\",\"value\":\"2\"},", "\"grams\":\"2\"}}"),
        case("\"association\":{\"members\":[", "{\"grams\":1},", "{}]}}"),
        case("\"association\":{", "\"members\":[{}],", "\"door\":\"plant\"}}"),
        case("\"doors\":[", "{\"channel\":\"plant\"},", "{}]}"),
        case("\"mix\":{", "\"portions\":[{\"channel\":\"plant\"}],", "\"rest\":\"plant\"}}"),
    ]);
    for file in files {
        let start = Instant::now();
        let name: String = file.chars().take(60).collect();
        let bytes = file.into_bytes();
        for action in [open(&bytes), Action::ReadList(bytes)] {
            let before = mine();
            let after = before.clone().apply(action);
            assert!(after.case == before.case || after.apply(Action::Undo).case == before.case, "{name}");
        }
        // Unoptimized and on a busy machine; the page takes a tenth of it.
        assert!(start.elapsed() < Duration::from_secs(20), "{name:?} took {:?}", start.elapsed());
    }
}

#[test]
fn a_file_over_the_limit_is_refused_whatever_is_in_it() {
    for piece in ["[", "a;1\n", " "] {
        let bytes = piece.repeat(MOST_BYTES / piece.len() + 1).into_bytes();
        for action in [open(&bytes), Action::ReadList(bytes)] {
            let after = mine().apply(action);
            assert_eq!(after.notice, Some(Notice::Refused(document::DocumentRefusal::TooLarge)), "{piece:?}");
            assert_eq!(after.case, mine().case);
        }
    }
}

/// All encodings of a file: byte order mark, UTF-16, Latin-1.
#[test]
fn a_case_opens_whatever_its_letters_are_written_in() {
    let text = document::write(&mine().case);
    let state = State::new(Language::Spanish, Screen::Start, "2026-11-22");
    for bytes in [text.clone().into_bytes(), utf16(&text), format!("\u{feff}{text}").into_bytes()] {
        assert_eq!(state.clone().apply(open(&bytes)).case, mine().case);
    }
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    assert_eq!(state.apply(open(&latin)).case.name, "Lo mío");
}

/// Markup, formulas and characters that change the text direction are names like any other, and kept exactly.
#[test]
fn a_name_is_kept_as_it_is() {
    for trick in TRICKS.into_iter().filter(|trick| !trick.contains(['\\', '[', '"'])) {
        let state = mine().apply(Action::Name(trick.into()));
        let opened = document::read(&document::write(&state.case)).expect("a case");
        assert_eq!(opened.case.name, trick);
        let row = format!("nombre;gramos\n\"{trick}x\";3\n");
        let members = members_csv::read(&row).members;
        assert_eq!(members.first().map(|member| member.cell(Column::Name)), Some(format!("{trick}x").trim()));
    }
    assert_eq!(Field::of_id("<img src=x>"), None);
    assert_eq!(Column::of_id("__proto__"), None);
}
