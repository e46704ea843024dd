//! The one state of the page.

use super::action::{MemberListView, Newer, Notice};
use super::screen::Screen;
use super::storage::Storage;
use crate::app::calendar::{self, days_between};
use crate::domain::case::Place;
use crate::domain::case::{Case, Entry, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::compare::sensitivity::Input;
use crate::domain::number::unit::Unit;
use crate::domain::reference::market::{Market, PriceRefusal as Refused};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::i18n::Language;

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
    pub(super) clock: String,
    /// Why the host's prices do not stand in for the reference.
    pub refused: Option<Refused>,
    /// The case that came with the file, while the gate stands before what is on the device.
    pub exercise: Option<String>,
    /// The case before the last one was opened or cleaned: nothing is lost by a slip.
    pub before: Option<Case>,
    /// The last entry whose unit was changed, as typed and as it stands: changing back is exact.
    pub(super) converted: Option<(Place, Field, Entry, Entry)>,
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
        self.case.entry(place, field)
    }

    /// Another case, under the same prices.
    pub(in crate::app::state) fn set_case(&mut self, case: Case) -> Case {
        self.case.replace(case)
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
