//! Equipment on credit: the instalment, what it really costs, and whether the gold pays it.

use crate::domain::case::Loan;
use crate::domain::tools::definition::{Holds, ToolDefinition};
use rust_decimal::Decimal;

use crate::domain::case::{Entries, PricedCase};
use crate::domain::channel::ChannelId;
use crate::domain::compare;
use crate::domain::engine::error::EvaluationError;
use crate::domain::engine::estimate::{EntryProblem, Estimate, Origin, read_entry};
use crate::domain::engine::inputs::Inputs;

use crate::domain::number::exact::{Exact, Soles, TooLarge};
use crate::domain::number::finance::payback;
use crate::domain::reference::value::ReferenceId;
use crate::domain::term::field::Field::{self, *};
use crate::domain::term::requirement::Requirement::*;
use crate::domain::term::requirement::Term;
use crate::domain::tools::process::{self, Expected};
use crate::domain::tools::repayment::{LoanTerms, Repayment};

/// Equipment on credit.
pub const TOOL: ToolDefinition =
    ToolDefinition { address: "credito", holds: Holds::Own(|case| case.loan != Loan::default()) };

/// The figures of the loan and of what it buys, with how each stands.
pub const ASKED: &[Term] = &[
    (EquipmentPrice, Asked),
    (OwnMoney, Asked),
    (Tea, AskedOr(ReferenceId::EquipmentTea)),
    (LoanMonths, Asked),
    (GraceMonths, Optional),
    (Insurance, Optional),
    (MoreGoldLow, Asked),
    (MoreGold, Asked),
    (MoreGoldHigh, Asked),
    (PaidShare, Default(ReferenceId::InformalPriceShare)),
    (MercuryAvoided, Optional),
    (MercuryPrice, Default(ReferenceId::MercuryPrice)),
    (RunningCost, Asked),
    (PriceFall, Default(ReferenceId::PriceFall)),
];

/// How many of them, the first ones, are of the loan; the others say what the equipment brings.
pub const OF_LOAN: usize = 6;

/// How good the case is that is looked at. Where a figure is not sure, the low case takes the end
/// that leaves less, and the high case the one that leaves more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Low,
    Usual,
    High,
}

impl Level {
    /// The end that what so much is multiplied by takes, such as the price of grams: when they are
    /// less than now, the low case takes the high price, which leaves less, and the high case the low one.
    fn times(self, much: Exact) -> Level {
        match (self, Exact::ZERO.is_over(much)) {
            (Level::Low, true) => Level::High,
            (Level::High, true) => Level::Low,
            (level, _) => level,
        }
    }

    fn of(self, estimate: &Estimate) -> Exact {
        Exact::from(match self {
            Level::Low => estimate.low,
            Level::Usual => estimate.mode,
            Level::High => estimate.high,
        })
    }
}

/// Equipment on credit, worked out as far as it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditOutcome {
    /// The low, the usual and the high case.
    pub cases: [Prospect; 3],
    /// Kilograms of mercury that are not bought in a year, when it was entered.
    pub mercury: Option<Decimal>,
    /// Months in a year that are worked, when it was entered; all of them if not.
    pub months: Option<Decimal>,
    /// The gold comes from the ways, and the one that is thought of is that of today.
    pub same_way: bool,
    /// By how much the price of gold falls in what is tried, a fraction.
    pub fall: Option<Decimal>,
    pub verdict: CreditVerdict,
    pub missing: Vec<Field>,
    pub uncounted: Vec<Field>,
    pub problems: Vec<EntryProblem>,
}

/// One of the three cases, as far as its figures are there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prospect {
    /// The loans differ when the TEA is not sure. One of no months and no debt is none: one's own
    /// money is enough.
    pub loan: Option<Repayment>,
    pub outlook: Option<Outlook>,
    /// What is won or lost so far: −(price − loan) before the first month, then each month the gain
    /// comes in and the payment goes out, S/. As many months in each case; none while the loan or the
    /// gain is not known.
    pub balance: Vec<Soles>,
}

/// What the equipment brings in a month: gold + mercury − running cost, each that of a month of work
/// × months of work a year ÷ 12, as the instalments are of every month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// What is paid for a fine gram, of its worth.
    pub share: Decimal,
    /// More fine grams × worth of a fine gram × what is paid of it.
    pub gold: Soles,
    /// Mercury that is no longer bought.
    pub mercury: Soles,
    pub running: Soles,
    pub now: MonthlyBalance,
    /// The same after the price of gold has fallen.
    pub fallen: Option<MonthlyBalance>,
}

/// What is left in a month, and whether it pays the loan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthlyBalance {
    pub month: Soles,
    /// Nothing as long as the loan is not known.
    pub cover: Option<Cover>,
}

/// Whether the loan is paid by what it brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Months in which the payment is more than the gain.
    pub short: usize,
    /// What lacks in the worst of them.
    pub lacks: Soles,
    /// (own money + all payments) ÷ gain a month, in months; `None` when there is no gain.
    pub payback: Option<Decimal>,
}

/// What is to be said of the low case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CreditVerdict {
    /// It cannot be told: see what is missing.
    Missing,
    /// The low, the usual and the high gold are not in this order.
    Unordered,
    TooLarge,
    /// There is no gain.
    Never(MonthlyBalance),
    /// There is one, but not each month's payment is covered.
    Short(Cover),
    Pays(Cover),
}

/// Works out the loan of a case and judges it by the low case. Any input gives an outcome.
#[must_use]
pub fn judge(case: &PricedCase) -> CreditOutcome {
    let part = Figures::of(case);
    let mut errors = Errors { missing: part.inputs.missing.clone(), too_large: false };
    let mut cases = [const { Prospect { loan: None, outlook: None, balance: Vec::new() } }; 3];
    for (prospect, level) in cases.iter_mut().zip([Level::Low, Level::Usual, Level::High]) {
        prospect.loan = part.loan(case, level).map_err(|error| errors.note(error)).ok();
        if part.is_ordered() {
            let outlook = part.outlook(level, prospect.loan.as_ref());
            prospect.outlook = outlook.map_err(|error| errors.note(error)).ok();
        }
    }
    balances(&part, &mut cases);
    let [low, usual, _] = &cases;
    if usual.loan.as_ref().is_some_and(|loan| loan.months.is_empty()) {
        errors.missing.retain(|field| !matches!(field, Tea | LoanMonths | GraceMonths | Insurance));
    }
    CreditOutcome {
        verdict: verdict(low.outlook.as_ref(), part.is_ordered(), errors.too_large),
        cases,
        mercury: part.mercury_a_year(),
        months: part.work.estimate(MonthsPerYear).map(|months| months.mode),
        same_way: part.inputs.estimate(MoreGold).is_some_and(|gold| gold.origin == Origin::Found)
            && case.way_planned == process::now_by(case),
        fall: part.inputs.estimate(PriceFall).map(|fall| fall.mode),
        missing: errors.missing,
        uncounted: part.inputs.uncounted,
        problems: part.inputs.problems,
    }
}

/// The months of work and what part of it is the workers', each as far as it was entered.
fn of_work(case: &PricedCase) -> Inputs {
    Inputs::of_part(&case.inputs, &[(MonthsPerYear, Optional), (OwnShare, Optional)], &|_| None)
}

/// What the rest of the case says of figures that are not entered here: what one's own offer pays,
/// the price of mercury, and what the way that is thought of gains and costs over today's. Of the
/// gold it gains only the workers' part is counted: grams × own share.
#[must_use]
pub fn found(case: &PricedCase) -> Inputs {
    let mut found = Inputs::of_part(&Entries::new(), &[], &|_| None);
    let share = compare::paid_share(case, ChannelId::Camp)
        .filter(|share| share.mode > Decimal::ZERO && share.mode <= Decimal::TWO);
    let price = case.inputs.get(&MercuryPrice).and_then(|entry| read_entry(MercuryPrice, entry, None).ok());
    for (field, estimate) in [(PaidShare, share), (MercuryPrice, price)] {
        if let Some(estimate) = estimate {
            found.set(field, estimate);
        }
    }
    let Some(gain) = process::gain(case) else { return found };
    let work = of_work(case);
    let is_known = !work.missing.contains(&OwnShare);
    let own = |level: Level| work.estimate(OwnShare).map_or(Exact::ONE, |own| level.of(own));
    let grams = |(level, all): (Level, Decimal)| {
        let all = Exact::from(all);
        (all * own(level.times(all))).get().ok().filter(|_| is_known)
    };
    let Expected { low, usual, high } = gain.gold;
    let [low, usual, high] = [(Level::Low, low), (Level::Usual, usual), (Level::High, high)].map(grams);
    let of_gold = [(MoreGoldLow, low), (MoreGold, usual), (MoreGoldHigh, high)];
    for (field, figure) in of_gold.into_iter().chain([(MercuryAvoided, gain.mercury), (RunningCost, gain.cost)]) {
        let Some(figure) = figure else { continue };
        let (low, usual, high, unit) = (figure, figure, figure, field.default_unit());
        found.set(field, Estimate { low, mode: usual, high, unit, origin: Origin::Found });
    }
    found
}

fn verdict(low: Option<&Outlook>, is_ordered: bool, too_large: bool) -> CreditVerdict {
    let gain = low.map(|outlook| outlook.now);
    match gain {
        _ if !is_ordered => CreditVerdict::Unordered,
        Some(gain) if gain.month <= Soles::ZERO => CreditVerdict::Never(gain),
        Some(MonthlyBalance { cover: Some(cover), .. }) if cover.short > 0 => CreditVerdict::Short(cover),
        Some(MonthlyBalance { cover: Some(cover), .. }) => CreditVerdict::Pays(cover),
        _ if too_large => CreditVerdict::TooLarge,
        _ => CreditVerdict::Missing,
    }
}

/// Fills in the balances: as far as a month past the last payment and past the one in which all is
/// back, where that is within ten years of the last payment.
fn balances(part: &Figures, cases: &mut [Prospect; 3]) {
    let mut shown = 1;
    for prospect in cases.iter() {
        shown = shown.max(prospect.loan.as_ref().map_or(0, |loan| loan.months.len()));
    }
    let most = shown.saturating_add(120);
    for (prospect, level) in cases.iter_mut().zip([Level::Low, Level::Usual, Level::High]) {
        prospect.balance = part.balance(prospect, level, most).unwrap_or_default();
        let lost = prospect.balance.iter().rposition(|soles| soles.is_negative());
        let back = lost.filter(|month| *month < most).map_or(0, |month| month.saturating_add(1));
        shown = shown.max(back);
    }
    for prospect in cases {
        prospect.balance.truncate(shown.saturating_add(2));
    }
}

/// Why figures could not be had.
struct Errors {
    missing: Vec<Field>,
    too_large: bool,
}

impl Errors {
    fn note(&mut self, error: EvaluationError) {
        match error {
            EvaluationError::Missing(field) if !self.missing.contains(&field) => self.missing.push(field),
            EvaluationError::TooLarge => self.too_large = true,
            _ => {}
        }
    }
}

/// Puts a figure at an end of it.
fn set_to(inputs: &mut Inputs, field: Field, level: Level) {
    if let Some(estimate) = inputs.estimate(field).copied()
        && let Ok(usual) = level.of(&estimate).get()
    {
        inputs.set(field, Estimate { mode: usual, ..estimate });
    }
}

/// The figures of the loan and those of the market.
struct Figures {
    inputs: Inputs,
    market: Inputs,
    work: Inputs,
}

impl Figures {
    fn of(case: &PricedCase) -> Figures {
        let found = found(case);
        let inputs = Inputs::of_part(&case.loan.terms, ASKED, &|field| found.estimate(field).copied());
        Figures { inputs, market: Inputs::of_market(case), work: of_work(case) }
    }

    /// The end of a figure that makes the case low or high: of a cost, the low case takes the more.
    fn at(&self, field: Field, level: Level) -> Result<Exact, EvaluationError> {
        let estimate = self.inputs.estimate(field).ok_or(EvaluationError::Missing(field))?;
        let is_cost = matches!(field, EquipmentPrice | Tea | Insurance | RunningCost);
        Ok(level.times(if is_cost { Exact::ZERO - Exact::ONE } else { Exact::ONE }).of(estimate))
    }

    /// An optional figure: zero when it is not entered, missing when it cannot be read.
    fn or_none(&self, field: Field, level: Level) -> Result<Exact, EvaluationError> {
        if self.inputs.uncounted.contains(&field) { Ok(Exact::ZERO) } else { self.at(field, level) }
    }

    /// An amount in soles, by the exchange rate when it is given in dollars.
    fn soles(&self, field: Field, level: Level) -> Result<Soles, EvaluationError> {
        let estimate = self.inputs.estimate(field).ok_or(EvaluationError::Missing(field))?;
        let usual = self.at(field, level)?.get()?;
        Ok(self.market.in_soles(&Estimate { mode: usual, ..*estimate })?.book()?)
    }

    /// K = price − own money. When that is enough, nothing else is asked.
    fn loan(&self, case: &PricedCase, level: Level) -> Result<Repayment, EvaluationError> {
        let debt = self.soles(EquipmentPrice, level)? - self.soles(OwnMoney, level)?;
        if debt <= Soles::ZERO {
            return Ok(Repayment::default());
        }
        let months = |of: Exact| -> Result<u64, TooLarge> { of.get()?.try_into().map_err(|_| TooLarge) };
        let terms = LoanTerms {
            debt,
            tea: self.at(Tea, level)?,
            months: months(self.at(LoanMonths, level)?)?,
            grace_months: months(self.or_none(GraceMonths, level)?)?,
            grace: case.loan.grace,
            insurance: self.or_none(Insurance, level)?,
        };
        Ok(Repayment::of(&terms)?)
    }

    /// Whether what was entered as low is not more than the usual, and that not more than the high.
    fn is_ordered(&self) -> bool {
        let grams = [MoreGoldLow, MoreGold, MoreGoldHigh].iter().filter_map(|field| self.inputs.estimate(*field));
        grams.is_sorted_by(|one, next| one.mode <= next.mode)
    }

    fn outlook(&self, level: Level, loan: Option<&Repayment>) -> Result<Outlook, EvaluationError> {
        let grams = match level {
            Level::Low => MoreGoldLow,
            Level::Usual => MoreGold,
            Level::High => MoreGoldHigh,
        };
        let grams = self.at(grams, level)?;
        let priced = level.times(grams);
        let share = self.at(PaidShare, priced)?;
        let brings = |market: &Inputs| -> Result<[Exact; 2], EvaluationError> {
            Ok([market.value_of_fine(grams)? * share, self.mercury(level, market)?])
        };
        let mut market = self.market.clone();
        set_to(&mut market, GoldPrice, priced);
        let [gold, mercury] = brings(&market)?;
        set_to(&mut market, ExchangeRate, level.times(gold + mercury));
        let [gold, mercury] = brings(&market)?;
        let running = self.at(RunningCost, level)?;
        let part = self.months_a_year(level.times(gold + mercury - running))? / Exact::from(12);
        let gold = gold * part;
        let (running, mercury) = ((running * part).book()?, (mercury * part).book()?);
        let gain = |gold: Exact| -> Result<MonthlyBalance, EvaluationError> {
            let month = gold.book()? + mercury - running;
            let cover = loan.map(|loan| self.cover(loan, month, level)).transpose()?;
            Ok(MonthlyBalance { month, cover })
        };
        let fall = self.at(PriceFall, Level::Usual).ok();
        let fallen = fall.map(|fall| gain(gold * (Exact::ONE - fall))).transpose()?;
        Ok(Outlook { share: share.get()?, gold: gold.book()?, mercury, running, now: gain(gold)?, fallen })
    }

    /// Soles a month: g/month × US$/kg × S/ per US$ ÷ 1000. Nothing is counted until it is entered.
    fn mercury(&self, level: Level, market: &Inputs) -> Result<Exact, EvaluationError> {
        let grams = self.or_none(MercuryAvoided, level)?;
        if grams == Exact::ZERO {
            return Ok(grams);
        }
        Ok(grams * self.at(MercuryPrice, level.times(grams))? * market.required(ExchangeRate)? / Exact::from(1000))
    }

    /// Months of work: twelve unless something else is entered.
    fn months_a_year(&self, level: Level) -> Result<Exact, EvaluationError> {
        match self.work.estimate(MonthsPerYear) {
            None if self.work.missing.contains(&MonthsPerYear) => Err(EvaluationError::Missing(MonthsPerYear)),
            months => Ok(months.map_or(Exact::from(12), |months| level.of(months))),
        }
    }

    fn mercury_a_year(&self) -> Option<Decimal> {
        let kilograms =
            self.inputs.figure(MercuryAvoided)? * self.months_a_year(Level::Usual).ok()? / Exact::from(1000);
        kilograms.get().ok()
    }

    fn balance(&self, of: &Prospect, level: Level, months: usize) -> Option<Vec<Soles>> {
        let (loan, outlook) = (of.loan.as_ref()?, of.outlook.as_ref()?);
        let mut left = loan.debt - self.soles(EquipmentPrice, level).ok()?;
        let mut balance = vec![left];
        for month in 0..months {
            let payment = loan.months.get(month).map_or(Soles::ZERO, |month| month.payment);
            left = left + outlook.now.month - payment;
            balance.push(left);
        }
        Some(balance)
    }

    /// How a gain pays a loan. The equipment is taken to work from the first month on.
    fn cover(&self, loan: &Repayment, gain: Soles, level: Level) -> Result<Cover, EvaluationError> {
        let short = loan.months.iter().filter(|month| month.payment > gain).count();
        let lacks = if short > 0 { loan.most - gain } else { Soles::ZERO };
        let outlay = self.soles(EquipmentPrice, level)? - loan.debt + loan.paid;
        Ok(Cover { short, lacks, payback: payback(&[(-outlay).exact()], gain.exact()) })
    }
}
