//! Memory use over a long day of typing: the same after thirty thousand keys as after three thousand.

use std::time::Instant;

use serde_json::json;
use support::browser::Browser;
use support::person::From;

/// Keeps a reference to the program's memory, which the page does not expose.
const MEMORY: &str = "
    const real = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...all) => {
        const made = await real.apply(WebAssembly, all);
        if (all[1]) window.program = made.exports.memory;
        return made;
    }";

/// The fields of the screen.
const FIELDS: &str = ".page input[inputmode=decimal]";

/// Bytes of the program, bytes of scripts, nodes and listeners.
#[derive(Debug)]
struct Taken {
    program: u64,
    scripts: u64,
    nodes: u64,
    listeners: u64,
}

fn taken(browser: &Browser) -> Taken {
    browser.tools("HeapProfiler.collectGarbage", json!({}));
    let heap = browser.tools("Runtime.getHeapUsage", json!({}));
    let counted = browser.tools("Memory.getDOMCounters", json!({}));
    let number = |value: &serde_json::Value| value.as_f64().expect("a number") as u64;
    Taken {
        program: number(&browser.run("return window.program.buffer.byteLength")),
        scripts: number(&heap["usedSize"]),
        nodes: number(&counted["nodes"]),
        listeners: number(&counted["jsEventListeners"]),
    }
}

/// Checks that memory stays constant. The environment variable `KEYS` sets the number of keys.
fn flat(browser: &Browser, screen: &str) {
    let keys = std::env::var("KEYS").ok().and_then(|keys| keys.parse().ok()).unwrap_or(30_000);
    let start = Instant::now();
    // Every field and screen is used once before measuring.
    browser.type_so_often(FIELDS, keys / 10);
    let before = taken(browser);
    browser.type_so_often(FIELDS, keys * 9 / 10);
    let after = taken(browser);
    eprintln!("{screen}, {keys} keys in {:?}: {before:?}, then {after:?}", start.elapsed());
    // The allocator grows in steps of 64 KB pages: 300,000 keys took no more of them than 100,000.
    assert!(after.program <= before.program + 2 * 65_536, "the program's memory on {screen}");
    assert_eq!((after.nodes, after.listeners), (before.nodes, before.listeners), "nodes, listeners on {screen}");
    // A listener or text leaked per key would give millions of bytes; the engine's own caches grow by some tens of
    // thousands.
    assert!(after.scripts < before.scripts + 100_000, "the scripts' memory on {screen}");
}

#[test]
fn thirty_thousand_keys_leave_the_memory_flat() {
    let browser = Browser::phone();
    browser.before_each_page(MEMORY);
    browser.arrive(From::Disk);
    browser.example("lorry");
    flat(&browser, "inicio");
    browser.arrive(From::Disk);
    browser.example("lorry");
    browser.stop("comparar");
    browser.unfold(".price details");
    flat(&browser, "comparar");
}
