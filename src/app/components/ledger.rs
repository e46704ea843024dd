//! The detailed ledger of a channel: soles, share and fine grams, line by line, as on a plant's statement.

use super::chart::upright;
use super::table::cell;
use super::{bar, field, source};
use crate::app::context::Context;
use crate::app::element::{El, classed, el};
use crate::app::state::{Place, Screen};
use crate::domain::case::terms;
use crate::domain::channel::ChannelId;
use crate::domain::engine::ledger::Ledger;
use crate::domain::engine::line_kind::LineKind;
use crate::domain::number::exact::Soles;
use crate::domain::term::field::{Field, FieldGroup};
use crate::domain::term::requirement::Requirement;
use crate::domain::term::tool::Tool;
use crate::i18n::format::{amount, number, percent, with_unit};
use crate::report::{self, Purse, Row, RowSubject, Span};

/// The ledger table, with bars on the scale of all channels. On paper the sources are listed below instead.
pub fn view(cx: &Context, channel: ChannelId, ledger: &Ledger, on_paper: bool) -> El {
    let span = Span::of_channels(&cx.outcome).with(ledger);
    of_rows(cx, channel, &report::ledger(ledger, cx.outcome.gram), on_paper, cx.text().ledger.fine_gold, span)
}

/// The table of a ledger that is not about gold; `undated` if the payment date is not entered.
pub fn without_gold(cx: &Context, ledger: &Ledger, undated: bool, span: Span) -> El {
    let mut rows = report::ledger(ledger, None);
    if undated && rows.last().is_some_and(|row| row.item == RowSubject::Purse(Purse::Now)) {
        rows.pop();
    }
    of_rows(cx, ChannelId::Camp, &rows, true, "", span)
}

fn of_rows(cx: &Context, channel: ChannelId, rows: &[Row], on_paper: bool, last: &'static str, span: Span) -> El {
    let text = cx.text();
    let head = [(text.ledger.concept, "what"), (text.ledger.soles, "soles"), (text.ledger.part, ""), (last, "")];
    let head = head.map(|(words, class)| cell("th", "columnheader", class).at("scope", "col").say(words));
    classed("table", "ledger")
        .at("role", "table")
        .add(el("thead").at("role", "rowgroup").add(el("tr").at("role", "row").all(head)))
        .add(el("tbody").at("role", "rowgroup").all(rows.iter().map(|row| line(cx, channel, row, on_paper, span))))
}

fn line(cx: &Context, channel: ChannelId, row: &Row, on_paper: bool, span: Span) -> El {
    let class = match row.item {
        RowSubject::RealValue => "first",
        RowSubject::Left => "total",
        _ => "",
    };
    let swatch = if let RowSubject::Purse(purse) = row.item { Some(bar::swatch(purse)) } else { None };
    let name = cell("th", "rowheader", "what").at("scope", "row").maybe(swatch).say(name(cx, row));
    let share = row.share.map(percent).unwrap_or_default();
    let grams = row.grams.map(|grams| with_unit(&number(grams, 3), "g")).unwrap_or_default();
    let line = classed("tr", class)
        .at("role", "row")
        .add(name)
        .add(cell("td", "cell", "soles").say(signed(row)))
        .add(cell("td", "cell", "").say(share))
        .add(cell("td", "cell", "").say(grams))
        .add(drawn(row, span));
    match row.item {
        RowSubject::Line(what) if !on_paper => line.maybe(why(cx, channel, what)),
        _ => line,
    }
}

/// Formats additions to the real value with a plus and deductions with a minus.
fn signed(row: &Row) -> String {
    let adds = matches!(row.item, RowSubject::Premium | RowSubject::Line(_)) && row.amount > Soles::ZERO;
    format!("{}{}", if adds { "+" } else { "" }, amount(row.amount))
}

/// A bar from the level before the row to the level after it.
fn drawn(row: &Row, span: Span) -> El {
    let is_loss = row.amount.is_negative();
    let class = match row.item {
        RowSubject::RealValue => "track",
        RowSubject::Premium | RowSubject::Line(_) if is_loss => "takes",
        RowSubject::Premium | RowSubject::Line(_) => "adds",
        _ if is_loss => "p-loss",
        RowSubject::Left => "",
        RowSubject::Purse(purse) => bar::class(purse),
    };
    let strip = bar::strip(&[(class, span.place(row.from), span.place(row.to))]);
    let zero = (span.low < Soles::ZERO).then(|| upright("axis", span.place(Soles::ZERO), 0, 13));
    classed("td", "fall").at("aria-hidden", "true").add(strip.maybe(zero))
}

fn name(cx: &Context, row: &Row) -> &'static str {
    let text = cx.text();
    match row.item {
        RowSubject::RealValue => text.ledger.real_value,
        RowSubject::Premium => text.ledger.premium,
        RowSubject::Line(what) => (text.ledger.what)(what),
        RowSubject::Left if row.amount.is_negative() => text.ledger.owes,
        RowSubject::Left => text.ledger.left_for_you,
        RowSubject::Purse(purse) => bar::words(cx, purse),
    }
}

/// The source of the figure behind a line, with a link to enter one's own.
fn why(cx: &Context, channel: ChannelId, what: LineKind) -> Option<El> {
    let field = what.field()?;
    let name = (cx.text().ledger.what)(what);
    let (place, requirement) = match channel.channel().requirement(field) {
        Some(requirement) => (Place::Channel(channel), Some(requirement)),
        None => {
            (Place::Case, terms::lot(&cx.state.case).find(|(of, _)| *of == field).map(|(_, requirement)| requirement))
        }
    };
    let href = address(place, field);
    let entered = cx.state.entry(place, field).filter(|entry| !entry.is_blank() && !entry.unknown);
    let details = match (entered, requirement) {
        (Some(entry), _) => source::own(cx, name, &field::entered(cx, field, entry), href),
        (
            None,
            Some(
                Requirement::Default(reference) | Requirement::AskedOr(reference) | Requirement::OptionalOr(reference),
            ),
        ) => source::details(cx, name, field.default_unit(), reference, Some(href)),
        _ => return None,
    };
    Some(cell("td", "cell", "why").add(details))
}

/// The address (hash) of a field.
pub fn address(place: Place, field: Field) -> String {
    let screen = match place {
        Place::Channel(_) | Place::Cut(..) => Screen::Channels,
        Place::Case => stop_of(field),
        Place::Statement => Screen::Tool(Tool::Statement),
        Place::Way(_) => Screen::Tool(Tool::Process),
        Place::Loan => Screen::Tool(Tool::Credit),
        Place::Step(_) => Screen::Tool(Tool::Formalization),
        Place::Association | Place::Project(_) => Screen::Tool(Tool::Association),
        Place::Jewelry | Place::Piece(_) => Screen::Tool(Tool::Jewelry),
        Place::Tool(tool) => Screen::Tool(tool),
        Place::SplitSale(_) => Screen::Tool(Tool::SplitSale),
        Place::Purity => Screen::Tool(Tool::Purity),
    };
    format!("#/{}/{}", screen.id(), field::id(place, field))
}

/// The stop on which a field of the case is asked.
fn stop_of(field: Field) -> Screen {
    match field.group() {
        FieldGroup::Work | FieldGroup::Money => Screen::Work,
        _ => Screen::Have,
    }
}
