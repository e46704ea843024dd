//! The page's state under a person's actions: nothing typed is lost, and a mistake can be undone.

use fiel::app::state::{Action, Newer, Notice, Place, Screen, State, route};
use fiel::document;
use fiel::domain::case::{Entry, Kind, Method, PricedCase, PurityBy, WayId};
use fiel::domain::channel::ChannelId;
use fiel::domain::compare::evaluate;
use fiel::domain::engine::estimate::{EntryError, read_entry};
use fiel::domain::number::unit::Unit;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::tools::process;
use fiel::examples::Example;
use fiel::i18n::Language;
use rust_decimal::dec;

const CASE: Place = Place::Case;

fn clean() -> State {
    State::new(Language::Spanish, Screen::Start, "2026-11-22")
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(clean(), State::apply)
}

fn text(state: &State, field: Field) -> &str {
    &state.entry(CASE, field).unwrap().text
}

fn typed(field: Field, text: &str) -> Action {
    Action::Type(CASE, field, text.into())
}

#[test]
fn what_is_typed_stays_word_for_word_however_wrong() {
    for wrong in ["12,,5", "-3", "1e9", "1,234", " 5 ", "tres", "*", "{0}"] {
        assert_eq!(text(&after([typed(Field::Grams, wrong)]), Field::Grams), wrong);
    }
}

#[test]
fn a_unit_changed_and_changed_back_gives_the_very_text() {
    let there = [typed(Field::Grade, "17,10"), Action::SetUnit(CASE, Field::Grade, Unit::OuncePerShortTon)];
    let state = after(there);
    assert_eq!(text(&state, Field::Grade), "0.49875");
    let back = state.apply(Action::SetUnit(CASE, Field::Grade, Unit::GramPerTonne));
    assert_eq!(text(&back, Field::Grade), "17,10");
}

#[test]
fn a_price_in_all_is_no_price_per_gram() {
    let place = Place::Channel(ChannelId::Camp);
    let offer = Action::Type(place, Field::Price, "350".into());
    let state = after([offer, Action::SetUnit(place, Field::Price, Unit::SolesInAll)]);
    let entry = state.entry(place, Field::Price).unwrap();
    assert_eq!((entry.text.as_str(), entry.unit), ("350", Unit::SolesInAll));
}

#[test]
fn not_knowing_keeps_what_was_typed_for_later() {
    let state = after([typed(Field::Fineness, "91"), Action::Unknown(CASE, Field::Fineness, true)]);
    assert!(state.entry(CASE, Field::Fineness).unwrap().unknown);
    let state = state.apply(Action::Unknown(CASE, Field::Fineness, false));
    assert_eq!(text(&state, Field::Fineness), "91");
}

#[test]
fn opening_loading_and_cleaning_can_be_taken_back() {
    let mine = after([typed(Field::Grams, "3.14")]);
    let file = document::write(&Example::Lorry.case());
    for action in [Action::Load(Example::Bateadora), Action::Clean, Action::Open(file)] {
        let changed = mine.clone().apply(action);
        assert_ne!(changed.case, mine.case);
        assert_eq!(changed.apply(Action::Undo).case, mine.case);
    }
}

#[test]
fn a_refused_file_changes_nothing() {
    let mine = after([typed(Field::Grams, "3.14")]);
    for file in ["", "{", "[]", "{\"fiel\":\"case\",\"version\":999}", "\u{0}"] {
        let refused = mine.clone().apply(Action::Open(file.into()));
        assert_eq!(refused.case, mine.case);
        assert!(matches!(refused.notice, Some(Notice::Refused(_))), "{file}");
    }
}

#[test]
fn a_price_that_a_person_changes_is_of_this_month() {
    assert_eq!(clean().case.price_month, "2026-06");
    assert_eq!(after([typed(Field::GoldPrice, "4100")]).case.price_month, "2026-11");
}

#[test]
fn a_clock_before_the_page_was_made_is_not_believed() {
    let on = |today| State::new(Language::Spanish, Screen::Start, today);
    for wrong in ["1970-01-01", "2026-05-31", "970-01-01", "-1-01-01", "NaN-NaN-NaN", ""] {
        let state = on(wrong);
        assert_eq!(state.today, "2026-06-01", "{wrong}");
        assert_eq!(state.apply(typed(Field::GoldPrice, "4100")).case.price_month, "2026-06");
    }
    for right in ["2026-06-01", "2026-11-22", "2099-12-31"] {
        assert_eq!(on(right).today, right);
    }
}

#[test]
fn intermediaries_come_and_go_one_by_one() {
    let cut = |number, text: &str| Action::Type(Place::Cut(ChannelId::Camp, number), Field::Cut, text.into());
    let add = || Action::AddCut(ChannelId::Camp);
    let state = after([add(), add(), cut(0, "5"), cut(1, "7"), Action::RemoveCut(ChannelId::Camp, 0)]);
    let chain = &state.case.channel_terms(ChannelId::Camp).unwrap().chain;
    assert_eq!(chain.iter().map(|cut| cut.text.as_str()).collect::<Vec<_>>(), ["7"]);
    assert_eq!(state.clone().apply(Action::RemoveCut(ChannelId::Camp, 9)).case, state.case);
}

#[test]
fn an_address_leads_to_a_stop_and_a_field() {
    assert_eq!(route("#/puertas/f-plant-maquila"), (Screen::Channels, Some("f-plant-maquila")));
    assert_eq!(route("#/comparar"), (Screen::Compare, None));
    assert_eq!(route(""), (Screen::Start, None));
    assert_eq!(route("#/nowhere"), (Screen::Start, None));
}

#[test]
fn a_saved_state_opens_to_the_same_outcome() {
    for example in [Example::ThreeGrams, Example::Bateadora, Example::Lorry, Example::Cooperative, Example::Gravity] {
        let saved = after([Action::Load(example), typed(Field::Grade, "17,5"), Action::AddCut(ChannelId::Camp)]);
        let opened = after([Action::Open(document::write(&saved.case))]);
        assert_eq!(opened.case, saved.case);
        assert_eq!(evaluate(&opened.case), evaluate(&saved.case));
    }
}

#[test]
fn the_document_described_is_one_that_opens() {
    let format = include_str!("../src/document/FORMAT.md");
    let example = format.split("```").nth(1).unwrap().trim_start_matches("json");
    let opened = document::read(example).unwrap();
    assert!(opened.left_out.is_empty(), "{:?}", opened.left_out);
    assert!(evaluate(&PricedCase::from(&opened.case)).channels.iter().any(|channel| channel.figures.is_some()));
}

#[test]
fn a_price_taken_out_again_is_the_references_of_its_month() {
    let state = after([typed(Field::GoldPrice, "5000"), typed(Field::GoldPrice, "")]);
    assert_eq!(state.case.price_month, "2026-06");
}

#[test]
fn a_unit_changed_three_times_round_is_exact() {
    let to = |unit| Action::SetUnit(CASE, Field::Grams, unit);
    let state = after([typed(Field::Grams, "3"), to(Unit::Kilogram), to(Unit::Ounce), to(Unit::Gram)]);
    assert_eq!(text(&state, Field::Grams), "3");
}

#[test]
fn an_intermediary_of_whom_nothing_is_said_changes_nothing() {
    let state = after([Action::Load(Example::ThreeGrams)]);
    let added = state.clone().apply(Action::AddCut(ChannelId::Camp));
    assert_eq!(evaluate(&added.case), evaluate(&state.case));
}

#[test]
fn an_offer_is_checked_for_the_quantity_as_it_was_entered() {
    // 4 g per shift at 350 soles are 1,400, however many days per month.
    let case = after([Action::Load(Example::Bateadora), typed(Field::Grams, "4")]).case;
    assert_eq!(evaluate(&case).offer.unwrap().paid.cents(), 140_000);
}

/// Ore, processed as `way` from now on.
fn working(way: WayId) -> [Action; 2] {
    [Action::Kind(Kind::Ore), Action::WayNow(way)]
}

#[test]
fn the_method_follows_the_way_of_today_and_the_way_the_method() {
    for way in WayId::ALL.iter().copied() {
        let case = after(working(way)).case;
        assert_eq!((process::now_by(&case), case.method), (way, process::method(way)));
    }
    for method in Method::ALL.iter().copied() {
        let case = after([Action::Kind(Kind::Ore), Action::Method(method)]).case;
        assert_eq!(process::method(process::now_by(&case)), method);
    }
    let gold = after([Action::Method(Method::Sluice), Action::Kind(Kind::Gold)]).case;
    assert_eq!(process::now_by(&gold), gold.way_now, "gold in hand has no way");
}

#[test]
fn what_was_said_of_a_retort_goes_with_the_way_of_today() {
    let retort = |state: &State, place| state.entry(place, Field::RetortCatch).map(|entry| entry.text.clone());
    let own = Place::Way(WayId::AmalgamationRetort);
    let with = after(working(WayId::AmalgamationRetort));
    assert!(with.entry(CASE, Field::RetortCatch).unwrap().unknown, "the reference stands in until it is entered");
    let typed = with.apply(typed(Field::RetortCatch, "88"));
    let without = typed.apply(Action::WayNow(WayId::Amalgamation));
    assert_eq!((retort(&without, CASE), retort(&without, own)), (None, Some("88".into())));
    let again = without.apply(Action::WayNow(WayId::AmalgamationRetort));
    assert_eq!(retort(&again, CASE), Some("88".into()));
    // After another method and back, the retort is still there; deleting its figure means that there is none.
    let back = again.apply(Action::Method(Method::Sluice)).apply(Action::Method(Method::Amalgamation));
    assert_eq!(process::now_by(&back.case), WayId::AmalgamationRetort);
    let emptied = back.apply(Action::Type(CASE, Field::RetortCatch, String::new()));
    assert_eq!(process::now_by(&emptied.case), WayId::Amalgamation);
    let entered = emptied.apply(Action::Unknown(CASE, Field::RetortCatch, true));
    assert_eq!(process::now_by(&entered.case), WayId::AmalgamationRetort);
}

#[test]
fn a_recovery_that_was_typed_stays_with_its_own_way() {
    let ore = [Action::Kind(Kind::Ore), Action::WayNow(WayId::Amalgamation), typed(Field::Recovery, "45")];
    let table = after(ore).apply(Action::WayNow(WayId::GravityTable));
    let text = |state: &State, field| state.entry(Place::Case, field).map(|entry| entry.text.clone());
    assert_eq!(text(&table, Field::Recovery), None, "45 % was said of mercury, not of the table");
    let table = table.apply(typed(Field::Recovery, "60"));
    let again = table.apply(Action::WayNow(WayId::Amalgamation));
    assert_eq!(text(&again, Field::Recovery).as_deref(), Some("45"));
    let table = again.apply(Action::WayNow(WayId::GravityTable));
    assert_eq!(text(&table, Field::Recovery).as_deref(), Some("60"));
}

/// Types an end of a range.
fn end(field: Field, high: bool, text: &str) -> Action {
    Action::TypeEnd(CASE, field, high, text.into())
}

#[test]
fn a_range_is_the_same_in_whichever_order_it_is_entered() {
    let grams = || [typed(Field::Grams, "10"), end(Field::Grams, false, "9"), end(Field::Grams, true, "12")];
    let [usual, low, high] = grams();
    let [least, most, mostly] = [low.clone(), high.clone(), usual.clone()];
    let case = after(grams()).case;
    for other in [[high, usual, low], [least, most, mostly]] {
        assert_eq!(after(other).case, case);
    }
    let entry = case.inputs.get(&Field::Grams).unwrap();
    assert_eq!([&entry.low, &entry.text, &entry.high], ["9", "10", "12"]);
}

#[test]
fn a_unit_changes_all_three_figures_and_back_gives_the_very_texts() {
    let there = [
        typed(Field::Fineness, "90,0"),
        end(Field::Fineness, false, "85.0"),
        end(Field::Fineness, true, "95"),
        Action::SetUnit(CASE, Field::Fineness, Unit::PerMille),
    ];
    let three = |state: &State| {
        let entry = state.entry(CASE, Field::Fineness).unwrap();
        [&entry.low, &entry.text, &entry.high].map(String::clone)
    };
    let state = after(there);
    assert_eq!(three(&state), ["850", "900", "950"]);
    assert_eq!(three(&state.apply(Action::SetUnit(CASE, Field::Fineness, Unit::Percent))), ["85.0", "90,0", "95"]);
}

#[test]
fn who_types_an_end_knows_something_and_the_ends_stay_open_while_they_are_typed() {
    let state = after([Action::Unknown(CASE, Field::Fineness, true), end(Field::Fineness, false, "85")]);
    assert!(!state.entry(CASE, Field::Fineness).unwrap().unknown);
    let emptied = state.apply(end(Field::Fineness, false, ""));
    assert_eq!(emptied.ends, Some((CASE, Field::Fineness)), "one is about to type another");
    assert_eq!(emptied.apply(typed(Field::Fineness, "9")).ends, None);
}

#[test]
fn both_ends_taken_out_leave_one_figure() {
    let one = after([typed(Field::Grams, "10")]).case;
    let out = [
        end(Field::Grams, false, "9"),
        end(Field::Grams, true, "12"),
        end(Field::Grams, false, ""),
        end(Field::Grams, true, ""),
    ];
    let again = after([typed(Field::Grams, "10")].into_iter().chain(out)).case;
    assert_eq!(again, one);
}

#[test]
fn the_purity_that_is_told_becomes_that_of_the_case_and_can_be_taken_back() {
    let unknown = after([Action::UsePurity]);
    assert!(unknown.entry(CASE, Field::Fineness).unwrap().unknown, "what is not known stays so");
    let marked = unknown.apply(Action::PurityBy(PurityBy::Mark));
    assert_eq!(marked.clone().apply(Action::UsePurity), marked, "nothing is told yet");
    let used = marked.apply(Action::Mark("750")).apply(Action::UsePurity);
    let entry = Entry { sure: true, ..Entry::between("74.3", "75", "75", Unit::Percent) };
    assert_eq!((used.entry(CASE, Field::Fineness), used.notice.clone()), (Some(&entry), Some(Notice::PurityUsed)));
    let shown = used.apply(Action::Show(Screen::Start));
    assert_eq!(shown.notice, Some(Notice::PurityUsed), "it can be taken back from where it stands");
    assert!(shown.apply(Action::Undo).entry(CASE, Field::Fineness).unwrap().unknown);
}

#[test]
fn of_a_range_the_middle_is_asked_of_an_unlikely_unit() {
    let purity = |state: &State| {
        let entry = state.entry(CASE, Field::Fineness).unwrap();
        read_entry(Field::Fineness, entry, None).map(|estimate| estimate.mode)
    };
    let asked = Err(EntryError::Doubt { likely: Unit::Karat });
    let state = after([end(Field::Fineness, false, "18"), end(Field::Fineness, true, "21.6")]);
    assert_eq!(purity(&state), asked);
    let karats = state.clone().apply(Action::MeantUnit(CASE, Field::Fineness, Unit::Karat));
    assert_eq!(purity(&karats), Ok(dec!(0.825)), "19.8 of 24");
    let parts = state.apply(Action::IsSure(CASE, Field::Fineness));
    assert_eq!(purity(&parts), Ok(dec!(0.198)));
    assert_eq!(purity(&parts.apply(end(Field::Fineness, true, "22"))), asked, "of another middle it is asked again");
}

#[test]
fn another_version_is_offered_until_it_is_answered_and_only_at_no_loss() {
    let clean = State::new(Language::Spanish, Screen::Start, "2026-11-22");
    let told = clean.clone().apply(Action::Newer(Some(Newer::Waiting)));
    assert_eq!((&told.case, told.newer), (&clean.case, Some(Newer::Waiting)));
    assert!(told.clone().apply(Action::Show(Screen::Have)).apply(Action::Speak(Language::English)).can_reload());
    let typed = told.apply(Action::Type(CASE, Field::Grams, "3".into()));
    assert_eq!(typed.newer, Some(Newer::Waiting), "it goes when it is answered");
    assert!(!typed.can_reload());
    // A cleaned case can be restored: so it is not lost by a reload either.
    assert!(!typed.clone().apply(Action::Clean).can_reload());
    assert_eq!(typed.apply(Action::Newer(None)).newer, None);
}
