//! Actions of the person, their targets, and the page's notices.

use std::rc::Rc;

use super::screen::Screen;
use super::storage::ProfileInput;
use super::storage::event::StorageEvent;
use crate::document::members_csv::BadRow;
use crate::document::{DocumentRefusal, LeftOut};
use crate::domain::case::{
    Alloy, Column, Grace, Kind, Method, Per, Place, PurityBy, Schedule, Sharing, StatementKind, WayId,
};
use crate::domain::channel::ChannelId;
use crate::domain::compare::sensitivity::Input;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::term::permit::Permit;
use crate::examples::Example;
use crate::i18n::Language;

/// A list of named items with figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Items {
    Projects,
    Pieces,
}

/// A notice for the person. Its lists are reference counted, because the state is cloned often.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    Saved,
    Opened(Rc<Vec<LeftOut>>),
    Refused(DocumentRefusal),
    Unreadable,
    /// A file could not be handed to the browser.
    NotSaved,
    Cleaned,
    PageNotSaved,
    /// A member list was read: the number of rows accepted, and the rows left out.
    Listed(usize, Rc<Vec<BadRow>>),
    /// The file is a spreadsheet workbook; it must be saved as a table (CSV) first.
    Workbook,
    ListSaved,
    /// A row of the list was removed.
    RowOut,
    /// The estimated purity is now used in the case.
    PurityUsed,
    /// The page was reloaded before the last keys were saved.
    Late,
    /// The case embedded in the file was opened.
    Exercise(Rc<Vec<LeftOut>>),
}

/// A request of the person about storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageRequest {
    Type(ProfileInput, String),
    Picture(usize),
    /// Creates a profile from the typed data.
    Create,
    /// Asks for the PIN of a profile.
    Ask(String),
    /// Opens a profile with the typed PIN.
    Open(String),
    /// Locks the open profile.
    Lock,
    /// Hands out the bytes of a record.
    Raw(String),
    /// Erases an unreadable record.
    Remove(String),
    /// Gate answer: the covered case belongs to this person.
    Mine,
    /// Gate answer: it does not; it is dropped.
    NotMine,
    /// "Finish and erase" was pressed; a confirmation follows.
    Finish,
    /// The confirmation; `true` erases the open profile too.
    Erase(bool),
    /// Cancels.
    Stay,
}

/// A new version of the hosted page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newer {
    /// It is installed and waits.
    Waiting,
    /// It was opened once, and did not start.
    Tried,
}

/// The visible part of the member list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemberListView {
    /// The first visible row.
    pub from: usize,
    /// Whether the columns for organisations and people per row are shown.
    pub several: bool,
    /// Shows all rows, for printing.
    pub printing: bool,
}

/// All actions.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Type(Place, Field, String),
    /// Sets an end of a range; `true`: the high end.
    TypeEnd(Place, Field, bool, String),
    SetUnit(Place, Field, Unit),
    /// Changes the unit without converting the number.
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
    /// Sets a cell of the member list.
    Member(usize, Column, String),
    AddMember,
    RemoveMember(usize),
    /// Reads the member list from a file of another program.
    ReadList(Vec<u8>),
    MemberList(MemberListView),
    /// The channel that the association sells through; `None`: the one with the most cash.
    SellThrough(Option<ChannelId>),
    FundChannel(ChannelId),
    /// Adds an item with this name to a list.
    AddItem(Items, String),
    RemoveItem(Items, usize),
    NameItem(Items, usize, String),
    /// Moves an item of a list up by one.
    RaiseItem(Items, usize),
    PurityBy(PurityBy),
    /// Sets the hallmark, in per mille.
    Mark(&'static str),
    /// Uses the estimated purity in the case.
    UsePurity,
    Alloy(Alloy),
    SplitRest(ChannelId),
    /// Puts two channels side by side.
    Beside(ChannelId, ChannelId),
    /// Selects the input whose curve is drawn.
    Curve(Input),
    /// Runs the next slice of the study that started at this turn.
    Think(u32),
    Compare(ChannelId, bool),
    AddCut(ChannelId),
    RemoveCut(ChannelId, usize),
    Name(String),
    /// Sets the price of the camp to the share that planetGOLD names (70 %).
    Seventy,
    PriceMonth(String),
    /// The contents of the host's prices file.
    Hosted(Vec<u8>),
    Show(Screen),
    Speak(Language),
    Open(String),
    /// The case embedded in the file.
    Exercise(String),
    StorageRequest(StorageRequest),
    /// An event of the storage.
    StorageEvent(StorageEvent),
    /// Saves the current case, if nothing has changed since this turn.
    SaveDraft(u32),
    Load(Example),
    Clean,
    Undo,
    Tell(Notice),
    Quiet,
    /// A new version of the page; `None` hides the offer.
    Newer(Option<Newer>),
}

impl MemberListView {
    /// Rows per page: rendering thousands would delay every key.
    pub const ROWS: usize = 40;

    /// The first row of the page that contains `row`.
    #[must_use]
    pub fn page_of(row: usize) -> usize {
        row / Self::ROWS * Self::ROWS
    }
}
