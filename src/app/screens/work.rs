//! The third stop: days, people, and the cost of debt and waiting.

use crate::app::components::choice::segments;
use crate::app::components::field::{self, Asked};
use crate::app::components::section::{group, next};
use crate::app::context::Context;
use crate::app::element::{El, classed, said};
use crate::app::state::{Action, Place, Screen};
use crate::domain::case::terms;
use crate::domain::term::field::{Field, FieldGroup};
use crate::domain::term::requirement::Term;

pub fn view(cx: &Context, stop: El) -> El {
    let text = cx.text();
    let case = &cx.state.case;
    let rhythm = segments(cx, text.work.rhythm, "schedule", case.schedule, text.names.schedule, Action::Schedule);
    stop.add(said("h1", text.rail.work))
        .add(said("p", text.work.lead))
        .add(group(text.work.the_days).add(rhythm).add(fields(cx, is_days)))
        .add(group(text.work.the_people).add(fields(cx, is_people)))
        .add(group(text.work.money_and_time).add(fields(cx, |field| !is_days(field) && !is_people(field))))
        .add(next(cx, Screen::Channels))
}

fn is_days(field: Field) -> bool {
    field.group() == FieldGroup::Work && !is_people(field) && field != Field::DayValue
}

fn is_people(field: Field) -> bool {
    matches!(field, Field::Workers | Field::ShiftHours | Field::OwnShare)
}

fn fields(cx: &Context, of: fn(Field) -> bool) -> El {
    let terms: Vec<Term> = terms::work(&cx.state.case).filter(|(field, _)| of(*field)).collect();
    classed("div", "fields").all(terms.into_iter().map(|term| field::view(cx, Asked::new(Place::Case, term))))
}
