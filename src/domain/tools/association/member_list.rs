//! The list of members, read: who brought what, and what is missing or cannot be read.

use crate::domain::case::{Association, Column, Entry, Member, Sharing};
use crate::domain::engine::estimate::{EntryError, read_entry};
use crate::domain::number::exact::Exact;
use crate::domain::number::parse::NumberProblem;
use crate::domain::term::choice::Choice;

/// The list as far as it can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberList {
    /// In the order of the list.
    pub rows: Vec<MemberFigures>,
    /// The organisations of the umbrella, as they first come up, with the places of their rows;
    /// empty when there are not several.
    pub groups: Vec<(String, Vec<usize>)>,
    /// What must be filled in or mended before anybody can be paid.
    pub lacking: Vec<MissingCell>,
    /// How many people the rows stand for.
    pub people: Exact,
    /// All grams that can be read; `None` when nobody's were entered.
    pub grams: Option<Exact>,
}

/// The figures of one row; what is not there is nothing, and never zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemberFigures {
    /// One, unless the row says that it stands for more.
    pub people: Exact,
    pub days: Option<Exact>,
    pub grams: Option<Exact>,
    pub parts: Option<Exact>,
}

/// A cell without which nobody can be paid.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingCell {
    /// The place of its row, from 0.
    pub row: usize,
    pub column: Column,
    /// Why it cannot be used; `None`: it is empty.
    pub what: Option<EntryError>,
}

impl MemberFigures {
    /// What the row counts when the money is shared out: its grams, its days × its people, its
    /// people, or its parts.
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

/// Reads the list. Once one member's grams are entered, those of every member are asked: a gram
/// that nobody wrote down is not a gram that was not brought.
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

/// The figure of a cell; nothing in a column of words.
///
/// # Errors
/// Why there is none, or `None` when the cell is empty.
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

/// Rows of one organisation mostly stand together: the last one is looked at first.
fn group(groups: &mut Vec<(String, Vec<usize>)>, name: &str, place: usize) {
    match groups.iter_mut().rev().find(|(of, _)| of == name) {
        Some((_, places)) => places.push(place),
        None => groups.push((name.to_owned(), vec![place])),
    }
}
