//! The association: members, the channels that open when they sell together, payments and the fund.

mod fund;
mod list;
mod payments;
mod words;

use std::rc::Rc;

use words::{counted, so_many};

use super::compare;
use crate::app::browser;
use crate::app::components::header::mark;
use crate::app::components::rich::{emphasized, rich};
use crate::app::components::section::group;
use crate::app::components::{channel_card, verdict};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::{Action, MemberListView};
use crate::domain::compare::outcome::{ChannelOutcome, ChannelState, Verdict};
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::tools::association::member_list::MissingCell;
use crate::domain::tools::association::{self, AssociationOutcome};
use crate::i18n::format::{measure, soles_short, with_unit};

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let together = association::sell(&cx.state.case);
    // The pooled channels use the same views as those of the case.
    let pooled = Context {
        state: cx.state.clone(),
        outcome: Rc::new(together.pooled.clone()),
        sensitivity: Rc::default(),
        words: cx.words,
        dispatch: cx.dispatch.clone(),
    };
    if cx.state.member_list.printing {
        return stop.add(said("h1", text.association.title)).add(payments::sheet(cx, &together));
    }
    let nobody = together.list.rows.is_empty() || !together.pooled.missing.is_empty();
    stop.add(said("h1", text.association.title))
        .add(said("p", text.association.lead))
        .add(answer(&pooled, &together))
        .add(list::view(cx, &together))
        .maybe((!nobody).then(|| channels(&pooled, &together)))
        .maybe((!nobody).then(|| payments::view(cx, &together)))
        .add(fund::view(cx, &together.fund, together.sold.as_ref()))
}

/// The pooled cash, and the gain for each member; or what is missing.
fn answer(cx: &Context, together: &AssociationOutcome) -> El {
    let text = cx.text();
    let bare = || classed("section", "verdict unsure").at("aria-live", "polite").add(mark());
    let lead = || classed("p", "lead");
    if together.list.rows.is_empty() {
        return bare().add(emphasized(lead(), text.association.nobody));
    }
    if !together.pooled.missing.is_empty() {
        let lacks = text.common.missing.fill([&crate::app::components::sentence::names(cx, &together.pooled.missing)]);
        let says = bare().add(lead().say(text.common.cannot_be_told)).add(classed("p", "soft").say(lacks));
        return el("div").add(says).maybe(lacking(cx, &together.list.lacking));
    }
    let people = so_many(cx, together.list.people);
    let fine = together.pooled.lot.map(|lot| with_unit(&measure(lot.fine), "g")).unwrap_or_default();
    let gross = together.list.grams.map(|grams| with_unit(&counted(grams), "g"));
    let says = match gross {
        Some(gross) => rich(el("p"), text.association.pooled, [&people, &fine, &gross]),
        None => rich(el("p"), text.association.lot, [&people, &fine]),
    };
    // Samples are drawn only for the comparison: an answer that does not hold at all ends is not explained here.
    let is_open = matches!(together.pooled.verdict, Verdict::Best { certain: false, .. });
    let told = classed("div", if is_open { "undrawn" } else { "" }).add(verdict::view(cx));
    told.add(says).maybe(alone(cx, together)).maybe(lacking(cx, &together.list.lacking))
}

/// What one member could do alone with the average amount.
fn alone(cx: &Context, together: &AssociationOutcome) -> Option<El> {
    let text = cx.text();
    let alone = together.alone?;
    let more = alone.more?;
    let ranked =
        together.pooled.channels.iter().filter(|channel| matches!(channel.state, ChannelState::Ranked(_))).count();
    let (open, all) = (alone.open.to_string(), ranked.to_string());
    let grams = with_unit(&measure(alone.grams), "g");
    let by = (text.names.channel)(together.sold.as_ref()?.channel);
    let line = el("p");
    Some(match more.cents() {
        ..=-100 => rich(line, text.association.less, [&grams, &open, &all, by, &soles_short(-more)]),
        -99..100 => rich(line, text.association.same, [&grams, &open, &all, by]),
        _ => rich(line, text.association.more, [&grams, &open, &all, by, &soles_short(more)]),
    })
}

/// Cells that are required to pay anybody, with a link to the first one.
fn lacking(cx: &Context, lacking: &[MissingCell]) -> Option<El> {
    let first = lacking.first()?;
    let text = cx.text();
    let (row, column) = (first.row, first.column);
    let view = MemberListView { from: MemberListView::page_of(row), ..cx.state.member_list };
    let go = move || {
        browser::reveal_soon(Some(list::id(row, column)));
        Action::MemberList(view)
    };
    let name = (text.figures.field)(column.field().unwrap_or(Field::MemberGrams));
    let words = text.association.row.fill([&(row + 1).to_string(), &crate::app::components::sentence::lower(name)]);
    let link = said("button", words).at("type", "button").at("class", "link").at("id", "to-lacking");
    let says = rich(classed("p", "soft"), text.association.lacking, [&lacking.len().to_string()]);
    Some(el("div").add(says).add(link.on_click(cx.after(Rc::new(go)))))
}

/// The channels that can be used together, and what opens the others.
fn channels(cx: &Context, together: &AssociationOutcome) -> El {
    let text = cx.text();
    let (mut open, mut shut) = (classed("ol", "doors"), classed("ul", "shut"));
    for channel in &together.pooled.channels {
        match &channel.state {
            ChannelState::Ranked(_) => open = open.add(channel_card::view(cx, channel, true)),
            _ => shut = shut.add(closed(cx, channel)),
        }
    }
    group(text.association.channels).add(compare::legend(cx)).add(open).add(shut)
}

fn closed(cx: &Context, channel: &ChannelOutcome) -> El {
    let text = cx.text();
    let row = el("li").at("data-channel", channel.channel.id()).add(said("b", (text.names.channel)(channel.channel)));
    match &channel.state {
        ChannelState::Closed(reasons, _) => {
            row.say(format!(": {} {}.", text.channel.opens_with, channel_card::keys(cx, reasons)))
        }
        ChannelState::Missing(missing) => channel_card::ask_for(cx, channel.channel, missing, row),
        _ => row.say(format!(": {}", text.common.too_large)),
    }
}
