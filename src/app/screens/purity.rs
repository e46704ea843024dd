//! The purity of the gold, from what one can see, test or weigh.

use crate::app::components::choice::segments;
use crate::app::components::header::mark;
use crate::app::components::ledger::address;
use crate::app::components::rich::rich;
use crate::app::components::section::{part_fields, print};
use crate::app::components::source;
use crate::app::components::verdict::{asked, lead};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Place, Screen};
use crate::domain::case::{Kind, PurityBy};
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::tools::purity::{self, Fineness, Purity, PurityVerdict};
use crate::i18n::Message;
use crate::i18n::format::{number, with_unit};
use crate::i18n::text::PuritySourcesText;

/// The most common hallmarks, in karat and in per mille.
const MARKS: [(&str, &str); 6] =
    [("24 K", "999"), ("22 K", "916"), ("21 K", "875"), ("18 K", "750"), ("14 K", "585"), ("10 K", "417")];

/// The figures that a purity determined in this way is based on, with their names.
fn basis(by: PurityBy, names: &PuritySourcesText) -> Vec<(ReferenceId, &'static str)> {
    match by {
        PurityBy::Unknown => vec![(ReferenceId::BurntGoldFineness, names.burnt_gold)],
        PurityBy::Mark => vec![(ReferenceId::MarkTolerance, names.mark_tolerance)],
        PurityBy::Touchstone => vec![(ReferenceId::FieldFinenessError, names.field_error)],
        PurityBy::Water | PurityBy::Cup => vec![
            (ReferenceId::GoldDensity, names.gold),
            (ReferenceId::SilverDensity, names.silver),
            (ReferenceId::CopperDensity, names.copper),
            (ReferenceId::WaterDensity, names.water),
        ],
    }
}

fn unit_of(by: PurityBy) -> Unit {
    match by {
        PurityBy::Unknown | PurityBy::Touchstone => Unit::Percent,
        PurityBy::Mark => Unit::PerMille,
        PurityBy::Water | PurityBy::Cup => Unit::GramPerCubicCentimetre,
    }
}

pub fn view(cx: &Context, stop: El) -> El {
    let (text, purity) = (cx.text(), &cx.state.case.purity);
    let judged = purity::judge(&cx.state.case);
    let by = purity.by;
    let is_weighed = matches!(by, PurityBy::Water | PurityBy::Cup);
    let is_wide = is_weighed && matches!(judged.verdict, PurityVerdict::Told(purity) if purity.is_wide());
    let ways = segments(cx, text.purity.ask, "purity-by", by, text.purity.by, Action::PurityBy);
    let alloy = || segments(cx, text.purity.alloy_ask, "alloy", purity.alloy, text.purity.alloy, Action::Alloy);
    let asks = classed("section", "group")
        .add(ways)
        .add(said("p", (text.purity.how)(by)).at("id", "how"))
        .maybe(is_weighed.then(|| said("p", text.purity.not)))
        .maybe((by == PurityBy::Mark).then(|| marks(cx)))
        .add(part_fields(cx, Place::Purity, purity::asked(by).iter(), &|_| None))
        .maybe(is_weighed.then(alloy))
        .maybe(is_wide.then(|| soft(text.purity.wide)));
    stop.add(said("h1", text.purity.title))
        .add(said("p", text.purity.lead))
        .add(verdict(cx, &judged))
        .add(asks)
        .maybe(matches!(judged.verdict, PurityVerdict::Told(_)).then(|| take(cx)))
        .add(sources(cx, by, &judged))
        .add(print(cx, text.common.print))
}

fn verdict(cx: &Context, judged: &Fineness) -> El {
    let text = cx.text();
    let is_told = matches!(judged.verdict, PurityVerdict::Told(_));
    let class = classes("verdict", &[(!is_told, "unsure")]);
    let into = el("section").at("class", class).at("id", "judged").at("aria-live", "polite").add(mark());
    let says = match judged.verdict {
        PurityVerdict::Coarse(purity) => {
            let [low, _, high] = shown_of(purity, 100);
            into.add(rich(lead(), text.purity.coarse, [&low, &high])).add(soft(text.purity.wide))
        }
        PurityVerdict::Told(purity) => into
            .add(part(lead(), text.purity.told, purity, 100))
            .add(part(classed("p", "soft"), text.purity.karat, purity, 24))
            .maybe(purity.past.then(|| soft(text.purity.past))),
        PurityVerdict::Missing => into.add(lead().say(text.common.cannot_be_told)),
        PurityVerdict::TooLarge => into.add(lead().say(text.common.too_large)),
        PurityVerdict::Wrong(wrong) => into.add(lead().say((text.purity.wrong)(wrong))),
    };
    let missing = judged.missing.first().map(|first| address(Place::Purity, *first));
    says.maybe(asked(cx, &judged.missing, missing))
}

/// Formats low, high and mode in parts per `parts`.
fn part(line: El, message: Message<3>, purity: Purity, parts: i64) -> El {
    let [low, usual, high] = shown_of(purity, parts);
    rich(line, message, [&low, &high, &usual])
}

fn shown_of(purity: Purity, parts: i64) -> [String; 3] {
    purity.of(parts).map(|part| number(part, 1))
}

fn soft(words: &'static str) -> El {
    classed("p", "soft").say(words)
}

fn marks(cx: &Context) -> El {
    let mut into = classed("div", "acts");
    for (karat, mark) in MARKS {
        let button = said("button", karat)
            .say(" · ")
            .say(mark)
            .at("type", "button")
            .at("class", "btn2")
            .at("id", format!("mark-{mark}"));
        into = into.add(button.on_click(cx.click(Action::Mark(mark))));
    }
    into
}

/// Uses the purity in the case, and links to its field there.
fn take(cx: &Context) -> El {
    let in_hand = matches!(cx.state.case.kind, Kind::Gold | Kind::Amalgam);
    let screen = if in_hand { Screen::Start } else { Screen::Have };
    let link = said("a", cx.text().purity.use_this)
        .at("class", "btn")
        .at("id", "use")
        .at("href", format!("#/{}", screen.id()));
    classed("div", "next").add(link.on_click(cx.click(Action::UsePurity)))
}

/// The basis of the purity: each figure with its source.
fn sources(cx: &Context, by: PurityBy, judged: &Fineness) -> El {
    let text = cx.text();
    let density = |density| rich(el("p"), text.purity.density, [&number(density, 2)]).at("id", "density");
    let unit = unit_of(by);
    let mut list = classed("ul", "beside");
    for (reference, name) in basis(by, &text.purity.sources) {
        let known = reference.value();
        let ends = text
            .range
            .between
            .fill([&number(known.low, 4), &with_unit(&number(known.high, 4), (text.figures.unit)(unit).1)]);
        let line = el("li").key(known.id).say(name).say(": ").say(ends);
        list = list.add(line.add(source::details(cx, name, unit, reference, None)));
    }
    classed("section", "group").maybe(judged.density.map(density)).add(said("h2", text.paper.sources)).add(list)
}
