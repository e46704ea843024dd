//! The list of members as a table of other programs (CSV): which column is what, and who is in it.
//!
//! A file with a header names its columns, in Spanish or English, and others are passed over. One
//! without has name, grams, days, parts, people, organisation, as far as it goes. Cells are divided
//! by semicolons, tabs or commas. A row that cannot be taken is named by its line and left out.

mod columns;
mod table;

use columns::ORDER;
use std::borrow::Cow;

use csv::StringRecord;

pub use self::table::write;
use self::table::{CsvRow, CsvRows};
use crate::domain::case::{Column, Member};
use crate::domain::engine::estimate::EntryError;
use crate::domain::term::choice::Choice;
use crate::domain::tools::association::member_list;

/// More rows than any association has.
pub const MOST_MEMBERS: usize = 10_000;
const MOST_CHARS: usize = 200;

/// The names by which a header is known, in small letters.
const NAMES: [&[&str]; 6] = [
    &["nombre", "name", "socia", "socio", "miembro", "member", "numero", "número", "number"],
    &["gramos", "grams", "g"],
    &["dias", "días", "days"],
    &["partes", "parts", "acciones", "shares"],
    &["personas", "people"],
    &["organizacion", "organización", "organisation", "organization", "grupo", "group", "cooperativa", "cooperative"],
];

/// A list that was read: the good rows, and why the others were left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    pub members: Vec<Member>,
    pub left_out: Vec<BadRow>,
}

/// A row that could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct BadRow {
    /// The line of the file that it begins on, from 1.
    pub line: usize,
    pub why: BadCell,
}

/// Why a row could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum BadCell {
    /// The sum of the list, which is nobody.
    Total,
    /// A column of the header that is not known, and so is passed over.
    Column(String),
    /// There are figures, but neither a name nor a number to tell whose they are.
    NoName,
    /// A figure cannot be used as it stands.
    Figure(Column, String, EntryError),
    /// There are more cells than columns: perhaps a comma in a number.
    TooManyCells,
    /// A text longer than anybody types.
    TooLong,
    /// A quotation mark is never closed.
    Unclosed,
    /// There are more rows than any association has, good or bad: this one and those after it.
    TooMany,
}

/// The text of a file, in whichever of the usual ways it is written: UTF-8, UTF-16 as spreadsheets
/// save it, or else Latin-1. These few lines, for `encoding_rs` brings tables of every encoding there is.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let [0xff, 0xfe, rest @ ..] = bytes {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        return Cow::Owned(String::from_utf16_lossy(&units));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().copied().map(char::from).collect()),
    }
}

/// Reads a list. Any text gives one, be it empty.
#[must_use]
pub fn read(text: &str) -> Listed {
    let text = text.trim_start_matches('\u{feff}');
    let mut listed = Listed::default();
    let mut rows = CsvRows::from_text(text);
    let first: Vec<CsvRow> = rows.by_ref().take(10).collect();
    let (head, columns) = head(&first).unzip();
    let columns = columns.unwrap_or_else(|| ORDER.map(Some).to_vec());
    for (place, row) in first.into_iter().chain(rows).enumerate().skip(head.unwrap_or(0)) {
        let bad = |why| BadRow { line: row.line, why };
        if row.unclosed {
            listed.left_out.push(bad(BadCell::Unclosed));
        } else if head == Some(place) {
            listed.left_out.extend(strangers(&row.cells, &columns).map(bad));
        } else {
            let taken = member(&row.cells, &columns);
            let so_far = if taken.is_ok() { listed.members.len() } else { listed.left_out.len() };
            match taken {
                _ if so_far >= MOST_MEMBERS => {
                    listed.left_out.push(bad(BadCell::TooMany));
                    break;
                }
                Ok(member) => listed.members.push(member),
                Err(why) => listed.left_out.push(bad(why)),
            }
        }
    }
    listed
}

/// The row that names the columns, and these: the first one if it names any, or one soon after it that
/// names two, for some files begin with a title.
fn head(first: &[CsvRow]) -> Option<(usize, Vec<Option<Column>>)> {
    let mut headers: Vec<_> = first.iter().map(|row| header(&row.cells)).collect();
    let named = |columns: &Vec<Option<Column>>| columns.iter().flatten().count();
    let soon = headers.iter().position(|columns| named(columns) > 1);
    let place = soon.or_else(|| headers.first().filter(|columns| named(columns) > 0).map(|_| 0))?;
    Some((place, headers.swap_remove(place)))
}

fn header(cells: &StringRecord) -> Vec<Option<Column>> {
    let column = |cell: &str| {
        let name = cell.trim().to_lowercase();
        let is = |known: &&str| name == *known || known.len() > 3 && name.starts_with(known);
        let place = NAMES.iter().position(|names| names.iter().any(is))?;
        ORDER.get(place).copied()
    };
    cells.iter().map(column).collect()
}

/// Columns that are not known, but for what each is paid: that one is of our own.
fn strangers(cells: &StringRecord, columns: &[Option<Column>]) -> impl Iterator<Item = BadCell> {
    let unknown = cells.iter().zip(columns).filter(|(_, column)| column.is_none()).map(|(name, _)| name.trim());
    unknown.filter(|name| !name.is_empty() && !name.contains("S/")).map(|name| BadCell::Column(name.to_owned()))
}

fn member(cells: &StringRecord, columns: &[Option<Column>]) -> Result<Member, BadCell> {
    let mut member = Member::default();
    for (place, cell) in cells.iter().enumerate() {
        let cell = cell.trim();
        match columns.get(place) {
            _ if cell.chars().count() > MOST_CHARS => return Err(BadCell::TooLong),
            None if cell.is_empty() => {}
            None => return Err(BadCell::TooManyCells),
            Some(None) => {}
            Some(Some(column)) => {
                *member.cell_mut(*column) = table::plain(cell).to_owned();
            }
        }
    }
    for column in Column::ALL {
        if let Err(Some(what)) = member_list::cell(&member, *column) {
            return Err(BadCell::Figure(*column, member.cell(*column).to_owned(), what));
        }
    }
    match member.name.as_str() {
        "" => Err(BadCell::NoName),
        "Total" | "TOTAL" | "total" => Err(BadCell::Total),
        _ => Ok(member),
    }
}
