//! Builds the release page with Trunk, and packs it into one file.

use crate::run::{Result, answer, cargo, root, run};
use crate::{pack, tools};
use std::path::PathBuf;
use std::process::Command;

/// Leaves the packed page in `dist/index.html` and prints what its parts weigh.
pub fn build() -> Result {
    let built = root().join("target/trunk");
    let mut trunk = trunk()?;
    trunk.args(["build", "--release", "--offline", "--filehash=false", "--dist"]).arg(&built);
    trunk.env("RUST_BACKTRACE", "0").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", same_paths_everywhere());
    run(&mut trunk).map_err(|e| format!("The page was not built. {e}"))?;
    pack::pack(&built, &root().join("dist"))
}

/// Trunk, with all that it needs.
pub fn trunk() -> Result<Command> {
    let path = tools::page_tools()?;
    // Trunk works offline, so what the page is made of must be there before.
    run(&mut cargo("fetch --target wasm32-unknown-unknown"))?;
    let mut trunk = Command::new("trunk");
    trunk.env("PATH", path);
    // Trunk refuses NO_COLOR=1, and flags of this shell would change the page's bytes.
    for name in ["NO_COLOR", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        trunk.env_remove(name);
    }
    Ok(trunk)
}

/// Panic messages name source files: without this the bytes would tell, and depend on, the machine's folders.
fn same_paths_everywhere() -> String {
    let mut folders = vec![(root(), "fiel".to_owned())];
    folders.extend(crate_sources().into_iter().map(|folder| (folder, "crates".to_owned())));
    folders.extend(rust_source());
    let flags = folders.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    // Cargo splits these flags at spaces: such a folder must stay as it is.
    flags.filter(|flag| !flag.contains(' ')).collect::<Vec<_>>().join(" ")
}

/// Where cargo unpacks crates: one folder for each registry.
fn crate_sources() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|folder| folder.join(".cargo")));
    let entries = home.and_then(|folder| std::fs::read_dir(folder.join("registry/src")).ok());
    entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Where rustup may have put Rust's own source, and the name it has without that.
fn rust_source() -> Option<(PathBuf, String)> {
    let sysroot = answer(Command::new("rustc").args(["--print", "sysroot"]))?;
    let about = answer(Command::new("rustc").arg("-vV"))?;
    let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((PathBuf::from(sysroot).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}
