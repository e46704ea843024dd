//! Screens rendered to HTML without a browser: the text in each state of the page.

use fiel::app::state::{Action, Newer, Place, Screen, State};
use fiel::app::{Page, PageProps};
use fiel::domain::case::Kind;
use fiel::domain::channel::ChannelId;
use fiel::domain::number::unit::Unit;
use fiel::domain::term::field::Field;
use fiel::domain::term::tool::Tool;
use fiel::examples::Example;
use fiel::i18n::Language;
use yew::LocalServerRenderer;

/// The page after some actions, as readable text (without tags, with single spaces).
fn shown(screen: Screen, language: Language, actions: impl IntoIterator<Item = Action>) -> String {
    let html = html(screen, language, actions);
    let mut text = String::new();
    let mut in_tag = false;
    for letter in html.replace("&#x27;", "'").chars() {
        match letter {
            '<' => in_tag = true,
            '>' => (in_tag, _) = (false, text.push(' ')),
            letter if !in_tag => text.push(if letter == '\u{a0}' { ' ' } else { letter }),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn html(screen: Screen, language: Language, actions: impl IntoIterator<Item = Action>) -> String {
    let clean = State::new(language, screen, "2026-11-22");
    rendered(actions.into_iter().fold(clean, State::apply).apply(Action::Show(screen)))
}

fn rendered(state: State) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, LocalServerRenderer::<Page>::with_props(PageProps { state }).hydratable(false).render())
}

fn typed(field: Field, text: &str) -> Action {
    Action::Type(Place::Case, field, text.into())
}

fn offered(text: &str) -> Action {
    Action::Type(Place::Channel(ChannelId::Camp), Field::Price, text.into())
}

fn has(page: &str, words: &[&str]) {
    for words in words {
        assert!(page.contains(words), "«{words}» is not in: {page}");
    }
}

#[test]
fn an_empty_page_asks_and_shows_no_figure_of_its_own() {
    let page = shown(Screen::Start, Language::Spanish, []);
    has(&page, &["¿Cuánto le ofrecen?", "Escriba cuánto tiene y cuánto le pagan.", "hace 5 meses", "S/ 462.80"]);
    assert!(!page.contains("Le pagan"), "{page}");
}

#[test]
fn half_an_offer_says_what_the_gold_is_worth() {
    let page = shown(Screen::Start, Language::Spanish, [typed(Field::Grams, "3.0"), typed(Field::Fineness, "93")]);
    // 3 × 0.93 × 4228 × 3.4046 ÷ 31.1034768 = 1291.2083…
    has(&page, &["Su oro vale S/ 1,291.21", "Ahora escriba cuánto le pagan."]);
}

#[test]
fn an_offer_is_a_share_of_the_value() {
    let actions = [typed(Field::Grams, "3.0"), typed(Field::Fineness, "93"), offered("350")];
    let page = shown(Screen::Start, Language::Spanish, actions.clone());
    has(&page, &["Le pagan 81 % de lo que vale", "S/ 1,050.00", "S/ 241.21"]);
    has(&shown(Screen::Start, Language::English, actions), &["They pay you 81 % of its value", "S/ 1,050.00"]);
}

#[test]
fn an_offer_over_the_reference_is_shown_as_what_it_is() {
    let page = shown(
        Screen::Start,
        Language::Spanish,
        [typed(Field::Grams, "1"), typed(Field::Fineness, "90"), offered("500")],
    );
    // 500 ÷ (462.7987 × 0.9) = 120.04 %
    has(&page, &["120 %", "Por encima de la referencia", "Revise sus números"]);
}

#[test]
fn what_cannot_be_read_is_said_and_makes_no_figure() {
    for (text, words) in [
        ("abc", "No es un número"),
        ("-3", "Debe ser más que cero"),
        ("0", "Debe ser más que cero"),
        ("1,234", "¿ 1234 g o 1.234 g ?"),
        ("1e30", "No es un número"),
        ("1000000000000000000000000000000", "Máximo|Demasiadas cifras"),
    ] {
        let page = shown(Screen::Start, Language::Spanish, [typed(Field::Grams, text), offered("350")]);
        assert!(words.split('|').any(|words| page.contains(words)), "{text}: {page}");
        assert!(!page.contains("Le pagan"), "{text}: {page}");
    }
    let page = shown(Screen::Start, Language::Spanish, [typed(Field::Fineness, "930")]);
    has(&page, &["¿Quiso decir 930 ‰ ?"]);
}

#[test]
fn a_grade_in_ounces_is_asked_about() {
    let actions = [
        Action::Kind(Kind::Ore),
        Action::SetUnit(Place::Case, Field::Grade, Unit::OuncePerShortTon),
        typed(Field::Grade, "17"),
    ];
    has(&shown(Screen::Have, Language::Spanish, actions), &["¿Quiso decir 17 g/t ?", "Sí, g/t", "No, oz/tc"]);
}

#[test]
fn every_example_compares_channels_in_both_languages() {
    for example in [Example::ThreeGrams, Example::Bateadora, Example::Lorry, Example::Cooperative, Example::Gravity] {
        for language in [Language::Spanish, Language::English] {
            let page = html(Screen::Compare, language, [Action::Load(example)]);
            assert!(page.contains("class=\"door best\""), "{example:?}");
            assert!(!page.contains('{') && !page.contains("NaN"), "{example:?}: a place in a sentence is not filled");
        }
    }
}

#[test]
fn three_grams_at_seventy_are_seventy_and_one_channel_is_open() {
    let page = shown(Screen::Start, Language::Spanish, [Action::Load(Example::ThreeGrams)]);
    has(&page, &["Le pagan 70 % de lo que vale"]);
    let page = shown(Screen::Compare, Language::Spanish, [Action::Load(Example::ThreeGrams)]);
    has(&page, &["Puertas cerradas por ahora", "Se abre con RUC y factura", "compra mineral, no oro"]);
}

#[test]
fn a_loss_has_its_sign_and_its_word() {
    let debt = Action::Type(Place::Case, Field::DebtOwed, "5000".into());
    let page = shown(Screen::Compare, Language::Spanish, [Action::Load(Example::ThreeGrams), debt]);
    has(&page, &["Queda debiendo", "− S/ "]);
}

#[test]
fn channels_that_pay_the_same_tie() {
    let papers = [fiel::domain::term::permit::Permit::Ruc, fiel::domain::term::permit::Permit::Registry]
        .map(|paper| Action::Permit(paper, true));
    let trader = |field, text: &str| Action::Type(Place::Channel(ChannelId::LocalTrader), field, text.into());
    let same = [trader(Field::Price, "70"), trader(Field::DaysToMoney, "0")];
    let actions = [Action::Load(Example::ThreeGrams)].into_iter().chain(papers).chain(same);
    has(&shown(Screen::Compare, Language::Spanish, actions), &["Empate", "1="]);
}

#[test]
fn the_default_offer_is_never_seventy() {
    let page = html(Screen::Channels, Language::Spanish, []);
    assert!(page.contains("placeholder=\"90\"") || page.contains("90\u{a0}% de lo que vale"), "{page}");
    assert!(!page.contains("placeholder=\"70\""));
}

fn hosted(date: &str) -> Action {
    Action::Hosted(fiel::document::prices::write(date, "4105.30", "3.3821", "LBMA <b>PM</b>").into())
}

#[test]
fn the_hosts_prices_say_their_month_or_day_and_who_says_so() {
    for (date, spanish, english) in [
        ("2026-11", "precio de noviembre 2026 · de este mes ·", "price of November 2026 · this month's ·"),
        ("2026-11-02", "precio del 2 de noviembre 2026 · de este mes ·", "price of 2 November 2026 · this month's ·"),
        ("2026-08", "precio de agosto 2026 · hace 3 meses ·", "price of August 2026 · 3 months old ·"),
    ] {
        for (language, words) in [(Language::Spanish, spanish), (Language::English, english)] {
            let page = shown(Screen::Tool(Tool::Price), language, [hosted(date)]);
            has(&page, &[words, "LBMA &lt;b&gt;PM&lt;/b&gt;", "4,105.3 US$/oz", "S/ 446"]);
            assert!(!page.contains("June 2026 ·") && !page.contains("junio 2026 ·"), "{page}");
        }
    }
}

#[test]
fn by_a_clock_behind_it_a_price_has_a_date_and_no_age() {
    let before = |today: &str| State::new(Language::Spanish, Screen::Start, today);
    for (state, words) in [
        (before("2001-01-01"), "precio de junio 2026 <"),
        (before("2001-01-01").apply(hosted("2026-11-20")), "precio del 20 de noviembre 2026 · LBMA"),
        (before("2026-11-30").apply(hosted("2026-12-01")), "precio del 1 de diciembre 2026 · LBMA"),
    ] {
        let page = rendered(state).replace("</span>", " <");
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn a_file_cannot_give_the_reference_price_another_month() {
    let file = r#"{ "fiel": "case", "version": 1, "price_month": "2026-11", "inputs": { "grams": "3" } }"#;
    let page = shown(Screen::Start, Language::Spanish, [Action::Open(file.into())]);
    has(&page, &["precio de junio 2026 · hace 5 meses"]);
}

#[test]
fn another_version_is_offered_and_without_loss() {
    let says = |newer, actions: Vec<Action>| {
        shown(Screen::Start, Language::Spanish, actions.into_iter().chain([Action::Newer(Some(newer))]))
    };
    has(&says(Newer::Waiting, vec![]), &["Hay una versión nueva. Usarla ahora Después"]);
    has(&says(Newer::Tried, vec![]), &["La versión nueva no llegó a abrirse. Probar otra vez Después"]);
    let typed = || vec![typed(Field::Grams, "3")];
    has(&says(Newer::Waiting, typed()), &["Hay una versión nueva. Se abre la próxima vez. Cerrar"]);
    has(&says(Newer::Tried, typed()), &["La versión nueva no llegó a abrirse. Cerrar"]);
    // One notice at a time: what happened to the case comes first.
    assert!(!says(Newer::Waiting, vec![Action::Clean]).contains("versión nueva"));
}
