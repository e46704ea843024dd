//! The program: the wasm, its imports, its compression; and its glue.

use std::num::NonZeroU64;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use wasm_encoder::{CustomSection, Section};
use wasmparser::{Parser, Payload};

use super::gate;
use crate::run::Result;

/// Compression rounds: fifteen would save only 50 bytes more.
const ITERATIONS: NonZeroU64 = NonZeroU64::new(5).unwrap();
/// The only module that wasm-bindgen imports from.
const MODULE: &str = "./fiel_bg.js";
/// The last line of the glue, instead of Trunk's own start.
const START: &str = "\nfiel.start(__wbg_init);\n";

/// wasm-bindgen's glue, which passes its start function to the boot script.
///
/// # Errors
/// The glue uses more browser APIs than allowed, or the wasm imports something that the glue does not provide.
pub fn glue(glue: &str, wasm: &[u8]) -> Result<String> {
    gate::refuse("glue", glue)?;
    refuse_imports(wasm, glue)?;
    Ok(glue.to_owned() + START)
}

/// Refuses a wasm that imports anything except functions of the glue.
fn refuse_imports(wasm: &[u8], glue: &str) -> Result {
    let unreadable = |error| format!("The wasm cannot be read ({error}). Run `cargo xtask build` again.");
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(imports) = payload.map_err(unreadable)? else { continue };
        for import in imports.into_imports() {
            let import = import.map_err(unreadable)?;
            if import.module != MODULE || !glue.contains(&format!("{}: function(", import.name)) {
                return Err(format!(
                    "The wasm imports `{}` of `{}`, which the glue does not give.",
                    import.name, import.module
                ));
            }
        }
    }
    Ok(())
}

/// The wasm with the texts around the page's parts as its last section.
pub fn with_frame(mut wasm: Vec<u8>, frame: &[String; 5]) -> Vec<u8> {
    let data = frame.join("\0").into_bytes().into();
    CustomSection { name: "frame".into(), data }.append_to(&mut wasm);
    wasm
}

/// The payload: gzip in base 64, compressed with zopfli, which makes it a twentieth smaller. Its first ten bytes are
/// always the same: boot.js checks them.
pub fn zipped(bytes: &[u8]) -> Result<String> {
    let options = zopfli::Options { iteration_count: ITERATIONS, ..zopfli::Options::default() };
    let mut zipped = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut zipped)
        .map_err(|error| format!("The program was not zipped: {error}."))?;
    Ok(STANDARD.encode(zipped))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wasm(module: &str) -> Vec<u8> {
        let mut imports = wasm_encoder::ImportSection::new();
        imports.import(module, "i0", wasm_encoder::EntityType::Function(0));
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut module = wasm_encoder::Module::new();
        module.section(&types).section(&imports);
        module.finish()
    }

    #[test]
    fn an_import_that_the_glue_does_not_give_is_refused() {
        assert_eq!(refuse_imports(&wasm(MODULE), "i0: function(arg0) {}"), Ok(()));
        assert!(refuse_imports(&wasm(MODULE), "i1: function(arg0) {}").is_err());
        assert!(refuse_imports(&wasm("env"), "i0: function(arg0) {}").is_err());
        assert!(refuse_imports(&wasm(MODULE)[..20], "i0: function(arg0) {}").is_err());
    }

    #[test]
    fn the_frame_is_the_last_section_of_the_wasm() {
        let frame = ["a", "b", "c", "d", "e"].map(str::to_owned);
        let wasm = with_frame(wasm(MODULE), &frame);
        let last = Parser::new(0).parse_all(&wasm).filter_map(|payload| match payload {
            Ok(Payload::CustomSection(section)) => Some((section.name().to_owned(), section.data().to_vec())),
            _ => None,
        });
        assert_eq!(last.last(), Some(("frame".to_owned(), b"a\0b\0c\0d\0e".to_vec())));
    }

    #[test]
    fn the_payload_begins_as_the_boot_expects() {
        let zipped = STANDARD.decode(zipped(b"wasm").unwrap()).unwrap();
        assert_eq!(zipped[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3]);
        let boot = include_str!("../../../web/boot.js");
        assert!(boot.contains("const GZIP = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3];"));
    }
}
