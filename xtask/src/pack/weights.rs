//! The size of the page, part by part: raw, and as sent by a host.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::Parts;
use crate::run::Result;

/// One row per part: bytes raw, with gzip and with brotli.
pub fn table(html: &str, wasm: &[u8], parts: &Parts) -> Result<String> {
    let frame = html.len() - parts.style.len() - parts.payload.len() - parts.boot.len() - parts.glue.len();
    let rows: [(&str, &[u8]); 6] = [
        ("program (wasm)", wasm),
        ("payload: the same, zipped", parts.payload.as_bytes()),
        ("glue", parts.glue.as_bytes()),
        ("boot and stop scripts", parts.boot.as_bytes()),
        ("styles", parts.style.as_bytes()),
        ("dist/index.html", html.as_bytes()),
    ];
    let mut table = format!("{:<30}{:>10}{:>10}{:>10}\n", "bytes", "raw", "gzip", "brotli");
    for (name, bytes) in rows {
        table += &format!("{name:<30}{:>10}{:>10}{:>10}\n", bytes.len(), gzip(bytes)?, brotli(bytes)?);
    }
    Ok(table + &format!("{:<30}{frame:>10}\n", "of it, the frame"))
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes).and_then(|()| writer.finish()).map(|zipped| zipped.len()).map_err(|e| e.to_string())
}

fn brotli(mut bytes: &[u8]) -> Result<usize> {
    let mut zipped = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut zipped, &parameters).map_err(|e| e.to_string())?;
    Ok(zipped.len())
}
