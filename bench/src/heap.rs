//! Memory that a page uses after its start and after many inputs.

use std::time::Duration;

use serde_json::{Value, json};
use support::browser::Browser;

use crate::page::{self, Page, Pages, Way, in_new_tab};
use crate::table::{Cell, Table};

/// Keeps a reference to the program's WebAssembly memory, which the page does not expose.
const MEMORY: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await real.apply(WebAssembly, all);
            const memory = (made.instance ?? made).exports.memory;
            if (memory) window.benchMemory = memory;
            return made;
        };
    }";

struct Held {
    page: &'static str,
    when: String,
    scripts: Option<f64>,
    program: Option<f64>,
}

/// Measures each page's memory after its start, and after `inputs` inputs on its first screen.
pub fn measure(pages: &Pages, inputs: usize) -> Table {
    let browser = page::browser();
    let held: Vec<Held> = pages.both().into_iter().flat_map(|page| held_by(&browser, page, inputs)).collect();
    let megabytes = |bytes: Option<f64>| Cell::from(bytes.map(|bytes| bytes / 1e6));
    let row =
        |held: Held| vec![held.page.into(), Cell::Words(held.when), megabytes(held.scripts), megabytes(held.program)];
    Table {
        title: "Memory, MB",
        note: "What scripts hold after a collection of garbage, and the memory of the program in wasm.".into(),
        columns: vec!["page", "after", "scripts", "wasm"],
        rows: held.into_iter().map(row).collect(),
    }
}

fn held_by(browser: &Browser, page: &Page, inputs: usize) -> [Held; 2] {
    eprintln!("memory of {}, {inputs} inputs", page.name);
    in_new_tab(browser, |browser| {
        browser.before_each_page(MEMORY);
        browser.before_each_page(include_str!("start.js"));
        browser.open(&page.address(Way::Disk));
        page::promised(browser, "benchStart.usable");
        // Wait until work that the page does in the background after its start is done.
        std::thread::sleep(Duration::from_secs(1));
        let before = held(browser, page, "the start".into());
        browser.type_so_often("main input[inputmode=decimal]", inputs);
        [before, held(browser, page, format!("{inputs} inputs"))]
    })
}

fn held(browser: &Browser, page: &Page, when: String) -> Held {
    browser.tools("HeapProfiler.collectGarbage", json!({}));
    let heap = browser.tools("Runtime.getHeapUsage", json!({}));
    let program = browser.run("return window.benchMemory?.buffer.byteLength ?? null");
    Held { page: page.name, when, scripts: Value::as_f64(&heap["usedSize"]), program: program.as_f64() }
}
