//! Makes the one HTML file that is hosted, saved and shared, and lays beside it what a host needs.
//!
//! The file is `index.html` with everything in it: the styles, the page's own scripts, the payload (the program: wasm,
//! gzip, base 64), and the glue that wasm-bindgen made. The texts around these parts travel inside the wasm too, as
//! a custom section: so the running page can put the same file together again, and gzip's checksum covers them.

mod gate;
mod host;
mod page;
mod program;
mod weights;

use crate::run::{Result, about, root};
use std::path::Path;

/// What stands in the page, in this order: each part fills an element with the id of its name.
pub struct Parts {
    pub style: String,
    pub boot: String,
    pub payload: String,
    pub glue: String,
}

/// Packs what Trunk left in `built` into the folder `dist`, and prints what each part weighs.
pub fn pack(built: &Path, dist: &Path) -> Result {
    let template = page::Template::read(&read(&root().join("index.html"))?)?;
    let wasm_path = built.join("fiel_bg.wasm");
    let wasm = std::fs::read(&wasm_path).map_err(about(&wasm_path))?;
    let glue = program::glue(&read(&built.join("fiel.js"))?, &wasm)?;
    // Their names are nobody else's: what else runs in the page may have the same.
    let boot = format!("(() => {{\n\"use strict\";\n{}}})();\n", joined(&template.scripts)?);
    let style = joined(&template.styles)?;
    gate::refuse("boot", &boot)?;
    for text in [&style, &boot, &glue] {
        refuse_in_html(text)?;
    }
    let frame = template.frame(&style, &boot, &glue);
    let wasm = program::with_frame(wasm, &frame);
    let parts = Parts { style, payload: program::zipped(&wasm)?, boot, glue };
    let html = page::filled(&frame, &parts);
    // Nothing of an older page may stay beside it.
    if dist.exists() {
        std::fs::remove_dir_all(dist).map_err(about(dist))?;
    }
    std::fs::create_dir_all(dist).map_err(about(dist))?;
    std::fs::write(dist.join("index.html"), &html).map_err(about(dist))?;
    host::lay(dist, &html)?;
    print!("{}", weights::table(&html, &wasm, &parts)?);
    Ok(())
}

/// These would end an element early, or change how a browser reads it, in the page or in a saved copy.
fn refuse_in_html(text: &str) -> Result {
    let text = text.to_lowercase();
    match ["</script", "</style", "<!--", "<script"].iter().find(|word| text.contains(**word)) {
        Some(word) => Err(format!("A script or a style contains `{word}`. Write it in another way.")),
        None => Ok(()),
    }
}

fn joined(files: &[String]) -> Result<String> {
    files.iter().map(|file| read(&root().join(file))).collect()
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(about(path))
}
