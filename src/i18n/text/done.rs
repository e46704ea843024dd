//! Texts of the end screen after erasing.

pub struct DoneText {
    pub title: &'static str,
    pub kept: &'static str,
    pub unsure: &'static str,
    pub case: &'static str,
    pub draft: &'static str,
    pub profiles: &'static str,
    pub erased: &'static str,
    pub none: &'static str,
    pub language: &'static str,
    pub stays: &'static str,
    pub files: &'static str,
    pub close: &'static str,
    pub new: &'static str,
}
