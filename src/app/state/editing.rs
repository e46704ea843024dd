//! The edits that the actions make to the state.

use std::rc::Rc;

use super::action::{Items, MemberListView, Notice};
use super::page_state::State;
use super::screen::Screen;
use super::storage::Gate;
use crate::document::members_csv::{self, Listed, MOST_MEMBERS};
use crate::document::{self, DocumentRefusal, MOST_BYTES};
use crate::domain::case::{Case, Column, Entry, Item, Kind, Member, Method, Place, WayId};
use crate::domain::channel::ChannelId;
use crate::domain::number::parse;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::tools::{process, purity};
use crate::i18n::format;

impl State {
    pub(super) fn type_figure(&mut self, place: Place, field: Field, text: String) {
        (self.last, self.ends) = (Some((place, field)), None);
        self.edit(place, field, |entry| {
            *entry = Entry { text, unknown: false, sure: false, ..entry.clone() };
        });
    }

    /// Types an end of a range, the high one if so.
    pub(super) fn type_end(&mut self, place: Place, field: Field, high: bool, text: String) {
        (self.last, self.ends) = (Some((place, field)), Some((place, field)));
        self.edit(place, field, |entry| {
            *(if high { &mut entry.high } else { &mut entry.low }) = text;
            entry.unknown = false;
            // Confirmed for the old middle: a new middle needs a new answer.
            entry.sure &= !entry.text.trim().is_empty();
        });
    }

    /// What there is and how it is worked also tell which way the ore is worked now.
    pub(super) fn work_by(&mut self, kind: Kind, method: Method) {
        (self.case.kind, self.case.method) = (kind, method);
        self.case.way_now = process::now_by(&self.case);
    }

    pub(super) fn type_member(&mut self, row: usize, column: Column, text: String) {
        if let Some(member) = self.members().get_mut(row) {
            *member.cell_mut(column) = text;
        }
    }

    pub(super) fn add_member(&mut self) {
        let members = self.members();
        if members.len() < MOST_MEMBERS {
            members.push(Member::default());
        }
        self.member_list.from = MemberListView::page_of(self.case.association.members.len().saturating_sub(1));
    }

    pub(super) fn remove_member(&mut self, row: usize) {
        let (mut case, view) = (Case::clone(&self.case), self.member_list);
        if row >= case.association.members.len() {
            return;
        }
        Rc::make_mut(&mut case.association.members).remove(row);
        let last = case.association.members.len().saturating_sub(1);
        self.replace(case, Notice::RowOut);
        self.member_list = MemberListView { from: view.from.min(MemberListView::page_of(last)), ..view };
    }

    pub(super) fn name_item(&mut self, list: Items, place: usize, name: String) {
        if let Some(item) = self.items(list).get_mut(place) {
            item.name = name;
        }
    }

    /// Moves an item before the one above it.
    pub(super) fn raise_item(&mut self, list: Items, place: usize) {
        let items = self.items(list);
        if (1..items.len()).contains(&place) {
            items.swap(place, place - 1);
        }
    }

    /// The purity that was told becomes that of the case.
    pub(super) fn use_purity(&mut self) {
        let mut case = Case::clone(&self.case);
        if let Some(entry) = purity::entry(&case) {
            case.inputs.insert(Field::Fineness, entry);
            self.replace(case, Notice::PurityUsed);
        }
    }

    pub(super) fn show(&mut self, screen: Screen) {
        self.screen = screen;
        if self.storage.gate == Some(Gate::Finish) {
            self.storage.gate = None;
        }
        if screen != Screen::Done {
            self.storage.erased = None;
        }
        // A cleaned case can be restored from any stop; a case replaced by an example, from the screen that the
        // example opens.
        let keeps = |notice: &Notice| match notice {
            Notice::Opened(_) => screen.is_tool(),
            Notice::Cleaned | Notice::PurityUsed | Notice::Exercise(_) => true,
            _ => false,
        };
        self.notice = self.notice.take().filter(keeps);
    }

    pub(super) fn open(&mut self, text: &str) {
        match document::read(text) {
            Ok(opened) => self.detach(opened.case, Notice::Opened(opened.left_out.into())),
            Err(refusal) => self.notice = Some(Notice::Refused(refusal)),
        }
    }

    /// Takes back the case that was replaced last.
    pub(super) fn undo(&mut self) {
        self.member_list = MemberListView::default();
        if let Some(before) = self.before.take() {
            self.set_case(before);
        }
        self.notice = None;
    }

    /// Opens the case embedded in the file, unless the person already has a case.
    pub(in crate::app::state) fn open_exercise(&mut self, text: &str) {
        match document::read(text) {
            Ok(opened) => {
                self.set_case(opened.case);
                self.notice = Some(Notice::Exercise(opened.left_out.into()));
            }
            Err(refusal) => self.notice = Some(Notice::Refused(refusal)),
        }
    }

    /// Uses the host's prices for the reference in every case, if they are valid.
    pub(in crate::app::state) fn host(&mut self, bytes: &[u8]) {
        match document::prices::read(bytes).and_then(|market| market.judge(&self.clock).map(|()| market)) {
            Ok(market) => self.case.market = Some(Rc::new(market)),
            Err(why) => self.refused = Some(why),
        }
    }

    pub(in crate::app::state) fn replace(&mut self, case: Case, notice: Notice) {
        self.before = Some(self.set_case(case));
        self.member_list = MemberListView::default();
        self.notice = Some(notice);
    }

    pub(in crate::app::state) fn members(&mut self) -> &mut Vec<Member> {
        Rc::make_mut(&mut self.case.association.members)
    }

    /// Replaces the member list, with an undo; a list without a valid row changes nothing.
    pub(in crate::app::state) fn read_list(&mut self, bytes: &[u8]) {
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
            // A case too large to be opened again is not accepted.
            if document::write(&case).len() > MOST_BYTES {
                self.notice = Some(Notice::Refused(DocumentRefusal::TooLarge));
                return;
            }
            self.replace(case, notice);
        }
    }

    pub(in crate::app::state) fn items(&mut self, list: Items) -> &mut Vec<Item> {
        match list {
            Items::Projects => &mut self.case.association.projects,
            Items::Pieces => &mut self.case.jewelry.pieces,
        }
    }

    pub(in crate::app::state) fn channel(
        &mut self,
        channel: ChannelId,
        change: impl FnOnce(&mut crate::domain::case::ChannelTerms),
    ) {
        if let Some(terms) = self.case.channel_terms_mut(channel) {
            change(terms);
        }
    }

    pub(in crate::app::state) fn edit(&mut self, place: Place, field: Field, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.case.entry_mut(place, field) {
            change(entry);
        }
        // If the retort's recovery is deleted, there is no retort.
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

    /// Changes the unit and, if the units are convertible, converts the number.
    pub(in crate::app::state) fn set_unit(&mut self, place: Place, field: Field, unit: Unit) {
        let blank = Entry::new("", field.default_unit());
        let before = self.entry(place, field).cloned().unwrap_or(blank);
        let same = self.converted.take().filter(|(at, of, _, now)| (*at, *of) == (place, field) && *now == before);
        let origin = same.map_or(before, |(_, _, origin, _)| origin);
        let after = match place {
            _ if origin.unit == unit => origin.clone(),
            // A number copied from a statement stays as printed, whatever its unit.
            Place::Statement => Entry { unit, ..origin.clone() },
            _ => in_unit(&origin, unit),
        };
        self.edit(place, field, |entry| *entry = after.clone());
        self.converted = Some((place, field, origin, after));
    }
}

/// Converts a figure to another unit, to the 6 decimals that the page shows.
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

/// Takes out the item at a place, if there is one.
pub(super) fn remove<T>(items: &mut Vec<T>, place: usize) {
    if place < items.len() {
        items.remove(place);
    }
}
