//! On a phone of 360 pixels nothing overflows, jumps while touching, or is too small.

use support::browser::Browser;
use support::person::{From, from_both};

const STOPS: [&str; 5] = ["inicio", "tengo", "trabajo", "puertas", "comparar"];

fn unfold_all(browser: &Browser) {
    browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
}

/// Finds elements that reach past the right edge.
pub const PAST: &str = "
    const root = document.documentElement, wide = root.scrollWidth > 360 || visualViewport.scale !== 1;
    const past = [...document.querySelectorAll('.page *')].filter(e => !e.closest('.vh') && e.checkVisibility())
        .filter(e => e.getBoundingClientRect().right > 360.5 && e.getBoundingClientRect().width > 0)
        .filter(e => !e.closest('svg.bar'));
    return [...(wide ? [`the page is ${root.scrollWidth} wide`] : []),
        ...past.map(e => `${e.tagName}.${e.className} ${e.innerText ?? ''}`.slice(0, 90))]";

fn fits(browser: &Browser, about: &str) {
    let mut past = Vec::new();
    for stop in STOPS {
        browser.stop(stop);
        unfold_all(browser);
        past.extend(browser.texts(PAST).into_iter().map(|what| format!("{stop}: {what}")));
    }
    assert!(past.is_empty(), "{about}: {past:#?}");
}

#[test]
fn a_lorry_fits_a_phone_at_every_stop_and_in_both_languages() {
    from_both(&Browser::phone(), |browser| {
        browser.example("lorry");
        for language in ["en", "es"] {
            browser.speak(language);
            fits(browser, language);
        }
    });
}

#[test]
fn a_thousand_million_soles_fit_a_phone() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.example("lorry");
    browser.stop("tengo");
    browser.write("#f-wet_mass", "139000");
    assert!(browser.text("#there-is").contains("S/ 1,03"), "{}", browser.text("#there-is"));
    fits(&browser, "ore");
    browser.example("three_grams");
    browser.write("#f-grams", "999999999");
    fits(&browser, "gold");
    // Two céntimos: the other extreme.
    browser.stop("inicio");
    browser.write("#f-grams", "0.00005");
    fits(&browser, "dust");
}

#[test]
fn long_texts_and_names_fit_a_phone() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    let name = "Asociación_de_mineros_".repeat(9);
    let case = format!(
        r#"{{ "fiel": "case", "version": 1, "name": "{name}", "{name}": 1, "inputs": {{ "grams": "123456789012345678901234567890" }} }}"#
    );
    browser.open_case(case);
    fits(&browser, "a long name");
}

/// The positions of all fields of the stop below this one, in pixels from the top.
fn below(browser: &Browser, id: &str) -> Vec<String> {
    browser.texts(&format!(
        "const from = document.getElementById('{id}').getBoundingClientRect().bottom;
         return [...document.querySelectorAll('main input:not(.vh), main select, main .src > summary')]
             .filter(e => e.checkVisibility() && e.getBoundingClientRect().top > from)
             .map(e => `${{e.id || e.parentElement.className}} at ${{Math.round(e.getBoundingClientRect().top + scrollY)}}`)"
    ))
}

/// Nothing below a field moves, whatever is typed into it.
fn stays(browser: &Browser, id: &str, good: &str, bads: &[&str]) {
    let css = format!("#{id}");
    browser.write(&css, good);
    let (before, mut moved) = (below(browser, id), Vec::new());
    for bad in bads {
        browser.write(&css, bad);
        let now = below(browser, id);
        let other = now.into_iter().find(|field| !before.contains(field));
        moved.extend(other.map(|field| format!("`{bad}` puts {field}")));
    }
    assert!(moved.is_empty(), "below {id}: {moved:#?}, before at {:?}", before.first());
    browser.write(&css, good);
}

#[test]
fn a_bad_number_moves_nothing_on_the_first_stop() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.write("#f-camp_buyer-price", "350");
    stays(&browser, "f-grams", "3", &["x", "-3", "1,234", "12,5", "0", "99999999999999", ""]);
    stays(&browser, "f-fineness", "93", &["930", "9x", "18", "93,5", "101"]);
}

#[test]
fn a_bad_number_moves_nothing_on_the_second_stop() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.example("lorry");
    browser.stop("tengo");
    stays(&browser, "f-moisture", "5", &["x", "101", "-5", "1,234", "12,5", ""]);
    stays(&browser, "f-grade", "17", &["x", "0", "1,234", "17,5"]);
}

#[test]
fn a_bad_number_moves_nothing_in_the_work_and_at_a_door() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    browser.example("lorry");
    browser.stop("trabajo");
    stays(&browser, "f-workers", "6", &["x", "1,234", "-1", "6,0"]);
    browser.door("plant");
    stays(&browser, "f-plant-maquila", "120", &["x", "1,234", "-1", "120,5"]);
    stays(&browser, "f-plant-paid_recovery", "85", &["101", "85,5"]);
}

/// Buttons, rail links, lists and fold toggles have a touch area of at least 44 pixels.
#[test]
fn what_is_touched_is_44_pixels_high() {
    let browser = Browser::phone();
    browser.arrive(From::Http);
    browser.example("lorry");
    let mut small = Vec::new();
    for stop in STOPS {
        browser.stop(stop);
        unfold_all(&browser);
        small.extend(browser.texts(SMALL).into_iter().map(|what| format!("{stop}: {what}")));
    }
    browser.unfold("details.menu");
    small.extend(browser.texts(SMALL).into_iter().filter(|what| what.contains("LI")));
    assert!(small.is_empty(), "{small:#?}");
}

const SMALL: &str = "
    const touched = 'button, .rail a, select, summary, a.btn, label.as-button, .switch, .chips label, .seg span, .radio, .nose, input[type=text]';
    const hits = (e, x, y) => { const top = document.elementFromPoint(x, y); return top && (e === top || e.contains(top) || top.contains(e)) };
    const enough = e => {
        if (e.getBoundingClientRect().height >= 44) return true;
        e.scrollIntoView({ block: 'center' });
        const box = e.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
        return e.matches('summary, .link') && hits(e, x, y - 21.5) && hits(e, x, y + 21.5);
    };
    return [...document.querySelectorAll('.page :is(' + touched + ')')].filter(e => e.checkVisibility() && !enough(e))
        .map(e => `${e.parentElement.tagName} ${e.tagName}.${e.className} ${e.id} ${(e.innerText ?? '').slice(0, 30)} ${Math.round(e.getBoundingClientRect().height)}`)";
