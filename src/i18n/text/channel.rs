//! Texts of the card of a channel.

use crate::i18n::message::Message;
use crate::i18n::plural::Plural;

pub struct ChannelText {
    pub paid_today: &'static str,
    pub paid_tomorrow: &'static str,
    pub paid_in: Message<1>,
    pub paid_parts: Message<2>,
    pub would_pay: &'static str,
    pub more_than_today: Message<2>,
    pub less_than_today: Message<2>,
    pub same_as_today: &'static str,
    pub with_wait: &'static str,
    pub days_of_work: Plural<1>,
    pub share_of_ore: Message<1>,
    pub share_of_gold: Message<1>,
    pub per_person: &'static str,
    pub per_day: &'static str,
    pub per_hour: &'static str,
    pub per_gram: &'static str,
    pub where_goes: &'static str,
    pub worth_now: Message<1>,
    pub have_papers: &'static str,
    pub opens_with: &'static str,
    pub needs_grams: Message<1>,
    pub needs_people: Message<2>,
    pub needs_clean: &'static str,
    pub needs_existence: &'static str,
    pub needs_gold: &'static str,
    pub needs_ore: &'static str,
    pub break_even: Message<1>,
}
