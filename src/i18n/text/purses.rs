//! Names of the purses: when money is paid, and to whom.

pub struct PursesText {
    pub now: &'static str,
    pub later: &'static str,
    pub locked: &'static str,
    pub fund: &'static str,
}
