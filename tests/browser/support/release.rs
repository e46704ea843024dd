//! Files of a host, as built by `cargo xtask build` or made for another page.

use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};

use super::{built, packed_page, sha256};

/// A page, and the service worker next to it.
#[derive(Clone)]
pub struct Release {
    pub page: Vec<u8>,
    pub worker: String,
}

impl Release {
    /// A page with a matching worker.
    pub fn of(page: Vec<u8>) -> Self {
        let worker = String::from_utf8(built("sw.js")).expect("a script is a text");
        let worker = worker.replace(&sha256(packed_page()), &sha256(&page));
        assert!(worker.contains(&sha256(&page)), "the worker names the page by its hash");
        Self { page, worker }
    }

    /// The built page.
    pub fn first() -> Self {
        Self::of(packed_page())
    }

    /// A page with the same behaviour and a different hash: its program is compressed differently.
    pub fn newer() -> Self {
        Self::of(with_payload(|payload| *payload = zipped_otherwise(payload)))
    }

    /// A page that does not start, with a worker that matches its hash.
    pub fn lame() -> Self {
        Self::of(with_payload(|payload| {
            let middle = payload.len() / 2;
            payload[middle] = if payload[middle] == b'a' { b'b' } else { b'a' };
        }))
    }

    /// The hash by which page and worker identify this release.
    pub fn version(&self) -> String {
        sha256(&self.page)
    }

    pub fn files(&self) -> Vec<(&'static str, &'static str, Vec<u8>)> {
        let mut files = vec![
            ("index.html", "text/html; charset=utf-8", self.page.clone()),
            ("sw.js", "text/javascript; charset=utf-8", self.worker.clone().into_bytes()),
            ("manifest.webmanifest", "application/manifest+json", built("manifest.webmanifest")),
            ("icons/icon.svg", "image/svg+xml", built("icons/icon.svg")),
        ];
        let pictures = ["icons/192.png", "icons/512.png", "icons/maskable.png"];
        files.extend(pictures.map(|name| (name, "image/png", built(name))));
        files
    }
}

fn with_payload(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let page = String::from_utf8(packed_page()).expect("the page is a text");
    let (before, rest) = page.split_once("id=\"payload\">").expect("a payload");
    let (payload, after) = rest.split_once('<').expect("its end");
    let mut payload = payload.as_bytes().to_vec();
    change(&mut payload);
    let payload = String::from_utf8(payload).expect("letters");
    format!("{before}id=\"payload\">{payload}<{after}").into_bytes()
}

fn zipped_otherwise(payload: &[u8]) -> Vec<u8> {
    let zipped = STANDARD.decode(payload).expect("the payload is base 64");
    let mut wasm = Vec::new();
    GzDecoder::new(zipped.as_slice()).read_to_end(&mut wasm).expect("the payload is zipped");
    let mut again = Vec::new();
    let mut writer = GzBuilder::new().read(wasm.as_slice(), Compression::new(8));
    writer.read_to_end(&mut again).expect("it is zipped again");
    // The page checks the first ten bytes of its payload, which include the compression level.
    again[..10].copy_from_slice(&zipped[..10]);
    STANDARD.encode(again).into_bytes()
}
