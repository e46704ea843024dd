//! The CSV table, using the `csv` crate: rows with line numbers, and a file that spreadsheets can open.

use std::io::{Chain, Read};

use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use super::columns::ORDER;
use crate::domain::case::Member;

/// A row of the file.
pub struct CsvRow {
    /// The line where the row starts, from 1.
    pub line: usize,
    pub cells: StringRecord,
    /// A quotation mark in this row is not closed, so it contains the rest of the file.
    pub unclosed: bool,
}

/// Iterates over the non-empty rows of a text.
pub struct CsvRows<'a> {
    text: &'a str,
    reader: csv::Reader<Chain<&'a [u8], &'a [u8]>>,
    /// The byte up to which lines were counted, and the line number there.
    at: usize,
    line: usize,
}

/// `csv` treats an unclosed quotation mark as closed by the end of the file. So this extra row is appended: if it is
/// not read as a row of its own, the row before it has an unclosed quotation mark.
const LAST: &[u8] = b"\n.";

impl CsvRows<'_> {
    pub fn from_text(text: &str) -> CsvRows<'_> {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(separator(text));
        CsvRows { text, reader: builder.from_reader(text.as_bytes().chain(LAST)), at: 0, line: 1 }
    }

    /// Counts lines up to the start of a row, including the empty lines before it, which `csv` counts as part of the
    /// row.
    fn count_to(&mut self, start: u64) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            let ends = byte == b'\n' || byte == b'\r';
            if self.at as u64 >= start && !ends {
                break;
            }
            self.at += 1;
            self.line += usize::from(ends && !(byte == b'\r' && bytes.get(self.at) == Some(&b'\n')));
        }
    }
}

impl Iterator for CsvRows<'_> {
    type Item = CsvRow;

    fn next(&mut self) -> Option<CsvRow> {
        let mut cells = StringRecord::new();
        // Reading valid UTF-8 from memory cannot fail.
        while self.reader.read_record(&mut cells).unwrap_or(false) {
            self.count_to(cells.position()?.byte());
            if self.at == self.text.len() {
                return None;
            }
            let unclosed = self.reader.position().byte() > self.text.len() as u64 + 1;
            if unclosed || cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(CsvRow { line: self.line, cells, unclosed });
            }
        }
        None
    }
}

/// The separator of the cells: the first of semicolon, tab and comma that occurs in the first line.
fn separator(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    [b';', b'\t'].into_iter().find(|mark| first.as_bytes().contains(mark)).unwrap_or(b',')
}

/// Writes a list with `headers`: the columns in order, followed by the payment columns returned by `paid`.
#[must_use]
pub fn write(members: &[Member], headers: &[&str], paid: &dyn Fn(usize) -> Vec<String>) -> String {
    // Writing into memory cannot fail.
    bytes(members, headers, paid).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn bytes(members: &[Member], headers: &[&str], paid: &dyn Fn(usize) -> Vec<String>) -> csv::Result<Vec<u8>> {
    // The byte order mark by which spreadsheets recognize UTF-8.
    let file = "\u{feff}".as_bytes().to_vec();
    let mut builder = WriterBuilder::new();
    let mut writer = builder.delimiter(b';').terminator(Terminator::CRLF).flexible(true).from_writer(file);
    writer.write_record(headers)?;
    for (place, member) in members.iter().enumerate() {
        let entered = ORDER.iter().map(|column| member.cell(*column).to_owned());
        writer.write_record(entered.chain(paid(place)).map(no_formula))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The characters that start a formula.
const FORMULA: [char; 5] = ['=', '+', '-', '@', '\''];

/// Prefixes a cell that a spreadsheet would interpret as a formula.
fn no_formula(cell: String) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell }
}

/// The cell without the prefix that [`write`] adds to formula-like cells.
pub fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}
