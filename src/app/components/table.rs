//! A small text table.

use crate::app::element::{El, classed, el};

/// A table: the first row is the header, and each row starts with its label. `less`: the columns hidden on a phone.
pub fn table(
    id: &'static str,
    class: &'static str,
    rows: Vec<Vec<String>>,
    totals: &'static [usize],
    less: &'static [usize],
) -> El {
    let (mut head, mut body) = (el("thead").at("role", "rowgroup"), Vec::new());
    for (place, words) in rows.into_iter().enumerate() {
        let mut row = el("tr").at("class", if totals.contains(&place) { "total" } else { "" }).at("role", "row");
        for (column, words) in words.into_iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            let (tag, role) = match (place, column) {
                (0, _) => ("th", "columnheader"),
                (_, 0) => ("th", "rowheader"),
                _ => ("td", "cell"),
            };
            let class = if column == 0 { "what" } else { "less" };
            row = row.add(cell(tag, role, if column == 0 || less.contains(&column) { class } else { "" }).say(words));
        }
        if place == 0 {
            head = head.add(row);
        } else {
            body.push(row);
        }
    }
    let table = classed("table", class).at("role", "table").at("id", id);
    table.add(head).add(el("tbody").at("role", "rowgroup").all(body))
}

/// A cell with an explicit ARIA role, because the CSS layout of the table removes its table semantics.
pub fn cell(tag: &'static str, role: &'static str, class: &'static str) -> El {
    classed(tag, class).at("role", role)
}
