//! The list of members as a table of other programs (CSV): read row by row, and written.
//!
//! A file with a header names its columns, in Spanish or English, and others are passed over. One
//! without has name, grams, days, parts, people, organisation, as far as it goes. Cells are divided
//! by semicolons, tabs or commas. A row that cannot be taken is named by its line and left out.

use std::borrow::Cow;

use crate::domain::association::roll;
use crate::domain::case::{Choice, Column, Member};
use crate::domain::sheet::Trouble;

/// More rows than any association has.
pub const MOST_MEMBERS: usize = 10_000;
const MOST_CHARS: usize = 200;

/// The columns of a file without a header, and of one that is written.
const ORDER: [Column; 6] = [Column::Name, Column::Grams, Column::Days, Column::Parts, Column::People, Column::Group];

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
    /// There are figures, but neither a name nor a number to tell whose they are.
    NoName,
    /// A figure cannot be used as it stands.
    Figure(Column, String, Trouble),
    /// There are more cells than columns: perhaps a comma in a number.
    TooManyCells,
    /// A text longer than anybody types.
    TooLong,
    /// A quotation mark is never closed.
    Unclosed,
    /// There are more rows than any association has: this one and those after it.
    TooMany,
}

/// The text of a file, in whichever of the usual ways it is written: UTF-8, UTF-16 as spreadsheets
/// save it, or else Latin-1.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let [0xff, 0xfe, rest @ ..] = bytes {
        let mut units = Vec::new();
        for pair in rest.chunks_exact(2) {
            units.push(u16::from_le_bytes([pair[0], pair[1]]));
        }
        return Cow::Owned(String::from_utf16_lossy(&units));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            let mut text = String::new();
            for byte in bytes {
                text.push(char::from(*byte));
            }
            Cow::Owned(text)
        }
    }
}

/// Reads a list. Any text gives one, be it empty.
#[must_use]
pub fn read(text: &str) -> Listed {
    let text = text.trim_start_matches('\u{feff}');
    let mut listed = Listed::default();
    let mut columns: Option<Vec<Option<Column>>> = None;
    for row in rows(text, separator(text)) {
        let bad = |why| BadRow { line: row.line, why };
        if row.unclosed {
            listed.left_out.push(bad(BadCell::Unclosed));
            continue;
        }
        let known = match &columns {
            Some(known) => known,
            None => {
                let named = header(&row.cells);
                let is_header = named.iter().any(Option::is_some);
                let known = if is_header { named } else { ORDER.map(Some).to_vec() };
                let known = columns.insert(known);
                if is_header {
                    continue;
                }
                known
            }
        };
        match member(&row.cells, known) {
            Ok(_) if listed.members.len() == MOST_MEMBERS => {
                listed.left_out.push(bad(BadCell::TooMany));
                break;
            }
            Ok(member) => listed.members.push(member),
            Err(why) => listed.left_out.push(bad(why)),
        }
    }
    listed
}

/// Writes a list under `headers`: the columns in their order, and one after the other what each is
/// paid, as far as `paid` knows it.
#[must_use]
pub fn write(members: &[Member], headers: &[&str], paid: &dyn Fn(usize) -> Vec<String>) -> String {
    // The mark by which spreadsheets know UTF-8.
    let mut text = String::from('\u{feff}');
    line(&mut text, &mut headers.iter().copied());
    for (place, member) in members.iter().enumerate() {
        let paid = paid(place);
        let cells = ORDER.iter().map(|column| member.cell(*column));
        line(&mut text, &mut cells.chain(paid.iter().map(String::as_str)));
    }
    text
}

fn line(into: &mut String, cells: &mut dyn Iterator<Item = &str>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            into.push(';');
        }
        // A spreadsheet would work out a name that begins like a formula.
        let formula = cell.starts_with(FORMULA) || cell.starts_with('\'');
        let quoted = formula || cell.contains([';', '"', ',', '\t', '\n', '\r']);
        if quoted {
            into.push('"');
        }
        if formula {
            into.push('\'');
        }
        for letter in cell.chars() {
            if letter == '"' {
                into.push('"');
            }
            into.push(letter);
        }
        if quoted {
            into.push('"');
        }
    }
    into.push_str("\r\n");
}

/// What a formula begins with.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

fn header(cells: &[String]) -> Vec<Option<Column>> {
    let mut columns = Vec::new();
    for cell in cells {
        let name: String = cell.trim().chars().map(small).collect();
        let place = NAMES.iter().position(|names| names.contains(&name.as_str()));
        columns.push(place.and_then(|place| ORDER.get(place).copied()));
    }
    columns
}

/// The small form of a letter of Latin-1, which all the names of columns are written in: the library
/// knows every script's, and takes 14 KB for it.
fn small(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Þ' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        _ => letter,
    }
}

fn member(cells: &[String], columns: &[Option<Column>]) -> Result<Member, BadCell> {
    let mut member = Member::default();
    for (place, cell) in cells.iter().enumerate() {
        let cell = cell.trim();
        match columns.get(place) {
            _ if cell.chars().count() > MOST_CHARS => return Err(BadCell::TooLong),
            None if cell.is_empty() => {}
            None => return Err(BadCell::TooManyCells),
            Some(None) => {}
            Some(Some(column)) => {
                let plain = cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA) || rest.starts_with('\''));
                *member.cell_mut(*column) = plain.unwrap_or(cell).to_owned();
            }
        }
    }
    for column in Column::ALL {
        if let Err(Some(what)) = roll::cell(&member, *column) {
            return Err(BadCell::Figure(*column, member.cell(*column).to_owned(), what));
        }
    }
    if member.name.is_empty() { Err(BadCell::NoName) } else { Ok(member) }
}

/// The mark that divides the cells: the first of semicolon, tab and comma that the first line has.
fn separator(text: &str) -> char {
    let first = text.trim_start().lines().next().unwrap_or_default();
    [';', '\t'].into_iter().find(|mark| first.contains(*mark)).unwrap_or(',')
}

/// A row as it stands in the file.
struct Cells {
    line: usize,
    cells: Vec<String>,
    unclosed: bool,
}

/// The rows that are not empty. A cell that begins with a quotation mark goes on to the next one that
/// is not doubled, over marks and line ends.
fn rows(text: &str, separator: char) -> Vec<Cells> {
    let mut rows = Vec::new();
    let (mut line, mut row) = (1, Cells { line: 1, cells: Vec::new(), unclosed: false });
    let (mut cell, mut begun) = (String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if row.unclosed && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if row.unclosed => row.unclosed = false,
            '"' if !begun => (row.unclosed, begun) = (true, true),
            '\r' if letters.peek() == Some(&'\n') && !row.unclosed => {}
            '\n' | '\r' if !row.unclosed => {
                row.cells.push(std::mem::take(&mut cell));
                line += 1;
                let next = Cells { line, cells: Vec::new(), unclosed: false };
                push(&mut rows, std::mem::replace(&mut row, next));
                begun = false;
            }
            mark if mark == separator && !row.unclosed => {
                row.cells.push(std::mem::take(&mut cell));
                begun = false;
            }
            other => {
                line += usize::from(other == '\n');
                cell.push(other);
                begun = true;
            }
        }
    }
    row.cells.push(cell);
    push(&mut rows, row);
    rows
}

fn push(rows: &mut Vec<Cells>, row: Cells) {
    if row.unclosed || row.cells.iter().any(|cell| !cell.trim().is_empty()) {
        rows.push(row);
    }
}
