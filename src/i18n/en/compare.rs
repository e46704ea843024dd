//! The comparison of all doors.

use crate::i18n::text::CompareText;

pub const COMPARE: CompareText = CompareText {
    case_name: "Whose or what case is this?",
    legend_today: "where you sell today",
    legend_range: "where it may lie",
    legend: ["in the hand today", "later", "locked, it is yours", "the organisation's fund"],
    closed_channels: "Doors closed for now",
    missing_channels: "A figure is missing",
    beside: "To compare, per person a month",
    minimum_wage: "Minimum wage",
    living_income: "Living income of a household of five",
    print_one: "Print on one sheet",
};
