//! Texts of a ledger, line by line.

use crate::domain::engine::line_kind::LineKind;

pub struct LedgerText {
    pub what: fn(LineKind) -> &'static str,
    pub concept: &'static str,
    pub soles: &'static str,
    pub part: &'static str,
    pub fine_gold: &'static str,
    pub real_value: &'static str,
    pub premium: &'static str,
    pub left_for_you: &'static str,
    pub owes: &'static str,
}
