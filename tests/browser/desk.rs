//! On a wide screen the comparison stays visible next to the stops and changes while the person types.

use support::browser::Browser;
use support::cards::figure;
use support::person::from_both;

const IN_SIGHT: &str = "
    (() => { const box = document.querySelector('.side .door').getBoundingClientRect();
      const top = document.elementFromPoint(box.x + 20, box.y + 12);
      return box.top >= 0 && box.bottom <= innerHeight && !!top?.closest('.side') })()";

fn best(browser: &Browser) -> String {
    browser.text(".side .door.best .month .n")
}

#[test]
fn the_comparison_stays_in_sight_beside_the_stops() {
    from_both(&Browser::desk(), |browser| {
        browser.example("lorry");
        for stop in ["tengo", "trabajo", "puertas"] {
            browser.stop(stop);
            assert!(browser.is_visible(".side"), "{stop}");
            browser.run("for (const fold of document.querySelectorAll('main details')) fold.open = true");
            for part in ["0", "document.body.scrollHeight / 2", "document.body.scrollHeight"] {
                browser.run(&format!("scrollTo(0, {part})"));
                browser.until(&format!("the comparison is in sight at {stop}, {part}"), IN_SIGHT);
            }
            assert_eq!(browser.run("return document.documentElement.scrollWidth <= innerWidth"), true, "{stop}");
        }
    });
}

#[test]
fn the_comparison_beside_moves_with_each_key() {
    from_both(&Browser::desk(), |browser| {
        browser.example("lorry");
        browser.stop("tengo");
        browser.write("#f-grade", "2");
        let mut last = best(browser);
        for key in ["0", ".", "5"] {
            browser.type_on("#f-grade", key);
            assert_eq!(best(browser) == last, key == ".", "at `{key}`: {last}");
            last = best(browser);
        }
        assert_eq!(last, card_in_full_of_best(browser));
    });
}

#[test]
fn the_comparison_beside_says_nothing_of_a_bad_number() {
    from_both(&Browser::desk(), |browser| {
        browser.example("lorry");
        browser.stop("tengo");
        browser.write("#f-wet_mass", "quince");
        assert!(browser.text(".side").contains("No se puede decir todavía."), "{}", browser.text(".side"));
        assert!(!browser.text(".side").contains("S/"));
    });
}

#[test]
fn a_door_changed_at_the_desk_changes_its_place_beside() {
    from_both(&Browser::desk(), |browser| {
        browser.example("lorry");
        browser.door("camp_buyer");
        browser.write("#f-camp_buyer-price", "99.9");
        let camp = figure(&browser.text(".side li[data-channel=camp_buyer] .month .n"));
        browser.write("#f-camp_buyer-price", "50");
        assert!(figure(&browser.text(".side li[data-channel=camp_buyer] .month .n")) < camp);
        let last = "return [...document.querySelectorAll('.side .door')].at(-1).dataset.channel";
        assert_eq!(browser.run(last), "camp_buyer");
    });
}

/// The headline of the best card on the last stop.
fn card_in_full_of_best(browser: &Browser) -> String {
    browser.stop("comparar");
    browser.text(".stop .door.best .month .n")
}
