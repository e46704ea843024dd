//! The input field for a figure.

use std::rc::Rc;

use super::choice::switch;
use super::rich::emphasized;
use super::select::select;
use super::{between, message, source};
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Place};
use crate::domain::case::{Entry, Kind};
use crate::domain::engine::estimate::{EntryError, Estimate, read_entry};
use crate::domain::number::parse::NumberProblem;
use crate::domain::number::unit::Unit;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Requirement;
use crate::domain::term::tool::Tool;
use crate::i18n::format::{number, with_unit};

/// A field to ask for, its place, and how it is displayed.
#[derive(Clone, Copy)]
pub struct Asked {
    pub place: Place,
    pub field: Field,
    pub requirement: Requirement,
    /// The value taken from elsewhere in the case if nothing is entered.
    pub found: Option<Estimate>,
    /// Puts the label on the left (on the first screen).
    pub row: bool,
}

impl Asked {
    pub fn new(place: Place, (field, requirement): (Field, Requirement)) -> Asked {
        Asked { place, field, requirement, found: None, row: false }
    }

    /// The reference figure used if nothing is entered.
    pub fn reference(self) -> Option<ReferenceId> {
        match self.requirement {
            Requirement::Default(reference) | Requirement::AskedOr(reference) | Requirement::OptionalOr(reference) => {
                Some(reference)
            }
            Requirement::Asked | Requirement::Optional => None,
        }
    }

    /// Whether "I don't know" is possible: it uses a range, or says what to ask for.
    fn can(self) -> bool {
        let is_asked = matches!(self.requirement, Requirement::AskedOr(_));
        self.reference().is_some_and(|reference| is_asked || reference.value().low != reference.value().high)
    }
}

/// The HTML id of a field, used in links.
pub fn id(place: Place, field: Field) -> String {
    match place {
        Place::Case => format!("f-{}", field.id()),
        Place::Channel(channel) => format!("f-{}-{}", channel.id(), field.id()),
        Place::Cut(channel, number) => {
            format!("f-{}-{}-{number}", channel.id(), field.id())
        }
        Place::Statement => format!("f-slip-{}", field.id()),
        Place::Way(way) => format!("f-way-{}-{}", way.id(), field.id()),
        Place::Loan => format!("f-loan-{}", field.id()),
        Place::Step(step) => format!("f-step-{}-{}", step.id(), field.id()),
        Place::Association => format!("f-together-{}", field.id()),
        Place::Project(place) => format!("f-project-{place}-{}", field.id()),
        Place::Jewelry => format!("f-jewelry-{}", field.id()),
        Place::Piece(place) => format!("f-piece-{place}-{}", field.id()),
        Place::Tool(tool) => format!("f-{}-{}", tool.id(), field.id()),
        Place::SplitSale(channel) => format!("f-mix-{}", channel.id()),
        Place::Purity => format!("f-purity-{}", field.id()),
    }
}

/// A field with its usual name in the chosen language.
pub fn view(cx: &Context, asked: Asked) -> El {
    named(cx, asked, (cx.text().figures.field)(asked.field))
}

/// A field with another name.
pub fn named(cx: &Context, asked: Asked, name: &'static str) -> El {
    let Asked { place, field, .. } = asked;
    let blank = Entry::new("", field.default_unit());
    let entry = cx.state.entry(place, field).unwrap_or(&blank);
    if entry.unit == Unit::YesNo {
        let act = move |on: bool| Action::Type(place, field, if on { "1".into() } else { String::new() });
        return switch(cx, id(place, field), name, entry.text == "1", Rc::new(act));
    }
    let reference = asked.reference();
    let trouble =
        read_entry(field, entry, reference).err().filter(|what| *what != EntryError::Number(NumberProblem::Empty));
    let stands_in = entry.unknown || (entry.is_blank() && matches!(asked.requirement, Requirement::Default(_)));
    let found = asked.found.filter(|_| entry.is_blank());
    let stands_in = (stands_in && reference.is_some()) || found.is_some();
    let ranges = between::can(place, field) || entry.is_range();
    let can = asked.can();
    let id = id(place, field);
    let said_at = format!("{id}-m");
    let class = classes(
        "field",
        &[(asked.row, "row"), (can, "can"), (ranges, "may"), (stands_in, "ref"), (trouble.is_some(), "bad")],
    );
    let placeholder = reference.filter(|_| stands_in && entry.unit == field.default_unit() && !entry.unknown);
    let placeholder = placeholder.map(|reference| number(cx.usual(reference), 6)).unwrap_or_default();
    let placeholder = found.map_or(placeholder, |found| in_unit(&found, entry.unit));
    let placeholder = between::middle(field, entry).unwrap_or(placeholder);
    let of_end = matches!(trouble, Some(EntryError::OfEnd { .. }));
    let value = if entry.unknown { String::new() } else { entry.text.clone() };
    let typed = cx.typed(Rc::new(move |typed| Action::Type(place, field, typed)));
    let input = el("input").at("id", id.clone()).at("type", "text").at("inputmode", "decimal");
    let input = input.at("maxlength", "60").at("placeholder", placeholder).at("aria-describedby", said_at.clone());
    let input =
        input.at("aria-invalid", if trouble.is_some() && !of_end { "true" } else { "" }).value(value).on_input(typed);
    let unit = unit_or_question(cx, asked, entry, trouble.as_ref(), name);
    // There is room for one word beside the short label: the purity's source already tells its range.
    let ranges = ranges && !(asked.row && field == Field::Fineness && !entry.is_range());
    let ends = ranges.then(|| between::ends(cx, place, field, entry, trouble.as_ref(), &id, name));
    let message = classed("p", "msg").at("id", said_at);
    let how = || said("a", cx.text().purity.link).at("class", "how").at("href", "#/pureza");
    el("div")
        .at("class", class)
        .key(id.clone())
        .add(said("label", name).at("for", id))
        .add(classed("div", "box").add(input).add(unit))
        .maybe(can.then(|| dont_know(cx, place, field, entry.unknown)))
        .maybe(ends)
        .add(said_below(cx, asked, entry, trouble.as_ref(), stands_in, message))
        .maybe((field == Field::Fineness).then(how))
        .maybe(reference.map(|reference| source::details(cx, name, field.default_unit(), reference, None)))
}

/// An entry as typed, with its unit; a range with its ends.
pub fn entered(cx: &Context, field: Field, entry: &Entry) -> String {
    let plain = || with_unit(entry.text.trim(), (cx.text().figures.unit)(entry.unit).1);
    between::told(cx.text(), field, entry).map_or_else(plain, |words| words.replace('*', ""))
}

/// Formats a figure in `unit`, or in its own unit if the two are not convertible.
fn in_unit(found: &Estimate, unit: Unit) -> String {
    let unit = if found.unit.converts_to(unit) { unit } else { found.unit };
    unit.from_base(found.mode).map(|value| number(value, 4)).unwrap_or_default()
}

fn dont_know(cx: &Context, place: Place, field: Field, unknown: bool) -> El {
    let tick = cx.ticked(Rc::new(move |on| Action::Unknown(place, field, on)));
    let input = classed("input", "vh").at("type", "checkbox").checked(unknown).on_change(tick);
    classed("label", "nose").add(input).add(said("span", cx.text().field.dont_know))
}

/// The unit, or a question that must be answered first.
fn unit_or_question(cx: &Context, asked: Asked, entry: &Entry, trouble: Option<&EntryError>, name: &str) -> El {
    let Asked { place, field, .. } = asked;
    let text = cx.text();
    let answer = |words: String, action: Action| said("button", words).at("type", "button").on_click(cx.click(action));
    let yes = |unit: Unit| {
        answer(text.field.yes_unit.fill([(text.figures.unit)(unit).1]), Action::MeantUnit(place, field, unit))
    };
    let number = |typed: &String| answer(typed.clone(), Action::Type(place, field, typed.clone()));
    let question = classed("span", "ask");
    match trouble {
        Some(EntryError::Number(NumberProblem::Ambiguous { grouped, decimal })) => {
            question.add(number(grouped)).add(number(decimal))
        }
        Some(EntryError::OfEnd { high, what })
            if let EntryError::Number(NumberProblem::Ambiguous { grouped, decimal }) = &**what =>
        {
            let end = |typed: &String| answer(typed.clone(), Action::TypeEnd(place, field, *high, typed.clone()));
            question.add(end(grouped)).add(end(decimal))
        }
        Some(EntryError::Doubt { likely }) => {
            let no = answer(text.field.no_unit.fill([(text.figures.unit)(entry.unit).1]), Action::IsSure(place, field));
            question.add(yes(*likely)).add(no)
        }
        Some(EntryError::OverMost { likely: Some(likely), .. }) => question.add(yes(*likely)),
        _ => unit(cx, asked, entry, name),
    }
}

fn unit(cx: &Context, asked: Asked, entry: &Entry, name: &str) -> El {
    let Asked { place, field, .. } = asked;
    let text = cx.text();
    if field.units().len() == 1 {
        return classed("span", "unit").say((text.figures.unit)(entry.unit).1);
    }
    // Gold in hand is never measured in tonnes.
    let is_heap = |unit: &&Unit| field == Field::SplitPart && **unit == Unit::Tonne && entry.unit != Unit::Tonne;
    let in_hand = matches!(cx.state.case.kind, Kind::Gold | Kind::Amalgam);
    let options = field.units().iter().filter(|unit| !(in_hand && is_heap(unit))).map(|unit| {
        let (name, sign) = *(text.figures.unit)(*unit);
        // Between the input and "I don't know" there is only room for the unit's symbol.
        (unit.id(), if asked.row || (place == Place::Tool(Tool::Copper) && asked.can()) { sign } else { name })
    });
    let choose = move |id: &str| Action::SetUnit(place, field, Unit::of_id(id).unwrap_or(field.default_unit()));
    let label = text.field.unit_of.fill([name]);
    select(String::new().into(), label.into(), options.collect(), entry.unit.id(), cx.chosen(Rc::new(choose)))
}

/// The line below the field; it is always rendered, so that the layout does not move.
fn said_below(
    cx: &Context,
    asked: Asked,
    entry: &Entry,
    trouble: Option<&EntryError>,
    stands_in: bool,
    line: El,
) -> El {
    let text = cx.text();
    let is_empty = entry.is_blank();
    match (trouble, asked.reference().filter(|_| stands_in)) {
        (None, _) if is_empty && let Some(found) = asked.found => {
            let figure = with_unit(&in_unit(&found, found.unit), (text.figures.unit)(found.unit).1);
            line.add(classed("span", "tag").say(text.field.from_case)).say(format!(" {figure}"))
        }
        (Some(trouble), _) => emphasized(line, &message::trouble(text, entry, trouble)),
        (None, Some(id)) => reference(cx, asked.field, id, entry.unknown, line),
        (None, None) if asked.field == Field::OwnShare && is_empty => line.say(text.field.all_ours),
        (None, None) => match between::told(text, asked.field, entry) {
            Some(words) => emphasized(line, &words),
            None => emphasized(line, &message::read_back(text, entry)),
        },
    }
}

/// "reference figure: 90 % of its value", or the range if the person chose "I don't know".
pub fn reference(cx: &Context, field: Field, reference: ReferenceId, unknown: bool, line: El) -> El {
    let (text, known) = (cx.text(), reference.value());
    let tag = if field == Field::ContainerMass { text.field.not_weighed } else { text.field.reference };
    let sign = (text.figures.unit)(field.default_unit()).1;
    let range = text.range.between.fill([&number(known.low, 6), &with_unit(&number(known.high, 6), sign)]);
    let words = match (reference, unknown && known.low != known.high) {
        (ReferenceId::Maquila, _) => text.field.by_grade.to_owned(),
        (_, true) => range,
        (_, false) => with_unit(&number(cx.usual(reference), 6), sign),
    };
    line.add(classed("span", "tag").say(tag)).say(format!(" {words}"))
}
