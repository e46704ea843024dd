//! Everything a person can do, where, and what the page says of it.

use std::rc::Rc;

use super::screen::Screen;
use super::storage::Asked;
use super::storage::event::StorageEvent;
use crate::document::members_csv::BadRow;
use crate::document::{DocumentRefusal, LeftOut};
use crate::domain::case::Place;
use crate::domain::case::{Alloy, Column, Grace, Kind, Method, Per, PurityBy, Schedule, Sharing, StatementKind, WayId};
use crate::domain::channel::ChannelId;
use crate::domain::compare::sensitivity::Input;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::term::permit::Permit;
use crate::examples::Example;
use crate::i18n::Language;

/// A list of things with a name and figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Items {
    Projects,
    Pieces,
}

/// What happened that the person should know. Lists in it are shared: a state is copied often.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    Saved,
    Opened(Rc<Vec<LeftOut>>),
    Refused(DocumentRefusal),
    Unreadable,
    Cleaned,
    PageNotSaved,
    /// A list of members: how many were taken, and the rows that were left out.
    Listed(usize, Rc<Vec<BadRow>>),
    /// A spreadsheet's own file, which has to be saved as a table first.
    Workbook,
    ListSaved,
    /// A row of the list was taken out.
    RowOut,
    /// The purity that was told is now that of the case.
    PurityUsed,
    /// The page was reloaded before the last keys were kept.
    Late,
    /// The file came with a case in it.
    Exercise(Rc<Vec<LeftOut>>),
}

/// What a person does about what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageRequest {
    Type(Asked, String),
    Picture(usize),
    /// Makes a profile of what was typed.
    Create,
    /// Asks for the PIN of a profile.
    Ask(String),
    /// Opens it with the PIN that was typed.
    Open(String),
    /// Shuts the profile that is open.
    Lock,
    /// Hands out the bytes of a record.
    Raw(String),
    /// Erases a record that cannot be read.
    Remove(String),
    /// What stands behind the gate is one's own.
    Mine,
    /// It is not: it goes.
    NotMine,
    /// "Finish and erase" is asked.
    Finish,
    /// It is answered; the open profile goes too if so.
    Erase(bool),
    /// It is not done after all.
    Stay,
}

/// There is another version of the hosted page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newer {
    /// It is there, and waits.
    Waiting,
    /// It was opened once, and did not start.
    Tried,
}

/// What is shown of the list of members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemberListView {
    /// The first row that is shown.
    pub from: usize,
    /// Whether organisations and the people of a row are asked.
    pub several: bool,
    /// All of it, for paper.
    pub printing: bool,
}

/// Everything a person can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Type(Place, Field, String),
    /// An end of a range, the high one if so.
    TypeEnd(Place, Field, bool, String),
    SetUnit(Place, Field, Unit),
    /// The number stays, its unit was meant to be another one.
    MeantUnit(Place, Field, Unit),
    IsSure(Place, Field),
    Unknown(Place, Field, bool),
    Kind(Kind),
    Per(Per),
    Method(Method),
    Schedule(Schedule),
    Permit(Permit, bool),
    Today(ChannelId),
    StatementKind(StatementKind),
    WayOn(WayId, bool),
    WayNow(WayId),
    WayPlanned(WayId),
    Grace(Grace),
    Sharing(Sharing),
    /// A cell of the list of members.
    Member(usize, Column, String),
    AddMember,
    RemoveMember(usize),
    /// The list of members from a file of other programs.
    ReadList(Vec<u8>),
    MemberList(MemberListView),
    /// The channel that the association sells through; `None`: the one that leaves the most.
    SellThrough(Option<ChannelId>),
    FundChannel(ChannelId),
    /// Adds one to a list, under a name.
    AddItem(Items, String),
    RemoveItem(Items, usize),
    NameItem(Items, usize, String),
    /// Moves one of a list before the one above it.
    RaiseItem(Items, usize),
    PurityBy(PurityBy),
    /// A mark, in per mille.
    Mark(&'static str),
    /// The purity that was told becomes that of the case.
    UsePurity,
    Alloy(Alloy),
    SplitRest(ChannelId),
    /// Two channels are put side by side.
    Beside(ChannelId, ChannelId),
    /// The figure whose curve is drawn.
    Curve(Input),
    /// A little more of the study that was begun at this turn.
    Think(u32),
    Compare(ChannelId, bool),
    AddCut(ChannelId),
    RemoveCut(ChannelId, usize),
    Name(String),
    /// The share that planetGOLD names, as the price of the camp.
    Seventy,
    PriceMonth(String),
    /// The prices that the host lays beside the page.
    Hosted(Vec<u8>),
    Show(Screen),
    Speak(Language),
    Open(String),
    /// The case that came with the file.
    Exercise(String),
    Keep(StorageRequest),
    /// The storage says something.
    Storage(StorageEvent),
    /// The case as it stands is kept, if nothing was changed since this turn.
    SaveDraft(u32),
    Load(Example),
    Clean,
    Undo,
    Tell(Notice),
    Quiet,
    /// There is another version of the page; or no more is said of it.
    Newer(Option<Newer>),
}

impl MemberListView {
    /// Rows that are shown at a time: thousands would make each key wait.
    pub const ROWS: usize = 40;

    /// The first row of the page that `row` is on.
    #[must_use]
    pub fn page_of(row: usize) -> usize {
        row / Self::ROWS * Self::ROWS
    }
}
