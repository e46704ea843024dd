//! Texts of the stop about the material at hand.

pub struct HaveText {
    pub lead: &'static str,
    pub what_do_you_sell: &'static str,
    pub the_lot: &'static str,
    pub quantity_is: &'static str,
    pub how_worked: &'static str,
    pub process: &'static str,
    pub contains: &'static str,
    pub recovers: &'static str,
    pub worth: &'static str,
}
