//! A choice among a few named options, with their ids in documents.

/// Declares a choice: its variants with their ids in documents; the first is the default.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$what:meta])* $variant:ident $id:literal),+ $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { #[default] $($(#[$what])* $variant),+ }

        impl $crate::domain::term::choice::Choice for $name {
            const ALL: &'static [Self] = &[$($name::$variant),+];
            fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }
        }
    )*};
}
pub(crate) use choices;

/// One of a few named options.
pub trait Choice: Copy + PartialEq + 'static {
    const ALL: &'static [Self];

    fn id(self) -> &'static str;

    #[must_use]
    fn of_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.id() == id)
    }
}
