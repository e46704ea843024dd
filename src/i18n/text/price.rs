//! Texts of the gold price over time.

use crate::i18n::message::Message;

pub struct PriceText {
    pub title: &'static str,
    pub lead: &'static str,
    pub fell: Message<2>,
    pub rose: Message<2>,
    pub again_less: Message<3>,
    pub again_more: Message<3>,
    pub again_same: Message<1>,
    pub waiting: &'static str,
    pub keeping: Message<1>,
    /// In order: than selling today; than at today's price.
    pub than: [&'static str; 2],
    pub alarm: Message<4>,
    /// In order: above the alarm price; below it.
    pub alarm_side: [&'static str; 2],
    /// In order: what they pay depends on the gold price; it is fixed.
    pub no_alarm: [&'static str; 2],
    pub wait: Message<2>,
    pub keep: Message<1>,
    pub today: Message<3>,
    pub fixing: &'static str,
    pub lacks: Message<1>,
    pub moves: &'static str,
    pub rate: Message<1>,
    pub table: [&'static str; 3],
    pub last_move: Message<1>,
    pub worst_move: Message<1>,
    pub best_move: Message<1>,
    pub from_to: Message<2>,
    pub gram: Message<2>,
    pub others: &'static str,
    pub history: &'static str,
    /// In order: in soles per gram; in US$ per ounce.
    pub charts: [&'static str; 2],
    /// In order: the person's own price; the reference price.
    pub lines: [Message<1>; 2],
    pub year: Message<6>,
    pub years: [&'static str; 5],
    pub change: &'static str,
}
