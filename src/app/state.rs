//! The one state of the page and every way it can change. Pure: tested without a browser.

mod action;
mod effect;
mod screen;
mod storage;

pub use action::{Action, Items, MemberListView, Newer, Notice, Place, StorageRequest};
pub use effect::Effect;
pub use screen::{Screen, route};
pub use storage::{
    Able, Asked, CommandKind, Draft, Found, Gate, LEAST_PIN, Lacks, MOST_ALIAS, MOST_PIN, PICTURES, Profile, Record,
    Shut, Storage, StorageCommand, StorageError, StorageEvent, Written,
};

use std::rc::Rc;

use super::calendar::{self, days_between};
use crate::document::members_csv::{self, Listed, MOST_MEMBERS};
use crate::document::{self, DocumentRefusal, MOST_BYTES};
use crate::domain::case::{Case, Entry, PricedCase};
use crate::domain::case::{Item, Member, Method, WayId};
use crate::domain::channel::ChannelId;
use crate::domain::compare::sensitivity::Input;
use crate::domain::number::parse;
use crate::domain::number::unit::Unit;
use crate::domain::reference::market::{Market, PriceRefusal as Refused};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::tools::{process, purity};
use crate::i18n::{Language, format};

/// The whole state. What is worked out from the case is no part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub case: PricedCase,
    pub language: Language,
    pub screen: Screen,
    pub notice: Option<Notice>,
    /// Another version of the page is there, and the person has not said what to do.
    pub newer: Option<Newer>,
    pub member_list: MemberListView,
    /// The two channels that are put side by side, and the figure whose curve is drawn.
    pub beside: Option<(ChannelId, ChannelId)>,
    pub curve: Option<Input>,
    /// Today, as `2026-11-22`, handed in by the browser.
    pub today: String,
    /// The same as the device's clock says it, be it possible or not.
    clock: String,
    /// Why the host's prices do not stand in for the reference.
    pub refused: Option<Refused>,
    /// The case that came with the file, while the gate stands before what is on the device.
    pub exercise: Option<String>,
    /// The case before the last one was opened or cleaned: nothing is lost by a slip.
    pub before: Option<Case>,
    /// The last entry whose unit was changed, as typed and as it stands: changing back is exact.
    converted: Option<(Place, Field, Entry, Entry)>,
    /// The field that was typed in last: it is not taken away under one's hands.
    pub last: Option<(Place, Field)>,
    /// The field of which an end was typed in last: its ends are not folded away under one's hands.
    pub ends: Option<(Place, Field)>,
    /// What is kept on the device.
    pub keep: Storage,
}

impl State {
    /// A clean state on a day, as `2026-11-22`. A clock that stands before the month of the reference's price, when
    /// this page was not made yet, is wrong: the day is taken to be the first of that month.
    #[must_use]
    pub fn new(language: Language, screen: Screen, today: &str) -> State {
        let made = format!("{}-01", ReferenceId::GoldPrice.value().year);
        let is_possible = days_between(&made, today).is_some_and(|days| days >= 0);
        State {
            case: clean_case().into(),
            language,
            screen,
            notice: None,
            newer: None,
            member_list: MemberListView::default(),
            beside: None,
            curve: None,
            today: if is_possible { today.to_owned() } else { made },
            clock: today.to_owned(),
            refused: None,
            exercise: None,
            before: None,
            converted: None,
            last: None,
            ends: None,
            keep: Storage::default(),
        }
    }

    /// Whether the device's clock can be right.
    #[must_use]
    pub fn knows_today(&self) -> bool {
        self.today == self.clock
    }

    /// This month, as `2026-11`.
    #[must_use]
    pub fn month(&self) -> &str {
        self.today.get(..7).unwrap_or_default()
    }

    /// Whether a person put in a price; otherwise it is the reference's, of its own month.
    #[must_use]
    pub fn has_own_price(&self) -> bool {
        let typed = |field| self.entry(Place::Case, field).is_some_and(|entry| !entry.is_blank());
        typed(Field::GoldPrice) || typed(Field::ExchangeRate)
    }

    /// The prices of the host, where they are what is worked with.
    #[must_use]
    pub fn hosted(&self) -> Option<&Market> {
        self.case.market.as_deref().filter(|_| !self.has_own_price())
    }

    /// Year and month of the price that is worked with. Whatever month a file names, a price that nobody
    /// entered is of its own.
    #[must_use]
    pub fn price_date(&self) -> Option<(i64, i64)> {
        match self.hosted() {
            Some(market) => Some((market.date.year, market.date.month)),
            None if self.has_own_price() => calendar::month(&self.case.price_month),
            None => calendar::month(ReferenceId::GoldPrice.value().year),
        }
    }

    /// The entry of a field, if anything was entered.
    #[must_use]
    pub fn entry(&self, place: Place, field: Field) -> Option<&Entry> {
        match place {
            Place::Case => self.case.inputs.get(&field),
            Place::Channel(channel) => self.case.channel_terms(channel)?.terms.get(&field),
            Place::Cut(channel, number) => self.case.channel_terms(channel)?.chain.get(number),
            Place::Statement => self.case.statement.lines.get(&field),
            Place::Way(way) => self.case.way(way)?.terms.get(&field),
            Place::Loan => self.case.loan.terms.get(&field),
            Place::Step(step) => self.case.step(step)?.terms.get(&field),
            Place::Association => self.case.association.terms.get(&field),
            Place::Project(place) => self.case.association.projects.get(place)?.terms.get(&field),
            Place::Jewelry => self.case.jewelry.terms.get(&field),
            Place::Piece(place) => self.case.jewelry.pieces.get(place)?.terms.get(&field),
            Place::Copper => self.case.copper.get(&field),
            Place::SplitSale(channel) => {
                self.case.split_sale.portions.get(channel as usize).map(|portion| &portion.amount)
            }
            Place::Purity => self.case.purity.terms.get(&field),
        }
    }

    fn entry_mut(&mut self, place: Place, field: Field) -> Option<&mut Entry> {
        match place {
            Place::Case => self.case.inputs.entry_mut(field),
            Place::Channel(channel) => self.case.channel_terms_mut(channel)?.terms.entry_mut(field),
            Place::Cut(channel, number) => self.case.channel_terms_mut(channel)?.chain.get_mut(number),
            Place::Statement => self.case.statement.lines.entry_mut(field),
            Place::Way(way) => self.case.ways.get_mut(way as usize)?.terms.entry_mut(field),
            Place::Loan => self.case.loan.terms.entry_mut(field),
            Place::Step(step) => self.case.steps.get_mut(step as usize)?.terms.entry_mut(field),
            Place::Association => self.case.association.terms.entry_mut(field),
            Place::Project(place) => self.case.association.projects.get_mut(place)?.terms.entry_mut(field),
            Place::Jewelry => self.case.jewelry.terms.entry_mut(field),
            Place::Piece(place) => self.case.jewelry.pieces.get_mut(place)?.terms.entry_mut(field),
            Place::Copper => self.case.copper.entry_mut(field),
            Place::SplitSale(channel) => {
                self.case.split_sale.portions.get_mut(channel as usize).map(|portion| &mut portion.amount)
            }
            Place::Purity => self.case.purity.terms.entry_mut(field),
        }
    }

    /// The state after an action, whatever else has to be done.
    #[must_use]
    pub fn apply(self, action: Action) -> State {
        self.reduce(action).0
    }

    fn acted(mut self, action: Action) -> State {
        match action {
            Action::Type(place, field, text) => {
                (self.last, self.ends) = (Some((place, field)), None);
                self.edit(place, field, |entry| {
                    *entry = Entry { text, unknown: false, sure: false, ..entry.clone() };
                });
            }
            Action::TypeEnd(place, field, high, text) => {
                (self.last, self.ends) = (Some((place, field)), Some((place, field)));
                self.edit(place, field, |entry| {
                    *(if high { &mut entry.high } else { &mut entry.low }) = text;
                    entry.unknown = false;
                    // Of another middle it is asked again.
                    entry.sure &= !entry.text.trim().is_empty();
                });
            }
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
            Action::Permit(paper, has) => self.case.permits.set(paper, has),
            Action::Today(channel) => self.case.today = channel,
            Action::StatementKind(kind) => self.case.statement.kind = kind,
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
                self.member_list.from = MemberListView::page_of(self.case.association.members.len().saturating_sub(1));
            }
            Action::RemoveMember(row) if row < self.case.association.members.len() => {
                let (mut case, view) = (Case::clone(&self.case), self.member_list);
                Rc::make_mut(&mut case.association.members).remove(row);
                let last = case.association.members.len().saturating_sub(1);
                self.replace(case, Notice::RowOut);
                self.member_list = MemberListView { from: view.from.min(MemberListView::page_of(last)), ..view };
            }
            Action::RemoveMember(_) => {}
            Action::ReadList(bytes) => self.read_list(&bytes),
            Action::MemberList(view) => self.member_list = view,
            Action::SellThrough(outcome) => self.case.association.channel = outcome,
            Action::FundChannel(channel) => self.case.association.fund_channel = channel,
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
            Action::Beside(a, b) => (self.beside, self.curve) = (Some((a, b)), None),
            Action::Curve(input) => self.curve = Some(input),
            Action::Think(_) => {}
            Action::PurityBy(by) => self.case.purity.by = by,
            Action::Mark(mark) => {
                self.case.purity.terms.insert(Field::PurityMark, Entry::new(mark, Unit::PerMille));
            }
            Action::UsePurity => {
                let mut case = Case::clone(&self.case);
                if let Some(entry) = purity::entry(&case) {
                    case.inputs.insert(Field::Fineness, entry);
                    self.replace(case, Notice::PurityUsed);
                }
            }
            Action::Alloy(alloy) => self.case.purity.alloy = alloy,
            Action::SplitRest(channel) => self.case.split_sale.rest = channel,
            Action::Compare(channel, on) => self.channel(channel, |outcome| outcome.on = on),
            Action::AddCut(channel) => {
                self.channel(channel, |outcome| outcome.chain.push(Entry::new("", Unit::Percent)))
            }
            Action::RemoveCut(channel, number) => self.channel(channel, |outcome| {
                if number < outcome.chain.len() {
                    outcome.chain.remove(number);
                }
            }),
            Action::Name(name) => self.case.name = name,
            Action::Seventy => self.edit(Place::Channel(ChannelId::Camp), Field::Price, |entry| {
                *entry = Entry::new("70", Unit::PercentOfValue);
            }),
            Action::PriceMonth(month) => self.case.price_month = month,
            Action::Hosted(bytes) => self.host(&bytes),
            Action::Show(screen) => {
                self.screen = screen;
                if self.keep.gate == Some(Gate::Finish) {
                    self.keep.gate = None;
                }
                if screen != Screen::Done {
                    self.keep.erased = None;
                }
                // What was cleaned can be brought back from any stop, and what an example replaced from
                // the screen that it leads to.
                let keeps = |notice: &Notice| match notice {
                    Notice::Opened(_) => screen.is_part(),
                    Notice::Cleaned | Notice::PurityUsed | Notice::Exercise(_) => true,
                    _ => false,
                };
                self.notice = self.notice.take().filter(keeps);
            }
            Action::Speak(language) => self.language = language,
            Action::Open(text) => match document::read(&text) {
                Ok(opened) => self.detach(opened.case, Notice::Opened(opened.left_out.into())),
                Err(refusal) => self.notice = Some(Notice::Refused(refusal)),
            },
            Action::Exercise(text) if self.keep.gate.is_some() => self.exercise = Some(text),
            Action::Exercise(text) => self.open_exercise(&text),
            Action::Keep(keep) => self.keep_as(keep),
            Action::Storage(event) => self.on_storage_event(event),
            Action::SaveDraft(_) => self.keep.unsaved.0 = false,
            Action::Load(example) => self.detach(example.case(), Notice::Opened(Rc::default())),
            Action::Clean => self.detach(clean_case(), Notice::Cleaned),
            Action::Undo => {
                self.member_list = MemberListView::default();
                if let Some(before) = self.before.take() {
                    self.set_case(before);
                }
                self.notice = None;
            }
            Action::Tell(notice) => self.notice = Some(notice),
            Action::Quiet => self.notice = None,
            Action::Newer(newer) => self.newer = newer,
        }
        self
    }

    /// What came with the file, unless a person's own work goes before it.
    fn open_exercise(&mut self, text: &str) {
        match document::read(text) {
            Ok(opened) => {
                self.set_case(opened.case);
                self.notice = Some(Notice::Exercise(opened.left_out.into()));
            }
            Err(refusal) => self.notice = Some(Notice::Refused(refusal)),
        }
    }

    /// The host's prices stand in for the reference in every case, if they can be.
    fn host(&mut self, bytes: &[u8]) {
        match document::prices::read(bytes).and_then(|market| market.judge(&self.clock).map(|()| market)) {
            Ok(market) => self.case.market = Some(Rc::new(market)),
            Err(why) => self.refused = Some(why),
        }
    }

    /// Another case, under the same prices.
    fn set_case(&mut self, case: Case) -> Case {
        self.case.replace(case)
    }

    fn replace(&mut self, case: Case, notice: Notice) {
        self.before = Some(self.set_case(case));
        self.member_list = MemberListView::default();
        self.notice = Some(notice);
    }

    fn members(&mut self) -> &mut Vec<Member> {
        Rc::make_mut(&mut self.case.association.members)
    }

    /// A list takes the place of the one that is there, and can be taken back; one without a single
    /// good row changes nothing.
    fn read_list(&mut self, bytes: &[u8]) {
        if bytes.len() > MOST_BYTES {
            self.notice = Some(Notice::Refused(DocumentRefusal::TooLarge));
        } else if bytes.starts_with(b"PK") {
            self.notice = Some(Notice::Workbook);
        } else {
            let Listed { members, left_out } = members_csv::read(&members_csv::decode(bytes));
            let notice = Notice::Listed(members.len(), left_out.into());
            if members.is_empty() {
                self.notice = Some(notice);
                return;
            }
            let mut case = Case::clone(&self.case);
            case.association.members = Rc::new(members);
            // What could not be opened again is not taken in.
            if document::write(&case).len() > MOST_BYTES {
                self.notice = Some(Notice::Refused(DocumentRefusal::TooLarge));
                return;
            }
            self.replace(case, notice);
        }
    }

    fn items(&mut self, list: Items) -> &mut Vec<Item> {
        match list {
            Items::Projects => &mut self.case.association.projects,
            Items::Pieces => &mut self.case.jewelry.pieces,
        }
    }

    fn channel(&mut self, channel: ChannelId, change: impl FnOnce(&mut crate::domain::case::ChannelTerms)) {
        if let Some(terms) = self.case.channel_terms_mut(channel) {
            change(terms);
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
            Place::Statement => Entry { unit, ..origin.clone() },
            _ => in_unit(&origin, unit),
        };
        self.edit(place, field, |entry| *entry = after.clone());
        self.converted = Some((place, field, origin, after));
    }
}

/// An empty case. The first offer is asked in soles per gram, as buyers say it.
#[must_use]
pub fn clean_case() -> Case {
    let mut case = Case::default();
    if let Some(channel) = case.channel_terms_mut(ChannelId::Camp) {
        channel.terms.insert(Field::Price, Entry::new("", Unit::SolesPerGram));
    }
    case
}

/// The same figure in another unit; to 6 decimals, which the page shows.
fn in_unit(entry: &Entry, unit: Unit) -> Entry {
    let convert = |text: &String| {
        let (value, _) = parse::read_with_word(text).ok().filter(|_| entry.unit.converts_to(unit))?;
        let base = entry.unit.to_base(value).ok()?;
        unit.from_base(base).ok().map(|value| format::typed(value.round_dp(6)))
    };
    let [low, text, high] =
        [&entry.low, &entry.text, &entry.high].map(|text| convert(text).unwrap_or_else(|| text.clone()));
    Entry { low, text, high, unit, ..entry.clone() }
}
