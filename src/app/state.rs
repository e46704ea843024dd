//! The one state of the page and every way it can change. Pure: tested without a browser.

use std::rc::Rc;

use crate::document::roll::{self, BadRow, Listed, MOST_MEMBERS};
use crate::document::{self, LeftOut, MOST_BYTES, Refusal};
use crate::domain::case::{
    Column, Grace, Item, Kind, Member, Method, Paper, Per, Schedule, Sharing, SlipKind, StepId, WayId,
};
use crate::domain::channel::ChannelId;
use crate::domain::unit::Unit;
use crate::domain::{Case, Entry, Field, number, process};
use crate::examples::Example;
use crate::i18n::{Language, format};

/// A stop of the way through the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    #[default]
    Start,
    Have,
    Work,
    Doors,
    Compare,
    /// A settlement in hand.
    Slip,
    /// Ways to get the gold out.
    Process,
    /// Equipment on credit.
    Credit,
    /// The steps that open doors.
    Formal,
    /// People who sell together, and their fund.
    Association,
    /// Jewelry of the gold.
    Jewelry,
    /// Copper ore, raw or as concentrate.
    Copper,
    /// One lot sold through several doors.
    Mix,
}

impl Screen {
    /// The stops of the way, which the rail shows.
    pub const STOPS: [Screen; 5] = [Screen::Start, Screen::Have, Screen::Work, Screen::Doors, Screen::Compare];
    /// The questions beside the way.
    pub const PARTS: [Screen; 8] = [
        Screen::Slip,
        Screen::Mix,
        Screen::Process,
        Screen::Credit,
        Screen::Formal,
        Screen::Association,
        Screen::Jewelry,
        Screen::Copper,
    ];

    /// Every screen.
    pub fn all() -> impl Iterator<Item = Screen> {
        Screen::STOPS.into_iter().chain(Screen::PARTS)
    }

    #[must_use]
    pub fn is_part(self) -> bool {
        Screen::PARTS.contains(&self)
    }

    /// Its name in the address, after `#/`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Screen::Start => "inicio",
            Screen::Have => "tengo",
            Screen::Work => "trabajo",
            Screen::Doors => "puertas",
            Screen::Compare => "comparar",
            Screen::Slip => "liquidacion",
            Screen::Process => "proceso",
            Screen::Credit => "credito",
            Screen::Formal => "formalizar",
            Screen::Association => "asociacion",
            Screen::Jewelry => "joyas",
            Screen::Copper => "cobre",
            Screen::Mix => "mezcla",
        }
    }
}

/// Where an address leads: a stop, and perhaps the id of a field on it.
#[must_use]
pub fn route(hash: &str) -> (Screen, Option<&str>) {
    let mut parts = hash.trim_start_matches(['#', '/']).splitn(2, '/');
    let name = parts.next().unwrap_or_default();
    let screen = Screen::all().find(|screen| screen.id() == name).unwrap_or_default();
    (screen, parts.next().filter(|id| !id.is_empty()))
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Case,
    Door(ChannelId),
    /// One intermediary of a door.
    Cut(ChannelId, usize),
    /// On the settlement in hand.
    Slip,
    Way(WayId),
    Loan,
    Step(StepId),
    Association,
    /// A project of the fund, by its place in the list.
    Project(usize),
    Jewelry,
    /// A kind of piece, by its place in the list.
    Piece(usize),
    Copper,
    /// What goes through one door.
    Mix(ChannelId),
}

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
    Refused(Refusal),
    Unreadable,
    Cleaned,
    PageNotSaved,
    /// A list of members: how many were taken, and the rows that were left out.
    Listed(usize, Rc<Vec<BadRow>>),
    /// A spreadsheet's own file, which has to be saved as a table first.
    Workbook,
    ListSaved,
}

/// What is shown of the list of members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RollView {
    /// The first row that is shown.
    pub from: usize,
    /// Whether organisations and the people of a row are asked.
    pub several: bool,
    /// All of it, for paper.
    pub printing: bool,
}

/// The whole state. What is worked out from the case is no part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub case: Case,
    pub language: Language,
    pub screen: Screen,
    pub notice: Option<Notice>,
    pub roll: RollView,
    /// Today, as `2026-11-22`, handed in by the browser.
    pub today: String,
    /// The case before the last one was opened or cleaned: nothing is lost by a slip.
    pub before: Option<Case>,
    /// The last entry whose unit was changed, as typed and as it stands: changing back is exact.
    converted: Option<(Place, Field, Entry, Entry)>,
}

/// Everything a person can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Type(Place, Field, String),
    SetUnit(Place, Field, Unit),
    /// The number stays, its unit was meant to be another one.
    MeantUnit(Place, Field, Unit),
    IsSure(Place, Field),
    Unknown(Place, Field, bool),
    Kind(Kind),
    Per(Per),
    Method(Method),
    Schedule(Schedule),
    Paper(Paper, bool),
    Today(ChannelId),
    SlipKind(SlipKind),
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
    Roll(RollView),
    /// The door that the association sells through; nothing: the one that leaves the most.
    SellThrough(Option<ChannelId>),
    FundDoor(ChannelId),
    /// Adds one to a list, under a name.
    AddItem(Items, String),
    RemoveItem(Items, usize),
    NameItem(Items, usize, String),
    /// Moves one of a list before the one above it.
    RaiseItem(Items, usize),
    MixRest(ChannelId),
    Compare(ChannelId, bool),
    AddCut(ChannelId),
    RemoveCut(ChannelId, usize),
    Name(String),
    /// The share that planetGOLD names, as the price of the camp.
    Seventy,
    PriceMonth(String),
    Show(Screen),
    Speak(Language),
    Open(String),
    Load(Example),
    Clean,
    Undo,
    Tell(Notice),
    Quiet,
}

impl Action {
    /// Whether it may change the case, so that the outcome is worked out again.
    #[must_use]
    pub fn is_of_case(&self) -> bool {
        use Action::{Quiet, Roll, Show, Speak, Tell};
        !matches!(self, Show(_) | Speak(_) | Roll(_) | Tell(_) | Quiet)
    }
}

impl State {
    /// A clean state on a day, as `2026-11-22`.
    #[must_use]
    pub fn new(language: Language, screen: Screen, today: &str) -> State {
        State {
            case: clean_case(),
            language,
            screen,
            notice: None,
            roll: RollView::default(),
            today: today.to_owned(),
            before: None,
            converted: None,
        }
    }

    /// This month, as `2026-11`.
    #[must_use]
    pub fn month(&self) -> &str {
        self.today.get(..7).unwrap_or_default()
    }

    /// Whether a person put in a price; otherwise it is the reference's, of its own month.
    #[must_use]
    pub fn has_own_price(&self) -> bool {
        let typed = |field| self.entry(Place::Case, field).is_some_and(|entry| !entry.text.trim().is_empty());
        typed(Field::GoldPrice) || typed(Field::ExchangeRate)
    }

    /// The entry of a field, if anything was entered.
    #[must_use]
    pub fn entry(&self, place: Place, field: Field) -> Option<&Entry> {
        match place {
            Place::Case => self.case.inputs.get(&field),
            Place::Door(channel) => self.case.door(channel)?.terms.get(&field),
            Place::Cut(channel, number) => self.case.door(channel)?.chain.get(number),
            Place::Slip => self.case.slip.lines.get(&field),
            Place::Way(way) => self.case.way(way)?.terms.get(&field),
            Place::Loan => self.case.loan.terms.get(&field),
            Place::Step(step) => self.case.step(step)?.terms.get(&field),
            Place::Association => self.case.association.terms.get(&field),
            Place::Project(place) => self.case.association.projects.get(place)?.terms.get(&field),
            Place::Jewelry => self.case.jewelry.terms.get(&field),
            Place::Piece(place) => self.case.jewelry.pieces.get(place)?.terms.get(&field),
            Place::Copper => self.case.copper.get(&field),
            Place::Mix(channel) => self.case.mix.portions.get(channel as usize).map(|portion| &portion.amount),
        }
    }

    fn entry_mut(&mut self, place: Place, field: Field) -> Option<&mut Entry> {
        match place {
            Place::Case => self.case.inputs.of(field),
            Place::Door(channel) => self.case.door_mut(channel)?.terms.of(field),
            Place::Cut(channel, number) => self.case.door_mut(channel)?.chain.get_mut(number),
            Place::Slip => self.case.slip.lines.of(field),
            Place::Way(way) => self.case.ways.get_mut(way as usize)?.terms.of(field),
            Place::Loan => self.case.loan.terms.of(field),
            Place::Step(step) => self.case.steps.get_mut(step as usize)?.terms.of(field),
            Place::Association => self.case.association.terms.of(field),
            Place::Project(place) => self.case.association.projects.get_mut(place)?.terms.of(field),
            Place::Jewelry => self.case.jewelry.terms.of(field),
            Place::Piece(place) => self.case.jewelry.pieces.get_mut(place)?.terms.of(field),
            Place::Copper => self.case.copper.of(field),
            Place::Mix(channel) => self.case.mix.portions.get_mut(channel as usize).map(|portion| &mut portion.amount),
        }
    }

    /// The state after an action.
    #[must_use]
    pub fn apply(mut self, action: Action) -> State {
        match action {
            Action::Type(place, field, text) => self.edit(place, field, |entry| {
                *entry = Entry { text, unknown: false, sure: false, ..entry.clone() };
            }),
            Action::SetUnit(place, field, unit) => self.set_unit(place, field, unit),
            Action::MeantUnit(place, field, unit) => self.edit(place, field, |entry| entry.unit = unit),
            Action::IsSure(place, field) => self.edit(place, field, |entry| entry.sure = true),
            Action::Unknown(place, field, unknown) => self.edit(place, field, |entry| entry.unknown = unknown),
            Action::Kind(kind) => {
                self.case.kind = kind;
                self.case.way_now = process::now_by(&self.case);
            }
            Action::Per(per) => self.case.per = per,
            Action::Method(method) => {
                self.case.method = method;
                self.case.way_now = process::now_by(&self.case);
            }
            Action::Schedule(schedule) => self.case.schedule = schedule,
            Action::Paper(paper, has) => self.case.papers.set(paper, has),
            Action::Today(channel) => self.case.today = channel,
            Action::SlipKind(kind) => self.case.slip.kind = kind,
            Action::WayOn(id, on) => {
                self.case.ways.iter_mut().filter(|way| way.id == id).for_each(|way| way.on = on);
            }
            Action::WayNow(way) => process::take_up(&mut self.case, way),
            Action::WayPlanned(way) => self.case.way_planned = way,
            Action::Grace(grace) => self.case.loan.grace = grace,
            Action::Sharing(sharing) => self.case.association.sharing = sharing,
            Action::Member(row, column, text) => {
                if let Some(member) = self.members().get_mut(row) {
                    *member.cell_mut(column) = text;
                }
            }
            Action::AddMember => {
                let members = self.members();
                if members.len() < MOST_MEMBERS {
                    members.push(Member::default());
                }
                self.roll.from = RollView::page_of(self.case.association.members.len().saturating_sub(1));
            }
            Action::RemoveMember(row) => {
                if row < self.case.association.members.len() {
                    self.members().remove(row);
                }
                let last = self.case.association.members.len().saturating_sub(1);
                self.roll.from = self.roll.from.min(RollView::page_of(last));
            }
            Action::ReadList(bytes) => self.read_list(&bytes),
            Action::Roll(roll) => self.roll = roll,
            Action::SellThrough(door) => self.case.association.door = door,
            Action::FundDoor(channel) => self.case.association.fund_door = channel,
            Action::AddItem(list, name) => self.items(list).push(Item { name, ..Item::default() }),
            Action::RemoveItem(list, place) => {
                let items = self.items(list);
                if place < items.len() {
                    items.remove(place);
                }
            }
            Action::NameItem(list, place, name) => {
                if let Some(item) = self.items(list).get_mut(place) {
                    item.name = name;
                }
            }
            Action::RaiseItem(list, place) => {
                let items = self.items(list);
                if (1..items.len()).contains(&place) {
                    items.swap(place, place - 1);
                }
            }
            Action::MixRest(channel) => self.case.mix.rest = channel,
            Action::Compare(channel, on) => self.door(channel, |door| door.on = on),
            Action::AddCut(channel) => self.door(channel, |door| door.chain.push(Entry::new("", Unit::Percent))),
            Action::RemoveCut(channel, number) => self.door(channel, |door| {
                if number < door.chain.len() {
                    door.chain.remove(number);
                }
            }),
            Action::Name(name) => self.case.name = name,
            Action::Seventy => self.edit(Place::Door(ChannelId::Camp), Field::Price, |entry| {
                *entry = Entry::new("70", Unit::PercentOfValue);
            }),
            Action::PriceMonth(month) => self.case.price_month = month,
            Action::Show(screen) => {
                self.screen = screen;
                // What was cleaned can be brought back from any stop, and what an example replaced from
                // the screen that it leads to.
                let keeps = |notice: &Notice| match notice {
                    Notice::Opened(_) => screen.is_part(),
                    Notice::Cleaned => true,
                    _ => false,
                };
                self.notice = self.notice.take().filter(keeps);
            }
            Action::Speak(language) => self.language = language,
            Action::Open(text) => match document::read(&text) {
                Ok(opened) => self.replace(opened.case, Notice::Opened(opened.left_out.into())),
                Err(refusal) => self.notice = Some(Notice::Refused(refusal)),
            },
            Action::Load(example) => self.replace(example.case(), Notice::Opened(Rc::default())),
            Action::Clean => self.replace(clean_case(), Notice::Cleaned),
            Action::Undo => {
                self.roll = RollView::default();
                if let Some(before) = self.before.take() {
                    self.case = before;
                }
                self.notice = None;
            }
            Action::Tell(notice) => self.notice = Some(notice),
            Action::Quiet => self.notice = None,
        }
        self
    }

    fn replace(&mut self, case: Case, notice: Notice) {
        self.before = Some(std::mem::replace(&mut self.case, case));
        self.roll = RollView::default();
        self.notice = Some(notice);
    }

    fn members(&mut self) -> &mut Vec<Member> {
        Rc::make_mut(&mut self.case.association.members)
    }

    /// A list takes the place of the one that is there, and can be taken back; one without a single
    /// good row changes nothing.
    fn read_list(&mut self, bytes: &[u8]) {
        if bytes.len() > MOST_BYTES {
            self.notice = Some(Notice::Refused(Refusal::TooLarge));
        } else if bytes.starts_with(b"PK") {
            self.notice = Some(Notice::Workbook);
        } else {
            let Listed { members, left_out } = roll::read(&roll::decode(bytes));
            let notice = Notice::Listed(members.len(), left_out.into());
            if members.is_empty() {
                self.notice = Some(notice);
                return;
            }
            let mut case = self.case.clone();
            case.association.members = Rc::new(members);
            self.replace(case, notice);
        }
    }

    fn items(&mut self, list: Items) -> &mut Vec<Item> {
        match list {
            Items::Projects => &mut self.case.association.projects,
            Items::Pieces => &mut self.case.jewelry.pieces,
        }
    }

    fn door(&mut self, channel: ChannelId, change: impl FnOnce(&mut crate::domain::Door)) {
        if let Some(door) = self.case.door_mut(channel) {
            change(door);
        }
    }

    fn edit(&mut self, place: Place, field: Field, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entry_mut(place, field) {
            change(entry);
        }
        // Who takes away what a retort catches has none.
        if (place, field) == (Place::Case, Field::RetortCatch) && self.case.method == Method::Amalgamation {
            self.case.way_now = WayId::Amalgamation;
            self.case.way_now = process::now_by(&self.case);
        }
        if place == Place::Case && matches!(field, Field::GoldPrice | Field::ExchangeRate) {
            self.case.price_month = match self.has_own_price() {
                true => self.month().to_owned(),
                false => Case::default().price_month,
            };
        }
    }

    /// Changes the unit and, where the units are worths of one another, the number with it.
    fn set_unit(&mut self, place: Place, field: Field, unit: Unit) {
        let blank = Entry::new("", field.default_unit());
        let before = self.entry(place, field).cloned().unwrap_or(blank);
        let same = self.converted.take().filter(|(at, of, _, now)| (*at, *of) == (place, field) && *now == before);
        let origin = same.map_or(before, |(_, _, origin, _)| origin);
        let after = match place {
            _ if origin.unit == unit => origin.clone(),
            // What is copied off a paper is the paper's number, whichever unit it turns out to be in.
            Place::Slip => Entry { unit, ..origin.clone() },
            _ => in_unit(&origin, unit),
        };
        self.edit(place, field, |entry| *entry = after.clone());
        self.converted = Some((place, field, origin, after));
    }
}

impl RollView {
    /// Rows that are shown at a time: thousands would make each key wait.
    pub const ROWS: usize = 20;

    /// The first row of the page that `row` is on.
    #[must_use]
    pub fn page_of(row: usize) -> usize {
        row / Self::ROWS * Self::ROWS
    }
}

/// An empty case. The first offer is asked in soles per gram, as buyers say it.
#[must_use]
pub fn clean_case() -> Case {
    let mut case = Case::default();
    if let Some(door) = case.door_mut(ChannelId::Camp) {
        door.terms.insert(Field::Price, Entry::new("", Unit::SolesPerGram));
    }
    case
}

/// The same figure in another unit; to 6 decimals, which the page shows.
fn in_unit(entry: &Entry, unit: Unit) -> Entry {
    let converted = number::read(&entry.text).ok().filter(|_| entry.unit.converts_to(unit)).and_then(|value| {
        let base = entry.unit.to_base(value).ok()?;
        unit.from_base(base).ok().map(|value| format::typed(value.round_dp(6)))
    });
    Entry { text: converted.unwrap_or_else(|| entry.text.clone()), unit, ..entry.clone() }
}
