//! Equipment on credit: what it costs, and whether the additional gold pays for it.

mod picture;
mod tables;

use rust_decimal::Decimal;
use tables::{in_months, so_many};

use crate::app::components::choice::segments;
use crate::app::components::header::mark;
use crate::app::components::ledger::address;
use crate::app::components::rich::rich;
use crate::app::components::section::{group, part_fields, print};
use crate::app::components::sentence::names;
use crate::app::components::verdict::asked;
use crate::app::context::Context;
use crate::app::element::{El, classed, classes, el, said};
use crate::app::state::{Action, Place};
use crate::domain::number::exact::{Exact, Soles};
use crate::domain::number::unit::Unit;
use crate::domain::term::field::Field;
use crate::domain::tools::credit::repayment::Repayment;
use crate::domain::tools::credit::{self, CreditOutcome, CreditVerdict, MonthlyBalance, Prospect};
use crate::i18n::format::{measure, number, percent, soles, soles_short, with_unit};

pub fn view(cx: &Context, stop: El) -> El {
    let (text, case) = (cx.text(), &cx.state.case);
    let credit = credit::judge(case);
    let found = credit::found(case);
    let found = |field| found.estimate(field).copied();
    let (loan, gain) = credit::ASKED.split_at(credit::OF_LOAN);
    let has_grace = case.loan.terms.get(&Field::GraceMonths).is_some_and(|entry| !entry.is_blank());
    let grace = || segments(cx, text.credit.in_grace, "grace", case.loan.grace, text.credit.grace, Action::Grace);
    let of_loan =
        group(text.credit.loan).add(part_fields(cx, Place::Loan, loan.iter(), &found)).maybe(has_grace.then(grace));
    let brings = group(text.credit.gain)
        .add(part_fields(cx, Place::Loan, gain.iter(), &found))
        .maybe(months(cx, &credit))
        .maybe(mercury(cx, &credit));
    stop.add(said("h1", text.credit.title))
        .add(said("p", text.credit.lead))
        .add(verdict(cx, &credit))
        .maybe(usual(&credit).map(|loan| costs(cx, &credit, loan)))
        .add(of_loan)
        .add(brings)
        .maybe(tables::outlooks(cx, &credit))
        .maybe(picture::view(cx, &credit))
        .maybe(usual(&credit).map(|loan| tables::schedule(cx, loan)))
        .maybe(usual(&credit).map(|_| print(cx, text.common.print)))
}

/// The loan at the mode of the rate, if there is one.
fn usual(credit: &CreditOutcome) -> Option<&Repayment> {
    credit.cases[1].loan.as_ref().filter(|loan| !loan.months.is_empty())
}

/// The answer: for the low case, and with a fall of the price.
fn verdict(cx: &Context, credit: &CreditOutcome) -> El {
    let text = cx.text();
    let lean = match credit.verdict {
        CreditVerdict::Pays(_) => "lean-r",
        CreditVerdict::Short(_) | CreditVerdict::Never(_) => "lean-l",
        _ => "unsure",
    };
    let outlook = credit.cases[0].outlook.as_ref();
    let lead = classed("p", "lead");
    let mut says = el("section").at("class", classes("verdict", &[(true, lean)])).at("id", "judged");
    says = says.at("aria-live", "polite").add(mark());
    match (&credit.verdict, outlook) {
        (CreditVerdict::Pays(cover) | CreditVerdict::Short(cover), Some(outlook)) => {
            let back = cover.payback.map(|months| in_months(cx, months)).unwrap_or_default();
            let fall = text.credit.if_fall.fill([&percent(credit.fall.unwrap_or_default())]);
            says = says.add(of_gain(cx, credit, lead, text.credit.low, &outlook.now));
            if cover.short == 0 {
                says = says.add(rich(soft(String::new()), text.credit.back, [&back]));
            }
            let tells = |gain: &MonthlyBalance| gain.month <= Soles::ZERO || usual(credit).is_some();
            says = says
                .maybe(outlook.fallen.filter(tells).map(|gain| of_gain(cx, credit, soft(String::new()), &fall, &gain)));
        }
        (CreditVerdict::Never(gain), _) => says = says.add(of_gain(cx, credit, lead, text.credit.low, gain)),
        (CreditVerdict::TooLarge, _) => says = says.add(lead.say(text.common.too_large)),
        _ => says = says.add(lead.say(text.common.cannot_be_told)),
    }
    if credit.verdict == CreditVerdict::Unordered {
        says = says.add(soft(text.credit.order.to_owned()));
    }
    let is_less = credit.cases[1].outlook.as_ref().is_some_and(|outlook| outlook.gold.is_negative());
    says = says.maybe(is_less.then(|| soft(text.credit.less_gold.to_owned())));
    says.maybe(credit.same_way.then(|| soft(text.process.same.to_owned()))).maybe(asks(cx, &credit.missing))
}

/// Whether the gain covers the instalments: "In the low case up to S/ 320 a month is lacking…".
fn of_gain(cx: &Context, credit: &CreditOutcome, line: El, when: &str, gain: &MonthlyBalance) -> El {
    let text = cx.text();
    let months = credit.cases[0].loan.as_ref().map_or(0, |loan| loan.months.len());
    match gain.cover {
        _ if gain.month == Soles::ZERO => rich(line, text.credit.nothing, [when]),
        Some(cover) if gain.month < Soles::ZERO && cover.short > 0 => {
            rich(line, text.credit.never_due, [when, &soles_short(cover.lacks)])
        }
        _ if gain.month < Soles::ZERO => rich(line, text.credit.never, [when, &soles_short(-gain.month)]),
        Some(cover) if cover.short > 0 => {
            let with = [when, &soles_short(cover.lacks), &cover.short.to_string(), &months.to_string()];
            rich(line, text.credit.short, with)
        }
        _ if months == 0 => line.say(text.credit.no_loan),
        _ => rich(line, text.credit.pays, [when]),
    }
}

/// What is missing, with a link to the first field.
fn asks(cx: &Context, missing: &[Field]) -> Option<El> {
    let first = missing.first()?;
    let is_here = credit::ASKED.iter().any(|(of, _)| of == first);
    asked(cx, missing, is_here.then(|| address(Place::Loan, *first)))
}

/// A note that the income of the working months is spread over the year.
fn months(cx: &Context, credit: &CreditOutcome) -> Option<El> {
    let months = credit.months.filter(|months| *months != Decimal::from(12))?;
    Some(soft(cx.text().credit.months_worked.fill([&so_many(cx, months)])))
}

fn mercury(cx: &Context, credit: &CreditOutcome) -> Option<El> {
    let kilograms = credit.mercury.filter(|kilograms| !kilograms.is_zero())?;
    let (figure, unit) = match (Exact::from(kilograms) * Exact::from(1000)).get() {
        Ok(grams) if kilograms < Decimal::ONE => (grams, "g"),
        _ => (kilograms, "kg"),
    };
    Some(rich(soft(String::new()), cx.text().credit.mercury_year, [&with_unit(&measure(figure), unit)]))
}

/// The instalment and the real cost of the loan.
fn costs(cx: &Context, credit: &CreditOutcome, loan: &Repayment) -> El {
    let text = cx.text();
    let figure = |id: &'static str, name: &'static str, figure: String| {
        el("div").add(said("dt", name)).add(said("dd", figure).at("id", id))
    };
    let yearly = |loan: &Repayment| {
        let tcea = loan.tcea.and_then(|tcea| Unit::Percent.from_base(tcea).ok());
        tcea.map(|tcea| number(tcea, 2)).unwrap_or_default()
    };
    let mut tcea = with_unit(&yearly(loan), "%");
    let mut lines = Vec::new();
    if let [Prospect { loan: Some(low), .. }, _, Prospect { loan: Some(high), .. }] = &credit.cases
        && low != high
    {
        tcea = text.range.between.fill([&yearly(high), &with_unit(&yearly(low), "%")]);
        lines.push(soft(text.credit.range.fill([&soles(high.instalment), &soles(low.instalment)])));
    }
    if loan.months.iter().any(|month| month.insurance > Soles::ZERO) {
        lines.push(soft(text.credit.most.fill([&soles(loan.most)])));
    }
    let [debt, paid, more] = [loan.debt, loan.paid, loan.paid - loan.debt].map(soles);
    lines.push(rich(soft(String::new()), text.credit.total, [&debt, &paid, &more]));
    // No grace period costs nothing.
    let mut uncounted = credit.uncounted.clone();
    uncounted.retain(|field| *field != Field::GraceMonths);
    if !uncounted.is_empty() {
        lines.push(soft(text.common.uncounted.fill([&names(cx, &uncounted)])));
    }
    let pair = classed("dl", "pair")
        .add(figure("instalment", text.credit.instalment, soles(loan.instalment)))
        .add(figure("tcea", text.credit.tcea, tcea));
    el("section").add(pair).all(lines)
}

fn soft(words: String) -> El {
    classed("p", "soft").say(words)
}
