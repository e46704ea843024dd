//! Reads a wasm file as its sections: drops what only debuggers read, changes one, adds ours.

use crate::run::Result;

const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const CUT: &str = "The wasm file is cut short. Run `cargo xtask build` again.";

/// Without names, producers and features: a third of the file that nothing at run time reads.
pub fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>> {
    let kept = sections(wasm).ok_or(CUT)?.into_iter().filter(|(kind, _)| *kind != CUSTOM);
    Ok(kept.fold(wasm[..HEADER].to_vec(), |out, (kind, body)| with(out, kind, body)))
}

/// With a custom section at the end.
pub fn with_section(wasm: Vec<u8>, name: &str, content: &[u8]) -> Vec<u8> {
    with(wasm, CUSTOM, &[&number_bytes(name.len()), name.as_bytes(), content].concat())
}

/// What the section of this kind holds.
pub fn section(wasm: &[u8], kind: u8) -> Option<&[u8]> {
    sections(wasm)?.into_iter().find(|(found, _)| *found == kind).map(|(_, body)| body)
}

/// The same file with another content for the section of this kind.
pub fn with_section_replaced(wasm: &[u8], kind: u8, content: &[u8]) -> Vec<u8> {
    let sections = sections(wasm).unwrap_or_default().into_iter();
    let new = sections.map(|(found, body)| (found, if found == kind { content } else { body }));
    new.fold(wasm[..HEADER].to_vec(), |out, (kind, body)| with(out, kind, body))
}

fn with(mut wasm: Vec<u8>, kind: u8, body: &[u8]) -> Vec<u8> {
    wasm.push(kind);
    wasm.extend(number_bytes(body.len()));
    wasm.extend_from_slice(body);
    wasm
}

/// Kind and content of each section, in order; none if the file is cut.
fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut rest = wasm.get(HEADER..)?;
    let mut found = Vec::new();
    while let Some((kind, after)) = rest.split_first() {
        let (size, start) = number(after)?;
        found.push((*kind, after.get(start..start + size)?));
        rest = &after[start + size..];
    }
    Some(found)
}

/// Reads a number as wasm writes it (LEB128): its value and its length.
pub fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let length = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)? + 1;
    let low_bits = bytes[..length].iter().map(|byte| usize::from(byte & 0x7f));
    Some((low_bits.rev().fold(0, |value, bits| value << 7 | bits), length))
}

/// A number as wasm writes it.
pub fn number_bytes(mut value: usize) -> Vec<u8> {
    let mut out = Vec::new();
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
    out
}

/// Module and name of each function that an import section brings in; nothing if it brings in anything else.
pub fn imports(body: &[u8]) -> Option<Vec<(String, String)>> {
    let (count, start) = number(body)?;
    let mut rest = body.get(start..)?;
    let mut found = Vec::new();
    for _ in 0..count {
        found.push((text(&mut rest)?.to_owned(), text(&mut rest)?.to_owned()));
        let (_, length) = number(rest.strip_prefix(&[0])?)?;
        rest = rest.get(1 + length..)?;
    }
    rest.is_empty().then_some(found)
}

/// Takes a text with its length before it off the front.
pub fn text<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let (size, start) = number(rest)?;
    let text = rest.get(start..start + size)?;
    *rest = &rest[start + size..];
    std::str::from_utf8(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_added_and_dropped() {
        let bare = b"\0asm\x01\0\0\0\x01\x02ab".to_vec();
        let with = with_section(bare.clone(), "frame", &[b'x'; 300]);
        assert_eq!(with.len(), bare.len() + 1 + 2 + 6 + 300);
        assert_eq!(without_custom_sections(&with).unwrap(), bare);
    }

    #[test]
    fn a_section_is_replaced() {
        let wasm = with_section_replaced(b"\0asm\x01\0\0\0\x01\x02ab\x02\x01c", 1, b"xyz");
        assert_eq!(wasm, b"\0asm\x01\0\0\0\x01\x03xyz\x02\x01c");
        assert_eq!(section(&wasm, 2), Some(&b"c"[..]));
    }

    #[test]
    fn a_cut_file_is_refused() {
        assert!(without_custom_sections(b"\0asm\x01\0\0\0\x01\x7fab").is_err());
    }
}
