//! Texts of the channels screen: the terms of each channel.

pub struct ChannelsText {
    pub lead: &'static str,
    pub preset_seventy: &'static str,
    pub papers: &'static str,
    pub use_channel: &'static str,
    pub sell_here: &'static str,
    pub sells_here: &'static str,
    pub chain: &'static str,
    pub add_cut: &'static str,
    pub more_terms: &'static str,
}
