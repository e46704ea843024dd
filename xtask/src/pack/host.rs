//! The files for a host next to the page: the service worker, which knows the page by its hash, the name of the
//! installed page, and its icons (`web/icons/icon.svg`, and images made from it once).

use std::path::Path;

use sha2::{Digest, Sha256};

use super::gate;
use crate::run::{Result, about};

const WORKER: &str = include_str!("../../../web/sw.js");
const BESIDE: [(&str, &[u8]); 5] = [
    ("manifest.webmanifest", include_bytes!("../../../web/manifest.webmanifest")),
    ("icons/icon.svg", include_bytes!("../../../web/icons/icon.svg")),
    ("icons/192.png", include_bytes!("../../../web/icons/192.png")),
    ("icons/512.png", include_bytes!("../../../web/icons/512.png")),
    ("icons/maskable.png", include_bytes!("../../../web/icons/maskable.png")),
];

/// Writes them into the folder of this page.
pub fn lay(folder: &Path, page: &str) -> Result {
    gate::refuse("sw", WORKER)?;
    let (worker, icons) = (worker(page), folder.join("icons"));
    std::fs::create_dir_all(&icons).map_err(about(&icons))?;
    for (name, bytes) in BESIDE.into_iter().chain([("sw.js", worker.as_bytes())]) {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(about(&path))?;
    }
    Ok(())
}

/// The worker that caches exactly this page.
fn worker(page: &str) -> String {
    let hash: String = Sha256::digest(page).iter().map(|byte| format!("{byte:02x}")).collect();
    WORKER.replace("{version}", &hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_names_its_page_once() {
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let worker = worker("abc");
        assert_eq!(worker.matches(hash).count(), 1);
        assert!(!worker.contains("{version}"));
    }

    #[test]
    fn the_manifest_names_files_that_are_laid() {
        let manifest = std::str::from_utf8(BESIDE[0].1).unwrap();
        let named = manifest.split("\"src\": \"").skip(1).map(|rest| rest.split('"').next().unwrap());
        assert!(named.clone().count() > 0);
        for name in named {
            assert!(BESIDE.iter().any(|(file, _)| *file == name), "{name}");
        }
    }
}
