//! What is said where the program does not run: `index.html`, `web/stop.js` and the manifest have these words too.

pub struct BootText {
    /// Of a file that was cut off.
    pub incomplete: &'static str,
    /// Of a copy that does not start.
    pub notice: &'static str,
    /// A line each.
    pub how_to_open: [&'static str; 3],
    /// Why the page stopped.
    pub opening: &'static str,
    pub stopped: &'static str,
    pub translated: &'static str,
    /// What a stopped page offers.
    pub reload: &'static str,
    pub take_data: &'static str,
    /// What an installed page is called.
    pub installed_name: &'static str,
    pub installed_description: &'static str,
}
