//! Pictures rendered without a browser: the drawn widths compared with the figures.

use fiel::app::state::{Action, Place, Screen, State};
use fiel::app::{Page, PageProps};
use fiel::domain::term::field::Field;
use fiel::examples::Example;
use fiel::i18n::Language;
use rust_decimal::{Decimal, dec};
use yew::LocalServerRenderer;

fn html(screen: Screen, actions: impl IntoIterator<Item = Action>) -> String {
    let clean = State::new(Language::Spanish, screen, "2026-11-22");
    let state = actions.into_iter().fold(clean, State::apply).apply(Action::Show(screen));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, LocalServerRenderer::<Page>::with_props(PageProps { state }).hydratable(false).render())
}

/// The text between `from` and `to`.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} in {rest}")).0
}

fn number(text: &str) -> Decimal {
    let plain = text.replace([',', '+', '%'], "").replace('\u{2212}', "-");
    plain.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

/// For each ledger its rows: soles, and start and width of the bar in per cent.
fn ledgers(html: &str) -> Vec<Vec<[Decimal; 3]>> {
    let tables = html.split("<table class=\"ledger\"").skip(1).map(|rest| rest.split("</table>").next().unwrap());
    let row = |row: &str| {
        let strip = between(row, "class=\"strip\"", "</svg>");
        let soles = between(row, "class=\"soles\"", "</td>").rsplit('>').next().unwrap();
        [number(soles), number(between(strip, " x=\"", "\"")), number(between(strip, "width=\"", "\""))]
    };
    let rows = |table: &str| table.split("<tr").filter(|part| part.contains("class=\"strip\"")).map(row).collect();
    tables.map(rows).collect()
}

#[test]
fn each_bar_of_a_ledger_is_as_wide_as_its_figure() {
    let loss = Action::Type(Place::Case, Field::DebtOwed, "9000".into());
    let cases: [(Example, Option<Action>); 4] = [
        (Example::Cooperative, None),
        (Example::Lorry, None),
        (Example::ThreeGrams, Some(loss)),
        (Example::Gravity, None),
    ];
    for (example, more) in cases {
        let all = ledgers(&html(Screen::Compare, [Action::Load(example)].into_iter().chain(more)));
        assert!(!all.is_empty(), "{example:?}");
        // The real value gives the scale of every channel: soles per per cent.
        let [value, zero, wide] = all[0][0];
        for row in all.iter().flatten() {
            let [soles, from, width] = *row;
            let right = soles.abs() * wide / value;
            // Two positions, each rounded to a hundredth, and the rounding of the scale itself.
            let rounded = dec!(0.01) + dec!(0.01) * soles.abs() / value;
            assert!((width - right).abs() <= rounded, "{example:?}: {soles} is {width} % wide, not {right}");
            assert!(from >= dec!(0) && from + width <= dec!(100), "{example:?}: {row:?}");
        }
        for ledger in &all {
            assert_eq!(ledger[0], [value, zero, wide], "one real value, one scale");
        }
    }
}

#[test]
fn the_days_on_which_the_money_comes_are_told_unless_all_pay_at_once() {
    let page = html(Screen::Compare, [Action::Load(Example::Cooperative)]);
    let picture = between(&page, "id=\"arrivals\"", "</figure>").replace('\u{a0}', " ");
    assert!(picture.contains("S/ 107,806 hoy · S/ 11,978 en 18 días"), "{picture}");
    assert!(!html(Screen::Compare, [Action::Load(Example::ThreeGrams)]).contains("id=\"arrivals\""));
}
