//! Texts of a field: labels and error messages.

use crate::i18n::message::Message;

pub struct FieldText {
    pub dont_know: &'static str,
    pub unit_of: Message<1>,
    pub reference: &'static str,
    pub not_weighed: &'static str,
    pub read_as: Message<2>,
    pub by_grade: &'static str,
    pub not_a_number: &'static str,
    pub which_one: Message<3>,
    pub too_long: &'static str,
    pub negative: &'static str,
    pub zero: &'static str,
    pub over_most: Message<1>,
    pub did_you_mean: Message<1>,
    pub yes_unit: Message<1>,
    pub no_unit: Message<1>,
    pub all_ours: &'static str,
    pub from_case: &'static str,
    pub not_whole: &'static str,
    pub one_end: &'static str,
    pub unordered: &'static str,
}
