//! WebKitGTK's MiniBrowser: its location, and the setup of its window and folders.

use std::ffi::OsString;
use std::path::PathBuf;

use super::scratch::Scratch;
use super::screen;

/// Allows a toolbar as narrow as a phone: it then takes 20 pixels of the height, whatever the fonts.
const NARROW: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";
pub const BAR: u32 = 20;

/// Debian installs it in the library's folder, whose path depends on the machine and the API version.
pub fn mini_browser() -> Option<PathBuf> {
    let inside = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let of_webkit =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4."));
    let folders = inside("/usr/lib".into()).flat_map(inside).filter(of_webkit);
    folders.map(|folder| folder.join("MiniBrowser")).find(|program| program.exists())
}

/// The screen and folders of this test, which the driver passes on to the browser.
pub fn environment(scratch: &Scratch) -> Vec<(&'static str, OsString)> {
    let folder = scratch.path().join("webkit");
    let (config, downloads) = (folder.join("config"), scratch.path().join("downloads"));
    let style = config.join("gtk-3.0");
    std::fs::create_dir_all(&style).expect("the temporary folder takes folders");
    std::fs::create_dir_all(&downloads).expect("the temporary folder takes folders");
    std::fs::write(style.join("gtk.css"), NARROW).expect("the temporary folder takes files");
    let to = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    std::fs::write(config.join("user-dirs.dirs"), to).expect("the temporary folder takes files");
    vec![
        ("DISPLAY", screen::display().into()),
        ("GDK_BACKEND", "x11".into()),
        // The page plays no media: scanning for plugins takes seconds in each fresh folder.
        ("GST_PLUGIN_SYSTEM_PATH_1_0", OsString::new()),
        ("XDG_CONFIG_HOME", config.into()),
        ("XDG_DATA_HOME", folder.join("data").into()),
        ("XDG_CACHE_HOME", folder.join("cache").into()),
    ]
}
