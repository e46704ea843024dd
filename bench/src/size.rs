//! Size of each part of a page: raw, with gzip, with brotli.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::page::Pages;
use crate::table::{Cell, Table};

/// Measures the whole pages, the parts of Fiel, and its WebAssembly program if it was built in this repository.
pub fn measure(pages: &Pages, program: Option<&Path>) -> Table {
    eprintln!("sizes");
    let mut rows = vec![row("baseline", &pages.baseline.bytes), row("Fiel", &pages.fiel.bytes)];
    let text = String::from_utf8_lossy(&pages.fiel.bytes);
    let parts = parts(&text);
    rows.extend(parts.iter().map(|(name, part)| row(&format!("Fiel: {name}"), part.as_bytes())));
    let wasm = program.and_then(|path| std::fs::read(path).ok());
    rows.push(wasm.map_or_else(
        || vec!["Fiel: wasm".into(), Cell::None, Cell::None, Cell::None],
        |wasm| row("Fiel: wasm", &wasm),
    ));
    Table {
        title: "Size, bytes",
        note: "Each part alone; gzip -9, brotli -q 11. The program in wasm is what the payload carries.".into(),
        columns: vec!["part", "raw", "gzip", "brotli"],
        rows,
    }
}

fn row(name: &str, bytes: &[u8]) -> Vec<Cell> {
    let counts = [bytes.len(), gzip(bytes), brotli(bytes)];
    let counts = counts.map(|count| Cell::Count(u64::try_from(count).unwrap_or(u64::MAX)));
    [name.into()].into_iter().chain(counts).collect()
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it").len()
}

fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let strongest = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &strongest).expect("memory takes it");
    packed.len()
}

/// Returns the contents of each style and script by its id or position, and everything around them.
fn parts(page: &str) -> Vec<(String, &str)> {
    let (mut parts, mut rest) = (Vec::new(), page);
    while let Some((name, content, after)) = next(rest) {
        parts.push((name.unwrap_or_else(|| format!("part {}", parts.len() + 1)), content));
        rest = after;
    }
    parts
}

/// Finds the next style or script: its id, its content, and the text after it.
fn next(text: &str) -> Option<(Option<String>, &str, &str)> {
    let tags = ["style", "script"];
    let (start, tag) = tags.iter().filter_map(|tag| Some((text.find(&format!("<{tag}"))?, *tag))).min()?;
    let (open, inside) = text[start..].split_once('>')?;
    let (content, after) = inside.split_once(&format!("</{tag}>"))?;
    let id = open.split_once("id=").map(|(_, id)| id.trim_matches(['"', '\'']).to_owned());
    let id = id.map(|id| id.split(['"', '\'', ' ']).next().unwrap_or_default().to_owned());
    Some((id, content, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_by_their_ids() {
        let page = "<p>a<style id=\"style\">b{}</style><script type=\"text/plain\" id=\"payload\">cc</script><script>d</script>";
        let found = parts(page);
        let found: Vec<_> = found.iter().map(|(name, content)| (name.as_str(), *content)).collect();
        assert_eq!(found, [("style", "b{}"), ("payload", "cc"), ("part 3", "d")]);
    }
}
