//! Tables of measurements, as markdown for people and as JSON for programs.

use serde_json::{Map, Value, json};

use crate::spread::Spread;

pub struct Table {
    pub title: &'static str,
    /// What is measured and how, in a sentence or two.
    pub note: String,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<Cell>>,
}

pub enum Cell {
    Words(String),
    /// An integer: bytes, lines.
    Count(u64),
    Number(f64),
    Spread(Spread),
    /// Not measured, or not offered by the page.
    None,
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<Option<Spread>> for Cell {
    fn from(spread: Option<Spread>) -> Self {
        spread.map_or(Self::None, Self::Spread)
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::None, Self::Number)
    }
}

impl Cell {
    fn markdown(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Count(count) => grouped(*count),
            Self::Number(number) => decimal(*number),
            Self::Spread(spread) => {
                format!("{} ({}–{})", decimal(spread.median), decimal(spread.low), decimal(spread.high))
            }
            Self::None => "–".to_owned(),
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Words(words) => json!(words),
            Self::Count(count) => json!(count),
            Self::Number(number) => json!(number),
            Self::Spread(spread) => json!(spread),
            Self::None => Value::Null,
        }
    }
}

/// Formats `1234567` as `1,234,567`.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let comma = |place: usize| place > 0 && (digits.len() - place).is_multiple_of(3);
    digits.char_indices().flat_map(|(place, digit)| comma(place).then_some(',').into_iter().chain([digit])).collect()
}

/// Formats with about three digits: `1,753`, `87.2`, `0.86`.
fn decimal(number: f64) -> String {
    match number.abs() {
        size if size >= 100.0 => grouped(number.round() as u64),
        size if size >= 10.0 => format!("{number:.1}"),
        _ => format!("{number:.2}"),
    }
}

impl Table {
    pub fn markdown(&self) -> String {
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let head = line(self.columns.iter().map(|name| (*name).to_owned()).collect());
        let rule = line(self.columns.iter().map(|_| "---".to_owned()).collect());
        let rows = self.rows.iter().map(|row| line(row.iter().map(Cell::markdown).collect()));
        format!("## {}\n\n{}\n\n{head}{rule}{}", self.title, self.note, rows.collect::<String>())
    }

    pub fn json(&self) -> Value {
        let row = |row: &Vec<Cell>| {
            let cells = self.columns.iter().zip(row).map(|(name, cell)| ((*name).to_owned(), cell.json()));
            Value::Object(cells.collect::<Map<_, _>>())
        };
        json!({ "title": self.title, "note": self.note, "rows": self.rows.iter().map(row).collect::<Vec<_>>() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_grouped() {
        assert_eq!(
            ["0", "999", "1000", "1234567"].map(|n| grouped(n.parse().unwrap())),
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!([0.856, 87.24, 1752.6].map(decimal), ["0.86", "87.2", "1,753"]);
    }
}
