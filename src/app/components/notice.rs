//! A line that says what happened, what was left out, and how to take it back.

use std::rc::Rc;

use super::message;
use super::rich::rich;
use crate::app::browser;
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Newer, Notice};
use crate::document::roll::{BadCell, BadRow, MOST_MEMBERS};
use crate::document::{LeftOut, Refusal, Why};
use crate::domain::{Entry, Field};
use crate::i18n::Text;
use crate::i18n::format::fill;

pub fn view(cx: &Context) -> Option<El> {
    let notice = cx.state.notice.as_ref()?;
    let text = cx.text();
    let refused = matches!(
        notice,
        Notice::Refused(_) | Notice::Unreadable | Notice::PageNotSaved | Notice::Workbook | Notice::Listed(0, _)
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
            .maybe(undoable.then(|| button(text.undo, Action::Undo).at("id", "undo")))
            .add(button(text.close, Action::Quiet)),
    )
}

/// Another version of the page is there. It takes over only when the person says so, and then at no loss.
pub fn newer(cx: &Context) -> Option<El> {
    let newer = cx.state.newer?;
    let (text, free) = (cx.text(), cx.state.can_reload());
    let (words, yes) = match newer {
        Newer::Waiting if free => (text.newer_waits, text.newer_use),
        Newer::Waiting => (text.newer_next, ""),
        Newer::Tried => (text.newer_tried, text.newer_again),
    };
    let take = || {
        browser::use_newer();
        Action::Newer(None)
    };
    let button = |words: &'static str| said("button", words).at("class", "link").at("type", "button");
    let take = free.then(|| button(yes).at("id", "use-newer").on_click(cx.after(Rc::new(take))));
    let later = button(if free { text.newer_later } else { text.close }).at("id", "newer-later");
    let later = later.on_click(cx.click(Action::Newer(None)));
    Some(classed("div", "note newer").at("role", "status").add(said("p", words)).maybe(take).add(later))
}

fn words(text: &Text, notice: &Notice) -> El {
    let line = el("p");
    let refused = match notice {
        Notice::Saved => return line.say(text.saved),
        Notice::Opened(left_out) if left_out.is_empty() => return line.say(text.opened),
        Notice::Exercise(left_out) if left_out.is_empty() => return line.say(text.exercise),
        Notice::Opened(_) | Notice::Exercise(_) => return line.say(text.opened_partly),
        Notice::Late => return line.say(text.late),
        Notice::Cleaned => return line.say(text.cleaned),
        Notice::PageNotSaved => return line.say(text.page_not_saved),
        Notice::PurityUsed => return line.say(text.purity_used),
        Notice::RowOut => return line.say(text.list_out),
        Notice::ListSaved => return line.say(text.list_saved),
        Notice::Listed(0, bad) if bad.is_empty() => return line.say(text.list_empty),
        Notice::Listed(taken, bad) => {
            let more = if bad.is_empty() { String::new() } else { fill(text.list_bad, &[&bad.len().to_string()]) };
            return rich(line, text.list_taken, &[&taken.to_string(), &more]);
        }
        Notice::Workbook => text.list_workbook.to_owned(),
        Notice::Unreadable => text.refused_unread.to_owned(),
        Notice::Refused(Refusal::TooLarge) => text.refused_large.to_owned(),
        Notice::Refused(Refusal::NotJson { line, column }) => {
            fill(text.refused_damaged, &[&line.to_string(), &column.to_string()])
        }
        Notice::Refused(Refusal::Foreign) => text.refused_foreign.to_owned(),
        Notice::Refused(Refusal::Newer(version)) => fill(text.refused_newer, &[&version.to_string()]),
        Notice::Refused(Refusal::UnknownVersion(version)) => fill(text.refused_version, &[version]),
    };
    rich(line, text.not_opened, &[&format!("{refused} {}", text.nothing_lost)])
}

fn list(text: &Text, left_out: &[LeftOut]) -> El {
    let word = |why: &Why| match why {
        Why::UnknownChoice(word) => format!(": {} «{word}»", (text.why)(why)),
        _ => format!(": {}", (text.why)(why)),
    };
    let item = |part: &LeftOut| el("li").add(said("code", part.path.clone())).say(word(&part.why));
    el("ul").all(left_out.iter().take(12).map(item))
}

/// The rows of a list that were left out, each by its line and why.
fn rows(text: &Text, bad: &[BadRow]) -> El {
    let mut list = el("ul");
    for row in bad.iter().take(12) {
        let why = match &row.why {
            BadCell::Total => text.list_total.to_owned(),
            BadCell::Column(name) => fill(text.list_column, &[name]),
            BadCell::NoName => text.list_no_name.to_owned(),
            BadCell::TooManyCells => text.list_cells.to_owned(),
            BadCell::TooLong => text.list_long.to_owned(),
            BadCell::Unclosed => text.list_unclosed.to_owned(),
            BadCell::TooMany => fill(text.list_many, &[&MOST_MEMBERS.to_string()]),
            BadCell::Figure(column, typed, what) => {
                let field = column.field().unwrap_or(Field::MemberGrams);
                let entry = Entry::new(typed, field.default_unit());
                fill(
                    "{0} «{1}». {2}",
                    &[(text.field)(field), typed, &message::trouble(text, &entry, what).replace('*', "")],
                )
            }
        };
        list = list.add(rich(el("li"), &format!("{}: {{1}}", text.list_line), &[&row.line.to_string(), &why]));
    }
    if bad.len() > 12 {
        list = list.add(said("li", "…"));
    }
    list
}
