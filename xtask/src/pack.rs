//! Packs wasm, glue and styles into the one HTML file that is hosted, saved and shared.
//!
//! The file is: frame, first style, frame, payload, frame, boot, frame. The payload is the wasm, packed by a model of
//! our own into plain letters; the boot carries its unpacker. The wasm carries the frame, the other styles and the
//! glue as custom sections. So the running page can put the same file together again, and whatever is damaged on the
//! way fails the checksum.

mod gate;
mod host;
mod lanes;
mod model;
mod names;
mod page;
mod press;
mod squeeze;
mod syntax;
mod wasm;

use crate::run::{Result, about, root};
use page::{Page, Texts};
use std::path::{Path, PathBuf};

/// What the first paint needs stands in the page as it is; the rest is packed.
const FIRST_STYLES: [&str; 1] = ["base"];
const STYLES: [&str; 4] = ["layout", "wide", "components", "print"];
/// Yew goes on where something cannot be taken out of the page, and an old figure would stay in sight: the page stops.
const REMOVE: &str = "const ret = getObject(arg0).removeChild(getObject(arg1));";
const REMOVE_OR_STOP: &str = "\
let ret; try { ret = getObject(arg0).removeChild(getObject(arg1)); } catch (e) { fiel.fail(e); throw e; }";
/// In the place of wasm-bindgen's own start.
const START: &str = "\
    return async (module) => __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
";
const BOOT_STYLE: &str = include_str!("pack/boot.css");
/// One script: the stop screen stands before the boot, which may fail.
const BOOT: &str = concat!(include_str!("../../web/stop.js"), "\n", include_str!("pack/boot.js"));

/// Called by Trunk's hook: turns the staged files into one, and prints what each part weighs.
pub fn pack() -> Result {
    let stage = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let stage = stage.ok_or("Trunk calls this command. Type `cargo xtask build`.")?;
    let texts = texts(&stage)?;
    let page = page::pack(&read(&stage.join("index.html"))?, &texts)?;
    for part in ["fiel.js", "fiel_bg.wasm"] {
        std::fs::remove_file(stage.join(part)).map_err(about(&stage.join(part)))?;
    }
    std::fs::write(stage.join("index.html"), &page.html).map_err(about(&stage))?;
    host::lay(&stage, &page.html)?;
    print!("{}", weights(&page, &texts)?);
    Ok(())
}

fn texts(stage: &Path) -> Result<Texts> {
    let path = stage.join("fiel_bg.wasm");
    let wasm = wasm::without_custom_sections(&std::fs::read(&path).map_err(about(&path))?)?;
    let glue = glue(stage, &wasm)?;
    let (wasm, glue) = names::shorten(&wasm, &squeeze::script(&glue))?;
    gate::refuse("boot", BOOT)?;
    let boot = BOOT.replace("{unpacker}", &press::unpacker(stage)?);
    let texts = Texts {
        first_style: squeeze::style(&(BOOT_STYLE.to_owned() + &styles(&FIRST_STYLES)?)),
        boot: squeeze::script(&format!("(() => {{\n\"use strict\";\n{boot}}})();")),
        style: squeeze::style(&styles(&STYLES)?),
        glue,
        wasm,
    };
    refuse_in_script(&texts.boot)?;
    refuse_in_script(&texts.glue)?;
    Ok(texts)
}

/// What wasm-bindgen made.
fn glue(stage: &Path, wasm: &[u8]) -> Result<String> {
    let glue = without_ways_out(&read(&stage.join("fiel.js"))?)?;
    gate::refuse("glue", &glue)?;
    gate::refuse_imports(wasm, &glue)?;
    Ok(glue)
}

/// wasm-bindgen's glue without what this page has no use for, and could reach out by. It asks for its own address,
/// which is an error where the page has none (a preview, a frame). It can fetch the wasm, which the boot gives it.
/// Yew can take a text as markup, which nothing here does: what a file carries is never more than text.
fn without_ways_out(glue: &str) -> Result<String> {
    let missing =
        |what: &str| format!("wasm-bindgen's glue has no `{what}`: see what stands there now, and mend pack.rs.");
    let cut = |text: &str, from: &str, to: &str, by: &str| {
        let start = text.find(from).ok_or_else(|| missing(from))?;
        let length = text[start..].find(to).ok_or_else(|| missing(to))?;
        Ok::<_, String>([&text[..start], by, &text[start + length..]].concat())
    };
    let glue = cut(glue, "    let script_src;", "    function __wbg_get_imports", "")?;
    let glue = cut(&glue, "    async function __wbg_load(", "})({ __proto__", START)?;
    let glue = glue.replace("getObject(arg0).innerHTML = getStringFromWasm0(arg1, arg2);", "");
    if !glue.contains(REMOVE) {
        return Err(missing(REMOVE));
    }
    Ok(glue.replace(REMOVE, REMOVE_OR_STOP))
}

/// These would end the script early, or change how a browser reads it, in the page or in a saved copy.
fn refuse_in_script(script: &str) -> Result {
    let script = script.to_lowercase();
    match ["</script", "<!--", "<script"].iter().find(|word| script.contains(**word)) {
        Some(word) => Err(format!("The glue or the boot contains `{word}`. Write it in another way.")),
        None => Ok(()),
    }
}

/// A style that is not there yet is an empty one.
fn styles(names: &[&str]) -> Result<String> {
    let files = names.iter().map(|name| root().join("styles").join(name).with_extension("css"));
    files.filter(|path| path.exists()).map(|path| read(&path)).collect()
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(about(path))
}

/// What each part weighs; the small ones also packed alone.
fn weights(page: &Page, texts: &Texts) -> Result<String> {
    let [whole, payload] = [page.html.len(), page.payload.len()];
    let frame = whole - payload - texts.boot.len() - texts.first_style.len();
    let row = |name: &str, size: usize, packed: &str| format!("{name:<34}{size:>9}{packed:>9}\n");
    let alone = |name, text: &str| Ok(row(name, text.len(), &press::pack(text.as_bytes())?.len().to_string()));
    let rows: Result<Vec<String>> = [
        Ok(row("wasm", texts.wasm.len(), "")),
        alone("glue", &texts.glue),
        alone("style", &texts.style),
        Ok(row("payload: these", payload, "")),
        alone("first style", &texts.first_style),
        alone("boot", &texts.boot),
        Ok(row("frame", frame, "")),
        Ok(row("dist/index.html", whole, "")),
    ]
    .into_iter()
    .collect();
    Ok(format!("{:<34}{:>9}{:>9}\n{}", "", "bytes", "letters", rows?.concat()))
}
