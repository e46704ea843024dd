//! The member list, one page of rows at a time.

use std::rc::Rc;

use super::payments;
use super::words::{fineness, name};
use crate::app::browser;
use crate::app::components::choice::{chip, segments};
use crate::app::components::section::{group, part_fields};
use crate::app::components::{file, message};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, MemberListView, Notice, Place};
use crate::document::members_csv;
use crate::domain::case::{Column, Member, Sharing};
use crate::domain::number::exact::Soles;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::tools::association::{self, AssociationOutcome};

/// The HTML id of a cell.
pub fn id(row: usize, column: Column) -> String {
    format!("m-{row}-{}", column.id())
}

pub fn view(cx: &Context, together: &AssociationOutcome) -> El {
    let (text, association) = (cx.text(), &cx.state.case.association);
    let all = association.members.len();
    let files = classed("p", "acts screen")
        .add(file::open(cx, "open-list", ".csv,.txt,text/csv", text.list.open, Action::ReadList).at("class", "btn2"))
        .maybe((all > 0).then(|| save(cx, together)));
    let columns = columns(cx);
    let from = cx.state.member_list.from.min(MemberListView::page_of(all.saturating_sub(1)));
    let mut rows = classed("ol", "members");
    let most = payments::most(together);
    for (row, member) in association.members.iter().enumerate().skip(from).take(MemberListView::ROWS) {
        rows = rows.add(one(cx, together, row, member, &columns, most));
    }
    let add = said("button", text.list.add).at("type", "button").at("class", "btn2").at("id", "add-member");
    let several =
        chip(cx, "several".to_owned(), text.association.several, (columns.contains(&Column::Group), false), {
            let view = cx.state.member_list;
            Rc::new(move |several| Action::MemberList(MemberListView { several, ..view }))
        });
    let next = id(all, Column::Name);
    let new = move || {
        browser::reveal_soon(Some(next.clone()));
        Action::AddMember
    };
    let between = || classed("p", "soft").say(text.association.between);
    group(text.association.the_list)
        .at("class", "group screen")
        .add(rows)
        .maybe((all > MemberListView::ROWS).then(|| pages(cx, from, all)))
        .add(classed("p", "acts").add(add.on_click(cx.after(Rc::new(new)))))
        .add(segments(
            cx,
            text.association.how_shared,
            "sharing",
            association.sharing,
            text.association.sharing,
            Action::Sharing,
        ))
        .maybe((!together.list.groups.is_empty() && together.of_members).then(between))
        .add(classed("div", "chips").add(el("div").add(several)))
        .add(part_fields(cx, Place::Association, association::ASKED.iter().take(1), &|_| None).add(fineness(cx)))
        .add(files)
        .add(classed("p", "soft small").say(text.list.columns))
}

/// The visible columns: those that the chosen sharing rule needs, and others that contain values.
fn columns(cx: &Context) -> Vec<Column> {
    let association = &cx.state.case.association;
    let stands = |column: Column| association.members.iter().any(|member| !member.cell(column).is_empty());
    let several = cx.state.member_list.several || stands(Column::Group) || stands(Column::People);
    let mut columns = vec![Column::Name];
    if several {
        columns.extend([Column::Group, Column::People]);
    }
    columns.push(Column::Grams);
    for (column, sharing) in [(Column::Days, Sharing::Days), (Column::Parts, Sharing::Parts)] {
        if association.sharing == sharing {
            columns.push(column);
        }
    }
    columns
}

fn one(
    cx: &Context,
    together: &AssociationOutcome,
    row: usize,
    member: &Member,
    columns: &[Column],
    most: Soles,
) -> El {
    let text = cx.text();
    let mut cells = el("div").at("class", classes("member", &[(columns.len() > 2, "many")]));
    cells = cells.add(said("span", (row + 1).to_string()));
    let mut says = String::new();
    for column in columns {
        let lacks = together.list.lacking.iter().find(|lacking| (lacking.row, lacking.column) == (row, *column));
        // An empty cell is not marked as an error while the person has not reached it: the answer names it.
        let lacks = lacks.filter(|lacking| lacking.what.is_some());
        if let Some(field) = column.field()
            && let Some(what) = lacks.and_then(|lacking| lacking.what.as_ref())
        {
            let trouble = message::of_cell(text, field, member.cell(*column), what);
            says = format!("{}: {trouble}", (text.figures.field)(field));
        }
        cells = cells.add(cell(cx, row, member, *column, lacks.is_some()));
    }
    let label = text.list.remove.fill([&(row + 1).to_string()]);
    let out = said("button", "×").at("type", "button").at("class", "out screen").at("aria-label", label);
    let paid = together.sold.as_ref().and_then(|sold| sold.members.as_ref()?.get(row).copied());
    let says = if says.is_empty() { paid.map(|paid| payments::words(cx, paid)).unwrap_or_default() } else { says };
    let drawn = paid.map(|paid| payments::drawn(paid, most));
    let message = classed("p", "msg").at("id", format!("m-{row}-m"));
    let out = out.on_click(cx.click(Action::RemoveMember(row)));
    el("li").key(row.to_string()).add(cells.add(out)).add(message.say(says)).maybe(drawn)
}

fn cell(cx: &Context, row: usize, member: &Member, column: Column, lacks: bool) -> El {
    let typed = cx.typed(Rc::new(move |typed| Action::Member(row, column, typed)));
    let input = el("input").at("id", id(row, column)).at("type", "text").at("maxlength", "60");
    let input = input.at("inputmode", if column.field().is_some() { "decimal" } else { "text" });
    let input = input.at("aria-label", format!("{} {}", name(cx, column), row + 1));
    let input = input.at("aria-describedby", format!("m-{row}-m")).at("aria-invalid", if lacks { "true" } else { "" });
    let input = input.value(member.cell(column).to_owned()).on_input(typed);
    let label = el("label").at("class", classes("", &[(column == Column::Name, "name"), (lacks, "bad")]));
    label.add(said("small", name(cx, column))).add(input)
}

/// Which rows are shown, with links to the others.
fn pages(cx: &Context, from: usize, all: usize) -> El {
    let text = cx.text();
    let to = |words: &'static str, from: usize, id: &'static str, can: bool| {
        let view = MemberListView { from, ..cx.state.member_list };
        let button = said("button", words).at("type", "button").at("class", "btn2").at("id", id);
        button.at("disabled", if can { "" } else { "disabled" }).on_click(cx.click(Action::MemberList(view)))
    };
    let last = all.min(from + MemberListView::ROWS);
    let shown = text.list.rows.fill([&(from + 1).to_string(), &last.to_string(), &all.to_string()]);
    classed("p", "acts screen")
        .add(
            to("←", from.saturating_sub(MemberListView::ROWS), "rows-before", from > 0)
                .at("aria-label", text.list.before),
        )
        .add(classed("span", "soft").say(shown))
        .add(to("→", from + MemberListView::ROWS, "rows-after", last < all).at("aria-label", text.list.after))
}

/// Saves the list as a table for spreadsheets, with each member's payment.
fn save(cx: &Context, together: &AssociationOutcome) -> El {
    let (text, state) = (cx.text(), cx.state.clone());
    let paid = together.sold.as_ref().and_then(|sold| sold.members.clone()).unwrap_or_default();
    let save = move || {
        let text = state.language.text();
        let mut headers = vec![text.list.name];
        headers.extend(
            [Field::MemberGrams, Field::MemberDays, Field::MemberParts, Field::MemberPeople].map(text.figures.field),
        );
        headers.extend([text.list.group, text.payments.now, text.payments.later]);
        let cells = |row: usize| {
            let paid =
                paid.get(row).map(|paid| [paid.now, paid.later].map(|soles| soles.decimal().to_string()).to_vec());
            paid.unwrap_or_default()
        };
        let table = members_csv::write(&state.case.association.members, &headers, &cells);
        match browser::download("fiel-lista.csv", &table, "text/csv") {
            Some(()) => Action::Tell(Notice::ListSaved),
            None => Action::Tell(Notice::NotSaved),
        }
    };
    let button = said("button", text.list.save).at("type", "button").at("class", "btn2").at("id", "save-list");
    button.on_click(cx.after(Rc::new(save)))
}
