//! Texts of the member list.

use crate::i18n::message::Message;

pub struct ListText {
    pub open: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub columns: &'static str,
    pub taken: Message<2>,
    pub left_out: &'static str,
    pub empty: &'static str,
    pub workbook: &'static str,
    pub line: Message<1>,
    pub no_name: &'static str,
    pub cells: &'static str,
    pub too_long: &'static str,
    pub unclosed: &'static str,
    pub too_many: Message<1>,
    pub name: &'static str,
    pub group: &'static str,
    pub no_group: &'static str,
    pub add: &'static str,
    pub remove: Message<1>,
    pub rows: Message<3>,
    pub before: &'static str,
    pub after: &'static str,
    pub total: &'static str,
    pub column: Message<1>,
    pub row_out: &'static str,
}
