//! Takes pictures of the packed page: phone, desktop, and the printed sheet.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser;
use crate::run::{Result, about, root, run};

const SCREENS: [(&str, &str); 2] = [("phone", "360,740"), ("desk", "1280,800")];

/// Writes `phone.png`, `desk.png` and `paper.pdf` of the last built page, at this hash route.
pub fn look(folder: &str, route: &str) -> Result {
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder).map_err(about(&folder))?;
    let page = format!("file://{}#{}", root().join("dist/index.html").display(), route.trim_start_matches('#'));
    for (name, size) in SCREENS {
        let picture = folder.join(name).with_extension("png");
        chromium("--screenshot", &picture, &page, Some(size))?;
    }
    chromium("--print-to-pdf", &folder.join("paper.pdf"), &page, None)
}

fn chromium(job: &str, out: &Path, page: &str, size: Option<&str>) -> Result {
    let out = std::path::absolute(out).map_err(about(out))?;
    let profile = std::env::temp_dir().join(format!("fiel-look-{}", std::process::id()));
    let mut command = Command::new(browser::chromium()?);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-pdf-header-footer"]);
    command.arg("--virtual-time-budget=4000").arg(format!("--user-data-dir={}", profile.display()));
    command.args(size.map(|size| format!("--window-size={size}")));
    command.arg(format!("{job}={}", out.display())).arg(page);
    // Without a desktop Chromium prints many warnings, but works.
    let done = run(command.stderr(std::process::Stdio::null()));
    // The profile is temporary; leftovers in the temporary folder are harmless.
    let _ = std::fs::remove_dir_all(profile);
    done
}
