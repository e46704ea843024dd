//! One lot sold through several channels (split sale): portions entered, cash and payment dates, and problems.

use fiel::i18n::format::fixed;
use rust_decimal::{Decimal, dec};
use serde_json::Value;
use support::browser::Browser;
use support::cards::{decimal, figure};
use support::files::evaluate;
use support::person::from_both;

/// Opens the tool by the example's link among the tools.
fn go(browser: &Browser) {
    browser.example("mix");
    browser.find("#f-mix-jeweller");
}

fn verdict(browser: &Browser) -> String {
    browser.text(".stop > .verdict")
}

fn card(browser: &Browser, channel: &str) -> String {
    browser.text(&format!(".stop ol.doors:not(#singles) li[data-channel={channel}]"))
}

fn figures(browser: &Browser, css: &str) -> Vec<Decimal> {
    let script = format!("return [...document.querySelectorAll('{css}')].map(figure => figure.innerText)");
    browser.texts(&script).iter().map(|text| figure(text)).collect()
}

fn mix(browser: &Browser) -> Value {
    evaluate(&browser.saved_case())["mix"].clone()
}

fn whole(value: &Value) -> Decimal {
    decimal(value).expect("an amount").round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

#[test]
fn three_grams_today_and_the_rest_exported_show_the_figures_of_evaluate() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        browser.write("#f-mix-jeweller", "");
        browser.write("#f-mix-camp_buyer", "6");
        let mix = mix(browser);
        assert_eq!((mix["says"].as_str(), mix["best"].as_str()), (Some("less"), Some("cooperative")));
        let ledger = &mix["total"]["ledger"];
        // An empty purse is not shown.
        let purses = ["cash_now", "cash_later", "locked", "fund"].map(|purse| whole(&ledger[purse]));
        let purses: Vec<Decimal> = purses.into_iter().filter(|purse| !purse.is_zero()).collect();
        assert_eq!(figures(browser, "#together .purses dd"), purses);
        let worth = browser.text("#together > .small");
        let worth_today = fixed(whole(&mix["total"]["worth_today"]), 0);
        assert_eq!(worth, format!("Contando la espera vale hoy S/ {worth_today}."));
        // 6 g x 93 % fine x 4228 / 31.1034768 x 3.4046 = 2582.42; the camp pays 88 % of it.
        assert_eq!(decimal(&ledger["cash_now"]), Some(dec!(2272.53)));
        let singles = mix["singles"].as_array().expect("doors");
        let best = &singles.iter().find(|single| single["best"] == true).expect("the best")["beside"];
        let told = figures(browser, ".verdict .lead b + b, .verdict .lead ~ p b")
            .into_iter()
            .map(|told| told.abs())
            .collect::<Vec<_>>();
        let cost = whole(&best["more"]).abs();
        assert_eq!(told, [cost, whole(&best["cash_now"]), cost], "{}", verdict(browser));
        assert!(card(browser, "cooperative").contains("Aquí van 114 g (95 %)."), "{}", card(browser, "cooperative"));
    });
}

#[test]
fn more_than_the_lot_is_said_and_by_how_much() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        browser.write("#f-mix-camp_buyer", "108");
        assert!(verdict(browser).contains("12 g (10 %) de más."), "{}", verdict(browser));
        assert!(!browser.is_there("#together") && !browser.is_there("#singles"));
        browser.write("#f-mix-camp_buyer", "96");
        assert!(browser.is_there("#together"));
        assert!(!card(browser, "cooperative").contains("Aquí van"), "nothing is left for it");
    });
}

#[test]
fn a_closed_door_a_missing_figure_and_a_bad_number_are_named_and_the_rest_is_kept() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        let before = card(browser, "jeweller");
        browser.choose("#mix-rest", "local_trader");
        assert!(browser.is_there("#together"), "it has the papers");
        browser.stop("puertas");
        browser.touch("#paper-ruc");
        browser.menu("details.menu a[href='#/mezcla']");
        assert!(verdict(browser).contains("Tienda formal de oro: Se abre con RUC y factura."), "{}", verdict(browser));
        assert_eq!(card(browser, "jeweller"), before);
        browser.choose("#mix-rest", "camp_buyer");
        assert!(browser.is_there("#together"));
        browser.door("jeweller");
        browser.write("#f-jeweller-days_to_money", "");
        browser.menu("details.menu a[href='#/mezcla']");
        assert!(verdict(browser).contains("Joyero: Falta: "), "{}", verdict(browser));
        browser.touch(".stop li[data-channel=jeweller] a.link");
        browser.until("the focus is in the days", "document.activeElement?.id === 'f-jeweller-days_to_money'");
        browser.type_at_caret("3");
        browser.menu("details.menu a[href='#/mezcla']");
        assert_eq!(card(browser, "jeweller"), before);
        browser.write("#f-mix-jeweller", "abc");
        assert_eq!(browser.under("mix-jeweller"), "No es un número.");
        assert!(verdict(browser).contains("Joyero: Falta: cuánto va aquí."), "{}", verdict(browser));
        let units = browser.texts(
            "return [...document.querySelectorAll('.box:has(> #f-mix-jeweller) option')].map(unit => unit.value)",
        );
        assert_eq!(units, ["g", "percent"], "gold in hand is no heap of tonnes");
    });
}

#[test]
fn it_fits_a_phone_with_large_and_small_figures_in_both_languages() {
    from_both(&Browser::phone(), |browser| {
        go(browser);
        for (grams, part) in [("120", "3"), ("999999999", "333333333.33"), ("0.001", "0.0003"), ("1", "")] {
            browser.stop("tengo");
            browser.write("#f-grams", grams);
            browser.menu("details.menu a[href='#/mezcla']");
            browser.write("#f-mix-camp_buyer", part);
            for language in ["en", "es"] {
                browser.speak(language);
                let wide = browser.run("return document.documentElement.scrollWidth");
                assert_eq!(wide, 360, "{grams} g, {language}: {}", verdict(browser));
            }
        }
        browser.speak("en");
        browser.choose("#mix-rest", "camp_buyer");
        browser.write("#f-mix-jeweller", "");
        assert_eq!(verdict(browser).trim(), "All of it goes through one door: Camp or town buyer.");
    });
}

#[test]
fn a_lot_is_put_in_right_there_and_closed_doors_are_folded() {
    from_both(&Browser::phone(), |browser| {
        browser.touch("#to-mezcla");
        assert!(verdict(browser).contains("Falta: peso."), "{}", verdict(browser));
        assert!(!browser.is_there("[id^=f-mix-]"), "no door can be told yet");
        browser.write(".stop > .offer #f-grams", "20");
        assert_eq!(browser.focused(), "f-grams");
        assert!(
            verdict(browser).contains("Todo va a una sola puerta: Comprador del campamento."),
            "{}",
            verdict(browser)
        );
        assert!(browser.is_there("#together") && !browser.is_there("#singles"), "nothing stands beside it");
        assert!(!browser.is_visible("details.more li[data-channel=cooperative]"));
        browser.unfold(".stop .group > details.more");
        let closed = browser.text("details.more li[data-channel=cooperative]");
        assert!(closed.contains("Se abre con RUC y factura") && !browser.is_there("#f-mix-cooperative"), "{closed}");
    });
}

#[test]
fn a_door_closed_for_want_of_grams_takes_those_of_all_right_there() {
    from_both(&Browser::phone(), |browser| {
        browser.stop("tengo");
        browser.write("#f-grams", "20");
        browser.stop("puertas");
        browser.touch("#paper-ruc");
        browser.touch("#paper-member");
        browser.menu("details.menu a[href='#/mezcla']");
        browser.write("#f-mix-cooperative", "17");
        // 17 g x 93 % = 15.81 g of 1,000.
        assert!(
            card(browser, "cooperative").contains("Se abre con 984 g finos más al mes."),
            "{}",
            card(browser, "cooperative")
        );
        browser.write("#f-cooperative-pool_grams", "1200");
        assert_eq!(browser.focused(), "f-cooperative-pool_grams");
        let open = card(browser, "cooperative");
        assert!(open.contains("Falta: ") && !open.contains("Se abre con"), "{open}");
        browser.touch(".stop li[data-channel=cooperative] a.link");
        browser.until("the focus is in the cost", "document.activeElement?.id === 'f-cooperative-export_cost'");
        browser.type_at_caret("3000");
        browser.menu("details.menu a[href='#/mezcla']");
        assert!(browser.is_there("#together") && browser.is_there("#singles"));
        assert_eq!(browser.value("#f-cooperative-pool_grams"), "1200");
    });
}

#[test]
fn an_amount_at_a_closed_door_can_be_typed_anew() {
    let browser = Browser::phone();
    browser.arrive(support::person::From::Disk);
    browser.example("mix");
    browser.choose("#mix-rest", "jeweller");
    browser.write("#f-mix-cooperative", "40");
    browser.stop("puertas");
    browser.touch("#paper-member");
    browser.menu("details.menu a[href='#/mezcla']");
    assert!(card(&browser, "cooperative").contains("Se abre con"), "{}", card(&browser, "cooperative"));
    browser.write("#f-mix-cooperative", "");
    assert_eq!(browser.focused(), "f-mix-cooperative");
    browser.type_at_caret("50");
    assert!(card(&browser, "cooperative").contains("Aquí van 50 g"), "{}", card(&browser, "cooperative"));
}
