//! The page's state.

use super::action::{MemberListView, Newer, Notice};
use super::screen::Screen;
use super::storage::Storage;
use crate::app::calendar::{self, days_between};
use crate::domain::case::{Case, Entry, Place, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::compare::sensitivity::Input;
use crate::domain::number::unit::Unit;
use crate::domain::reference::market::{Market, PriceRefusal as Refused};
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::i18n::Language;

/// The complete state. Nothing that is computed from the case is stored here.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub case: PricedCase,
    pub language: Language,
    pub screen: Screen,
    pub notice: Option<Notice>,
    /// A new version of the page is available and the person has not decided yet.
    pub newer: Option<Newer>,
    pub member_list: MemberListView,
    /// The two channels side by side, and the input whose curve is drawn.
    pub beside: Option<(ChannelId, ChannelId)>,
    pub curve: Option<Input>,
    /// Today as `2026-11-22`, provided by the browser.
    pub today: String,
    /// The date by the device's clock, possible or not.
    pub(super) clock: String,
    /// Why the host's prices are not used.
    pub refused: Option<Refused>,
    /// The case embedded in the file, while a gate covers the data on the device.
    pub exercise: Option<String>,
    /// The case before the last open or clean, for undo.
    pub before: Option<Case>,
    /// The last entry whose unit was changed, before and after: changing back is exact.
    pub(super) converted: Option<(Place, Field, Entry, Entry)>,
    /// The field typed in last: it is not removed while the person types.
    pub last: Option<(Place, Field)>,
    /// The field whose range was edited last: its ends are not folded while the person types.
    pub ends: Option<(Place, Field)>,
    /// The storage state.
    pub storage: Storage,
}

impl State {
    /// A clean state on the date `today`, as `2026-11-22`. If the clock is before the month of the reference price,
    /// which was before this page's release, the clock is wrong: the first of that month is used.
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
            storage: Storage::default(),
        }
    }

    /// Whether the device's clock can be right.
    #[must_use]
    pub fn knows_today(&self) -> bool {
        self.today == self.clock
    }

    /// The current month, as `2026-11`.
    #[must_use]
    pub fn month(&self) -> &str {
        self.today.get(..7).unwrap_or_default()
    }

    /// Whether the person entered a price; otherwise the reference price of its own month is used.
    #[must_use]
    pub fn has_own_price(&self) -> bool {
        let typed = |field| self.entry(Place::Case, field).is_some_and(|entry| !entry.is_blank());
        typed(Field::GoldPrice) || typed(Field::ExchangeRate)
    }

    /// The host's prices, if they are in use.
    #[must_use]
    pub fn hosted(&self) -> Option<&Market> {
        self.case.market.as_deref().filter(|_| !self.has_own_price())
    }

    /// Year and month of the price in use. If no price was entered, it is the month of the reference price, whatever
    /// month a file names.
    #[must_use]
    pub fn price_date(&self) -> Option<(i64, i64)> {
        match self.hosted() {
            Some(market) => Some((market.date.year, market.date.month)),
            None if self.has_own_price() => calendar::month(&self.case.price_month),
            None => calendar::month(ReferenceId::GoldPrice.value().year),
        }
    }

    /// The entry of a field, if something was entered.
    #[must_use]
    pub fn entry(&self, place: Place, field: Field) -> Option<&Entry> {
        self.case.entry(place, field)
    }

    /// Replaces the case, keeping the same prices.
    pub(in crate::app::state) fn set_case(&mut self, case: Case) -> Case {
        self.case.replace(case)
    }
}

/// An empty case. The offer is in soles per gram by default, as buyers state it.
#[must_use]
pub fn clean_case() -> Case {
    let mut case = Case::default();
    if let Some(channel) = case.channel_terms_mut(ChannelId::Camp) {
        channel.terms.insert(Field::Price, Entry::new("", Unit::SolesPerGram));
    }
    case
}
