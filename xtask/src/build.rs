//! Builds the release page with Trunk, and packs it into one file.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{Result, answer, cargo, root, run};
use crate::{pack, tools};

/// Writes the packed page to `dist/index.html` and prints the size of its parts.
pub fn build() -> Result {
    let built = root().join("target/trunk");
    let mut trunk = trunk()?;
    trunk.args(["build", "--release", "--offline", "--filehash=false", "--dist"]).arg(&built);
    trunk.env("RUST_BACKTRACE", "0").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", same_paths_everywhere());
    run(&mut trunk).map_err(|e| format!("The page was not built. {e}"))?;
    pack::pack(&built, &root().join("dist"))
}

/// The Trunk command, with everything it needs installed.
pub fn trunk() -> Result<Command> {
    let path = tools::page_tools()?;
    // Trunk works offline, so the dependencies must be downloaded before.
    run(&mut cargo("fetch --target wasm32-unknown-unknown"))?;
    let mut trunk = Command::new("trunk");
    trunk.env("PATH", path);
    // Trunk refuses NO_COLOR=1, and compiler flags of this shell would change the page's bytes.
    for name in ["NO_COLOR", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        trunk.env_remove(name);
    }
    Ok(trunk)
}

/// Remaps source paths: panic messages contain them, so otherwise the bytes would reveal, and depend on, the machine's
/// folders.
fn same_paths_everywhere() -> String {
    let mut folders = vec![(root(), "fiel".to_owned())];
    folders.extend(crate_sources().into_iter().map(|folder| (folder, "crates".to_owned())));
    folders.extend(rust_source());
    let flags = folders.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    // Cargo splits these flags at spaces: a folder with a space cannot be remapped.
    flags.filter(|flag| !flag.contains(' ')).collect::<Vec<_>>().join(" ")
}

/// The folders where cargo unpacks crates: one per registry.
fn crate_sources() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|folder| folder.join(".cargo")));
    let entries = home.and_then(|folder| std::fs::read_dir(folder.join("registry/src")).ok());
    entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// The folder where rustup may have put Rust's own source, and the path used when it is not installed.
fn rust_source() -> Option<(PathBuf, String)> {
    let sysroot = answer(Command::new("rustc").args(["--print", "sysroot"]))?;
    let about = answer(Command::new("rustc").arg("-vV"))?;
    let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((PathBuf::from(sysroot).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}
