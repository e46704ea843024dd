//! Gives short names to what the wasm imports from the glue.
//!
//! wasm-bindgen names an import `__wbg_append_0e68cf47c9cbd9b0`, once in the wasm and once in the glue. Hashes do
//! not zip: short names make the page some kilobytes lighter.

use super::wasm::{number, number_bytes, section, text, with_section_replaced};
use crate::run::Result;
use std::collections::BTreeMap;

const IMPORTS: u8 = 2;
/// The first word of a name that wasm-bindgen made, and the length of the hash that ends it.
const PREFIX: &str = "__wb";
const HASH: usize = 16;

type Names = BTreeMap<String, String>;

/// The wasm and the glue with the short names.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let names = names(glue);
    let imports = section(wasm, IMPORTS).and_then(|body| renamed(body, &names));
    let imports = imports.ok_or("The wasm imports something else than functions, which the packer cannot rename.")?;
    Ok((with_section_replaced(wasm, IMPORTS, &imports), in_glue(glue, &names)))
}

/// From each long name in the glue to its short one.
fn names(glue: &str) -> Names {
    let mut names = Names::new();
    for word in words(glue).filter(|word| is_long(word)) {
        let next = format!("i{}", names.len());
        names.entry(word.to_owned()).or_insert(next);
    }
    names
}

fn is_long(word: &str) -> bool {
    let hash = word.rsplit('_').next().unwrap_or_default();
    word.starts_with(PREFIX) && hash.len() == HASH && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What lies between two letters that no name contains, and these letters themselves.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(ends_name).flat_map(|piece| {
        let name = piece.trim_end_matches(ends_name);
        [name, &piece[name.len()..]]
    })
}

fn ends_name(letter: char) -> bool {
    !letter.is_ascii_alphanumeric() && letter != '_'
}

fn in_glue(glue: &str, names: &Names) -> String {
    words(glue).map(|word| names.get(word).map_or(word, String::as_str)).collect()
}

/// The import section: a count, then for each import its module, its name, its kind (0: a function) and its type.
fn renamed(body: &[u8], names: &Names) -> Option<Vec<u8>> {
    let (count, start) = number(body)?;
    let mut out = number_bytes(count);
    let mut rest = &body[start..];
    for _ in 0..count {
        let module = text(&mut rest)?;
        let name = text(&mut rest)?;
        let (kind, after) = rest.split_first().filter(|(kind, _)| **kind == 0)?;
        let (_, length) = number(after)?;
        let new = names.get(name).map_or(name, String::as_str);
        for word in [module, new] {
            out.extend(number_bytes(word.len()));
            out.extend(word.as_bytes());
        }
        out.push(*kind);
        out.extend(&after[..length]);
        rest = &after[length..];
    }
    rest.is_empty().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "__wbg_a_0123456789abcdef";

    #[test]
    fn both_sides_get_the_same_name() {
        let import = [&[1, 1, b'm', LONG.len() as u8], LONG.as_bytes(), &[0, 5]].concat();
        let wasm = [b"\0asm\x01\0\0\0", &[IMPORTS, import.len() as u8][..], &import].concat();
        let (wasm, glue) = shorten(&wasm, &format!("x({LONG}: 1, __wbg_b: 2)")).unwrap();
        assert_eq!(glue, "x(i0: 1, __wbg_b: 2)");
        assert_eq!(wasm[8..], [IMPORTS, 8, 1, 1, b'm', 2, b'i', b'0', 0, 5]);
    }
}
