//! Reads the member list: the figures of each row, and the cells that are missing or invalid.

use crate::domain::case::{Association, Column, Entry, Member, Sharing};
use crate::domain::engine::estimate::{EntryError, read_entry};
use crate::domain::number::exact::Exact;
use crate::domain::number::parse::NumberProblem;
use crate::domain::term::choice::Choice;

/// The member list, as far as it can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberList {
    /// The rows, in the order of the list.
    pub rows: Vec<MemberFigures>,
    /// The organisations of the umbrella, in the order of first appearance, with the indices of their rows; empty if
    /// there is only one organisation.
    pub groups: Vec<(String, Vec<usize>)>,
    /// The cells that must be filled in or corrected before anybody can be paid.
    pub lacking: Vec<MissingCell>,
    /// The number of people in all rows.
    pub people: Exact,
    /// The sum of all valid grams; `None` if nobody's grams were entered.
    pub grams: Option<Exact>,
}

/// The figures of one row; a missing figure is `None`, never zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemberFigures {
    /// One, unless the row gives another number.
    pub people: Exact,
    pub days: Option<Exact>,
    pub grams: Option<Exact>,
    pub parts: Option<Exact>,
}

/// A missing or invalid cell without which nobody can be paid.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingCell {
    /// The index of its row, from 0.
    pub row: usize,
    pub column: Column,
    /// Why it is invalid; `None` if it is empty.
    pub what: Option<EntryError>,
}

impl MemberFigures {
    /// The weight of the row when the money is shared out: its grams, its days × its people, its people, or its parts.
    #[must_use]
    pub fn weight(&self, sharing: Sharing) -> Option<Exact> {
        match sharing {
            Sharing::Grams => self.grams,
            Sharing::Days => self.days.map(|days| days * self.people),
            Sharing::Equal => Some(self.people),
            Sharing::Parts => self.parts,
        }
    }
}

/// Reads the list. Once one member's grams are entered, those of every member are required: grams that nobody wrote
/// down may still have been brought.
#[must_use]
pub fn read(association: &Association) -> MemberList {
    let members = &association.members;
    let weighed = members.iter().any(|member| !member.grams.trim().is_empty());
    let asked = |column: Column| match column {
        Column::Grams => weighed || association.sharing == Sharing::Grams,
        Column::Days => association.sharing == Sharing::Days,
        Column::Parts => association.sharing == Sharing::Parts,
        _ => false,
    };
    let mut list = MemberList {
        rows: Vec::with_capacity(members.len()),
        groups: Vec::new(),
        lacking: Vec::new(),
        people: Exact::ZERO,
        grams: weighed.then_some(Exact::ZERO),
    };
    for (place, member) in members.iter().enumerate() {
        let mut row = MemberFigures { people: Exact::ONE, days: None, grams: None, parts: None };
        for column in Column::ALL {
            match cell(member, *column) {
                Ok(None) => {}
                Ok(Some(figure)) => row.set(*column, figure),
                Err(None) if !asked(*column) => {}
                Err(what) => list.lacking.push(MissingCell { row: place, column: *column, what }),
            }
        }
        list.people = list.people + row.people;
        list.grams = list.grams.map(|grams| grams + row.grams.unwrap_or(Exact::ZERO));
        list.rows.push(row);
        group(&mut list.groups, member.group.trim(), place);
    }
    if list.groups.len() < 2 {
        list.groups.clear();
    }
    list
}

impl MemberFigures {
    fn set(&mut self, column: Column, figure: Exact) {
        match column {
            Column::People => self.people = figure,
            Column::Days => self.days = Some(figure),
            Column::Grams => self.grams = Some(figure),
            Column::Parts => self.parts = Some(figure),
            Column::Name | Column::Group => {}
        }
    }
}

/// The figure of a cell; `Ok(None)` for a column of text.
///
/// # Errors
/// Why the cell is invalid; `None` if it is empty.
pub fn cell(member: &Member, column: Column) -> Result<Option<Exact>, Option<EntryError>> {
    let Some(field) = column.field() else { return Ok(None) };
    let text = member.cell(column);
    if text.trim().is_empty() {
        return Err(None);
    }
    match read_entry(field, &Entry::new(text, field.default_unit()), None) {
        Ok(estimate) => Ok(Some(estimate.mode.into())),
        Err(EntryError::Number(NumberProblem::Empty)) => Err(None),
        Err(what) => Err(Some(what)),
    }
}

/// Adds a row to its organisation. Rows of one organisation mostly follow each other, so the search starts at the last
/// one.
fn group(groups: &mut Vec<(String, Vec<usize>)>, name: &str, place: usize) {
    match groups.iter_mut().rev().find(|(of, _)| of == name) {
        Some((_, places)) => places.push(place),
        None => groups.push((name.to_owned(), vec![place])),
    }
}
