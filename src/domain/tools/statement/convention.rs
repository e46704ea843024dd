//! The conventions in use on statements, each a departure from the plain reading.

use rust_decimal::{Decimal, dec};

use crate::domain::number::exact::Exact;
use crate::domain::number::unit::GRAMS_PER_OUNCE;
use crate::domain::term::choice::choices;

choices! {
    /// A convention by which a settlement may be calculated instead of the plain reading.
    Convention {
        Ounce3116 "ounce_31.16", Ounce31 "ounce_31",
        FactorShort "factor_1.1023", FactorLong "factor_1.10231", NoFactor "no_factor",
        MaquilaOutside "maquila_outside", ConsumptionOutside "consumption_outside",
        Moisture "moisture_charged", CommercialGrade "commercial_grade",
        Recovery80 "recovery_80", Recovery85 "recovery_85", Recovery92 "recovery_92",
        FinenessCut "fineness_cut",
        Nearest "rounded_nearest", Down "rounded_down", Up "rounded_up",
        AdvanceAfterDetraccion "advance_after_detraccion", AdvanceBeforeIgv "advance_before_igv",
        AssayOnLot "assay_on_lot", WholeDetraccion "whole_detraccion",
    }
    /// The topic of a convention: a statement follows one convention per topic.
    Topic {
        Ounce "ounce", Factor "factor", Maquila "maquila", Consumption "consumption", Moisture "moisture",
        Grade "grade", Recovery "recovery", Fineness "fineness", Rounding "rounding", Tail "tail",
        Assay "assay", Whole "whole_soles",
    }
}

impl Convention {
    #[must_use]
    pub fn topic(self) -> Topic {
        use Convention::*;
        match self {
            Ounce3116 | Ounce31 => Topic::Ounce,
            FactorShort | FactorLong | NoFactor => Topic::Factor,
            MaquilaOutside => Topic::Maquila,
            ConsumptionOutside => Topic::Consumption,
            Moisture => Topic::Moisture,
            CommercialGrade => Topic::Grade,
            Recovery80 | Recovery85 | Recovery92 => Topic::Recovery,
            FinenessCut => Topic::Fineness,
            Nearest | Down | Up => Topic::Rounding,
            AdvanceAfterDetraccion | AdvanceBeforeIgv => Topic::Tail,
            AssayOnLot => Topic::Assay,
            WholeDetraccion => Topic::Whole,
        }
    }
}

/// A reading of the statement: the conventions in which it departs from the plain one.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a>(pub &'a [Convention]);

impl Reading<'_> {
    /// No departure: the ounce of 31.1034768 g, the factor of the contract, charges inside it, the laboratory's
    /// moisture and grade, the recovery and fineness as stated, rounded once at the end (TMS downward to 3 decimals),
    /// assays inside the value of a tonne, the advance subtracted before the detracción, and that to the cent.
    pub const PLAIN: Reading<'static> = Reading(&[]);

    #[must_use]
    pub fn has(self, convention: Convention) -> bool {
        self.0.contains(&convention)
    }

    fn of(self, figures: &[(Convention, Decimal)]) -> Option<Exact> {
        let found = figures.iter().find(|(convention, _)| self.has(*convention));
        found.map(|(_, figure)| Exact::from(*figure))
    }

    /// Grams per ounce used on the statement.
    #[must_use]
    pub fn ounce(self) -> Exact {
        use Convention::{Ounce31, Ounce3116};
        self.of(&[(Ounce3116, dec!(31.16)), (Ounce31, dec!(31))]).unwrap_or(GRAMS_PER_OUNCE.into())
    }

    /// Short tons per tonne, if different from the contract's factor. Without a factor it is 1.
    #[must_use]
    pub fn factor(self) -> Option<Exact> {
        use Convention::{FactorLong, FactorShort, NoFactor};
        self.of(&[(FactorShort, dec!(1.1023)), (FactorLong, dec!(1.10231)), (NoFactor, dec!(1))])
    }

    /// The recovery of another step of the tariff: the low, usual and high of what plants pay on.
    #[must_use]
    pub fn recovery(self) -> Option<Exact> {
        use Convention::{Recovery80, Recovery85, Recovery92};
        self.of(&[(Recovery80, dec!(0.80)), (Recovery85, dec!(0.85)), (Recovery92, dec!(0.92))])
    }

    /// An intermediate figure: unchanged, unless the statement rounds at each step.
    #[must_use]
    pub fn step(self, figure: Exact, places: u32) -> Exact {
        let rounds = [Convention::Nearest, Convention::Down, Convention::Up].into_iter().any(|way| self.has(way));
        if rounds { self.booked(figure, places) } else { figure }
    }

    /// A figure that is written down: half up, or as the statement rounds.
    #[must_use]
    pub fn booked(self, figure: Exact, places: u32) -> Exact {
        if self.has(Convention::Down) {
            figure.floor_to(places)
        } else if self.has(Convention::Up) {
            Exact::ZERO - (Exact::ZERO - figure).floor_to(places)
        } else {
            figure.round_to(12).round_to(places)
        }
    }
}
