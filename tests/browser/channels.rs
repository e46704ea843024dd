//! The channels: permits that open them, today's channel, intermediaries, and missing inputs.

use support::browser::Browser;
use support::cards::figure;
use support::person::{everywhere, from_both};

fn state(browser: &Browser, channel: &str) -> String {
    browser.card(channel).state
}

fn card_says(browser: &Browser, channel: &str) -> String {
    browser.stop("comparar");
    browser.text(&format!(".stop li.door[data-channel={channel}]"))
}

#[test]
fn papers_open_the_doors_that_ask_for_them() {
    everywhere(|browser| {
        browser.example("three_grams");
        let says = card_says(browser, "local_trader");
        assert_eq!(state(browser, "local_trader"), "closed");
        assert!(says.contains("Se abre con RUC y factura + REINFO o formalización."), "{says}");
        browser.stop("puertas");
        browser.touch("#paper-ruc");
        browser.touch("#paper-registry");
        assert_eq!(state(browser, "local_trader"), "open");
        browser.stop("puertas");
        browser.touch("#paper-ruc");
        assert!(card_says(browser, "local_trader").contains("Se abre con RUC y factura."));
    });
}

#[test]
fn a_closed_door_says_how_many_grams_open_it() {
    from_both(&Browser::phone(), |browser| {
        browser.example("three_grams");
        browser.stop("trabajo");
        browser.write("#f-lots_per_month", "4");
        browser.stop("puertas");
        browser.touch("#paper-ruc");
        browser.touch("#paper-member");
        // 1,000 g minus 4 lots of 2.79 g; 11.16 g per person.
        let says = card_says(browser, "cooperative");
        assert!(says.contains("989 g finos más al mes: unas 89 personas como usted."), "{says}");
        browser.door("cooperative");
        browser.write("#f-cooperative-pool_grams", "1500");
        assert_ne!(state(browser, "cooperative"), "closed");
    });
}

#[test]
fn the_door_of_today_is_marked_and_the_others_are_told_against_it() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        assert!(card_says(browser, "camp_buyer").contains("hoy vende aquí"));
        let plant = figure(browser.card("plant").month.as_deref().unwrap_or_default());
        browser.door("plant");
        browser.touch("#today-plant");
        assert!(card_says(browser, "plant").contains("hoy vende aquí"));
        assert_eq!(browser.count(".stop li.door .today"), 1);
        assert!(!card_says(browser, "plant").contains("que hoy"));
        assert_eq!(figure(browser.card("plant").month.as_deref().unwrap_or_default()), plant);
        let delta = browser.text(".stop li.door[data-channel=camp_buyer] .delta");
        assert!(delta.contains("más") || delta.contains("menos"), "{delta}");
    });
}

#[test]
fn a_door_switched_off_leaves_the_comparison_and_keeps_its_terms() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        let before = browser.cards();
        browser.door("plant");
        browser.write("#f-plant-maquila", "95,5");
        browser.touch(".switch:has(#on-plant)");
        assert!(browser.cards().iter().all(|card| card.channel != "plant"));
        browser.door("plant");
        assert_eq!(browser.value("#f-plant-maquila"), "95,5");
        browser.write("#f-plant-maquila", "");
        browser.touch(".switch:has(#on-plant)");
        assert_eq!(browser.cards(), before);
    });
}

#[test]
fn each_intermediary_keeps_its_part_and_can_be_removed() {
    everywhere(|browser| {
        browser.example("three_grams");
        let alone = browser.cards();
        browser.door("camp_buyer");
        for (place, cut) in ["10", "20"].into_iter().enumerate() {
            browser.touch("#add-cut-camp_buyer");
            browser.write(&format!("#f-camp_buyer-cut-{place}"), cut);
        }
        let lines = |browser: &Browser| {
            let camp = browser.card("camp_buyer");
            camp.ledger
                .iter()
                .filter(|row| row.name == "Intermediario")
                .map(|row| figure(&row.amount))
                .collect::<Vec<_>>()
        };
        // 1,291.21 × 70 % = 903.85: 10 % of it, then 20 % of the remaining 813.46.
        let both = lines(browser);
        assert_eq!(both.iter().map(ToString::to_string).collect::<Vec<_>>(), ["-90.39", "-162.69"]);
        browser.door("camp_buyer");
        browser.touch(".chain li:first-child button.link");
        assert_eq!(browser.value("#f-camp_buyer-cut-0"), "20");
        assert_eq!(lines(browser).len(), 1);
        browser.door("camp_buyer");
        browser.touch(".chain li:first-child button.link");
        assert_eq!(browser.cards(), alone);
    });
}

#[test]
fn a_door_with_a_figure_missing_names_it_and_leads_to_it() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        browser.door("cooperative");
        browser.write("#f-cooperative-export_cost", "");
        browser.touch("#door-cooperative > summary");
        assert_eq!(state(browser, "cooperative"), "lacks");
        let says = card_says(browser, "cooperative");
        assert!(says.contains("Falta: papeles y agente del embarque."), "{says}");
        browser.touch(".stop li.door[data-channel=cooperative] a.link");
        browser.until("the focus is in the field", "document.activeElement?.id === 'f-cooperative-export_cost'");
        in_sight(browser, "f-cooperative-export_cost");
        browser.type_at_caret("2500");
        assert_eq!(state(browser, "cooperative"), "open");
    });
}

#[test]
fn a_line_of_the_ledger_leads_to_its_figure() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        browser.cards();
        browser
            .run("for (const fold of document.querySelectorAll('li.door[data-channel=plant] .src')) fold.open = true");
        let places = browser
            .texts("return [...document.querySelectorAll('li.door[data-channel=plant] .ledger a')].map(a => a.hash)");
        assert!(places.len() > 4, "{places:?}");
        for place in places {
            let id = place.rsplit('/').next().expect("an address ends in an id");
            browser.run(&format!("location.hash = '{place}'"));
            browser.until(&format!("the focus is in {id}"), &format!("document.activeElement?.id === '{id}'"));
            in_sight(browser, id);
        }
    });
}

/// A person follows a link from outside the page to a folded field.
#[test]
fn an_address_opens_the_door_of_its_field() {
    from_both(&Browser::phone(), |browser| {
        for id in ["f-plant-maquila", "f-plant-assay_cost", "f-cooperative-retention"] {
            browser.run(&format!("location.hash = '#/puertas/{id}'"));
            browser.until(&format!("the focus is in {id}"), &format!("document.activeElement?.id === '{id}'"));
            in_sight(browser, id);
        }
    });
}

/// Checks that the field is visible and not covered by anything.
fn in_sight(browser: &Browser, id: &str) {
    let over = format!(
        "(() => {{ const e = document.getElementById('{id}'), box = e.getBoundingClientRect();
           const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
           return e.checkVisibility() && box.top >= 0 && box.bottom <= innerHeight && (top === e || e.contains(top)); }})()"
    );
    browser.until(&format!("{id} is in sight"), &over);
}
