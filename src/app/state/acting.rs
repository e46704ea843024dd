//! Applies each action to the state.

use std::rc::Rc;

use super::action::{Action, Notice};
use super::editing::remove;
use super::page_state::{State, clean_case};
use crate::domain::case::{Entry, Item, Place};
use crate::domain::channel::ChannelId;
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::tools::process;

impl State {
    pub(in crate::app::state) fn applied(mut self, action: Action) -> State {
        match action {
            Action::Type(place, field, text) => self.type_figure(place, field, text),
            Action::TypeEnd(place, field, high, text) => self.type_end(place, field, high, text),
            Action::SetUnit(place, field, unit) => self.set_unit(place, field, unit),
            Action::MeantUnit(place, field, unit) => self.edit(place, field, |entry| entry.unit = unit),
            Action::IsSure(place, field) => self.edit(place, field, |entry| entry.sure = true),
            Action::Unknown(place, field, unknown) => self.edit(place, field, |entry| entry.unknown = unknown),
            Action::Kind(kind) => self.work_by(kind, self.case.method),
            Action::Per(per) => self.case.per = per,
            Action::Method(method) => self.work_by(self.case.kind, method),
            Action::Schedule(schedule) => self.case.schedule = schedule,
            Action::Permit(permit, has) => self.case.permits.set(permit, has),
            Action::Today(channel) => self.case.today = channel,
            Action::StatementKind(kind) => self.case.statement.kind = kind,
            Action::WayOn(id, on) => {
                self.case.ways.iter_mut().filter(|way| way.id == id).for_each(|way| way.on = on);
            }
            Action::WayNow(way) => process::take_up(&mut self.case, way),
            Action::WayPlanned(way) => self.case.way_planned = way,
            Action::Grace(grace) => self.case.loan.grace = grace,
            Action::Sharing(sharing) => self.case.association.sharing = sharing,
            Action::Member(row, column, text) => self.type_member(row, column, text),
            Action::AddMember => self.add_member(),
            Action::RemoveMember(row) => self.remove_member(row),
            Action::ReadList(bytes) => self.read_list(&bytes),
            Action::MemberList(view) => self.member_list = view,
            Action::SellThrough(channel) => self.case.association.channel = channel,
            Action::FundChannel(channel) => self.case.association.fund_channel = channel,
            Action::AddItem(list, name) => self.items(list).push(Item { name, ..Item::default() }),
            Action::RemoveItem(list, place) => remove(self.items(list), place),
            Action::NameItem(list, place, name) => self.name_item(list, place, name),
            Action::RaiseItem(list, place) => self.raise_item(list, place),
            Action::Beside(a, b) => (self.beside, self.curve) = (Some((a, b)), None),
            Action::Curve(input) => self.curve = Some(input),
            Action::Think(_) => {}
            Action::PurityBy(by) => self.case.purity.by = by,
            Action::Mark(mark) => {
                self.case.purity.terms.insert(Field::PurityMark, Entry::new(mark, Unit::PerMille));
            }
            Action::UsePurity => self.use_purity(),
            Action::Alloy(alloy) => self.case.purity.alloy = alloy,
            Action::SplitRest(channel) => self.case.split_sale.rest = channel,
            Action::Compare(channel, on) => self.channel(channel, |terms| terms.on = on),
            Action::AddCut(channel) => self.channel(channel, |terms| terms.chain.push(Entry::new("", Unit::Percent))),
            Action::RemoveCut(channel, number) => self.channel(channel, |terms| remove(&mut terms.chain, number)),
            Action::Name(name) => self.case.name = name,
            Action::Seventy => self.edit(Place::Channel(ChannelId::Camp), Field::Price, |entry| {
                *entry = Entry::new("70", Unit::PercentOfValue);
            }),
            Action::PriceMonth(month) => self.case.price_month = month,
            Action::Hosted(bytes) => self.host(&bytes),
            Action::Show(screen) => self.show(screen),
            Action::Speak(language) => self.language = language,
            Action::Open(text) => self.open(&text),
            // It waits until the gate is answered.
            Action::Exercise(text) if self.storage.gate.is_some() => self.exercise = Some(text),
            Action::Exercise(text) => self.open_exercise(&text),
            Action::StorageRequest(request) => self.request(request),
            Action::StorageEvent(event) => self.on_storage_event(event),
            Action::SaveDraft(_) => self.storage.unsaved.0 = false,
            Action::Load(example) => self.detach(example.case(), Notice::Opened(Rc::default())),
            Action::Clean => self.detach(clean_case(), Notice::Cleaned),
            Action::Undo => self.undo(),
            Action::Tell(notice) => self.notice = Some(notice),
            Action::Quiet => self.notice = None,
            Action::Newer(newer) => self.newer = newer,
        }
        self
    }
}
