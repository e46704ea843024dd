//! Cash flow by month: own money and payments out, gain in, for the low, mode and high cases.

use rust_decimal::Decimal;

use crate::app::components::chart::{Scale, TIP, anchor, block, drawing, line, mark, picture, plot, upright, words};
use crate::app::context::Context;
use crate::app::element::{El, el};
use crate::domain::number::exact::Soles;
use crate::domain::tools::credit::{CreditOutcome, Prospect};
use crate::i18n::Message;
use crate::i18n::format::{amount, number, soles_of, soles_short};

/// Top and bottom of the plot area.
const TOP: u32 = 26;
const FOOT: u32 = 206;
/// Total height: the plot, three lines of labels, and three tooltip lines.
const WHOLE: u32 = FOOT + 54 + 3 * TIP;
const MOST_BANDS: usize = 12;

/// The data of the picture: the balances of the three cases, all of the same length, and their scales.
struct Flow<'a> {
    cases: &'a [Prospect; 3],
    across: Scale,
    up: Scale,
}

/// Three lines, one per case; `None` if one of them is unknown.
pub fn view(cx: &Context, credit: &CreditOutcome) -> Option<El> {
    let (text, cases) = (cx.text(), &credit.cases);
    let [bad, usual, good] = text.credit.levels;
    let (mut low, mut high) = (Soles::ZERO, Soles::ZERO);
    let mut rows = vec![[text.credit.columns[0], bad, usual, good].map(str::to_owned).to_vec()];
    let last = cases[0].balance.len().min(cases[1].balance.len()).min(cases[2].balance.len()).checked_sub(1)?;
    for month in 0..=last {
        let mut row = vec![number(Decimal::from(month), 0)];
        for case in cases {
            let soles = case.balance[month];
            (low, high) = (low.min(soles), high.max(soles));
            row.push(amount(soles));
        }
        rows.push(row);
    }
    let across = Scale { low: Decimal::ZERO, high: Decimal::from(last) };
    let flow = Flow { cases, across, up: Scale::around(&[low.decimal(), high.decimal()]) };
    let drawn = flow.grid(cx, drawing(WHOLE, text.credit.flow_title.to_owned()));
    let drawn = flow.turns(cx, flow.lines(cx, drawn));
    Some(picture(cx, "flow", text.credit.flow_title.to_owned(), flow.bands(cx, drawn, last), rows))
}

impl Flow<'_> {
    fn month(&self, month: usize) -> Decimal {
        self.across.at(Decimal::from(month))
    }

    /// The distance of a figure from the top.
    fn down(&self, figure: Decimal) -> u32 {
        FOOT - self.up.pixels(figure, FOOT - TOP)
    }

    /// Grid lines at round amounts and months, and the zero line.
    fn grid(&self, cx: &Context, mut drawn: El) -> El {
        for month in self.across.ticks() {
            if month.scale() > 0 {
                continue;
            }
            let at = self.across.at(month);
            let said = if month.is_zero() { cx.text().credit.flow_month.fill([""]) } else { number(month, 0) };
            drawn = drawn.add(upright("", at, TOP, FOOT)).add(words("", at, FOOT + 16, anchor(at), said));
        }
        for figure in self.up.ticks() {
            let base = self.down(figure);
            let class = if figure.is_zero() { "base" } else { "level" };
            let said = soles_of(figure);
            drawn = drawn.add(block(class, Decimal::ZERO, Decimal::ONE_HUNDRED, base, 1));
            drawn = drawn.add(words("", Decimal::ZERO, base.saturating_sub(3), "start", said));
        }
        drawn
    }

    /// The three lines with labels at their ends: the highest first, without overlap.
    fn lines(&self, cx: &Context, drawn: El) -> El {
        let (mut field, mut names, mut free) = (plot(TOP, FOOT - TOP), el("g"), 0);
        for &(level, class) in &[(2, "dotted"), (1, "dashed"), (0, "")] {
            let (mut points, mut end) = (Vec::new(), Soles::ZERO);
            for (month, soles) in self.cases[level].balance.iter().enumerate() {
                points.push((self.month(month), self.up.at(soles.decimal())));
                end = *soles;
            }
            field = field.add(line(class, &points));
            // Keep space for the labels below this one.
            let room = FOOT - 4 - 18 * level as u32;
            let base = self.down(end.decimal()).saturating_sub(8).min(room).max(free);
            free = base + 18;
            let said = format!("{} {}", cx.text().credit.levels[level], soles_short(end));
            names = names.add(words("strong", Decimal::ONE_HUNDRED, base, "end", said));
        }
        drawn.add(field).add(names)
    }

    /// Marks the last instalment, and the month after which the low case no longer has a loss. A positive balance
    /// before the last instalment is not marked as break-even: further payments are still due.
    fn turns(&self, cx: &Context, drawn: El) -> El {
        let low = &self.cases[0];
        let payments = low.loan.as_ref().map_or(0, |loan| loan.months.len());
        let lost = low.balance.iter().rposition(|soles| soles.is_negative());
        let back = lost.filter(|month| *month >= payments).map_or(0, |month| month + 1) % low.balance.len();
        let drawn = self.turn(drawn, payments, TOP, cx.text().credit.flow_last, FOOT + 34);
        self.turn(drawn, back, self.down(Decimal::ZERO), cx.text().credit.flow_back, FOOT + 52)
    }

    /// Marks a month with its label, below the other labels.
    fn turn(&self, drawn: El, month: usize, top: u32, message: Message<1>, base: u32) -> El {
        if month == 0 {
            return drawn;
        }
        let at = self.month(month);
        let side = if at > Decimal::from(50) { "end" } else { "start" };
        let said = message.fill([&month.to_string()]);
        drawn.add(upright("dashed axis", at, top, base - 12)).add(words("", at, base, side, said))
    }

    /// Invisible bands of months that show the figures at their end when touched.
    fn bands(&self, cx: &Context, mut drawn: El, last: usize) -> El {
        let (text, [low, usual, high]) = (cx.text(), cx.text().credit.levels);
        let (step, mut before) = (last.div_ceil(MOST_BANDS), 0);
        while before < last {
            let month = last.min(before + step);
            let (from, at) = (self.month(before), self.month(month));
            let so_far = |level: usize| number(self.cases[level].balance[month].decimal(), 0);
            let title = text.credit.flow_month.fill([&month.to_string()]);
            let said = format!("{title}: {low} {}\n{usual} {}\n{high} {}", so_far(0), so_far(1), so_far(2));
            let band = mark(WHOLE, said).add(upright("tip axis", at, TOP, FOOT));
            let (from, width) = crate::report::between(from, at);
            drawn = drawn.add(band.add(block("hit", from, width, TOP, FOOT - TOP)));
            before = month;
        }
        drawn
    }
}
