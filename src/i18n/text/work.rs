//! Texts of the work stop.

pub struct WorkText {
    pub lead: &'static str,
    pub the_days: &'static str,
    pub rhythm: &'static str,
    pub the_people: &'static str,
    pub money_and_time: &'static str,
}
