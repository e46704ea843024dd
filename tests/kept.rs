//! The page's reaction to storage events, without a browser: nothing is shown before the gate is answered, nothing
//! counts as saved before its event, and nothing unsaved is dropped.

use fiel::app::state::{
    Action, CommandKind, Draft, Effect, Found, Gate, Lacks, Notice, OpenFailure, Place, Profile, ProfileInput, Record,
    SaveStatus, Screen, State, StorageCommand, StorageError, StorageEvent, StorageRequest, StorageSupport,
};
use fiel::document;
use fiel::domain::term::field::Field;
use fiel::examples::Example;
use fiel::i18n::Language;

fn after(state: State, event: StorageEvent) -> State {
    state.apply(Action::StorageEvent(event))
}

fn left_alone(state: State) -> State {
    after(state, StorageEvent::Left)
}

/// The profile is opened with this document.
fn opened(state: State, document: &str) -> State {
    after(state, StorageEvent::ProfileOpened { id: "a1".into(), document: document.into(), read_only: false })
}

fn typed(state: State, grams: &str) -> State {
    state.apply(Action::Type(Place::Case, Field::Grams, grams.into()))
}

fn grams(state: &State) -> String {
    state.entry(Place::Case, Field::Grams).map(|entry| entry.text.clone()).unwrap_or_default()
}

/// A page whose browser allows all storage, with a profile in the list.
fn page() -> State {
    let page = State::new(Language::default(), Screen::Start, "2026-11-22");
    let profile = Profile::listed("a1", "sun", "Veta", Some(1_795_348_800_000), Record::Sound);
    let page = after(page, StorageEvent::Able(StorageSupport { draft: true, profiles: true }));
    after(page, StorageEvent::Profiles(profile.into_iter().collect()))
}

/// A page with the profile open.
fn open(grams: &str) -> State {
    let document = document::write(&typed(page(), grams).case);
    opened(unlocking(), &document)
}

/// The PIN of the profile is being checked.
fn unlocking() -> State {
    page()
        .apply(Action::StorageRequest(StorageRequest::Ask("a1".into())))
        .apply(Action::StorageRequest(StorageRequest::Open("a1".into())))
}

/// The storage commands of a request, and the state after it.
fn done(state: State, keep: StorageRequest) -> (Vec<CommandKind>, State) {
    let (after, effects) = state.reduce(Action::StorageRequest(keep));
    (told(&effects), after)
}

/// The storage commands, without `Cover`.
fn told(effects: &[Effect]) -> Vec<CommandKind> {
    let kinds = effects.iter().filter_map(|effect| match effect {
        Effect::Store(command) => Some(command.kind()),
        _ => None,
    });
    kinds.filter(|kind| *kind != CommandKind::Cover).collect()
}

#[test]
fn the_list_names_what_can_be_read_and_what_cannot() {
    use fiel::app::state::Record::{Damaged, Newer, Sound};
    let rows = [
        Profile::listed("a", "sun", "Veta", Some(5), Record::of(Some(1), true)),
        Profile::listed("b", "", "", None, Record::of(Some(9), false)),
        Profile::listed("c", "", "", None, Record::of(None, true)),
        Profile::listed("", "", "", None, Record::of(Some(1), true)),
    ];
    let page = after(page(), StorageEvent::Profiles(rows.into_iter().flatten().collect()));
    let states: Vec<_> = page.storage.profiles.iter().map(|one| (one.id.as_str(), one.saved, one.state)).collect();
    assert_eq!(states, [("a", 5, Sound), ("b", 0, Newer), ("c", 0, Damaged)]);
    assert_eq!(Record::of(Some(1), false), Damaged);
    assert_eq!(Record::of(Some(0), true), Damaged);
    // The texts of a record are shown on one line, and cut.
    let noise = Profile::listed("d", "\t", &"a\nb".repeat(100), None, Damaged).unwrap();
    assert_eq!((noise.picture.as_str(), noise.alias.len(), noise.alias.lines().count()), (" ", 60, 1));
}

/// Draft texts in today's format, and some that nothing could have written.
#[test]
fn the_text_of_a_draft_is_read_as_it_was_written() {
    let text = r#"{"id":"1f","time":17,"data":"\u0000a\u00ff"}"#;
    let draft = Draft::read(text).unwrap();
    assert_eq!((draft.id.as_str(), draft.time, draft.bytes()), ("1f", 17, vec![0, b'a', 255]));
    assert_eq!(draft, Draft::new("1f", 17, &[0, b'a', 255]));
    assert_eq!(Draft::read(&draft.text().unwrap()), Some(draft));
    for text in ["", "null", "17", "[]", "{", r#"{"time":17,"data":"a"}"#, r#"{"id":"","data":"a"}"#, r#"{"id":5}"#] {
        assert_eq!(Draft::read(text), None, "{text}");
    }
    assert_eq!(Draft::read(r#"{"id":"1f","time":"nonsense"}"#), Some(Draft::new("1f", 0, &[])));
}

#[test]
fn a_draft_is_mirrored_a_clean_page_takes_it_away_and_a_gate_stops_both() {
    let page = page();
    assert_eq!(page.save_command(), Some(StorageCommand::SaveDraft(None)));
    let page = typed(page, "3");
    assert_eq!(page.save_command(), Some(StorageCommand::SaveDraft(Some(document::write(&page.case)))));
    assert_eq!(left_alone(page.clone()).save_command(), None);
    // A failed save is repeated with the next key; until it succeeds nothing claims that it is saved.
    let unable = after(page, StorageEvent::Failed(CommandKind::SaveDraft));
    assert!(!unable.can_reload() && unable.save_command().is_some());
    assert!(after(unable, StorageEvent::DraftSaved).can_reload());
}

#[test]
fn what_was_found_decides_the_gate() {
    let begun = |found| {
        let mut page = page();
        page.storage.begin(found);
        page.storage.gate
    };
    let of_draft = |text| Found::Draft { time: Draft::read(text).unwrap().time };
    assert_eq!(begun(Found::Nothing), None);
    assert_eq!(begun(Found::Reloaded { late: false }), Some(Gate::Reloading));
    assert_eq!(begun(of_draft(r#"{"id":"1f","time":17}"#)), Some(Gate::Draft(Some(17))));
    assert_eq!(begun(of_draft(r#"{"id":"1f","time":"nonsense"}"#)), Some(Gate::Draft(Some(0))));
    assert_eq!(begun(Found::Profile { id: "a1".into() }), Some(Gate::Pin("a1".into())));
}

#[test]
fn a_page_left_alone_keeps_its_draft_behind_the_gate() {
    let left = left_alone(typed(page(), "3"));
    assert_eq!(left.storage.gate, Some(Gate::Draft(None)));
    let (commands, mine) = done(left.clone(), StorageRequest::Mine);
    assert_eq!((commands, grams(&mine), mine.storage.gate), (vec![], "3".into(), None));
    let (commands, other) = done(left, StorageRequest::NotMine);
    assert_eq!((commands, grams(&other), other.before), (vec![CommandKind::SaveDraft], String::new(), None));
    // Without data there is nothing to cover.
    assert_eq!(left_alone(page()).storage.gate, None);
}

#[test]
fn an_exercise_waits_behind_the_gate_until_the_draft_is_declined() {
    let exercise = r#"{ "fiel": "case", "version": 4, "inputs": { "grams": "4.25" } }"#;
    let arrived = |page: State| page.apply(Action::Exercise(exercise.into()));
    assert_eq!(grams(&arrived(page())), "4.25");
    let gated = arrived(left_alone(typed(page(), "3")));
    let (_, mine) = done(gated.clone(), StorageRequest::Mine);
    assert_eq!(grams(&mine), "3");
    let (_, declined) = done(gated.clone(), StorageRequest::NotMine);
    assert_eq!(grams(&declined), "4.25");
    assert!(matches!(declined.notice, Some(Notice::Exercise(_))));
    // Finishing leaves a clean page.
    let finished = after(
        gated.apply(Action::StorageRequest(StorageRequest::Finish)),
        StorageEvent::Erased { profiles_left: Some(0) },
    );
    assert_eq!(grams(&finished), "");
}

#[test]
fn a_question_that_is_open_is_covered_too() {
    let (_, asked) = done(typed(page(), "3"), StorageRequest::Finish);
    assert_eq!(left_alone(asked).storage.gate, Some(Gate::Draft(None)));
}

#[test]
fn saved_is_said_only_of_what_the_storage_was_told() {
    let page = typed(open("3"), "4");
    assert_eq!(page.storage.save_status, SaveStatus::Saving);
    // The answer to an older command does not confirm the last key.
    assert_eq!(after(page.clone(), StorageEvent::Saved).storage.save_status, SaveStatus::Saving);
    let told = page.apply(Action::SaveDraft(0));
    assert_eq!(after(told.clone(), StorageEvent::Saved).storage.save_status, SaveStatus::Saved);
    assert_eq!(after(told.clone(), StorageEvent::SaveFailed(StorageError::Full)).storage.save_status, SaveStatus::Full);
    assert!(!after(told, StorageEvent::SaveFailed(StorageError::Changed)).storage.save_status.goes_on());
}

#[test]
fn a_locked_profile_leaves_the_memory_once_it_is_on_the_disk() {
    let (commands, locked) = done(open("3"), StorageRequest::Lock);
    assert_eq!((commands, grams(&locked)), (vec![CommandKind::LockProfile], String::new()));
    assert_eq!(locked.storage.gate, Some(Gate::Pin("a1".into())));
    // The last keys are saved before the profile is locked.
    let (commands, locked) = done(typed(open("3"), "4"), StorageRequest::Lock);
    assert_eq!((commands, grams(&locked)), (vec![CommandKind::SaveProfile, CommandKind::LockProfile], "4".into()));
    let again = after(locked, StorageEvent::Saved).apply(Action::StorageRequest(StorageRequest::Open("a1".into())));
    let back = opened(again, "{}");
    assert_eq!((grams(&back), back.storage.save_status), ("4".into(), SaveStatus::Same));
}

/// If the person leaves while the PIN is being checked, nothing is opened.
#[test]
fn an_answer_that_nobody_waits_for_opens_nothing() {
    let document = document::write(&typed(page(), "3").case);
    for read_only in [false, true] {
        let event = StorageEvent::ProfileOpened { id: "a1".into(), document: document.clone(), read_only };
        let after = after(page(), event);
        assert_eq!((grams(&after), after.storage.open), (String::new(), None));
    }
}

/// The PIN prompt of another profile must not bypass the gate of the person's own draft.
#[test]
fn a_page_left_at_another_profiles_question_is_covered() {
    let asked = typed(page(), "3").apply(Action::StorageRequest(StorageRequest::Ask("a1".into())));
    let asked = asked.apply(Action::StorageRequest(StorageRequest::Type(ProfileInput::Pin, "1234".into())));
    let left = left_alone(asked);
    assert_eq!((left.storage.gate, left.storage.typed.pin), (Some(Gate::Draft(None)), String::new()));
}

/// The last keys are sent to the storage before the question is shown, so that it can show the save status.
#[test]
fn the_last_keys_are_told_before_the_end_is_asked() {
    assert_eq!(done(typed(open("3"), "4"), StorageRequest::Finish).0, [CommandKind::SaveProfile]);
    assert_eq!(done(typed(page(), "4"), StorageRequest::Ask("a1".into())).0, [CommandKind::SaveDraft]);
    assert_eq!(done(open("3"), StorageRequest::Finish).0, []);
}

#[test]
fn what_could_not_be_kept_is_not_replaced_by_the_record() {
    let full = after(typed(open("3"), "4").apply(Action::SaveDraft(0)), StorageEvent::SaveFailed(StorageError::Full));
    let locked = left_alone(full).apply(Action::StorageRequest(StorageRequest::Open("a1".into())));
    let back = opened(locked, &document::write(&typed(page(), "3").case));
    assert_eq!((grams(&back), back.storage.save_status), ("4".into(), SaveStatus::Failed));
}

#[test]
fn a_record_that_is_not_understood_shuts_again_and_is_not_written() {
    let newer = opened(unlocking(), r#"{ "fiel": "case", "version": 99 }"#);
    assert_eq!(newer.storage.open, None);
    assert!(newer.notice.is_some());
    let partly = r#"{ "fiel": "case", "version": 4, "inputs": { "grams": "3", "unheard_of": "1" } }"#;
    let partly = opened(unlocking(), partly);
    assert_eq!((grams(&partly), partly.storage.save_status), ("3".into(), SaveStatus::ReadOnly));
    assert_eq!(typed(partly, "4").save_command(), None);
}

#[test]
fn another_case_is_not_written_into_the_profile() {
    for action in [Action::Clean, Action::Open(document::write(&page().case))] {
        let after = open("3").apply(action);
        // Undo is not offered: the old case is protected by the PIN.
        assert_eq!((after.storage.open.clone(), after.before.clone()), (None, None));
        assert_eq!(after.save_command().unwrap().kind(), CommandKind::SaveDraft);
    }
    // A file that cannot be opened changes nothing.
    assert_eq!(open("3").apply(Action::Open("{".into())).storage.open, Some("a1".into()));
}

#[test]
fn the_end_leaves_nothing_and_says_what_was_found() {
    let (commands, page) = done(typed(open("3"), "4"), StorageRequest::Erase(true));
    assert_eq!(commands, [CommandKind::Erase]);
    let end = after(page, StorageEvent::Erased { profiles_left: Some(2) });
    assert_eq!((end.screen, end.storage.erased, end.storage.open.clone()), (Screen::Done, Some(Some(2)), None));
    assert_eq!((grams(&end), end.before.clone()), (String::new(), None));
    assert_eq!(after(end.clone(), StorageEvent::Erased { profiles_left: None }).storage.erased, Some(None));
    // It is not shown again later.
    assert_eq!(end.apply(Action::Show(Screen::Start)).storage.erased, None);
}

#[test]
fn a_profile_asks_for_a_nickname_and_the_same_pin_twice() {
    let say =
        |page: State, asked, text: &str| page.apply(Action::StorageRequest(StorageRequest::Type(asked, text.into())));
    let page = page();
    assert_eq!(page.storage.lacks(), Some(Lacks::Alias));
    let page = say(page, ProfileInput::Alias, " Veta ");
    assert_eq!(page.storage.lacks(), Some(Lacks::Pin));
    let page = say(page, ProfileInput::Pin, "123");
    assert_eq!(page.storage.lacks(), Some(Lacks::Pin));
    let page = say(page, ProfileInput::Pin, "1234");
    assert_eq!((page.storage.lacks(), page.storage_command(&StorageRequest::Create)), (Some(Lacks::Again), None));
    let page = say(page, ProfileInput::Again, "1234");
    let [alias, picture, pin] = ["Veta", "mountain", "1234"].map(str::to_owned);
    let document = document::write(&page.case);
    let create = StorageCommand::CreateProfile { alias, picture, pin, document };
    assert_eq!(page.storage_command(&StorageRequest::Create), Some(create));
    // The PIN is kept no longer than needed.
    assert_eq!(after(page, StorageEvent::ProfileCreated { id: "a1".into() }).storage.typed.pin, "");
}

/// Each failure (PIN, record or browser) is shown, and can be retried.
#[test]
fn a_profile_that_stays_shut_says_why() {
    let tried = || unlocking().apply(Action::StorageRequest(StorageRequest::Type(ProfileInput::Pin, "1234".into())));
    for why in [OpenFailure::Pin, OpenFailure::Damaged, OpenFailure::Newer, OpenFailure::Gone] {
        let shut = after(tried(), StorageEvent::ProfileShut(why));
        assert_eq!((shut.storage.shut, shut.storage.busy, shut.storage.typed.pin.as_str()), (Some(why), false, ""));
    }
    let failed = after(tried(), StorageEvent::Failed(CommandKind::OpenProfile));
    assert_eq!((failed.storage.shut, failed.storage.busy), (Some(OpenFailure::Failed), false));
    let failed = after(tried(), StorageEvent::Failed(CommandKind::CreateProfile));
    assert_eq!((failed.storage.shut, failed.storage.save_status), (None, SaveStatus::Failed));
    // If the draft cannot be read, the page does not wait for it.
    let mut page = page();
    page.storage.begin(Found::Reloaded { late: true });
    assert_eq!(after(page.clone(), StorageEvent::DraftLost).storage.gate, None);
    assert_eq!(after(page, StorageEvent::Failed(CommandKind::ReadDraft)).storage.gate, None);
}

/// The page renders when its state differs: a key causes one render, and the save after it none.
#[test]
fn keeping_what_was_typed_shows_nothing_new() {
    let (typed, effects) = page().reduce(Action::Type(Place::Case, Field::Grams, "3".into()));
    assert_eq!(effects, [Effect::SaveSoon]);
    assert_ne!(typed, page());
    let (told_so, effects) = typed.reduce(Action::SaveDraft(1));
    assert_eq!(told(&effects), [CommandKind::SaveDraft]);
    assert_eq!(told_so, typed);
    let (saved, effects) = told_so.reduce(Action::StorageEvent(StorageEvent::DraftSaved));
    assert_eq!((saved == typed, effects), (true, Vec::new()));
    // What is already saved is not sent again.
    let (same, effects) = saved.reduce(Action::Show(Screen::Start));
    assert_eq!((same == typed, effects), (true, Vec::new()));
}

/// Another case locks the open profile: its case is saved and its lock released before anything else.
#[test]
fn a_profile_is_saved_and_shut_before_another_case_comes() {
    let (after, effects) = typed(open("3"), "4").reduce(Action::Load(Example::Lorry));
    assert_eq!(told(&effects), [CommandKind::SaveProfile, CommandKind::LockProfile]);
    assert_eq!(after.storage.open, None);
    assert_eq!(effects[..2], [Effect::FoldMenu, Effect::ScrollToTop]);
}

/// Of several documents in a row the last one is written; no other command is skipped.
#[test]
fn only_a_later_document_takes_the_place_of_one_that_waits() {
    let draft = |text: &str| StorageCommand::SaveDraft(Some(text.into()));
    assert!(draft("a").is_replaced_by(&draft("b")) && draft("a").is_replaced_by(&StorageCommand::SaveDraft(None)));
    let save = StorageCommand::SaveProfile("a".into());
    assert!(save.is_replaced_by(&save) && !save.is_replaced_by(&draft("a")) && !draft("a").is_replaced_by(&save));
    assert!(!StorageCommand::Fingerprint.is_replaced_by(&StorageCommand::Fingerprint));
}
