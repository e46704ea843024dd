//! What is kept on the device, as far as the page knows: what it is able to keep, the profiles, the gate.
//!
//! `app/browser/storage` does the storing. It is told [`StorageCommand`]s; what it says arrives as [`StorageEvent`]s,
//! and nothing here is believed before it was said.

pub mod command;
pub mod draft;
pub mod event;
pub mod profile;

use std::rc::Rc;

use self::profile::Profile;

/// The least letters of a PIN.
pub const LEAST_PIN: usize = 4;
/// The most letters of an alias, and of a PIN.
pub const MOST_ALIAS: usize = 24;
pub const MOST_PIN: usize = 64;

/// What stands between a person and what was typed: until it is answered, none of it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The page was just reloaded: its draft is on its way.
    Again,
    /// A draft of before, with its time in milliseconds; or the page was left alone: no time.
    Draft(Option<i64>),
    /// A profile asks for its PIN.
    Pin(String),
    /// "Finish and erase" asks once.
    Finish,
}

/// What there is of before when the page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// The page was just reloaded; so fast that the last keys may lack, if `late`.
    Reloaded {
        late: bool,
    },
    /// A draft, kept at this time in milliseconds.
    Draft {
        time: i64,
    },
    /// A profile was open.
    Profile {
        id: String,
    },
}

/// Why a profile stayed shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    Pin,
    Damaged,
    Newer,
    Gone,
    /// The browser could not read it now.
    Failed,
}

/// How it stands with what is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// Nothing was changed since the profile was opened.
    #[default]
    Same,
    /// It is on its way.
    Saving,
    /// It is on the disk, and was read again.
    Saved,
    /// The device has no room.
    Full,
    /// Another page changed or erased the record: it is not written over.
    Changed,
    Failed,
    /// Another page has it open, or not all of it could be read: here it is only looked at.
    Looking,
}

impl Written {
    /// Whether more can still be written.
    #[must_use]
    pub fn goes_on(self) -> bool {
        !matches!(self, Written::Changed | Written::Looking)
    }
}

/// What the browser lets the page keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Able {
    pub draft: bool,
    pub profiles: bool,
}

/// What is typed to make or open a profile; it is no part of a case and goes when it was used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub alias: String,
    pub picture: usize,
    pub pin: String,
    pub again: String,
}

/// A part of the state that no screen shows. It equals any other, so that it alone is no reason to show anything anew.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unseen<T>(pub T);

impl<T> PartialEq for Unseen<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// All that the page knows of what is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storage {
    /// `None` until the browser was tried.
    pub able: Option<Able>,
    pub profiles: Rc<Vec<Profile>>,
    /// The profile that is open, by its id.
    pub open: Option<String>,
    pub written: Written,
    /// Something was changed since the storage was last told. Before the page covers itself it is told.
    pub unsaved: Unseen<bool>,
    pub gate: Option<Gate>,
    pub shut: Option<Shut>,
    /// Nobody touched the page for a while.
    pub alone: bool,
    /// A PIN is being turned into a key, or something is being erased.
    pub busy: bool,
    /// The page was reloaded before the last keys were kept.
    pub late: bool,
    /// The record whose erasing was asked for once.
    pub sure: Option<String>,
    /// Behind the gate lies what could not be saved: it is not replaced by the record.
    pub held: bool,
    pub typed: Typed,
    /// SHA-256 of the released file, in hexadecimal.
    pub fingerprint: String,
    /// What was found after erasing: how many profiles are left, or `None` if that cannot be told.
    pub erased: Option<Option<usize>>,
}

/// A part of [`Typed`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Alias,
    Pin,
    Again,
}

/// Why a profile cannot be made of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    Alias,
    Pin,
    Again,
}

impl Storage {
    /// The profile with this id; of one that is not listed, what is known of it.
    #[must_use]
    pub fn profile(&self, id: &str) -> Profile {
        let found = self.profiles.iter().find(|profile| profile.id == id);
        found.cloned().unwrap_or_else(|| Profile { id: id.to_owned(), ..Profile::default() })
    }

    /// The profile that is open.
    #[must_use]
    pub fn opened(&self) -> Option<Profile> {
        self.open.as_deref().map(|id| self.profile(id))
    }

    /// Puts the gate before what there is of before.
    pub fn begin(&mut self, found: Found) {
        self.gate = match found {
            Found::Nothing => None,
            Found::Reloaded { late } => {
                self.late = late;
                Some(Gate::Again)
            }
            Found::Draft { time } => Some(Gate::Draft(Some(time))),
            Found::Profile { id } => {
                self.open = Some(id.clone());
                Some(Gate::Pin(id))
            }
        };
    }

    /// What is still needed to make a profile; in the order in which it is asked.
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

    /// The page covers itself; whoever is asked, and how.
    pub(super) fn cover(&mut self, has_something: bool) {
        (self.alone, self.typed) = (false, Typed::default());
        self.gate = match (&self.open, self.gate.take()) {
            (Some(id), _) => Some(Gate::Pin(id.clone())),
            (None, Some(gate @ (Gate::Again | Gate::Draft(_)))) => Some(gate),
            (None, _) => has_something.then_some(Gate::Draft(None)),
        };
    }
}
