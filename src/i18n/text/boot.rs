//! Texts shown when the program is not running; `index.html`, `web/stop.js` and the manifest contain the same texts.

pub struct BootText {
    /// For an incomplete file.
    pub incomplete: &'static str,
    /// For a copy that does not start.
    pub notice: &'static str,
    /// One line each.
    pub how_to_open: [&'static str; 3],
    /// Reasons why the page stopped.
    pub opening: &'static str,
    pub stopped: &'static str,
    pub translated: &'static str,
    /// Buttons of a stopped page.
    pub reload: &'static str,
    pub take_data: &'static str,
    /// The name of the installed page.
    pub installed_name: &'static str,
    pub installed_description: &'static str,
}
