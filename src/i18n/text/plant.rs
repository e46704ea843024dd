//! Texts of a plant's settlement, on its card.

use crate::i18n::message::Message;

pub struct PlantText {
    pub paper: &'static str,
    pub line: Message<4>,
    pub order: Message<1>,
    pub assay: Message<1>,
    pub unpaid: &'static str,
    pub value: &'static str,
    pub igv: &'static str,
    pub to_pay: &'static str,
}
