//! What is kept on the device, as far as the page knows: what it is able to keep, the profiles, the gate.
//!
//! `app/browser/keep.js` does the storing; what it says arrives at [`Keeping::hear`] and
//! [`State::hear`](super::State), and nothing here is believed before it was said.

use std::rc::Rc;

use super::{Action, Keep, Notice, RollView, Screen, State, clean_case};
use crate::document;
use crate::domain::Case;

/// A named record on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub id: String,
    /// The name of one of [`PICTURES`]; another page may know more of them.
    pub picture: String,
    pub alias: String,
    /// Milliseconds since 1970, by the clock of then.
    pub saved: i64,
    pub state: Record,
}

/// Whether a record can be read here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Record {
    #[default]
    Sound,
    /// Of a later Fiel.
    Newer,
    Damaged,
}

/// What tells one profile from another without a name: what it is called in the record, and its lines in 24 × 24.
/// More can be added at the end; none may change its name.
pub const PICTURES: [(&str, &str); 10] = [
    ("mountain", "M2 20 9 6l4 7 3-4 6 11z"),
    ("sun", "M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12 1v3M12 20v3M1 12h3M20 12h3M4 4l2 2M18 18l2 2M4 20l2-2M18 6l2-2"),
    ("moon", "M16 3a9.5 9.5 0 1 0 5 14A10 10 0 0 1 16 3z"),
    ("star", "M12 2l3 7 7 .5-5.500 4.500 2 7-6.500-4-6.500 4 2-7L2 9.500 9 9z"),
    ("pick", "M4 8c5-6 11-6 16 0-5-3-11-3-16 0zM12 6v16"),
    ("fish", "M2 12c4-7 11-7 15 0l5-5v10l-5-5c-4 7-11 7-15 0zM7 11v.5"),
    ("house", "M3 11 12 3l9 8M5 10v11h14V10M10 21v-7h4v7"),
    ("leaf", "M4 20C3 9 10 3 21 3c0 11-6 18-15 15M4 20 14 10"),
    ("drop", "M12 2c5 7 7 10 7 13a7 7 0 0 1-14 0c0-3 2-6 7-13z"),
    (
        "flower",
        "M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM12 9c-4-3-2-7 0-7s4 4 0 7zM12 15c4 3 2 7 0 7s-4-4 0-7zM9 12c-3 4-7 2-7 0s4-4 7 0zM15 12c3-4 7-2 7 0s-4 4-7 0z",
    ),
];

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

/// All that the page knows of what is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeping {
    /// Nothing until the browser was tried.
    pub able: Option<Able>,
    pub profiles: Rc<Vec<Profile>>,
    /// The profile that is open, by its id.
    pub open: Option<String>,
    pub written: Written,
    /// Something was changed since the store was last told. Before the page covers itself it is told.
    pub changed: bool,
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
    /// What was found after erasing: how many profiles are left, or nothing if that cannot be told.
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

impl Keeping {
    /// What was said about anything but a case; whether it was understood.
    pub(super) fn hear(&mut self, what: &str, text: &str) {
        match what {
            "able" => {
                let has = |word| text.split(' ').any(|part| part == word);
                self.able = Some(Able { draft: has("draft"), profiles: has("profiles") });
            }
            "profiles" => self.profiles = Rc::new(text.lines().filter_map(profile).collect()),
            "fingerprint" => self.fingerprint = text.to_owned(),
            "open" => (self.open, self.typed) = (Some(text.to_owned()), Typed::default()),
            "made" => {
                (self.open, self.typed, self.busy) = (Some(text.to_owned()), Typed::default(), false);
                self.written = Written::Saved;
            }
            "mirrored" => self.able = self.able.map(|able| Able { draft: true, ..able }),
            "saved" if !self.changed => self.written = Written::Saved,
            "unsaved" => {
                self.written = match text {
                    "full" => Written::Full,
                    "changed" => Written::Changed,
                    _ => Written::Failed,
                };
                self.busy = false;
            }
            "shut" => {
                self.shut = Some(match text {
                    "pin" => Shut::Pin,
                    "newer" => Shut::Newer,
                    "gone" => Shut::Gone,
                    _ => Shut::Damaged,
                });
                self.busy = false;
                self.typed.pin.clear();
            }
            "alone" => self.alone = true,
            "awake" => self.alone = false,
            _ => {}
        }
    }

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

    /// What the browser said when the page began: nothing, "again", "draft" and its time, "profile" and its id.
    pub fn begin(&mut self, found: &str) {
        let (what, rest) = found.split_once(' ').unwrap_or((found, ""));
        self.gate = match what {
            "again" => {
                self.late = rest == "late";
                Some(Gate::Again)
            }
            "draft" => Some(Gate::Draft(Some(rest.parse().unwrap_or_default()))),
            "profile" => {
                self.open = Some(rest.to_owned());
                Some(Gate::Pin(rest.to_owned()))
            }
            _ => None,
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
    fn cover(&mut self, has_something: bool) {
        (self.alone, self.typed) = (false, Typed::default());
        self.gate = match (&self.open, self.gate.take()) {
            (Some(id), _) => Some(Gate::Pin(id.clone())),
            (None, Some(gate @ (Gate::Again | Gate::Draft(_)))) => Some(gate),
            (None, _) => has_something.then_some(Gate::Draft(None)),
        };
    }
}

/// A row of the list: id, picture, alias, time, state.
fn profile(row: &str) -> Option<Profile> {
    let mut cells = row.split('\t');
    let mut next = || cells.next().unwrap_or_default().to_owned();
    let (id, picture, alias, saved) = (next(), next(), next(), next());
    let state = match next().as_str() {
        "" => Record::Sound,
        "newer" => Record::Newer,
        _ => Record::Damaged,
    };
    let saved = saved.parse().unwrap_or_default();
    (!id.is_empty()).then_some(Profile { id, picture, alias, saved, state })
}

/// Something for the store to do: what, and its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub what: &'static str,
    pub texts: Vec<String>,
}

impl Job {
    /// Brings the draft of this sitting.
    #[must_use]
    pub fn draft() -> Job {
        Job::new("draft", &[])
    }

    /// Whether a gate stands.
    #[must_use]
    pub fn gate(stands: bool) -> Job {
        Job::new(if stands { "covered" } else { "shown" }, &[])
    }

    /// Asks for the fingerprint of the released file.
    #[must_use]
    pub fn fingerprint() -> Job {
        Job::new("fingerprint", &[])
    }

    /// Shuts the open profile.
    #[must_use]
    pub fn lock() -> Job {
        Job::new("lock", &[])
    }

    fn new(what: &'static str, texts: &[&str]) -> Job {
        Job { what, texts: texts.iter().map(|text| (*text).to_owned()).collect() }
    }
}

impl State {
    /// Whether nothing was entered.
    fn is_clean(&self) -> bool {
        Case { market: None, ..self.case.clone() } == clean_case()
    }

    /// Whether there is anything to lose or to hide.
    #[must_use]
    pub fn has_something(&self) -> bool {
        self.keep.open.is_some() || self.before.is_some() || !self.is_clean()
    }

    /// Whether the page can be loaded anew without losing anything.
    #[must_use]
    pub fn can_reload(&self) -> bool {
        match self.keep.open {
            Some(_) => matches!(self.keep.written, Written::Same | Written::Saved),
            None => (self.before.is_none() && self.is_clean()) || self.keep.able.is_some_and(|able| able.draft),
        }
    }

    /// What the store has to do for something that a person does, told before it is done.
    #[must_use]
    pub fn job(&self, keep: &Keep) -> Option<Job> {
        let (state, typed) = (&self.keep, &self.keep.typed);
        let open = state.open.as_deref().unwrap_or_default();
        Some(match keep {
            Keep::Create if state.lacks().is_none() && !state.busy => {
                let picture = PICTURES.get(typed.picture).map(|(name, _)| *name).unwrap_or_default();
                Job::new("create", &[typed.alias.trim(), picture, &typed.pin, &document::write(&self.case)])
            }
            Keep::Open(id) if !state.busy => Job::new("open", &[id, &typed.pin]),
            Keep::Raw(id) => Job::new("raw", &[id]),
            Keep::Remove(id) if state.sure.as_ref() == Some(id) => Job::new("remove", &[id]),
            Keep::Mine if matches!(state.gate, Some(Gate::Draft(Some(_)))) => Job::draft(),
            Keep::NotMine if matches!(state.gate, Some(Gate::Pin(_))) => Job::lock(),
            Keep::NotMine => Job::new("mirror", &[""]),
            Keep::Erase(too) => Job::new("erase", &[if *too { open } else { "" }]),
            _ => return None,
        })
    }

    /// What the store has to do before an action that shuts the open profile.
    #[must_use]
    pub fn shuts(&self, action: &Action) -> Vec<Job> {
        let covers =
            matches!(action, Action::Keep(Keep::Lock)) || matches!(action, Action::Heard(what, _) if what == "left");
        let asks = matches!(action, Action::Keep(Keep::Finish | Keep::Ask(_)));
        let unwritten = self.unwritten().filter(|_| self.keep.changed);
        let shut = matches!((&self.keep.gate, &self.keep.open), (Some(Gate::Pin(id)), Some(open)) if id == open);
        match &self.keep.open {
            Some(_) if covers && !shut => unwritten.into_iter().chain([Job::lock()]).collect(),
            _ if covers || asks => unwritten.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// What the store has to do so that the case as it stands is not lost.
    #[must_use]
    pub fn mirror(&self) -> Option<Job> {
        if self.keep.gate.is_some() || self.keep.busy { None } else { self.unwritten() }
    }

    fn unwritten(&self) -> Option<Job> {
        let keep = &self.keep;
        match (&keep.open, keep.able) {
            (None, Some(able)) if able.draft || able.profiles => {
                Some(Job::new("mirror", &[&if self.is_clean() { String::new() } else { document::write(&self.case) }]))
            }
            (Some(_), _) if keep.written.goes_on() => Some(Job::new("save", &[&document::write(&self.case)])),
            _ => None,
        }
    }

    /// Another case takes the place of the one that a profile keeps: the profile shuts, so that it is not written over.
    /// Nor can it be taken back into the open: it is behind its PIN.
    pub(super) fn detach(&mut self, case: Case, notice: Notice) {
        let had = self.keep.open.take().is_some();
        self.keep.written = Written::Same;
        self.replace(case, notice);
        if had {
            self.before = None;
        }
    }

    /// The case is another one than the store knows of.
    pub(super) fn changed(&mut self) {
        self.keep.changed = true;
        if self.keep.open.is_some() && self.keep.written.goes_on() {
            self.keep.written = Written::Saving;
        }
    }

    pub(super) fn keep_as(&mut self, act: Keep) {
        let keep = &mut self.keep;
        match act {
            Keep::Type(Asked::Alias, text) => keep.typed.alias = first_letters(&text, MOST_ALIAS),
            Keep::Type(Asked::Pin, text) => {
                (keep.typed.pin, keep.shut) = (first_letters(&text, MOST_PIN), None);
            }
            Keep::Type(Asked::Again, text) => keep.typed.again = first_letters(&text, MOST_PIN),
            Keep::Picture(place) => keep.typed.picture = place,
            Keep::Create => keep.busy = keep.lacks().is_none(),
            Keep::Ask(id) => {
                (keep.gate, keep.shut, keep.typed) = (Some(Gate::Pin(id)), None, Typed::default());
            }
            Keep::Open(_) => keep.busy = true,
            Keep::Lock => self.cover(),
            Keep::Raw(_) => {}
            Keep::Remove(id) => keep.sure = Some(id).filter(|id| keep.sure.as_ref() != Some(id)),
            Keep::Mine => {
                if let Some(Gate::Draft(at)) = keep.gate.take() {
                    keep.gate = at.is_some().then_some(Gate::Again);
                }
            }
            Keep::NotMine => self.start_anew(),
            Keep::Finish => keep.gate = Some(Gate::Finish),
            Keep::Erase(_) => keep.busy = true,
            Keep::Stay => keep.gate = None,
        }
    }

    /// What the store said.
    pub(super) fn hear(&mut self, what: &str, text: &str) {
        match what {
            "draft" => {
                self.take_up(text, Written::Same);
                if std::mem::take(&mut self.keep.late) {
                    self.notice = Some(Notice::Late);
                }
            }
            "lost" => self.keep.gate = None,
            // Whoever was sent away meanwhile gets nothing.
            "open" | "opened" | "looking" if !self.keep.busy => {}
            "opened" => self.open_up(text, Written::Same),
            "looking" => self.open_up(text, Written::Looking),
            "left" => self.cover(),
            "keep" => self.screen = Screen::Keep,
            "erased" => {
                self.start_anew();
                self.screen = Screen::Done;
                self.keep.erased = Some(text.parse().ok());
            }
            // Nobody waits for a document that does not come.
            "failed" if text == "draft" => self.keep.gate = None,
            "failed" if text == "mirror" => self.keep.able = self.keep.able.map(|able| Able { draft: false, ..able }),
            "failed" => {
                self.keep.busy = false;
                self.keep.shut = (text == "open").then_some(Shut::Failed);
                if text == "create" {
                    self.keep.written = Written::Failed;
                }
            }
            _ => self.keep.hear(what, text),
        }
    }

    fn open_up(&mut self, text: &str, written: Written) {
        self.screen = Screen::Start;
        self.take_up(text, written);
    }

    /// A document from the store becomes the case. One that cannot be read stays where it is.
    fn take_up(&mut self, text: &str, written: Written) {
        let keep = &mut self.keep;
        let was = std::mem::replace(&mut keep.written, written);
        (keep.gate, keep.busy, keep.typed, keep.changed) = (None, false, Typed::default(), false);
        if std::mem::take(&mut keep.held) {
            if written == Written::Same && was != Written::Saved {
                keep.written = Written::Failed;
            }
            return;
        }
        match document::read(text) {
            Ok(opened) => {
                (self.before, self.roll) = (None, RollView::default());
                self.set_case(opened.case);
                // What was left out would be lost by writing over it.
                if !opened.left_out.is_empty() {
                    self.keep.written = Written::Looking;
                    self.notice = Some(Notice::Opened(opened.left_out.into()));
                }
            }
            Err(refusal) => {
                self.keep.open = None;
                self.notice = Some(Notice::Refused(refusal));
            }
        }
    }

    /// The page covers itself. What a profile has on the disk goes out of the page's memory.
    fn cover(&mut self) {
        let has_something = self.has_something();
        self.keep.cover(has_something);
        self.keep.changed = false;
        if self.keep.open.is_some() && !self.keep.held {
            let is_kept = matches!(self.keep.written, Written::Same | Written::Saved | Written::Looking);
            self.keep.held = !is_kept;
            if is_kept {
                self.set_case(clean_case());
                self.before = None;
            }
        }
        self.notice = None;
    }

    /// A clean page for whoever comes next; what is known of the device stays.
    fn start_anew(&mut self) {
        let Keeping { able, profiles, fingerprint, .. } = std::mem::take(&mut self.keep);
        let keep = Keeping { able, profiles, fingerprint, ..Keeping::default() };
        self.set_case(clean_case());
        *self = State {
            keep,
            case: self.case.clone(),
            newer: self.newer,
            refused: self.refused.take(),
            ..State::new(self.language, Screen::Start, &self.clock)
        };
    }
}

fn first_letters(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
