//! Shared phrases of the association screens.

use crate::app::components::field::{self, Asked};
use crate::app::context::Context;
use crate::app::element::El;
use crate::app::state::Place;
use crate::domain::case::Column;
use crate::domain::number::exact::Exact;
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement;
use crate::i18n::format::{measure, with_unit};

/// "21 people".
pub(super) fn so_many(cx: &Context, people: Exact) -> String {
    with_unit(&counted(people), (cx.text().figures.unit)(Unit::People).1)
}

/// The fineness field: the value per gram of the members' gold depends on it.
pub(super) fn fineness(cx: &Context) -> El {
    field::view(cx, Asked::new(Place::Case, (Field::Fineness, Requirement::Default(ReferenceId::BurntGoldFineness))))
}

/// Formats a counted figure.
pub(super) fn counted(exact: Exact) -> String {
    exact.get().map(measure).unwrap_or_default()
}

pub(super) fn name(cx: &Context, column: Column) -> &'static str {
    match column.field() {
        Some(field) => (cx.text().figures.field)(field),
        None if column == Column::Name => cx.text().list.name,
        None => cx.text().list.group,
    }
}
