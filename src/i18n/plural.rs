//! Plural forms: a sentence in each form that a language has.

use super::message::Message;

/// A plural form. Each language chooses the form of a number in one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    One,
    Other,
}

/// A sentence with a counted argument, in each plural form.
#[derive(Clone, Copy)]
pub struct Plural<const ARGUMENTS: usize> {
    one: Message<ARGUMENTS>,
    other: Message<ARGUMENTS>,
}

impl<const ARGUMENTS: usize> Plural<ARGUMENTS> {
    #[must_use]
    pub(super) const fn new(one: &'static str, other: &'static str) -> Plural<ARGUMENTS> {
        Plural { one: Message::new(one), other: Message::new(other) }
    }

    /// The sentence in this form.
    #[must_use]
    pub fn form(self, form: Form) -> Message<ARGUMENTS> {
        match form {
            Form::One => self.one,
            Form::Other => self.other,
        }
    }
}
