//! The member list as a table of another program (CSV): finds the columns and reads the members.
//!
//! A header row names the columns, in Spanish or English; unknown columns are ignored. Without a header the columns are
//! name, grams, days, parts, people, organisation, as many as there are. Cells are separated by semicolons, tabs or
//! commas. An invalid row is reported with its line number and left out.

mod columns;
mod table;

use std::borrow::Cow;

use columns::ORDER;
use csv::StringRecord;

pub use self::table::write;
use self::table::{CsvRow, CsvRows};
use crate::domain::case::{Column, Member};
use crate::domain::engine::estimate::EntryError;
use crate::domain::term::choice::Choice;
use crate::domain::tools::association::member_list;

/// The maximum number of rows: more than any association has.
pub const MOST_MEMBERS: usize = 10_000;
const MOST_CHARS: usize = 200;

/// The accepted header names of each column, in lowercase.
const NAMES: [&[&str]; 6] = [
    &["nombre", "name", "socia", "socio", "miembro", "member", "numero", "número", "number"],
    &["gramos", "grams", "g"],
    &["dias", "días", "days"],
    &["partes", "parts", "acciones", "shares"],
    &["personas", "people"],
    &["organizacion", "organización", "organisation", "organization", "grupo", "group", "cooperativa", "cooperative"],
];

/// The result of reading a list: the valid rows, and why the others were left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    pub members: Vec<Member>,
    pub left_out: Vec<BadRow>,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq)]
pub struct BadRow {
    /// The line of the file where the row starts, from 1.
    pub line: usize,
    pub why: BadCell,
}

/// Why a row was left out.
#[derive(Clone, Debug, PartialEq)]
pub enum BadCell {
    /// A total row, which is not a member.
    Total,
    /// An unknown column of the header, which is ignored.
    Column(String),
    /// The row has figures, but neither a name nor a number that identifies the member.
    NoName,
    /// An invalid figure.
    Figure(Column, String, EntryError),
    /// More cells than columns, perhaps because of a comma in a number.
    TooManyCells,
    /// A text longer than the limit for typed text.
    TooLong,
    /// A quotation mark is not closed.
    Unclosed,
    /// The row limit is exceeded, counting valid and invalid rows: this row and all later ones are left out.
    TooMany,
}

/// Decodes a file in one of the usual encodings: UTF-8, UTF-16 as saved by spreadsheets, otherwise Latin-1. Written
/// here because `encoding_rs` would add tables for every encoding.
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

/// Reads a list. Any text gives a list, possibly empty.
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

/// The header row and its columns: the first row if it contains at least one column name, or one of the next few rows
/// if it contains two, because some files start with a title.
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

/// Unknown columns, except the payment columns, which Fiel itself writes.
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
