//! Tables: low, mode and high case side by side, and the loan schedule.

use rust_decimal::Decimal;

use crate::app::components::section::group;
use crate::app::components::table::table;
use crate::app::context::Context;
use crate::app::element::{El, classed, said};
use crate::domain::number::exact::Exact;
use crate::domain::term::field::Field;
use crate::domain::tools::credit::repayment::Repayment;
use crate::domain::tools::credit::{CreditOutcome, MonthlyBalance, Prospect};
use crate::i18n::format::{amount, number, percent, soles_short};

/// The result of each case, now and after a fall of the price; `None` before a case is known.
pub fn outlooks(cx: &Context, credit: &CreditOutcome) -> Option<El> {
    let text = cx.text();
    credit.cases.iter().find(|case| case.outlook.is_some())?;
    let fall = text.credit.if_fall.fill([&percent(credit.fall.unwrap_or_default())]);
    let of_gain = [text.credit.left, text.credit.due, text.credit.uncovered, text.credit.lacks, text.credit.payback];
    let [left, due, uncovered, lacks, back] = of_gain;
    let saves = |case: &Prospect| case.outlook.as_ref().is_some_and(|outlook| outlook.running.is_negative());
    let running =
        if credit.cases.iter().all(saves) { text.credit.saves } else { (text.figures.field)(Field::RunningCost) };
    let share = (text.figures.field)(Field::PaidShare);
    let [gold, mercury] = [text.credit.gold, text.credit.mercury];
    let now = [share, gold, mercury, running, left, due, uncovered, lacks, back];
    let names = [now.as_slice(), &[&fall, left, uncovered, lacks, back]].concat();
    let mut rows = vec![vec![text.ledger.concept.to_owned()]];
    rows.extend(names.iter().map(|name| vec![(*name).to_owned()]));
    for (case, level) in credit.cases.iter().zip(text.credit.levels) {
        let mut words = vec![level.to_owned()];
        column(cx, case, &mut words);
        for (row, words) in rows.iter_mut().zip(words) {
            row.push(words);
        }
    }
    // Without a price fall there are no rows below its title.
    rows.truncate(if credit.fall.is_some() { rows.len() } else { FALL });
    Some(group(text.credit.table).add(table("outlooks", "ledger", rows, &[LEFT, FALL + 1], &[])))
}

/// Row indexes: the balance, and the fall of the price.
const LEFT: usize = 5;
const FALL: usize = 10;

/// The figures of one case, from top to bottom.
fn column(cx: &Context, case: &Prospect, into: &mut Vec<String>) {
    let Some(outlook) = &case.outlook else { return into.resize(15, "—".to_owned()) };
    into.push(percent(outlook.share));
    for soles in [outlook.gold, outlook.mercury, -outlook.running] {
        into.push(soles_short(soles));
    }
    let months = case.loan.as_ref().map_or(0, |loan| loan.months.len());
    let place = into.len() + 1;
    of_gain(cx, &outlook.now, months, into);
    let due = case.loan.as_ref().map_or_else(|| "—".to_owned(), |loan| soles_short(-loan.most));
    into.insert(place, due);
    into.push(String::new());
    of_gain(cx, outlook.fallen.as_ref().unwrap_or(&outlook.now), months, into);
}

/// Gain per month, number of months in which it is not enough, and the month in which everything is paid back.
fn of_gain(cx: &Context, gain: &MonthlyBalance, months: usize, into: &mut Vec<String>) {
    into.push(soles_short(gain.month));
    let Some(cover) = gain.cover else { return into.resize(into.len() + 3, "—".to_owned()) };
    into.push(format!("{} / {months}", cover.short));
    into.push(soles_short(cover.lacks));
    let back = cover.payback.map(|months| in_months(cx, months));
    into.push(back.unwrap_or_else(|| cx.text().credit.never_back.to_owned()));
}

/// The loan schedule, folded: the amounts due in each month. On a phone only payment and debt.
pub fn schedule(cx: &Context, loan: &Repayment) -> El {
    let mut rows = vec![Vec::from(cx.text().credit.columns.map(str::to_owned))];
    for month in &loan.months {
        let mut row = vec![month.month.to_string()];
        for soles in [month.interest, month.amortisation, month.insurance, month.payment, month.balance] {
            row.push(amount(soles));
        }
        rows.push(row);
    }
    let title = said("summary", cx.text().credit.schedule);
    classed("details", "where").at("id", "schedule").add(title).add(table("plan", "ledger plan", rows, &[], &[2, 3]))
}

/// "14 months": rounded up to a full month; longer than a working life is not shown as a number.
pub(super) fn in_months(cx: &Context, months: Decimal) -> String {
    match months > Decimal::from(600) {
        true => cx.text().credit.decades.to_owned(),
        false => so_many(cx, Exact::from(months).ceil().get().unwrap_or(months)),
    }
}

pub(super) fn so_many(cx: &Context, months: Decimal) -> String {
    let (text, months) = (cx.text(), number(months, 1));
    text.counted(text.common.months, &months).fill([&months])
}
