//! Nothing leaves the page: its host and another computer listen while everything is used and more is tried.

use std::time::Duration;

use fiel::app::state::Screen;
use support::browser::Browser;
use support::ear::Ear;
use support::engine::{Ability, Engine};
use support::packed_page;
use support::person::{From, in_each_engine};
use support::server::Server;
use support::setup::Setup;

/// Requests that a page may make to its own host.
pub const ALLOWED: [&str; 8] = [
    "GET /",
    "GET /prices.json",
    "GET /sw.js",
    "GET /manifest.webmanifest",
    "GET /icons/icon.svg",
    "GET /icons/192.png",
    "GET /icons/512.png",
    "GET /icons/maskable.png",
];

/// Ways for a script to send something out; `{}` is the destination. The page's policy stops all of these.
const STOPPED: [(&str, &str); 34] = [
    ("fetch", "fetch('{}').catch(() => 0)"),
    (
        "fetch that goes on",
        "fetch('{}', { method: 'POST', body: 'x', keepalive: true, mode: 'no-cors' }).catch(() => 0)",
    ),
    ("XMLHttpRequest", "const r = new XMLHttpRequest(); r.open('POST', '{}'); r.send('x')"),
    ("beacon", "navigator.sendBeacon('{}', 'x')"),
    ("EventSource", "new EventSource('{}')"),
    ("WebSocket", "new WebSocket('{}'.replace('http', 'ws'))"),
    ("WebTransport", "new WebTransport('{}'.replace('http', 'https')).ready.catch(() => 0)"),
    ("image", "new Image().src = '{}'"),
    ("image in the page", "add('img', { src: '{}' })"),
    ("image by size", "add('img', { srcset: '{} 2x' })"),
    ("image of an input", "add('input', { type: 'image', src: '{}' })"),
    ("drawing", "add('svg:image', { href: '{}' })"),
    ("video", "add('video', { src: '{}', poster: '{}', preload: 'auto' })"),
    ("sound", "new Audio('{}').play().catch(() => 0)"),
    ("frame", "add('iframe', { src: '{}' })"),
    ("frame of a text", "add('iframe', { srcdoc: '<img src={}>' })"),
    ("object", "add('object', { data: '{}' })"),
    ("embedded", "add('embed', { src: '{}' })"),
    ("script", "add('script', { src: '{}' })"),
    ("module", "import('{}').catch(() => 0)"),
    ("style", "add('link', { rel: 'stylesheet', href: '{}' })"),
    ("style that imports", "add('style', { id: 'x' }, '@import url({}); body { background: url({}) }')"),
    (
        "style by script",
        "const s = new CSSStyleSheet(); s.replaceSync('body { background: url({}) }'); document.adoptedStyleSheets = [s]",
    ),
    ("style of an element", "document.body.style.backgroundImage = 'url({})'"),
    ("font", "new FontFace('x', 'url({})').load().catch(() => 0)"),
    ("prefetch", "add('link', { rel: 'prefetch', href: '{}' })"),
    ("preload", "add('link', { rel: 'preload', as: 'image', href: '{}' })"),
    ("preload of a module", "add('link', { rel: 'modulepreload', href: '{}' })"),
    ("icon", "add('link', { rel: 'icon', href: '{}' })"),
    (
        "speculation",
        "add('script', { type: 'speculationrules' }, '{\"prefetch\":[{\"source\":\"list\",\"urls\":[\"{}\"]}]}')",
    ),
    ("form", "const f = add('form', { action: '{}', method: 'post' }); f.submit()"),
    ("form in a frame of its own", "const f = add('form', { action: '{}', target: '_blank' }); f.submit()"),
    ("ping of a link", "add('a', { href: '#/inicio', ping: '{}' }).click()"),
    ("worker", "new Worker('{}')"),
];

/// For these Chromium opens a connection before it checks the policy, and then sends nothing on it.
const CONNECTS: [&str; 3] = ["frame", "form", "form in a frame of its own"];

/// Prefetch is checked against the policy's most permissive directive, and one of the directives allows the page's own
/// host.
const OWN_HOST_HEARS: [&str; 1] = ["prefetch"];

/// No policy stops these: that nothing in the page can use them is ensured by the gate of names that its scripts may
/// use (`xtask/src/pack/gate.txt`). They also show that the listener works.
const NOT_STOPPED: [(&str, &str); 5] = [
    ("window", "open('{}')"),
    ("address", "location.href = '{}'"),
    ("link", "add('a', { href: '{}' }).click()"),
    ("reload to elsewhere", "add('meta', { httpEquiv: 'refresh', content: '0;url={}' })"),
    (
        "WebRTC",
        "const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:{port}' }] }); \
        p.createDataChannel('x'); p.createOffer().then(offer => p.setLocalDescription(offer)); window.kept = p",
    ),
];

/// Adds an element to the page, as a script would.
const ADD: &str = "
    const add = (name, values, text) => {
        const [, of, tag] = name.match(/^(svg:)?(.*)$/);
        const made = of ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
        for (const [key, value] of Object.entries(values)) {
            if (of) made.setAttribute(key, value); else made[key] = value;
        }
        if (text) made.textContent = text;
        document.body.append(made);
        return made;
    };";

/// Tries one way; a refusal counts as silence.
fn attempt(browser: &Browser, way: &str, to: &str, port: u16) {
    let script = way.replace("{port}", &port.to_string()).replace("{}", to);
    browser.run(&format!("{ADD} try {{ {script} }} catch (refused) {{}}"));
}

/// Time for pending requests to arrive.
fn listen() {
    std::thread::sleep(Duration::from_millis(1500));
}

/// Checks that nothing is sent, and no connection opened except the known ones.
fn stays_silent(ear: &Ear, name: &str) {
    std::thread::sleep(Duration::from_millis(150));
    assert_eq!(ear.heard(), Vec::<String>::new(), "by {name}");
    assert!(ear.connections() == 0 || CONNECTS.contains(&name), "a connection by {name}");
}

fn only_what_is_allowed(server: &Server) {
    let requests = server.requests();
    let strange: Vec<_> = requests.iter().filter(|request| !ALLOWED.contains(&request.as_str())).collect();
    assert!(strange.is_empty(), "the host was asked for {strange:?}");
}

/// Every screen with a case, unfolded, typed into, printed, saved and opened again, in both languages.
#[test]
fn the_host_hears_nothing_through_every_screen() {
    in_each_engine(hears_nothing);
}

fn hears_nothing(browser: &Browser) {
    let server = Server::start(packed_page());
    browser.arrive_at(&server.address());
    browser.example("umbrella");
    for screen in Screen::all() {
        browser.run(&format!("location.hash = '#/{}'", screen.id()));
        browser.find(".stop > *");
        browser.run("for (const fold of document.querySelectorAll('.page details')) fold.open = true");
        browser.run(
            "const input = document.querySelector('.stop input[inputmode=decimal]');
             if (input) { input.value = '7'; input.dispatchEvent(new InputEvent('input', { bubbles: true })) }",
        );
        browser.settled();
        if browser.engine().can(Ability::Print) {
            browser.a4();
        }
    }
    browser.run("for (const fold of document.querySelectorAll('.page details')) fold.open = false");
    let case = browser.saved_case();
    browser.open_case(case);
    browser.saved_page();
    browser.speak("en");
    browser.reload();
    listen();
    only_what_is_allowed(&server);
}

/// The page's policy stops each of these, to its own host and to another one.
#[test]
fn what_a_script_tries_to_send_out_is_stopped() {
    let browser = Browser::phone().expecting_errors();
    let mut ears = Vec::new();
    for (name, way) in STOPPED {
        let ear = Ear::open();
        let server = Server::start(packed_page());
        browser.arrive_at(&server.address());
        for to in [format!("http://127.0.0.1:{}/leak", ear.port()), format!("{}leak", server.address())] {
            attempt(&browser, way, &to, ear.port());
        }
        stays_silent(&ear, name);
        let own = server.requests();
        let heard = own.iter().filter(|asked| asked.contains("leak")).count();
        assert_eq!(heard, usize::from(OWN_HOST_HEARS.contains(&name)), "the host heard {own:?} by {name}");
        ears.push((name, ear));
    }
    listen();
    ears.iter().for_each(|(name, ear)| stays_silent(ear, name));
}

/// A page opened from disk may request nothing at all.
#[test]
fn a_file_on_a_disk_sends_nothing_out() {
    let browser = Browser::phone().expecting_errors();
    let address = browser.scratch.file("fiel.html", &packed_page());
    let mut ears = Vec::new();
    for (name, way) in STOPPED {
        let ear = Ear::open();
        browser.arrive_at(&address);
        attempt(&browser, way, &format!("http://127.0.0.1:{}/leak", ear.port()), ear.port());
        stays_silent(&ear, name);
        ears.push((name, ear));
    }
    listen();
    ears.iter().for_each(|(name, ear)| stays_silent(ear, name));
}

/// The same ways in the other engines, all on one page: nothing is received, whatever an engine would send.
#[test]
fn what_a_script_tries_to_send_out_is_stopped_in_each_engine() {
    for (engine, from) in Engine::ALL.into_iter().flat_map(|engine| [(engine, From::Http), (engine, From::Disk)]) {
        eprintln!("{engine:?} from {from:?}");
        let browser = Browser::start(&Setup::screen(360, 740).engine(engine)).expecting_errors();
        let (ear, server) = (Ear::open(), Server::start(packed_page()));
        let address = match from {
            From::Http => server.address(),
            From::Disk => browser.scratch.file("fiel.html", &packed_page()),
        };
        browser.arrive_at(&address);
        for (_, way) in STOPPED {
            attempt(&browser, way, &format!("http://127.0.0.1:{}/leak", ear.port()), ear.port());
        }
        listen();
        assert_eq!(ear.heard(), Vec::<String>::new());
        only_what_is_allowed(&server);
    }
}

/// The remaining ways: known, few, and blocked by the gate.
#[test]
fn what_no_policy_stops_is_heard() {
    let server = Server::start(packed_page());
    for (name, way) in NOT_STOPPED {
        let ear = Ear::open();
        let browser = Browser::phone().expecting_errors();
        browser.arrive_at(&server.address());
        attempt(&browser, way, &format!("http://127.0.0.1:{}/leak", ear.port()), ear.port());
        support::wait_for(name, || (!ear.heard().is_empty()).then_some(()));
    }
}
