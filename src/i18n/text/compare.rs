//! Texts of the comparison of all channels.

pub struct CompareText {
    pub case_name: &'static str,
    pub legend_today: &'static str,
    pub legend_range: &'static str,
    pub legend: [&'static str; 4],
    pub closed_channels: &'static str,
    pub missing_channels: &'static str,
    pub beside: &'static str,
    pub minimum_wage: &'static str,
    pub living_income: &'static str,
    pub print_one: &'static str,
}
