//! The formalization screen rendered without a browser, and the days left.

use fiel::app::calendar::days_between;
use fiel::app::state::{Action, Place, Screen, State};
use fiel::app::{Page, PageProps};
use fiel::domain::case::StepId;
use fiel::domain::channel::ChannelId;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::term::permit::Permit;
use fiel::domain::term::tool::Tool;
use fiel::examples::Example;
use fiel::i18n::Language;
use yew::LocalServerRenderer;

/// The readable text of the screen on that day, with single spaces.
fn shown(language: Language, today: &str, actions: impl IntoIterator<Item = Action>) -> String {
    let clean = State::new(language, Screen::Tool(Tool::Formalization), today);
    let state = actions.into_iter().fold(clean, State::apply).apply(Action::Show(Screen::Tool(Tool::Formalization)));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let tasks = tokio::task::LocalSet::new();
    let page = LocalServerRenderer::<Page>::with_props(PageProps { state }).hydratable(false).render();
    let html = tasks.block_on(&runtime, page).replace("&#x27;", "'").replace('\u{a0}', " ");
    let text: Vec<&str> = html.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect();
    text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn has(page: &str, words: &[&str]) {
    for words in words {
        assert!(page.contains(words), "«{words}» is not in: {page}");
    }
}

/// Three grams at 70 %, four times a month, and both steps to the missing permit.
fn actions(months: &'static str, cost: &'static str) -> impl Iterator<Item = Action> {
    let lots = Action::Type(Place::Case, Field::LotsPerMonth, "4".into());
    let steps = [StepId::Ruc, StepId::Invoices].into_iter().flat_map(move |step| {
        [(Field::StepMonths, months), (Field::StepCost, cost)]
            .map(|(field, text)| Action::Type(Place::Step(step), field, text.into()))
    });
    [Action::Load(Example::ThreeGrams), Action::Permit(Permit::Registry, true), lots].into_iter().chain(steps)
}

#[test]
fn an_empty_page_names_what_is_missing_and_gives_no_month() {
    let page = shown(Language::Spanish, "2026-11-22", []);
    has(&page, &["No se puede decir todavía.", "Falta: tiempo y costo único ("]);
    assert!(!page.contains("se paga en el mes"), "{page}");
}

#[test]
fn the_answer_names_the_channel_and_the_month() {
    // The shop pays 95 % and the camp 70 %: 4 × 25 % of 1,291 per month; 300 S/ in 2 months.
    let page = shown(Language::Spanish, "2026-11-22", actions("1", "150"));
    has(&page, &["Tienda formal de oro . Abrirla se paga en el mes 3 , en el caso bajo.", "de 1 a 2 meses", "S/ 300"]);
    let page = shown(Language::English, "2026-11-22", actions("1", "150"));
    has(&page, &["Opening it is paid back in month 3 , on the low case.", "1 to 2 months"]);
}

#[test]
fn with_every_paper_no_channel_is_closed_for_want_of_one() {
    let papers =
        [Permit::Ruc, Permit::Registry, Permit::Member, Permit::Fairtrade, Permit::Fairmined, Permit::Ecological];
    let page = shown(Language::Spanish, "2026-11-22", papers.map(|paper| Action::Permit(paper, true)));
    has(&page, &["Ninguna puerta está cerrada por papeles."]);
}

#[test]
fn todays_channel_can_be_the_best_all_the_same() {
    let price = Action::Type(Place::Channel(ChannelId::LocalTrader), Field::Price, "60".into());
    let alone = [ChannelId::Cooperative, ChannelId::Fairtrade, ChannelId::Fairmined, ChannelId::FairminedEcological];
    let alone = alone.map(|channel| Action::Compare(channel, false));
    let page = shown(Language::Spanish, "2026-11-22", actions("1", "150").chain(alone).chain([price]));
    has(&page, &["Donde vende hoy deja más, aun con papeles: Comprador del campamento", "De menos al mes − S/ "]);
}

/// A cooperative with a good price whose pool is below its minimum.
fn pool(least: &'static str) -> impl Iterator<Item = Action> {
    let terms = [
        (Field::Price, "95"),
        (Field::ExportCost, "0"),
        (Field::PoolGrams, "500"),
        (Field::MinimumGrams, least),
        (Field::FirstShare, "100"),
        (Field::DaysToMoney, "0"),
    ];
    let terms = terms
        .map(|(field, text)| Action::Type(Place::Channel(ChannelId::Cooperative), field, text.into()))
        .into_iter()
        .chain(
            [(Field::StepMonths, "1"), (Field::StepCost, "0")]
                .map(|(field, text)| Action::Type(Place::Step(StepId::Membership), field, text.into())),
        );
    let alone = [ChannelId::LocalTrader, ChannelId::Fairtrade, ChannelId::Fairmined, ChannelId::FairminedEcological];
    terms.chain(alone.map(|channel| Action::Compare(channel, false)))
}

#[test]
fn a_channel_that_papers_alone_do_not_open_has_no_month() {
    let page = shown(Language::Spanish, "2026-11-22", actions("1", "150").chain(pool("500")));
    has(&page, &["Cooperativa que exporta . Abrirla se paga en el mes"]);
    let page = shown(Language::Spanish, "2026-11-22", actions("1", "150").chain(pool("1000")));
    has(&page, &["Cooperativa que exporta . Los papeles solos no la abren. Falta además: "]);
    assert!(!page.contains("se paga en el mes") && !page.contains("demasiado grandes"), "{page}");
}

#[test]
fn the_gain_says_how_much_of_the_year_and_of_the_mine_it_is() {
    let entered = |field, text: &str| Action::Type(Place::Case, field, text.into());
    let (year, share) = ("Cuenta 6 meses de trabajo al año, repartidos en 12.", "Parte que es de ustedes: 50 %.");
    let half = [entered(Field::MonthsPerYear, "6"), entered(Field::OwnShare, "50")];
    has(&shown(Language::Spanish, "2026-11-22", actions("1", "150").chain(half)), &[year, share]);
    let all = [entered(Field::MonthsPerYear, "12"), entered(Field::OwnShare, "100")];
    let page = shown(Language::Spanish, "2026-11-22", actions("1", "150").chain(all));
    assert!(!page.contains("repartidos en 12") && !page.contains("Parte que es de ustedes:"), "{page}");
}

#[test]
fn a_certificate_is_told_by_the_papers_and_not_by_its_step() {
    let page = shown(Language::Spanish, "2026-11-22", []);
    assert_eq!(page.matches("Ya lo tengo").count(), StepId::ALL.len() - 1, "{page}");
}

#[test]
fn the_date_of_law_says_how_many_days_are_left_and_to_check() {
    for (today, words) in [
        ("2026-11-22", "Días que quedan: 39"),
        ("2026-12-31", "Días que quedan: 0"),
        ("2027-01-01", "Esa fecha ya pasó."),
        ("", "reglamento. Verifique antes de actuar."),
    ] {
        let page = shown(Language::Spanish, today, []);
        has(&page, &[words, "31 de diciembre de 2026", "Verifique antes de actuar.", "Ley 32537", "Confianza: alta."]);
    }
    has(&shown(Language::English, "2026-11-22", []), &["Days left: 39", "Check before you act."]);
}

#[test]
fn days_are_counted_over_months_years_and_the_29th_of_february() {
    for (from, to, days) in [
        ("2026-11-22", "2026-12-31", Some(39)),
        ("2024-02-28", "2024-03-01", Some(2)),
        ("2026-02-28", "2026-03-01", Some(1)),
        ("1999-12-31", "2000-12-31", Some(366)),
        ("2100-01-01", "2101-01-01", Some(365)),
        ("2027-01-01", "2026-12-31", Some(-1)),
        ("2026-12", "2026-12-31", None),
        ("2026-13-01", "2026-12-31", None),
        ("2026-12-31-1", "2026-12-31", None),
        ("99999999999-01-01", "2026-12-31", None),
        ("mañana", "2026-12-31", None),
    ] {
        assert_eq!(days_between(from, to), days, "{from} to {to}");
    }
}
