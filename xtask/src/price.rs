//! Writes the prices file for a host.

use std::process::Stdio;

use crate::run::{Result, about, cargo, line, root};

/// Writes `dist/prices.json`, after the page's own check.
pub fn price(words: &[&str]) -> Result {
    let mut command = cargo("run --quiet --bin price --");
    command.args(words).current_dir(root()).stderr(Stdio::inherit());
    let output = command.output().map_err(|e| format!("`{}` could not be started ({e}).", line(&command)))?;
    if !output.status.success() {
        return Err("No file was written; why stands above.".into());
    }
    let path = root().join("dist/prices.json");
    std::fs::create_dir_all(root().join("dist")).map_err(about(&path))?;
    std::fs::write(&path, &output.stdout).map_err(about(&path))?;
    println!(
        "{}\nLay it beside index.html on the host, in the same folder. (The next build clears dist.)",
        path.display()
    );
    Ok(())
}
