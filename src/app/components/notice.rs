//! A notice line: what happened, what was left out, and an undo.

use std::rc::Rc;

use super::message;
use super::rich::rich;
use crate::app::browser;
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Newer, Notice};
use crate::document::members_csv::{BadCell, BadRow, MOST_MEMBERS};
use crate::document::{DocumentRefusal, LeftOut, LeftOutReason};
use crate::domain::term::field::Field;
use crate::i18n::Text;

pub fn view(cx: &Context) -> Option<El> {
    let notice = cx.state.notice.as_ref()?;
    let text = cx.text();
    let refused = matches!(
        notice,
        Notice::Refused(_)
            | Notice::Unreadable
            | Notice::NotSaved
            | Notice::PageNotSaved
            | Notice::Workbook
            | Notice::Listed(0, _)
    );
    let replaced = matches!(
        notice,
        Notice::Opened(_) | Notice::Cleaned | Notice::Listed(1.., _) | Notice::RowOut | Notice::PurityUsed
    );
    let undoable = replaced && cx.state.before.is_some();
    let button = |words: &'static str, action: Action| {
        said("button", words).at("class", "link").at("type", "button").on_click(cx.click(action))
    };
    let left_out = match notice {
        Notice::Opened(left_out) | Notice::Exercise(left_out) if !left_out.is_empty() => Some(list(text, left_out)),
        Notice::Listed(_, bad) if !bad.is_empty() => Some(rows(text, bad)),
        _ => None,
    };
    let note = el("div").at("class", classes("note", &[(refused, "refused")])).at("role", "status");
    Some(
        note.add(words(text, notice))
            .maybe(left_out)
            .maybe(undoable.then(|| button(text.notice.undo, Action::Undo).at("id", "undo")))
            .add(button(text.notice.close, Action::Quiet)),
    )
}

/// The offer of a new version of the page. It takes over only when the person agrees, and nothing typed is lost.
pub fn newer(cx: &Context) -> Option<El> {
    let newer = cx.state.newer?;
    let (text, free) = (cx.text(), cx.state.can_reload());
    let (words, yes) = match newer {
        Newer::Waiting if free => (text.notice.newer_waits, text.notice.newer_use),
        Newer::Waiting => (text.notice.newer_next, ""),
        Newer::Tried => (text.notice.newer_tried, text.notice.newer_again),
    };
    let take = || {
        browser::use_newer();
        Action::Newer(None)
    };
    let button = |words: &'static str| said("button", words).at("class", "link").at("type", "button");
    let take = free.then(|| button(yes).at("id", "use-newer").on_click(cx.after(Rc::new(take))));
    let later = button(if free { text.notice.newer_later } else { text.notice.close }).at("id", "newer-later");
    let later = later.on_click(cx.click(Action::Newer(None)));
    Some(classed("div", "note newer").at("role", "status").add(said("p", words)).maybe(take).add(later))
}

fn words(text: &Text, notice: &Notice) -> El {
    let line = el("p");
    let refused = match notice {
        Notice::Saved => return line.say(text.notice.saved),
        Notice::Opened(left_out) if left_out.is_empty() => return line.say(text.notice.opened),
        Notice::Exercise(left_out) if left_out.is_empty() => return line.say(text.notice.exercise),
        Notice::Opened(_) | Notice::Exercise(_) => return line.say(text.notice.opened_partly),
        Notice::Late => return line.say(text.notice.late),
        Notice::Cleaned => return line.say(text.notice.cleaned),
        Notice::PageNotSaved => return line.say(text.notice.page_not_saved),
        Notice::PurityUsed => return line.say(text.purity.used),
        Notice::RowOut => return line.say(text.list.row_out),
        Notice::ListSaved => return line.say(text.list.saved),
        Notice::Listed(0, bad) if bad.is_empty() => return line.say(text.list.empty),
        Notice::Listed(taken, bad) => {
            let more = if bad.is_empty() { "" } else { text.list.left_out };
            return rich(line, text.list.taken, [&taken.to_string(), more]);
        }
        Notice::Workbook => text.list.workbook.to_owned(),
        Notice::Unreadable => text.notice.refused_unread.to_owned(),
        Notice::NotSaved => text.notice.not_saved.to_owned(),
        Notice::Refused(DocumentRefusal::TooLarge) => text.notice.refused_large.to_owned(),
        Notice::Refused(DocumentRefusal::NotJson { line, column }) => {
            text.notice.refused_damaged.fill([&line.to_string(), &column.to_string()])
        }
        Notice::Refused(DocumentRefusal::Foreign) => text.notice.refused_foreign.to_owned(),
        Notice::Refused(DocumentRefusal::Newer(version)) => text.notice.refused_newer.fill([&version.to_string()]),
        Notice::Refused(DocumentRefusal::UnknownVersion(version)) => text.notice.refused_version.fill([version]),
    };
    rich(line, text.notice.not_opened, [&format!("{refused} {}", text.notice.nothing_lost)])
}

fn list(text: &Text, left_out: &[LeftOut]) -> El {
    let word = |why: &LeftOutReason| match why {
        LeftOutReason::UnknownChoice(word) => format!(": {} «{word}»", (text.notice.why)(why)),
        _ => format!(": {}", (text.notice.why)(why)),
    };
    let item = |part: &LeftOut| el("li").add(said("code", part.path.clone())).say(word(&part.why));
    el("ul").all(left_out.iter().take(12).map(item))
}

/// The rows of a list that were left out, each with its line number and the reason.
fn rows(text: &Text, bad: &[BadRow]) -> El {
    let mut list = el("ul");
    for row in bad.iter().take(12) {
        let why = match &row.why {
            BadCell::Total => text.list.total.to_owned(),
            BadCell::Column(name) => text.list.column.fill([name]),
            BadCell::NoName => text.list.no_name.to_owned(),
            BadCell::TooManyCells => text.list.cells.to_owned(),
            BadCell::TooLong => text.list.too_long.to_owned(),
            BadCell::Unclosed => text.list.unclosed.to_owned(),
            BadCell::TooMany => text.list.too_many.fill([&MOST_MEMBERS.to_string()]),
            BadCell::Figure(column, typed, what) => {
                let field = column.field().unwrap_or(Field::MemberGrams);
                format!("{} «{typed}». {}", (text.figures.field)(field), message::of_cell(text, field, typed, what))
            }
        };
        list = list.add(said("li", format!("{}: {why}", text.list.line.fill([&row.line.to_string()]))));
    }
    if bad.len() > 12 {
        list = list.add(said("li", "…"));
    }
    list
}
