//! Puts the parts into the frame.

use super::{press, wasm};
use crate::run::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Where the parts stand in index.html, in this order: each is an empty element there.
const PLACES: [&str; 3] =
    ["<style id=\"style\">", "<script type=\"text/plain\" id=\"payload\">", "<script id=\"boot\">"];
/// What goes into the page.
pub struct Texts {
    /// What the first paint needs: it stands in the page as it is.
    pub first_style: String,
    pub boot: String,
    /// These three travel packed.
    pub style: String,
    pub glue: String,
    pub wasm: Vec<u8>,
}

/// The packed page, and its heaviest part.
pub struct Page {
    pub html: String,
    pub payload: String,
}

/// Fills the frame.
pub fn pack(html: &str, texts: &Texts) -> Result<Page> {
    let mut html = tidy(html);
    for (name, text) in [("{boot}", &texts.boot), ("{glue}", &texts.glue), ("{style}", &texts.first_style)] {
        html = html.replace(name, &hash(text));
    }
    let frame = frame(&html)?;
    let payload = payload(&frame.join("\0"), texts)?;
    let [start, after_style, after_payload, end] = frame;
    let style = &texts.first_style;
    let html = [start, style, after_style, &payload, after_payload, &texts.boot, end].concat();
    Ok(Page { html, payload })
}

/// The wasm, with the other texts as sections that the boot reads by name.
fn payload(frame: &str, texts: &Texts) -> Result<String> {
    let sections = [("frame", frame), ("style", &texts.style), ("glue", &texts.glue)];
    let add = |wasm: Vec<u8>, (name, text): (&str, &str)| wasm::with_section(wasm, name, text.as_bytes());
    let wasm = sections.into_iter().fold(texts.wasm.clone(), add);
    press::pack(&wasm)
}

/// The texts around the three parts.
fn frame(html: &str) -> Result<[&str; 4]> {
    let mut rest = html;
    let mut cut = |place: &str| -> Result<&str> {
        let at = rest.find(place).ok_or_else(|| format!("index.html lacks `{place}`."))?;
        let (before, after) = rest.split_at(at + place.len());
        rest = after;
        Ok(before)
    };
    let before = [cut(PLACES[0])?, cut(PLACES[1])?, cut(PLACES[2])?];
    Ok([before[0], before[1], before[2], rest])
}

/// What a Content-Security-Policy calls a script or a style.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// Without what only Trunk reads, and with one kind of line end.
fn tidy(html: &str) -> String {
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains("data-trunk"));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<style id=\"style\"></style>\n\n  <script type=\"text/plain\" id=\"payload\"></script>\n\
                        <script id=\"boot\"></script>'{boot}'\n";

    fn texts() -> Texts {
        let [first_style, boot, style, glue] = ["p{}", "go()", "q{}", "let it;"].map(str::to_owned);
        Texts { first_style, boot, style, glue, wasm: b"\0asm\x01\0\0\0".to_vec() }
    }

    #[test]
    fn each_part_takes_its_place() {
        let page = pack(HTML, &texts()).unwrap();
        for part in [">p{}</style>", ">go()</script>", &format!(">{}</script>", page.payload)] {
            assert!(page.html.contains(part), "{part}");
        }
        assert!(page.html.ends_with(&format!("'{}'\n", hash("go()"))));
        assert!(!page.html.contains("\n\n"));
    }

    #[test]
    fn a_missing_place_is_named() {
        assert_eq!(pack("<p>", &texts()).err().unwrap(), "index.html lacks `<style id=\"style\">`.");
    }
}
