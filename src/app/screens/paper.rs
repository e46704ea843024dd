//! The comparison on one sheet of paper, designed for black and white.

use super::compare::legend;
use crate::app::components::{bar, between, channel_card, header, ledger, source, verdict};
use crate::app::context::Context;
use crate::app::element::{El, classed, el, said};
use crate::app::state::Place;
use crate::domain::case::terms;
use crate::domain::channel::ChannelId;
use crate::domain::compare::outcome::{ChannelFigures, ChannelOutcome, ChannelState, Outcome, SHARE};
use crate::domain::reference::value::{Confidence, ReferenceId};
use crate::domain::term::requirement::Requirement;
use crate::i18n::format::{fixed, listed, percent, soles, soles_short, with_unit};
use crate::report;

/// The sheet; `None` if there is nothing to print.
pub fn view(cx: &Context) -> Option<El> {
    let ranked = ranked(&cx.outcome);
    let ((best, _), lot) = (ranked.first()?, cx.outcome.lot?);
    let text = cx.text();
    let today = report::today(&cx.outcome).filter(|today| today.channel != best.channel);
    let second = today.map(|channel| channel.channel).or(ranked.get(1).map(|(channel, _)| channel.channel));
    let printed: Vec<ChannelId> = [Some(best.channel), second].into_iter().flatten().collect();
    let two = ranked.iter().filter(|(channel, _)| printed.contains(&channel.channel)).map(|(channel, figures)| {
        let title = said("h2", (text.names.channel)(channel.channel));
        let table = ledger::view(cx, channel.channel, &figures.booked.ledger, true);
        el("section").add(title).add(table).maybe(channel_card::uncounted(cx, channel))
    });
    let rows = el("tbody").all(ranked.iter().map(|(channel, figures)| row(cx, channel, figures)));
    let blank = [(); 2].map(|()| classed("div", "blank"));
    Some(
        classed("section", "paper")
            .add(head(cx))
            .add(references(cx))
            .add(verdict::view(cx))
            .add(said("h2", text.paper.reaches_hand.fill([&soles(lot.value)])))
            .add(classed("table", "picture").add(rows))
            .add(legend(cx))
            .add(classed("div", "two").all(two))
            .add(classed("section", "write").add(said("h2", text.paper.to_write)).all(blank))
            .add(classed("p", "sources").say(format!("{}. {}", text.paper.sources, sources(cx, &printed)))),
    )
}

/// The question, the date, and the price that all figures use.
fn head(cx: &Context) -> El {
    let text = cx.text();
    let gram = cx.outcome.gram.map(|gram| said("b", with_unit("S/", &fixed(gram, 2)))).unwrap_or_else(|| el("b"));
    let line = el("p").add(said("b", "Fiel")).say(format!(" · {}", cx.state.today)).add(el("br"));
    let line = line.say(format!("{} · {}", header::age(cx).0, header::line(cx))).add(el("br"));
    let line = line.add(gram).say(format!(" {}", text.market.fine_gram));
    classed("header", "paper-h").add(said("h1", text.paper.title)).add(line)
}

fn references(cx: &Context) -> El {
    let text = cx.text();
    let reference = |name: &'static str, said_of: String| el("div").add(said("dt", name)).add(said("dd", said_of));
    classed("dl", "facts")
        .add(reference(text.paper.who, cx.state.case.name.clone()))
        .add(reference(text.paper.place, String::new()))
        .add(reference(text.paper.date, String::new()))
}

fn ranked(outcome: &Outcome) -> Vec<(&ChannelOutcome, &ChannelFigures)> {
    let open = outcome.channels.iter().filter(|channel| matches!(channel.state, ChannelState::Ranked(_)));
    open.filter_map(|channel| Some((channel, channel.figures.as_ref()?))).collect()
}

fn row(cx: &Context, channel: &ChannelOutcome, figures: &ChannelFigures) -> El {
    let text = cx.text();
    let rank = if let ChannelState::Ranked(rank) = channel.state { rank } else { 0 };
    let (amount, per) =
        figures.per.month.map_or((figures.booked.ledger.cash(), ""), |month| (month, text.common.a_month));
    let bold = |words: String| el("td").add(said("b", words));
    el("tr")
        .add(said("th", format!("{rank}. {}", (text.names.channel)(channel.channel))).at("scope", "row"))
        .add(classed("td", "pic").add(bar::of_channel(cx, figures)))
        .add(
            bold(figures.share.map(percent).unwrap_or_default())
                .maybe(between::line(between::of_parts(cx, figures.ranges[SHARE]))),
        )
        .add(bold(soles_short(amount)).say(format!(" {per}")).maybe(between::line(channel_card::around(cx, figures))))
        .add(said("td", channel_card::when(cx, figures)))
}

/// The sources of the reference figures used on the sheet, each once.
fn sources(cx: &Context, channels: &[ChannelId]) -> String {
    let case = &cx.state.case;
    let shared = terms::MARKET.iter().copied().chain(terms::lot(case)).map(|term| (Place::Case, term));
    let terms =
        channels.iter().flat_map(|channel| channel.channel().terms().map(move |term| (Place::Channel(*channel), term)));
    let mut said: Vec<String> = Vec::new();
    for (place, (field, requirement)) in shared.chain(terms) {
        let entered = cx.state.entry(place, field).is_some_and(|entry| !entry.is_blank());
        if let (Requirement::Default(reference), false) = (requirement, entered) {
            let source = source_of(cx, reference);
            if !source.is_empty() && !said.contains(&source) {
                said.push(source);
            }
        }
    }
    listed(&said, ". ")
}

fn source_of(cx: &Context, reference: ReferenceId) -> String {
    let known = reference.value();
    match (source::hosted(cx, reference), known.confidence) {
        (Some(market), _) => format!("{}, {}", market.source, source::dated(cx, market.date)),
        (None, Confidence::Unsourced) => String::new(),
        _ => format!("{}, {}", (cx.text().names.source)(reference), known.year),
    }
}
