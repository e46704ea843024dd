//! The settlement of a processing plant, on its card.

use crate::i18n::message::Message;
use crate::i18n::text::PlantText;

pub const PLANT: PlantText = PlantText {
    paper: "On the plant's paper",
    line: Message::new("{0} TMS, {1} payable oz/tc, maquila {2} US$/tc: *{3} US$* per dry tonne."),
    order: Message::new("With the maquila in the other order: {0} for the lot."),
    assay: Message::new("Your own assay is worth *{0}* here."),
    unpaid: "A “volado” lot: at this grade the plant pays nothing and keeps it after 30 days.",
    value: "Value of the lot",
    igv: "+ IGV, which is no income",
    to_pay: "To pay",
};
