//! The questions beside the way.

pub struct QuestionsText {
    pub title: &'static str,
    pub each: [(&'static str, &'static str); 11],
}
