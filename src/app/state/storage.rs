//! The storage state as the page knows it: what the browser can save, the profiles, the gate.
//!
//! `app/browser/storage` does the actual storing. It receives [`StorageCommand`]s and answers with [`StorageEvent`]s;
//! nothing here is assumed before its event has arrived.

pub mod command;
pub mod draft;
pub mod event;
pub mod profile;

use std::rc::Rc;

use self::profile::Profile;

/// The minimum length of a PIN.
pub const LEAST_PIN: usize = 4;
/// The maximum length of an alias and of a PIN.
pub const MOST_ALIAS: usize = 24;
pub const MOST_PIN: usize = 64;

/// The gate: covers what was typed until the person answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The page was just reloaded: its draft is being read.
    Reloading,
    /// An earlier draft with its time in milliseconds; `None` if the page was left alone.
    Draft(Option<i64>),
    /// Asks for the PIN of a profile.
    Pin(String),
    /// The confirmation of "Finish and erase".
    Finish,
}

/// The data of an earlier page found at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// The page was just reloaded; `late`: so quickly that the last keys may be missing.
    Reloaded {
        late: bool,
    },
    /// A draft, saved at this time in milliseconds.
    Draft {
        time: i64,
    },
    /// A profile was open.
    Profile {
        id: String,
    },
}

/// Why a profile could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFailure {
    Pin,
    Damaged,
    Newer,
    Gone,
    /// The browser could not read it at this time.
    Failed,
}

/// The save status of the open profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing was changed since the profile was opened.
    #[default]
    Same,
    /// A save is in progress.
    Saving,
    /// It is on disk, and was read back.
    Saved,
    /// The device has no free space.
    Full,
    /// Another page changed or erased the record: it is not overwritten.
    Changed,
    Failed,
    /// Read-only: another page has the profile open, or a part of it could not be read.
    ReadOnly,
}

impl SaveStatus {
    /// Whether further saves are possible.
    #[must_use]
    pub fn goes_on(self) -> bool {
        !matches!(self, SaveStatus::Changed | SaveStatus::ReadOnly)
    }
}

/// What the browser allows the page to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageSupport {
    pub draft: bool,
    pub profiles: bool,
}

/// Text typed to create or open a profile; it is not part of a case and is cleared after use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub alias: String,
    pub picture: usize,
    pub pin: String,
    pub again: String,
}

/// A part of the state that no screen shows. It equals any other value, so that a change to it alone causes no render.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unseen<T>(pub T);

impl<T> PartialEq for Unseen<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The storage state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storage {
    /// `None` until the browser was tested.
    pub support: Option<StorageSupport>,
    pub profiles: Rc<Vec<Profile>>,
    /// The id of the open profile.
    pub open: Option<String>,
    pub save_status: SaveStatus,
    /// There are changes that the storage has not received. They are sent before the page covers itself.
    pub unsaved: Unseen<bool>,
    pub gate: Option<Gate>,
    pub shut: Option<OpenFailure>,
    /// Nobody has touched the page for a while.
    pub alone: bool,
    /// A key is being derived from a PIN, or data is being erased.
    pub busy: bool,
    /// The page was reloaded before the last keys were saved.
    pub late: bool,
    /// The record whose removal waits for a second confirmation.
    pub confirming_removal: Option<String>,
    /// The covered case could not be saved: the record must not replace it.
    pub held: bool,
    pub typed: Typed,
    /// SHA-256 of the released file, in hexadecimal.
    pub fingerprint: String,
    /// The result of erasing: how many profiles are left; the inner `None` if that is unknown.
    pub erased: Option<Option<usize>>,
}

/// A field of `Typed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileInput {
    Alias,
    Pin,
    Again,
}

/// Why a profile cannot be created from the typed data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    Alias,
    Pin,
    Again,
}

impl Storage {
    /// The profile with this id; if it is not listed, a placeholder with what is known.
    #[must_use]
    pub fn profile(&self, id: &str) -> Profile {
        let found = self.profiles.iter().find(|profile| profile.id == id);
        found.cloned().unwrap_or_else(|| Profile { id: id.to_owned(), ..Profile::default() })
    }

    /// The open profile.
    #[must_use]
    pub fn opened(&self) -> Option<Profile> {
        self.open.as_deref().map(|id| self.profile(id))
    }

    /// Opens the gate for the data found at the start.
    pub fn begin(&mut self, found: Found) {
        self.gate = match found {
            Found::Nothing => None,
            Found::Reloaded { late } => {
                self.late = late;
                Some(Gate::Reloading)
            }
            Found::Draft { time } => Some(Gate::Draft(Some(time))),
            Found::Profile { id } => {
                self.open = Some(id.clone());
                Some(Gate::Pin(id))
            }
        };
    }

    /// What is still needed to create a profile, in the order in which it is asked.
    #[must_use]
    pub fn lacks(&self) -> Option<Lacks> {
        let Typed { alias, pin, again, .. } = &self.typed;
        match () {
            () if alias.trim().is_empty() => Some(Lacks::Alias),
            () if pin.chars().count() < LEAST_PIN => Some(Lacks::Pin),
            () if pin != again => Some(Lacks::Again),
            () => None,
        }
    }

    /// Covers the page and chooses the gate's question.
    pub(super) fn cover(&mut self, has_something: bool) {
        (self.alone, self.typed) = (false, Typed::default());
        self.gate = match (&self.open, self.gate.take()) {
            (Some(id), _) => Some(Gate::Pin(id.clone())),
            (None, Some(gate @ (Gate::Reloading | Gate::Draft(_)))) => Some(gate),
            (None, _) => has_something.then_some(Gate::Draft(None)),
        };
    }
}
