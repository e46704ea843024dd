//! Faults of browsers and files: the page says so and shows no figure, or continues normally.

use fiel::app::state::Screen;
use serde_json::json;
use support::browser::Browser;
use support::person::{From, from_both};
use support::setup::Setup;
use support::{packed_page, sha256, wait_for};

/// Pseudo-random numbers, the same in each run.
fn chance() -> impl FnMut(usize) -> usize {
    let mut state = 6_364_136_223_846_793_005_u64;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("small") % below
    }
}

/// Damaged copies in every part of the file: characters changed, lost, doubled, swapped, and the file cut off.
fn damages(page: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut chance = chance();
    // Before this sentence there is nothing that a browser displays.
    let first = page.windows(11).position(|part| part == b"class=\"cut\"").expect("the page has its parts") + 60;
    let boot = page.windows(9).position(|part| part == b"id=\"boot\"").expect("the page has its parts");
    let mut damages = Vec::new();
    for number in 0..209 {
        // The payload is nearly the whole file: so only every other damage is placed at random, the rest elsewhere.
        let place = match number % 4 {
            0 => first + chance(7000),
            1 => boot + chance(page.len() - boot),
            _ => first + chance(page.len() - first),
        };
        let mut bytes = page.to_vec();
        let what = match number % 5 {
            0 => {
                bytes.truncate(place);
                "cut off"
            }
            1 => {
                bytes.drain(place..(place + 1 + chance(40)).min(page.len()));
                "letters lost"
            }
            2 => {
                let again = bytes[place..(place + 30).min(page.len())].to_vec();
                bytes.splice(place..place, again);
                "letters doubled"
            }
            3 => {
                bytes[place] ^= 1 << chance(8);
                "a bit turned"
            }
            _ => {
                bytes[place] = bytes[place].wrapping_add(1 + u8::try_from(chance(254)).expect("small"));
                "a letter changed"
            }
        };
        damages.push((format!("{number}: {what} at {place}"), bytes));
    }
    damages
}

/// Script that reports the state of an opened page: whether it says that it cannot run, whether it runs, and its
/// visible text.
const STANDS: &str = "
    const seen = css => [...document.querySelectorAll(css)].some(e => e.checkVisibility() && e.innerText.trim());
    const runs = !!document.querySelector('#app[data-live]:not([inert]) .stop > *');
    return { says: seen('.cover') || seen('fiel-banner') || seen('.cut'), runs, text: document.body?.innerText.trim() ?? '' }";

/// About two hundred damaged files: one that runs is the released program, one that does not says so, none is blank.
#[test]
fn no_damaged_file_runs_altered_or_is_blank() {
    let page = packed_page();
    let released = sha256(&page);
    let browser = Browser::phone().expecting_errors();
    let (mut ran, mut bad) = (0, Vec::new());
    for (name, damaged) in damages(&page) {
        browser.open(&browser.scratch.file("damaged.html", &damaged));
        let start = std::time::Instant::now();
        let stands = loop {
            let stands = browser.run(STANDS);
            if stands["says"] == true || stands["runs"] == true || start.elapsed().as_secs() > 3 {
                break stands;
            }
        };
        if stands["runs"] == true {
            ran += 1;
            // Compares the figures of a calculation, and the whole program with its texts.
            let text = browser.run("return fiel.page_text()");
            if sha256(text.as_str().unwrap_or_default()) != released {
                bad.push(format!("{name} runs, and gives another file"));
            }
        } else if stands["says"] != true {
            let text = stands["text"].as_str().unwrap_or_default();
            bad.push(format!("{name} says nothing, but shows `{}`", text.chars().take(90).collect::<String>()));
        }
    }
    eprintln!("{ran} of 209 run");
    assert!(bad.is_empty(), "{} files: {bad:#?}", bad.len());
}

fn covered(browser: &Browser, about: &str) {
    wait_for(&format!("the cover after {about}"), || browser.is_there(".cover").then_some(()));
    assert!(browser.is_visible(".cover"), "{about}");
    assert!(!browser.is_visible("#app"), "{about}");
    assert_eq!(browser.run("return fiel.stopped()"), true, "{about}");
    assert_eq!(browser.run("return document.getElementById('app').inert"), true, "{about}");
    assert_eq!(
        browser.run("return /S\\/|US\\$|[0-9]/.test(document.body.innerText)"),
        false,
        "{about}: a figure shows"
    );
    // Printing shows no more than the screen.
    browser.tools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert!(!browser.is_visible("#app") && browser.is_visible(".cover"), "{about}, on paper");
    browser.tools("Emulation.setEmulatedMedia", json!({ "media": "" }));
}

/// Simulates the browser's translation: a text is wrapped twice, and changed.
const TRANSLATE: &str = "
    const translate = within => {
        const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
        const text = texts.nextNode(), outer = document.createElement('font'), inner = document.createElement('font');
        outer.append(inner);
        inner.textContent = 'translated';
        text.replaceWith(outer);
    };";

/// It does not matter where the first translated text is.
#[test]
fn a_translation_anywhere_covers_the_page() {
    let browser = Browser::phone().expecting_errors();
    for place in ["h1", "label", ".field .msg", ".verdict .lead b", "summary", "option", ".rail a", ".price", "td"] {
        browser.arrive(From::Disk);
        browser.example("lorry");
        browser.stop("comparar");
        browser.find(".verdict .lead b");
        if !browser.is_there(place) {
            browser.stop("tengo");
        }
        browser.run(&format!("{TRANSLATE} translate(document.querySelector('#app {place}'))"));
        browser.text_with(".cover", "tradujo");
        covered(&browser, place);
    }
    // The page does not request translation: its root says `translate="no"` by itself.
    assert_eq!(browser.run("return document.documentElement.translate"), false);
}

/// While the person types, the next figure would be written into a text node that is no longer in the page.
#[test]
fn a_translation_while_one_types_leaves_no_old_figure() {
    let browser = Browser::phone().expecting_errors();
    browser.arrive(From::Http);
    browser.write("#f-grams", "3.0");
    browser.write("#f-camp_buyer-price", "350");
    browser.find("#share");
    browser.run(&format!(
        "{TRANSLATE} translate(document.querySelector('#share'));
         const input = document.querySelector('#f-grams');
         input.value = '9'; input.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
    ));
    covered(&browser, "a translation between two keys");
}

const TYPE: &str = "
    const input = document.querySelector('#f-grams');
    input.value = '9'; input.dispatchEvent(new InputEvent('input', { bubbles: true }))";

/// A browser error before the page starts: the page stays covered.
#[test]
fn a_fault_at_the_start_covers_the_page() {
    for fault in [
        "Document.prototype.createElement = new Proxy(Document.prototype.createElement, {
            apply: (f, of, [name]) => { if (name === 'main') throw new Error('no memory'); return Reflect.apply(f, of, [name]) } })",
        "Node.prototype.insertBefore = () => { throw new Error('no memory') }",
        "Date.prototype.getFullYear = () => { throw new Error('no clock') }",
        "Element.prototype.setAttribute = new Proxy(Element.prototype.setAttribute, {
            apply: (f, of, all) => { if (all[0] === 'inputmode') throw new Error('no'); return Reflect.apply(f, of, all) } })",
        "WebAssembly.instantiate = new Proxy(WebAssembly.instantiate, {
            apply: (f, of, all) => all[1] ? Promise.reject(new Error('no memory')) : Reflect.apply(f, of, all) })",
        "Document.prototype.getElementsByTagName = () => { throw new Error('no lists') }",
    ] {
        let browser = Browser::phone().expecting_errors();
        browser.before_each_page(fault);
        browser.open(&browser.scratch.file("fiel.html", &packed_page()));
        covered(&browser, fault);
        assert!(!browser.is_there("#app:not([inert])"), "{fault}");
    }
}

/// Simulates a browser that cannot remove nodes from the page once `broken` is set: the page checks this itself.
const BREAKABLE: &str = "
    const remove = Node.prototype.removeChild;
    Node.prototype.removeChild = function (child) {
        if (window.broken) throw new Error('broken');
        return remove.call(this, child);
    }";

/// An error at runtime: in a key handler, or while the next screen is rendered.
#[test]
fn a_fault_in_a_handler_or_while_drawing_covers_the_page() {
    for (about, fault, act) in [
        ("a handler", "HTMLInputElement.prototype.__defineGetter__('value', () => { throw new Error('broken') })", "
            const input = document.querySelector('#f-grams'); input.dispatchEvent(new InputEvent('input', { bubbles: true }))"),
        ("an event", "Event.prototype.composedPath = () => { throw new Error('broken') }", TYPE),
        ("drawing", "Node.prototype.insertBefore = () => { throw new Error('broken') }", "location.hash = '#/comparar'"),
        ("clearing", "window.broken = true", "location.hash = '#/comparar'"),
        ("lists", "Document.prototype.getElementsByTagName = () => { throw new Error('broken') }", TYPE),
        ("a screen torn out", "document.querySelector('.stop').remove()", "location.hash = '#/comparar'"),
        ("the clock", "Date.now = () => { throw new Error('broken') }", "location.hash = '#/comparar'"),
    ] {
        let browser = Browser::phone().expecting_errors();
        browser.before_each_page(BREAKABLE);
        browser.arrive(From::Disk);
        browser.write("#f-grams", "3.0");
        browser.write("#f-camp_buyer-price", "350");
        browser.find("#share");
        browser.run(fault);
        browser.run(act);
        covered(&browser, about);
        // It accepts no more inputs.
        browser.run("document.querySelector('#app input, #app a')?.click()");
        covered(&browser, about);
        browser.touch(".cover button");
        browser.find("#app[data-live]:not([inert]) .stop > *");
    }
}

/// With a clock that is years wrong in either direction, the page runs and shows no impossible age.
#[test]
fn a_wrong_clock_makes_nothing_absurd() {
    for (year, says, never) in [
        (1970, "precio de junio 2026", "de este mes"),
        (2026, "precio de junio 2026 · ", "hace -"),
        (2099, "precio de junio 2026", "hace 8"),
    ] {
        let browser = Browser::phone();
        browser.before_each_page(&format!(
            "const Real = Date, off = new Real({year}, 4, 9) - Real.now();
             const now = () => Real.now() + ({year} === 2026 ? 0 : off);
             window.Date = class extends Real {{
                constructor(...all) {{ all.length ? super(...all) : super(now()) }}
                static now() {{ return now() }} }}"
        ));
        browser.arrive(From::Disk);
        browser.write("#f-grams", "3.0");
        browser.write("#f-camp_buyer-price", "350");
        assert_eq!(browser.text("#share"), "81 %", "by the clock of {year}");
        for screen in Screen::all() {
            browser.run(&format!("location.hash = '#/{}'", screen.id()));
            browser.until("the screen", &format!("location.hash === '#/{}'", screen.id()));
            let text = browser.text("#app");
            assert!(text.contains(says), "{} in {year}: {text}", screen.id());
            assert!(!text.contains(never) && !text.contains("precio puesto"), "{} in {year}: {text}", screen.id());
        }
        browser.run("location.hash = '#/inicio'");
        browser.unfold(".price details");
        browser.write("#f-gold_price", "4100");
        assert!(!browser.text(".price").contains("1970"), "{}", browser.text(".price"));
    }
}

/// Finds elements outside the screen, or cut off by their container.
const CUT: &str = "
    const root = document.documentElement, wide = root.scrollWidth > innerWidth;
    const all = [...document.querySelectorAll('.page *')].filter(e => !e.closest('.vh, svg') && e.checkVisibility());
    const past = all.filter(e => { const b = e.getBoundingClientRect(); return b.width > 0 && b.right > innerWidth + .5 });
    const cut = all.filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
        && e.localName !== 'input' && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX));
    const said = e => `${e.tagName}.${e.className} ${(e.innerText ?? e.value ?? '').slice(0, 60)}`;
    return [...(wide ? [`the page is ${root.scrollWidth} wide`] : []),
        ...past.map(e => 'past ' + said(e)), ...cut.map(e => 'cut ' + said(e))].slice(0, 8)";

/// A screen of 1280 pixels at 400 % zoom has 320: nothing overflows or is cut off.
#[test]
fn four_times_as_large_everything_can_be_read() {
    let browser = Browser::start(&Setup::screen(320, 256));
    browser.arrive(From::Disk);
    let mut bad = Vec::new();
    for (language, example) in [("es", "lorry"), ("en", "umbrella")] {
        browser.speak(language);
        browser.example(example);
        for screen in Screen::all() {
            browser.run(&format!("location.hash = '#/{}'", screen.id()));
            browser.until("the screen", &format!("location.hash === '#/{}'", screen.id()));
            browser.settled();
            browser.run("for (const fold of document.querySelectorAll('.stop details')) fold.open = true");
            let found = browser.texts(CUT).into_iter();
            bad.extend(found.map(|what| format!("{} in {language}: {what}", screen.id())));
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
    // Fixed elements at the screen's edges leave room for the rest.
    browser.run("scrollTo(0, 400)");
    let free = "const at = y => !document.elementFromPoint(160, y)?.closest('.rail, .top, .note');
        return [...Array(256).keys()].filter(at).length";
    assert!(browser.run(free).as_u64() > Some(128), "{} of 256 pixels are free", browser.run(free));
}

/// With system colors only (forced colors), selection and focus are still visible.
#[test]
fn colours_of_the_system_leave_every_state_visible() {
    let browser = Browser::phone();
    browser.arrive(From::Disk);
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    browser.tools("Emulation.setEmulatedMedia", forced);
    assert_eq!(browser.run("return matchMedia('(forced-colors: active)').matches"), true);
    browser.example("lorry");
    browser.stop("tengo");
    let look = "const look = e => { const s = getComputedStyle(e);
        return [s.backgroundColor, s.color, s.borderColor, s.borderWidth, s.outlineStyle].join() };";
    let chosen = "look(document.querySelector('input:checked + span')) === look(document.querySelector('input[type=radio]:not(:checked) + span'))";
    assert_eq!(browser.run(&format!("{look} return {chosen}")), false, "what is chosen looks like what is not");
    browser.run("document.querySelector('#f-wet_mass').focus()");
    let marked = "const e = document.activeElement, all = [e, e.closest('.box')];
        return all.some(e => getComputedStyle(e).outlineStyle !== 'none' || getComputedStyle(e).borderStyle !== 'none')";
    assert_eq!(browser.run(marked), true, "the focus has no mark");
    // A drawing in its background's color is invisible.
    let mut bad = Vec::new();
    for screen in Screen::all() {
        browser.run(&format!("location.hash = '#/{}'", screen.id()));
        browser.until("the screen", &format!("location.hash === '#/{}'", screen.id()));
        browser.settled();
        let found = browser.texts(
            "const back = getComputedStyle(document.body).backgroundColor, all = [...document.querySelectorAll('.stop *')];
             const seen = all.filter(e => e.checkVisibility() && !e.closest('.vh'));
             const texts = seen.filter(e => !e.closest('svg') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
             const behind = e => { for (let at = e; at; at = at.parentElement) {
                 const color = getComputedStyle(at).backgroundColor; if (!/^rgba.*, 0\\)$/.test(color)) return color } return back };
             const lost = texts.filter(e => getComputedStyle(e).color === behind(e));
             const words = seen.filter(e => e.localName === 'text' && getComputedStyle(e).fill === back);
             return [...lost, ...words].map(e => `${e.localName}.${e.className} ${e.textContent.slice(0, 40)} ${getComputedStyle(e).color} on ${behind(e)}`)",
        );
        bad.extend(found.into_iter().map(|what| format!("{}: {what}", screen.id())));
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

/// Browser storage may be blocked, so that each access throws: the page works without it.
#[test]
fn a_browser_without_storage_loses_no_function() {
    let browser = Browser::phone();
    browser.before_each_page(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });
         Object.defineProperty(Navigator.prototype, 'serviceWorker',
            { get() { throw new DOMException('denied', 'SecurityError') } })",
    );
    from_both(&browser, |browser| {
        browser.speak("en");
        browser.speak("es");
        browser.write("#f-grams", "3.0");
        browser.write("#f-camp_buyer-price", "350");
        assert_eq!(browser.text("#share"), "81 %");
        assert!(!browser.saved_case().is_empty());
    });
}
