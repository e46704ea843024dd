//! Texts of the start screen: what is this offer worth?

use crate::examples::Example;
use crate::i18n::message::Message;

pub struct StartText {
    pub how_much_offered: &'static str,
    pub i_have: &'static str,
    pub purity: &'static str,
    pub they_pay: &'static str,
    pub pays: &'static str,
    pub of_all_gold: &'static str,
    pub of_worth: &'static str,
    pub in_hand: &'static str,
    pub on_the_way: &'static str,
    pub above_reference: &'static str,
    pub check_above: &'static str,
    pub purity_range: Message<4>,
    pub gap_per_gram: Message<1>,
    pub gap_or_more: Message<2>,
    pub write_offer: &'static str,
    pub your_gold_is_worth: Message<1>,
    pub fix_above: &'static str,
    pub then_offer: &'static str,
    pub lacks: Message<1>,
    pub other_channels: &'static str,
    pub examples: &'static str,
    /// The name of an example, and what it shows.
    pub example: fn(Example) -> (&'static str, &'static str),
    pub open_kept: &'static str,
}
