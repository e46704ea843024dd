//! "How much do they offer you?": three figures typed, one answer that updates with each key.

use rust_decimal::{Decimal, RoundingStrategy, dec};
use support::browser::Browser;
use support::cards::figure;
use support::person::everywhere;

/// The value in S/ of three grams at 93 %: 4228 US$/oz × 3.4046 S/ per US$ ÷ 31.1034768 g × 3 × 0.93.
fn worth() -> Decimal {
    dec!(4228) * dec!(3.4046) * dec!(3) * dec!(0.93) / dec!(31.1034768)
}

fn cents(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn three_grams(browser: &Browser) {
    browser.write("#f-grams", "3.0");
    browser.write("#f-fineness", "93");
}

/// Checks the answer to `price` soles per gram against a value computed here.
#[track_caller]
fn answers(browser: &Browser, price: Decimal) {
    let paid = price * dec!(3);
    assert_eq!(figure(&browser.text("#paid")), paid);
    assert_eq!(figure(&browser.text("#gap")), (cents(worth()) - paid).abs());
    let share = paid / worth() * dec!(100);
    let shown = figure(&browser.text("#share"));
    assert_eq!(shown, share.round_dp_with_strategy(shown.scale(), RoundingStrategy::MidpointAwayFromZero));
}

#[test]
fn an_offer_is_answered_in_the_hand_and_on_the_way() {
    assert_eq!(cents(worth()) - dec!(1050), dec!(241.21));
    everywhere(|browser| {
        three_grams(browser);
        browser.write("#f-camp_buyer-price", "350");
        assert_eq!(browser.text("#share"), "81 %");
        assert_eq!(browser.text("#paid"), "S/ 1,050.00");
        assert_eq!(browser.text("#gap"), "S/ 241.21");
        answers(browser, dec!(350));
    });
}

#[test]
fn the_answer_moves_with_each_key() {
    everywhere(|browser| {
        three_grams(browser);
        browser.write("#f-camp_buyer-price", "");
        assert!(!browser.is_there("#share"));
        assert!(browser.text(".answer").contains("1,291.21"));
        for (key, price) in [("3", dec!(3)), ("5", dec!(35)), ("0", dec!(350)), (".", dec!(350)), ("5", dec!(350.5))] {
            browser.type_on("#f-camp_buyer-price", key);
            answers(browser, price);
        }
    });
}

/// A reference purity of 93 %, between 70 and 95 %.
#[test]
fn a_purity_nobody_knows_gives_the_figure_and_a_range() {
    everywhere(|browser| {
        three_grams(browser);
        browser.write("#f-fineness", "91");
        browser.write("#f-camp_buyer-price", "350");
        assert!(!browser.text(".answer").contains("entre") && !browser.text(".spread").contains("de "));
        browser.dont_know("fineness");
        answers(browser, dec!(350));
        let under = browser.under("fineness");
        assert!(under.contains("entre 70 y 95 %"), "{under}");
        // 1,050 as a share of the value of 3 g at 95 % and at 70 %.
        let spread = browser.text(".check .spread");
        assert!(spread.contains("de 80 % a 108 %"), "{spread}");
    });
}

#[test]
fn nothing_typed_disappears() {
    everywhere(|browser| {
        browser.write("#f-grams", "3.0");
        browser.write("#f-fineness", "91,50");
        browser.write("#f-camp_buyer-price", "350");
        browser.dont_know("fineness");
        browser.dont_know("fineness");
        assert_eq!(browser.value("#f-fineness"), "91,50");
        for stop in ["tengo", "trabajo", "puertas", "comparar", "inicio"] {
            browser.stop(stop);
        }
        let fields = ["#f-grams", "#f-fineness", "#f-camp_buyer-price"];
        assert_eq!(fields.map(|field| browser.value(field)), ["3.0", "91,50", "350"]);
    });
}

/// The browser's Back and Forward move through the stops and lose nothing.
#[test]
fn going_back_loses_nothing() {
    everywhere(|browser| {
        browser.write("#f-grams", "3.0");
        browser.stop("tengo");
        browser.write("#f-fineness", "90");
        browser.stop("comparar");
        browser.run("history.back()");
        browser.find(".rail a[href='#/tengo'][aria-current]");
        assert_eq!(browser.value("#f-fineness"), "90");
        browser.run("history.back()");
        browser.find(".rail a[href='#/inicio'][aria-current]");
        assert_eq!(browser.value("#f-grams"), "3.0");
    });
}
