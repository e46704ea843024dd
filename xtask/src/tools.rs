//! Installs the pinned tools into one folder shared by all clones.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::run::{Result, about, answer, cargo, root, run};

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const TARGET: &str = "wasm32-unknown-unknown";

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Installation time on two cores.
    minutes: u8,
}

/// Installs the tools for the page's build; returns the PATH that includes them.
pub fn page_tools() -> Result<OsString> {
    bring_target()?;
    let trunk = Tool { package: "trunk", program: "trunk", version: TRUNK.into(), minutes: 6 };
    let bindgen = Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        minutes: 2,
    };
    let mut folders = vec![trunk.bring()?, bindgen.bring()?];
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    std::env::join_paths(folders).map_err(|e| format!("PATH cannot be extended: {e}."))
}

/// Installs Firefox's driver. The tests find it in the tools folder.
pub fn geckodriver() -> Result {
    let tool = Tool { package: "geckodriver", program: "geckodriver", version: GECKODRIVER.into(), minutes: 2 };
    tool.bring().map(|_| ())
}

impl Tool {
    /// The folder that contains the program, which is installed if missing.
    fn bring(&self) -> Result<PathBuf> {
        let home = cache()?.join(format!("{}-{}", self.package, self.version));
        if !self.stands_in(&home) {
            println!("Installing {} {} once, about {} min…", self.package, self.version, self.minutes);
            run(&mut self.install(&home)).map_err(|e| self.how_to_install(&e))?;
        }
        Ok(home.join("bin"))
    }

    fn stands_in(&self, home: &std::path::Path) -> bool {
        let said = answer(Command::new(home.join("bin").join(self.program)).arg("--version"));
        said.is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, home: &std::path::Path) -> Command {
        let mut command =
            cargo(&format!("install --locked {} --version {} --force --root", self.package, self.version));
        // Compiler flags meant for the project must not change the tools.
        command.arg(home).env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        command
    }

    fn how_to_install(&self, why: &str) -> String {
        format!(
            "{} {} could not be installed. {why}\nSee that the network and a C compiler are there, and repeat. \
             FIEL_TOOLS names another folder for the tools.",
            self.package, self.version
        )
    }
}

/// Installs the wasm target. rustup does this for all that `rust-toolchain.toml` names, unless it had this Rust without
/// the target, or automatic installation is disabled.
fn bring_target() -> Result {
    if has_target() {
        return Ok(());
    }
    run(Command::new("rustup").args(["toolchain", "install"]))
        .map_err(|e| format!("Rust's target {TARGET} is missing, and rustup did not bring it. {e}"))?;
    if has_target() { Ok(()) } else { Err(format!("Rust's target {TARGET} is missing.")) }
}

fn has_target() -> bool {
    let library = answer(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    library.is_some_and(|folder| PathBuf::from(folder).exists())
}

/// `$FIEL_TOOLS`, or a folder in the user's cache.
fn cache() -> Result<PathBuf> {
    let under = |name, rest: &str| std::env::var_os(name).map(|folder| PathBuf::from(folder).join(rest));
    under("FIEL_TOOLS", "")
        .or_else(|| under("XDG_CACHE_HOME", "fiel/tools"))
        .or_else(|| under("HOME", ".cache/fiel/tools"))
        .or_else(|| under("LOCALAPPDATA", "fiel/tools"))
        .ok_or_else(|| "There is no place for the tools. Set FIEL_TOOLS to a folder.".into())
}

/// The version in Cargo.lock: wasm-bindgen's CLI must have exactly the version of the crate.
fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(about(&path))?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| format!("Cargo.lock names no {package}. Run `cargo check` and repeat."))
}
