//! What the page makes of what the store says, without a browser: nothing is shown before the gate is
//! answered, nothing is believed to be kept before it is said, and nothing unsaved is dropped.

use fiel::app::state::{Action, Asked, Gate, Keep, Lacks, Place, Screen, State, Written};
use fiel::document;
use fiel::domain::Field;
use fiel::i18n::Language;

fn heard(state: State, what: &str, text: &str) -> State {
    state.apply(Action::Heard(what.into(), text.into()))
}

fn typed(state: State, grams: &str) -> State {
    state.apply(Action::Type(Place::Case, Field::Grams, grams.into()))
}

fn grams(state: &State) -> String {
    state.entry(Place::Case, Field::Grams).map(|entry| entry.text.clone()).unwrap_or_default()
}

/// A page that may keep all, with a profile in the list.
fn page() -> State {
    let page = State::new(Language::default(), Screen::Start, "2026-11-22");
    heard(heard(page, "able", "draft profiles"), "profiles", "a1\tsun\tVeta\t1795348800000\t")
}

/// A page on which the profile is open.
fn open(grams: &str) -> State {
    let document = document::write(&typed(page(), grams).case);
    heard(heard(unlocking(), "open", "a1"), "opened", &document)
}

/// The PIN of the profile is being tried.
fn unlocking() -> State {
    page().apply(Action::Keep(Keep::Ask("a1".into()))).apply(Action::Keep(Keep::Open("a1".into())))
}

/// What the store is told for an action, and the state after it.
fn done(state: State, keep: Keep) -> (Vec<&'static str>, State) {
    let action = Action::Keep(keep.clone());
    let jobs = state.shuts(&action).into_iter().chain(state.job(&keep)).map(|job| job.what).collect();
    (jobs, state.apply(action))
}

#[test]
fn the_list_names_what_can_be_read_and_what_cannot() {
    use fiel::app::state::Record::{Damaged, Newer, Sound};
    let page = heard(page(), "profiles", "a\tsun\tVeta\t5\t\nb\t\t\t\tnewer\nc\t\t\tx\twhat\n\t\t\t\t");
    let states: Vec<_> = page.keep.profiles.iter().map(|one| (one.id.as_str(), one.saved, one.state)).collect();
    assert_eq!(states, [("a", 5, Sound), ("b", 0, Newer), ("c", 0, Damaged)]);
}

#[test]
fn a_draft_is_mirrored_a_clean_page_takes_it_away_and_a_gate_stops_both() {
    let page = page();
    assert_eq!(page.mirror().unwrap().texts, [""]);
    let page = typed(page, "3");
    assert_eq!(page.mirror().unwrap().texts, [document::write(&page.case)]);
    assert_eq!(heard(page.clone(), "left", "").mirror(), None);
    // One that failed is tried again with the next key; until it is there nobody says so.
    let unable = heard(page, "failed", "mirror");
    assert!(!unable.can_reload() && unable.mirror().is_some());
    assert!(heard(unable, "mirrored", "").can_reload());
}

#[test]
fn what_was_found_decides_the_gate() {
    let begun = |found: &str| {
        let mut page = page();
        page.keep.begin(found);
        page.keep.gate
    };
    assert_eq!(begun(""), None);
    assert_eq!(begun("again"), Some(Gate::Again));
    assert_eq!(begun("draft 17"), Some(Gate::Draft(Some(17))));
    assert_eq!(begun("draft nonsense"), Some(Gate::Draft(Some(0))));
    assert_eq!(begun("profile a1"), Some(Gate::Pin("a1".into())));
}

#[test]
fn a_page_left_alone_keeps_its_draft_behind_the_gate() {
    let left = heard(typed(page(), "3"), "left", "");
    assert_eq!(left.keep.gate, Some(Gate::Draft(None)));
    let (jobs, mine) = done(left.clone(), Keep::Mine);
    assert_eq!((jobs, grams(&mine), mine.keep.gate), (vec![], "3".into(), None));
    let (jobs, other) = done(left, Keep::NotMine);
    assert_eq!((jobs, grams(&other), other.before), (vec!["mirror"], String::new(), None));
    // Where there is nothing, there is nothing to cover.
    assert_eq!(heard(page(), "left", "").keep.gate, None);
}

#[test]
fn a_question_that_is_open_is_covered_too() {
    let (_, asked) = done(typed(page(), "3"), Keep::Finish);
    assert_eq!(heard(asked, "left", "").keep.gate, Some(Gate::Draft(None)));
}

#[test]
fn saved_is_said_only_of_what_the_store_was_told() {
    let page = typed(open("3"), "4");
    assert_eq!(page.keep.written, Written::Saving);
    // The answer to an older job says nothing of the last key.
    assert_eq!(heard(page.clone(), "saved", "").keep.written, Written::Saving);
    let told = page.apply(Action::Mirror(0));
    assert_eq!(heard(told.clone(), "saved", "").keep.written, Written::Saved);
    assert_eq!(heard(told.clone(), "unsaved", "full").keep.written, Written::Full);
    assert!(!heard(told, "unsaved", "changed").keep.written.goes_on());
}

#[test]
fn a_locked_profile_leaves_the_memory_once_it_is_on_the_disk() {
    let (jobs, locked) = done(open("3"), Keep::Lock);
    assert_eq!((jobs, grams(&locked)), (vec!["lock"], String::new()));
    assert_eq!(locked.keep.gate, Some(Gate::Pin("a1".into())));
    // The last keys are kept before the lock shuts.
    let (jobs, locked) = done(typed(open("3"), "4"), Keep::Lock);
    assert_eq!((jobs, grams(&locked)), (vec!["save", "lock"], "4".into()));
    let again = heard(locked, "saved", "").apply(Action::Keep(Keep::Open("a1".into())));
    let back = heard(again, "opened", "{}");
    assert_eq!((grams(&back), back.keep.written), ("4".into(), Written::Same));
}

/// Whoever turned away while the PIN was tried gets nothing of it.
#[test]
fn an_answer_that_nobody_waits_for_opens_nothing() {
    let document = document::write(&typed(page(), "3").case);
    for what in ["open", "opened", "looking"] {
        let after = heard(page(), what, &document);
        assert_eq!((grams(&after), after.keep.open), (String::new(), None));
    }
}

/// Another profile's question is no way around one's own cover.
#[test]
fn a_page_left_at_another_profiles_question_is_covered() {
    let asked = typed(page(), "3").apply(Action::Keep(Keep::Ask("a1".into())));
    let asked = asked.apply(Action::Keep(Keep::Type(Asked::Pin, "1234".into())));
    let left = heard(asked, "left", "");
    assert_eq!((left.keep.gate, left.keep.typed.pin), (Some(Gate::Draft(None)), String::new()));
}

/// The last keys are told before a question is asked, so that it can say how it stands.
#[test]
fn the_last_keys_are_told_before_the_end_is_asked() {
    assert_eq!(done(typed(open("3"), "4"), Keep::Finish).0, ["save"]);
    assert_eq!(done(typed(page(), "4"), Keep::Ask("a1".into())).0, ["mirror"]);
    assert_eq!(done(open("3"), Keep::Finish).0, Vec::<&str>::new());
}

#[test]
fn what_could_not_be_kept_is_not_replaced_by_the_record() {
    let full = heard(typed(open("3"), "4").apply(Action::Mirror(0)), "unsaved", "full");
    let locked = heard(full, "left", "").apply(Action::Keep(Keep::Open("a1".into())));
    let back = heard(locked, "opened", &document::write(&typed(page(), "3").case));
    assert_eq!((grams(&back), back.keep.written), ("4".into(), Written::Failed));
}

#[test]
fn a_record_that_is_not_understood_shuts_again_and_is_not_written() {
    let newer = heard(heard(unlocking(), "open", "a1"), "opened", r#"{ "fiel": "case", "version": 99 }"#);
    assert_eq!(newer.keep.open, None);
    assert!(newer.notice.is_some());
    let partly = r#"{ "fiel": "case", "version": 4, "inputs": { "grams": "3", "unheard_of": "1" } }"#;
    let partly = heard(heard(unlocking(), "open", "a1"), "opened", partly);
    assert_eq!((grams(&partly), partly.keep.written), ("3".into(), Written::Looking));
    assert_eq!(typed(partly, "4").mirror(), None);
}

#[test]
fn another_case_is_not_written_into_the_profile() {
    for action in [Action::Clean, Action::Open(document::write(&page().case))] {
        let after = open("3").apply(action);
        // Nor can it be taken back into the open: it is behind its PIN.
        assert_eq!((after.keep.open.clone(), after.before.clone()), (None, None));
        assert_eq!(after.mirror().unwrap().what, "mirror");
    }
    // What cannot be opened changes nothing.
    assert_eq!(open("3").apply(Action::Open("{".into())).keep.open, Some("a1".into()));
}

#[test]
fn the_end_leaves_nothing_and_says_what_was_found() {
    let (jobs, page) = done(typed(open("3"), "4"), Keep::Erase(true));
    assert_eq!(jobs, ["erase"]);
    let end = heard(page, "erased", "2");
    assert_eq!((end.screen, end.keep.erased, end.keep.open.clone()), (Screen::Done, Some(Some(2)), None));
    assert_eq!((grams(&end), end.before.clone()), (String::new(), None));
    assert_eq!(heard(end.clone(), "erased", "?").keep.erased, Some(None));
    // It is not said again later.
    assert_eq!(end.apply(Action::Show(Screen::Start)).keep.erased, None);
}

#[test]
fn a_profile_asks_for_a_nickname_and_the_same_pin_twice() {
    let say = |page: State, asked, text: &str| page.apply(Action::Keep(Keep::Type(asked, text.into())));
    let page = page();
    assert_eq!(page.keep.lacks(), Some(Lacks::Alias));
    let page = say(page, Asked::Alias, " Veta ");
    assert_eq!(page.keep.lacks(), Some(Lacks::Pin));
    let page = say(page, Asked::Pin, "123");
    assert_eq!(page.keep.lacks(), Some(Lacks::Pin));
    let page = say(page, Asked::Pin, "1234");
    assert_eq!((page.keep.lacks(), page.job(&Keep::Create)), (Some(Lacks::Again), None));
    let page = say(page, Asked::Again, "1234");
    let job = page.job(&Keep::Create).unwrap();
    assert_eq!((job.what, &job.texts[..3]), ("create", &["Veta".into(), "mountain".into(), "1234".into()][..]));
    // The PIN stays no longer than it is needed.
    assert_eq!(heard(page, "made", "a1").keep.typed.pin, "");
}
