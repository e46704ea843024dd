//! What a host lays side by side, as `cargo xtask build` left it or made for another page.

use super::{built, packed_page, sha256};

/// A page, and the service worker beside it.
#[derive(Clone)]
pub struct Release {
    pub page: Vec<u8>,
    pub worker: String,
}

impl Release {
    /// The page with the worker that was made for it.
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

    /// A page that does the same and has another hash: what follows the end of the payload is not read.
    pub fn newer() -> Self {
        Self::of(with_payload(|payload| payload.push(b'a')))
    }

    /// A page that does not start, with a worker that vouches for it.
    pub fn lame() -> Self {
        Self::of(with_payload(|payload| {
            let middle = payload.len() / 2;
            payload[middle] = if payload[middle] == b'a' { b'b' } else { b'a' };
        }))
    }

    /// The hash by which page and worker know this release.
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
