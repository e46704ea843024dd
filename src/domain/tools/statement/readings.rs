//! Finds the readings that fit a statement, what they take, and the state of each line.

use super::calculation::CopiedStatement;
use super::convention::{Convention, Reading};
use super::line::{Carry, StatementLine, StatementLines};
use super::outcome::{FittingReading, LineCheck, LineState, StatementVerdict};
use crate::domain::case::StatementKind;
use crate::domain::engine::estimate::Origin;
use crate::domain::engine::inputs::Inputs;
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;

/// A statement, and S/ per US$ of the market to convert the cost of one in dollars to soles.
pub(super) struct StatementReadings<'a> {
    pub(super) paper: CopiedStatement<'a>,
    pub(super) market: Option<Exact>,
}

impl StatementReadings<'_> {
    fn lines(&self) -> impl Iterator<Item = StatementLine> {
        StatementLine::of(self.paper.kind)
    }

    pub(super) fn says(&self) -> StatementVerdict {
        let plain = self.paper.work_out(Reading::PLAIN, Carry::Calculated);
        let printed = self.lines().filter(|line| self.paper.printed(*line).is_some() && plain.get(*line).is_some());
        let printed = printed.count();
        if printed == 0 {
            return StatementVerdict::Nothing;
        }
        if self.fits(Reading::PLAIN) {
            return StatementVerdict::Plain;
        }
        let singles = self.departures(&plain);
        for many in 1..=printed.saturating_add(1).min(3) {
            let mut fits = Vec::new();
            self.search(&singles, &mut Vec::new(), many, &plain, &mut fits);
            if !fits.is_empty() {
                return StatementVerdict::Departs(fits);
            }
        }
        StatementVerdict::Off
    }

    /// The conventions that change any line of this statement.
    fn departures(&self, plain: &StatementLines) -> Vec<Convention> {
        let mut found = Vec::new();
        for convention in Convention::ALL {
            if self.paper.work_out(Reading(&[*convention]), Carry::Calculated) != *plain {
                found.push(*convention);
            }
        }
        found
    }

    /// Adds to `fits` each reading that fits with `more` additional departures, at most one per topic.
    fn search(
        &self,
        rest: &[Convention],
        taken: &mut Vec<Convention>,
        more: usize,
        plain: &StatementLines,
        fits: &mut Vec<FittingReading>,
    ) {
        if more == 0 {
            if self.fits(Reading(taken)) {
                fits.push(self.fit(taken, plain));
            }
            return;
        }
        for (place, convention) in rest.iter().enumerate() {
            if taken.iter().any(|other| other.topic() == convention.topic()) {
                continue;
            }
            taken.push(*convention);
            self.search(rest.get(place..).unwrap_or_default(), taken, more.saturating_sub(1), plain, fits);
            taken.pop();
        }
    }

    /// Whether a reading gives every printed line that can be calculated.
    fn fits(&self, reading: Reading) -> bool {
        let both = self.both(reading);
        self.lines().all(|line| {
            self.paper.printed(line).is_none()
                || self.worked(line, &both).is_none_or(|worked| self.agrees(line, Some(worked)))
        })
    }

    fn fit(&self, by: &[Convention], plain: &StatementLines) -> FittingReading {
        let takes = |reading: Reading| self.takes(plain, &self.paper.work_out(reading, Carry::Calculated));
        let by_each = by.iter().map(|convention| (*convention, takes(Reading(&[*convention]))));
        FittingReading { by: by_each.collect(), takes: takes(Reading(by)) }
    }

    /// What a reading takes, in soles: from the value of the lot (the IGV on it is not income), or, if the value is the
    /// same, from what is paid now.
    fn takes(&self, plain: &StatementLines, reading: &StatementLines) -> Option<Soles> {
        let rate = self.to_soles()?;
        let mut takes = None;
        for line in [StatementLine::Paid, StatementLine::Value, StatementLine::Total] {
            if let (Some(plain), Some(reading)) = (plain.get(line), reading.get(line)) {
                takes = ((plain - reading) * rate).book().ok();
                if takes != Some(Soles::ZERO) {
                    break;
                }
            }
        }
        takes
    }

    /// Whether a calculated figure agrees with the printed one: money to the cent, the others to the printed decimals,
    /// cut or rounded.
    fn agrees(&self, line: StatementLine, worked: Option<Exact>) -> bool {
        let (Some(worked), Some(printed)) = (worked, self.paper.printed(line)) else { return false };
        let places = self.places(line);
        let near = |figure: Exact| figure == printed.round_to(places);
        let rounded = near(worked.round_to(12).round_to(places));
        rounded || (!is_money(line) && near(worked.floor_to(places)))
    }

    /// The decimals printed on a line; at least as many as such a line usually has.
    fn places(&self, line: StatementLine) -> u32 {
        let least = if line == StatementLine::Dry { 3 } else { 2 };
        let printed = self.paper.printed(line).and_then(|figure| figure.round_to(8).get().ok());
        let places = printed.map_or(least, |figure| figure.normalize().scale().max(least));
        if is_money(line) { 2 } else { places }
    }

    /// The lines under a reading: from the printed lines above, and from the start.
    fn both(&self, reading: Reading) -> [StatementLines; 2] {
        [Carry::Printed, Carry::Calculated].map(|from| self.paper.work_out(reading, from))
    }

    /// A line calculated from the printed lines above it, unless only the calculation from the start gives the printed
    /// figure (because the lines above were rounded for printing).
    fn worked(&self, line: StatementLine, [paper, start]: &[StatementLines; 2]) -> Option<Exact> {
        let (paper, start) = (paper.get(line), start.get(line));
        if !self.agrees(line, paper) && self.agrees(line, start) { start } else { paper }
    }

    /// Checks one line against those above it.
    pub(super) fn line(&self, line: StatementLine, fits: &[FittingReading]) -> LineCheck {
        let (printed, expected) = (self.paper.printed(line), self.worked(line, &self.both(Reading::PLAIN)));
        LineCheck {
            line,
            printed: printed.and_then(|figure| figure.round_to(6).get().ok()),
            expected: expected.and_then(|figure| figure.round_to(places_shown(line)).get().ok()),
            state: self.state(line, printed, expected, fits),
        }
    }

    fn state(
        &self,
        line: StatementLine,
        printed: Option<Exact>,
        expected: Option<Exact>,
        fits: &[FittingReading],
    ) -> LineState {
        let (Some(printed), Some(expected)) = (printed, expected) else {
            return if printed.is_some() { LineState::Unknown } else { LineState::NotPrinted };
        };
        if self.agrees(line, Some(expected)) {
            return LineState::Plain;
        }
        let mut by = Vec::new();
        for convention in Convention::ALL {
            if self.agrees(line, self.worked(line, &self.both(Reading(&[*convention])))) {
                by.push(*convention);
            }
        }
        if let ([fit], true) = (fits, by.is_empty()) {
            by.extend(fit.by.iter().map(|(convention, _)| *convention));
        }
        match (by.is_empty(), (printed - expected).round_to(places_shown(line)).get()) {
            (false, _) | (_, Err(_)) => LineState::By(by),
            (true, Ok(off)) => LineState::Off(off),
        }
    }

    /// The expected figure of the last printed line of money minus the printed one.
    pub(super) fn short(&self) -> Option<Soles> {
        let plain = self.paper.work_out(Reading::PLAIN, Carry::Calculated);
        let mut lines = [StatementLine::Total, StatementLine::Paid, StatementLine::Value].into_iter();
        let last = lines.find(|line| self.paper.printed(*line).is_some())?;
        let less = plain.get(last)? - self.paper.printed(last)?;
        (less * self.to_soles()?).book().ok()
    }

    /// The rate from the currency of the statement to soles: its own rate, or else the market's.
    fn to_soles(&self) -> Option<Exact> {
        if self.paper.money() == Unit::Soles { Some(Exact::ONE) } else { self.paper.rate().or(self.market) }
    }

    /// The plain total at the case's own grade minus that at the statement's grade.
    pub(super) fn own_assay(&self, found: &Inputs) -> Option<Soles> {
        let (own, paper) = (found.estimate(Field::Grade)?, self.paper.inputs.estimate(Field::PlantGrade)?);
        if own.origin != Origin::Yours || paper.origin != Origin::Yours || own.mode == paper.mode {
            return None;
        }
        let mut inputs = self.paper.inputs.clone();
        inputs.set(Field::PlantGrade, *own);
        let with_own = CopiedStatement { inputs: &inputs, ..self.paper };
        let plain = |paper: &CopiedStatement| paper.work_out(Reading::PLAIN, Carry::Calculated);
        self.takes(&plain(&with_own), &plain(&self.paper))
    }

    /// The first line that is not printed and differs between the fitting readings.
    pub(super) fn telling(&self, fits: &[FittingReading]) -> Option<StatementLine> {
        let mut worked = Vec::new();
        for fit in fits {
            let by: Vec<Convention> = fit.by.iter().map(|(convention, _)| *convention).collect();
            worked.push(self.paper.work_out(Reading(&by), Carry::Calculated));
        }
        let (first, others) = worked.split_first()?;
        self.lines().find(|line| {
            let shown = |lines: &StatementLines| lines.get(*line).map(|figure| figure.round_to(places_shown(*line)));
            self.paper.printed(*line).is_none() && others.iter().any(|other| shown(other) != shown(first))
        })
    }

    /// Required fields that are missing; the other terms of silver, if some of them are there; and the exchange rate,
    /// if the statement has both currencies.
    pub(super) fn missing(&self) -> Vec<Field> {
        let mut missing = self.paper.inputs.missing.clone();
        let silver = self.paper.lacks_silver();
        if self.paper.kind == StatementKind::Plant && silver.len() < 4 {
            missing.extend(silver);
        }
        let plain = self.paper.work_out(Reading::PLAIN, Carry::Printed);
        let last = if self.paper.kind == StatementKind::Plant { StatementLine::Value } else { StatementLine::Paid };
        if missing.is_empty() && plain.get(last).is_none() && self.paper.rate().is_none() {
            missing.push(Field::ExchangeRate);
        }
        missing
    }
}

pub(super) fn is_money(line: StatementLine) -> bool {
    !matches!(line, StatementLine::Dry | StatementLine::Grade | StatementLine::Fine)
}

/// Decimals that a line is shown with.
fn places_shown(line: StatementLine) -> u32 {
    match line {
        StatementLine::Dry => 3,
        StatementLine::Grade | StatementLine::Fine => 4,
        _ => 2,
    }
}
