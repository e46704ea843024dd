//! The pay of two channels calculated again in plain fractions, independent of the domain's arithmetic.

use fiel::domain::case::{Case, Entry, Kind, Per, Schedule};
use fiel::domain::channel::ChannelId;
use fiel::domain::compare::outcome::ChannelFigures;
use fiel::domain::engine::line_kind::LineKind;
use fiel::domain::number::unit::Unit;
use fiel::domain::term::field::Field;
use num_rational::BigRational;

/// A fraction from a text such as `31.1034768`.
pub fn fraction(text: &str) -> BigRational {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let over = format!("1{}", "0".repeat(decimals.len()));
    format!("{whole}{decimals}/{over}").parse().unwrap_or_else(|_| panic!("{text} is no decimal"))
}

fn whole(number: i64) -> BigRational {
    fraction(&number.to_string())
}

/// Rounded half away from zero to the céntimo.
pub fn cents(soles: &BigRational) -> i64 {
    let half = if *soles < whole(0) { fraction("-0.5") } else { fraction("0.5") };
    (soles * whole(100) + half).trunc().to_integer().to_string().parse().expect("a plausible sum")
}

/// One channel of a plausible case, with figures in their base units.
pub struct Yardstick<'a> {
    case: &'a Case,
    channel: ChannelId,
}

impl<'a> Yardstick<'a> {
    pub fn new(case: &'a Case, channel: ChannelId) -> Self {
        Yardstick { case, channel }
    }

    /// A term of the channel; otherwise a field of the case.
    fn of(&self, field: Field) -> BigRational {
        let channel = self.case.channel_terms(self.channel).expect("the door");
        let is_term = self.channel.channel().requirement(field).is_some();
        base(
            if is_term { &channel.terms } else { &self.case.inputs }
                .get(&field)
                .expect("a plausible case has every figure"),
        )
    }

    fn one_less(&self, field: Field) -> BigRational {
        whole(1) - self.of(field)
    }

    /// Periods of the month × the share of own days of a cachorreo: the factor on the entered quantity.
    fn periods(&self) -> BigRational {
        use Field::{CampaignDays, DaysPerMonth, OwnDays, OwnerDays, RotationOff, RotationOn};
        let (per, schedule) = (self.case.per, self.case.schedule);
        let days = match schedule {
            Schedule::Rotation => whole(30) * self.of(RotationOn) / (self.of(RotationOn) + self.of(RotationOff)),
            _ => self.of(DaysPerMonth),
        };
        let periods = match per {
            Per::Lot | Per::Month => whole(1),
            Per::Shift | Per::Day => days,
            Per::Campaign => whole(30) / self.of(CampaignDays),
        };
        if schedule == Schedule::Cachorreo && per != Per::Lot {
            return periods * self.of(OwnDays) / (self.of(OwnDays) + self.of(OwnerDays));
        }
        periods
    }

    /// TMS with the moisture multiplied by `factor`, rounded down to three decimals.
    fn dry(&self, factor: &BigRational) -> BigRational {
        let wet = self.of(Field::WetMass) * self.periods();
        (wet * (whole(1) - self.of(Field::Moisture) * factor) * whole(1000)).floor() / whole(1000)
    }

    /// The céntimos that a camp buyer leaves of gold in hand, for a price in soles per gross gram.
    pub fn camp_per_gram(&self) -> i64 {
        let channel = self.case.channel_terms(self.channel).expect("the door");
        let mut gross = self.of(Field::Grams) * self.periods();
        if self.case.kind == Kind::Amalgam {
            gross *= self.one_less(Field::AmalgamMercury);
        }
        gross *= self.one_less(Field::MeltLoss) * self.one_less(Field::ScaleShort);
        let mut left = &gross * self.of(Field::Price);
        for cut in &channel.chain {
            let keeps = base(cut);
            left = if cut.unit == Unit::Percent { &left * (whole(1) - keeps) } else { left - keeps * &gross };
        }
        let gram = self.of(Field::GoldPrice) * self.of(Field::ExchangeRate) / fraction("31.1034768");
        let costs = [
            self.of(Field::Transport),
            self.of(Field::OtherCost),
            self.of(Field::TravelDays) * self.of(Field::DayValue),
            self.of(Field::CuotaGrams) * gram,
            self.of(Field::DebtOwed),
            self.of(Field::DebtCharge),
        ];
        cents(&left) - costs.iter().map(cents).sum::<i64>()
    }

    /// What is left of a plant's settlement at each step, in soles: the metal, then minus the maquila, then minus the
    /// consumption, then minus the assays. Zero for a lot that is not paid.
    fn plant_levels(&self) -> Option<[BigRational; 4]> {
        let (dry, rate) = (self.dry(&self.of(Field::MoistureFactor)), self.of(Field::ExchangeRate));
        let (per_tonne, factor) = (fraction("0.90718474") / fraction("31.1034768"), self.of(Field::Factor));
        let payable = self.of(Field::PlantGrade) * self.of(Field::GradeFactor) * per_tonne;
        let gold =
            (self.of(Field::GoldPrice) - self.of(Field::PriceDeduction)) * &payable * self.of(Field::PaidRecovery);
        let silver = (self.of(Field::SilverPrice) - self.of(Field::SilverDeduction))
            * self.of(Field::SilverGrade)
            * self.of(Field::GradeFactor)
            * self.of(Field::SilverRecovery);
        let charge = |charge, after_factor| {
            if self.of(after_factor) == whole(1) { self.of(charge) } else { self.of(charge) * &factor }
        };
        let (maquila, consumption) = (
            charge(Field::Maquila, Field::MaquilaAfterFactor),
            charge(Field::Consumption, Field::ConsumptionAfterFactor),
        );
        let soles = |dollars_per_tonne: &BigRational| dollars_per_tonne * &dry * &rate;
        let metal = (gold + silver) * &factor;
        let after_maquila = &metal - maquila;
        let after_consumption = &after_maquila - consumption;
        let settled = soles(&after_consumption) - self.of(Field::AssayCost);
        (payable >= self.of(Field::UnpaidGrade))
            .then(|| [soles(&metal), soles(&after_maquila), soles(&after_consumption), settled])
    }

    /// The céntimos of a plant's settlement before its last lines, and then the cash that it leaves. The settlement as
    /// a whole is rounded once.
    pub fn plant(&self) -> (i64, i64) {
        let sale = self.plant_levels().map_or(0, |[.., settled]| cents(&settled).max(0));
        (sale, self.plant_tail(sale))
    }

    /// The céntimos of the lines for the maquila, the consumption and the assays: each is the difference of booked
    /// totals, so that they add up to the settlement.
    pub fn plant_charges(&self) -> [i64; 3] {
        let levels = self.plant_levels().map_or([0; 4], |levels| levels.map(|level| cents(&level)));
        [levels[1] - levels[0], levels[2] - levels[1], levels[3] - levels[2]]
    }

    /// Sale − advance − detracción − freight, and the other costs; the IGV is not income.
    fn plant_tail(&self, sale: i64) -> i64 {
        let sold = whole(sale) / whole(100);
        let advance = cents(&(self.of(Field::Advance) * self.of(Field::ExchangeRate)));
        let igv = cents(&(&sold * self.of(Field::Igv)));
        let locked = cents(&(whole((sale + igv - advance).max(0)) / whole(100) * self.of(Field::Detraccion)));
        let wet = self.of(Field::WetMass) * self.periods();
        let costs = [
            self.of(Field::Freight) * wet * self.of(Field::ExchangeRate),
            self.of(Field::OtherCost),
            self.of(Field::TravelDays) * self.of(Field::DayValue),
            &sold * self.of(Field::IncomeTax),
            &sold * self.of(Field::Royalty),
            self.of(Field::DebtOwed),
            self.of(Field::DebtCharge),
        ];
        sale - advance - locked - costs.iter().map(cents).sum::<i64>()
    }
}

/// The monthly rate at which a channel's one later payment bridges the extra that today's channel pays now: (later ÷
/// (today's − now) − 1) × 30 ÷ days. An advance that is taken back was received before.
pub fn break_even(figures: &ChannelFigures, today: &ChannelFigures) -> Option<BigRational> {
    let [later] = figures.booked.ledger.later.as_slice() else { return None };
    let soles = |cents: i64| whole(cents) / whole(100);
    let advance = |figures: &ChannelFigures| -figures.booked.ledger.line(LineKind::Advance).cents();
    let had = figures.booked.ledger.now.cents() + advance(figures);
    let bridged = soles(today.worth_today.cents() + advance(today) - had);
    let days = fraction(&later.days.to_string());
    (bridged > whole(0)).then(|| (soles(later.amount.cents()) / bridged - whole(1)) * whole(30) / days)
}

/// Whether two fractions are equal to eight decimals.
pub fn is_close(one: &BigRational, other: &BigRational) -> bool {
    let apart = one - other;
    apart < fraction("0.00000001") && apart > fraction("-0.00000001")
}

fn base(entry: &Entry) -> BigRational {
    let typed = fraction(&entry.text);
    match entry.unit {
        Unit::Percent | Unit::PercentOfValue | Unit::PercentPerMonth => typed / whole(100),
        // Grades are compared per short ton: 1 oz/tc of silver stays 1.
        _ => typed,
    }
}
