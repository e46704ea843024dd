//! Builds the small baseline page that Fiel is measured against: one file from `baseline/` and two npm packages.

use std::path::Path;
use std::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/baseline");
const PREACT: &str = "node_modules/preact/dist/preact.min.js";
const DECIMAL: &str = "node_modules/decimal.js-light/decimal.min.js";

/// Returns the page's bytes. Installs its packages first if they are missing.
///
/// # Errors
/// A message that says what to install.
pub fn page() -> Result<Vec<u8>, String> {
    bring_packages()?;
    let mut page = read("page.html")?;
    let parts = [
        ("{style}", "style.css"),
        ("{preact}", PREACT),
        ("{decimal}", DECIMAL),
        ("{rules}", "rules.js"),
        ("{view}", "view.js"),
    ];
    for (place, name) in parts {
        page = page.replace(place, &without_map(&read(name)?));
    }
    Ok(page.into_bytes())
}

/// Installs exactly the versions in package-lock.json.
fn bring_packages() -> Result<(), String> {
    let folder = Path::new(FOLDER);
    if [PREACT, DECIMAL].iter().all(|file| folder.join(file).exists()) && !is_newer(folder) {
        return Ok(());
    }
    let ask = "The baseline needs npm (on Debian: `sudo apt-get install npm`) and, once, its registry.";
    let status = Command::new("npm").arg("ci").current_dir(folder).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("`npm ci` failed in {FOLDER}; its own words stand above. {ask}")),
        Err(error) => Err(format!("`npm` could not be started ({error}). {ask}")),
    }
}

/// Whether the package list has changed since the last installation.
fn is_newer(folder: &Path) -> bool {
    let changed = |name: &str| folder.join(name).metadata().and_then(|file| file.modified()).ok();
    changed("package-lock.json") > changed("node_modules/.package-lock.json")
}

/// Removes the source map comment: it would make developer tools request the map.
fn without_map(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("//# sourceMappingURL="));
    lines.map(|line| format!("{line}\n")).collect()
}

fn read(name: &str) -> Result<String, String> {
    let path = Path::new(FOLDER).join(name);
    std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}.", path.display()))
}
