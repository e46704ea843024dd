//! A line that says what happened, what was left out, and how to take it back.

use super::rich::rich;
use crate::app::context::Context;
use crate::app::element::{El, classes, el, said};
use crate::app::state::{Action, Notice};
use crate::document::{LeftOut, Refusal, Why};
use crate::i18n::Text;
use crate::i18n::format::fill;

pub fn view(cx: &Context) -> Option<El> {
    let notice = cx.state.notice.as_ref()?;
    let text = cx.text();
    let refused = matches!(notice, Notice::Refused(_) | Notice::Unreadable | Notice::PageNotSaved);
    let undoable = matches!(notice, Notice::Opened(_) | Notice::Cleaned) && cx.state.before.is_some();
    let button = |words: &'static str, action: Action| {
        said("button", words).at("class", "link").at("type", "button").on_click(cx.click(action))
    };
    let left_out = if let Notice::Opened(left_out) = notice { left_out.as_slice() } else { &[] };
    let note = el("div").at("class", classes("note", &[(refused, "refused")])).at("role", "status");
    Some(
        note.add(words(text, notice))
            .maybe((!left_out.is_empty()).then(|| list(text, left_out)))
            .maybe(undoable.then(|| button(text.undo, Action::Undo).at("id", "undo")))
            .add(button(text.close, Action::Quiet)),
    )
}

fn words(text: &Text, notice: &Notice) -> El {
    let line = el("p");
    let refused = match notice {
        Notice::Saved => return line.say(text.saved),
        Notice::Opened(left_out) if left_out.is_empty() => return line.say(text.opened),
        Notice::Opened(_) => return line.say(text.opened_partly),
        Notice::Cleaned => return line.say(text.cleaned),
        Notice::PageNotSaved => return line.say(text.page_not_saved),
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
