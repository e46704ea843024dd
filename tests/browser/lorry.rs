//! A lorry of ore sold through four channels: the order of cards, ledgers that add up, and the figures of `evaluate`.

use rust_decimal::Decimal;
use serde_json::Value;
use support::browser::Browser;
use support::cards::{Card, assert_shows, decimal, figure};
use support::files::evaluate;
use support::person::from_both;

const EXAMPLES: [&str; 5] = ["three_grams", "bateadora", "lorry", "cooperative", "gravity"];

#[test]
fn a_lorry_of_ore_shows_four_doors_best_first() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        let cards: Vec<Card> = browser.cards().into_iter().filter(|card| card.state == "open").collect();
        assert_eq!(cards.len(), 4, "{cards:#?}");
        let ranks: Vec<&str> = cards.iter().filter_map(|card| card.rank.as_deref()).collect();
        assert_eq!(ranks, ["1", "2", "3", "4"]);
        for card in &cards {
            assert!(!card.purses.is_empty(), "{card:#?}");
        }
        let plant = cards.iter().find(|card| card.channel == "plant").expect("the plant buys ore");
        assert!(plant.purses.len() == 2 && figure(&plant.purses[1]) > Decimal::ZERO, "the detracción is locked");
        assert_eq!(browser.count(".stop li.door .today"), 1);
        assert!(browser.text(".stop li.door[data-channel=camp_buyer]").contains("hoy vende aquí"));
    });
}

#[test]
fn opened_ledgers_add_up_to_the_centimo() {
    let browser = Browser::phone();
    from_both(&browser, |browser| {
        for example in EXAMPLES {
            browser.example(example);
            let cards = browser.cards();
            assert!(cards.iter().any(|card| !card.ledger.is_empty()), "{example} has no ledger");
            cards.iter().filter(|card| !card.ledger.is_empty()).for_each(|card| adds_up(example, card));
        }
    });
}

/// Value + premium − deductions = purses, and the cash total is hoy + después. Deductions are shown with their sign.
fn adds_up(example: &str, card: &Card) {
    let sum = |kind: &str| card.rows(kind).into_iter().sum::<Decimal>();
    let premium = card.row("Prima de la certificación");
    let lines = premium - sum("");
    let about = format!("{example}, {}: {:#?}", card.channel, card.ledger);
    assert_eq!(card.rows("first").len(), 1, "{about}");
    assert_eq!(sum("first") + premium, lines + sum("purse"), "{about}");
    assert_eq!(sum("total"), card.row("hoy") + card.row("después"), "{about}");
}

#[test]
fn the_examples_show_the_figures_of_evaluate() {
    from_both(&Browser::phone(), |browser| {
        for example in EXAMPLES {
            browser.example(example);
            same_as_evaluate(example, browser);
        }
    });
}

#[test]
fn a_typed_case_shows_the_figures_of_evaluate() {
    from_both(&Browser::phone(), |browser| {
        type_a_case(browser);
        same_as_evaluate("typed", browser);
        browser.stop("inicio");
        let outcome = evaluate(&browser.saved_case());
        for (id, name) in [("#paid", "paid"), ("#gap", "gap")] {
            assert_eq!(Some(figure(&browser.text(id))), decimal(&outcome["offer"][name]), "{name}");
        }
    });
}

/// Gold in ounces, with intermediaries, waiting, costs in dollars and people who share.
fn type_a_case(browser: &Browser) {
    browser.write("#f-grams", "1.75");
    browser.unit("grams", "oz");
    browser.write("#f-grams", "1.75");
    browser.write("#f-camp_buyer-price", "391,5");
    browser.stop("trabajo");
    for (field, text) in [("workers", "4"), ("shift_hours", "9"), ("days_per_month", "22"), ("lots_per_month", "2")] {
        browser.write(&format!("#f-{field}"), text);
    }
    browser.door("local_trader");
    browser.touch("#paper-ruc");
    browser.touch("#paper-registry");
    browser.write("#f-local_trader-refining", "12");
    browser.touch("#add-cut-local_trader");
    browser.write("#f-local_trader-cut-0", "1.5");
    browser.write("#f-local_trader-days_to_money", "3");
}

/// Every figure of every card equals the output of `evaluate` for the file that the page saves.
#[track_caller]
fn same_as_evaluate(example: &str, browser: &Browser) {
    let outcome = evaluate(&browser.saved_case());
    let cards = browser.cards();
    let doors = outcome["doors"].as_array().expect("an outcome has its doors");
    let order = |doors: &[Value]| doors.iter().map(|door| door["channel"].clone()).collect::<Vec<_>>();
    assert_eq!(
        cards.iter().map(|card| Value::from(card.channel.clone())).collect::<Vec<_>>(),
        order(doors),
        "{example}"
    );
    for (card, door) in cards.iter().zip(doors) {
        same_door(&format!("{example}, {}", card.channel), card, door);
    }
}

fn same_door(about: &str, card: &Card, door: &Value) {
    let state = match card.state.as_str() {
        "open" => "ranked",
        "lacks" => "missing",
        other => other,
    };
    assert_eq!(state, door["state"], "{about}");
    let rank = card.rank.as_deref().and_then(|rank| rank.trim_end_matches('=').parse::<u64>().ok());
    assert_eq!(rank, door["rank"].as_u64(), "{about}");
    let figures = &door["figures"];
    assert_eq!(card.ledger.is_empty(), figures.is_null(), "{about}: {card:#?}");
    if !figures.is_null() {
        same_purses(about, card, &figures["ledger"]);
        same_rates(about, card, figures);
    }
}

fn same_purses(about: &str, card: &Card, ledger: &Value) {
    let exact = |name: &str| decimal(&ledger[name]).unwrap_or_default();
    assert_eq!(card.rows("first"), [exact("value")], "{about}");
    let purses = [("hoy", "cash_now"), ("después", "cash_later"), ("bloqueado", "locked"), ("fondo", "fund")];
    let mut shown = card.purses.iter();
    for (name, id) in purses {
        assert_eq!(card.row(name), exact(id), "{about}, {name}");
        if !exact(id).is_zero() {
            assert_shows(&format!("{about}, {name}"), shown.next().expect("a purse"), exact(id));
        }
    }
    // If all purses are empty, each is shown.
    let left = shown.count();
    assert!(left == 0 || left == 4, "{about}: {card:#?}");
    let lines = ledger["lines"].as_array().map_or(0, Vec::len);
    assert_eq!(card.rows("").len() - usize::from(!exact("premium").is_zero()), lines, "{about}");
}

fn same_rates(about: &str, card: &Card, figures: &Value) {
    let cash = decimal(&figures["ledger"]["cash_now"]).zip(decimal(&figures["ledger"]["cash_later"]));
    let cash = cash.map(|(now, later)| now + later);
    let month = decimal(&figures["per_month"]);
    let headline = card.month.as_deref().unwrap_or_default();
    assert_shows(&format!("{about}, headline"), headline, month.or(cash).unwrap_or_default());
    let per = card.per.as_deref().unwrap_or_default();
    assert!(per.contains(if month.is_some() { "al mes" } else { "por el lote" }), "{about}: {per}");
    let share = decimal(&figures["share"]).map(|share| share * Decimal::ONE_HUNDRED);
    assert_eq!(card.share.is_some(), share.is_some(), "{about}");
    if let (Some(shown), Some(share)) = (&card.share, share) {
        assert_shows(&format!("{about}, share"), shown, share);
    }
}
