//! The direction of the cash: a higher price or more gold never lowers it, harder terms never raise it.

use fiel::domain::case::{Case, Kind, PricedCase};
use fiel::domain::channel::ChannelId;
use fiel::domain::compare::evaluate;
use fiel::domain::number::parse;
use fiel::domain::term::field::Field;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::entered::{self, enter, enter_term};
use super::{cash, config, text_of};

/// Each line is booked to the céntimo, so up to ten of them may each be rounded the other way.
const ROUNDING: i64 = 10;

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn a_higher_gold_price_never_lowers_the_cash(case in entered::open(), more in 101_u32..200) {
        // A cuota in grams costs more as the gold price rises: for a lot too small to cover it, more than the lot
        // gains.
        let case = enter_term(&case, Field::CuotaGrams, "0");
        let price = |case: &Case| parse::read(text_of(&case.inputs, Field::GoldPrice)).expect("a price");
        let raised = price(&case) * Decimal::from(more) / Decimal::from(100);
        let (before, after) = (evaluate(&PricedCase::from(&case)), evaluate(&PricedCase::from(&enter(&case, Field::GoldPrice, &raised.to_string()))));
        for channel in ChannelId::ALL {
            if let Some((before, after)) = cash(&before, *channel).zip(cash(&after, *channel)) {
                prop_assert!(after + ROUNDING >= before, "{:?}: {} became {}", channel, before, after);
            }
        }
    }

    #[test]
    fn harder_terms_never_raise_what_a_plant_pays(case in entered::open(), more in 1_u32..50) {
        let case = Case { kind: Kind::Ore, ..case };
        let plant = |case: &Case| cash(&evaluate(&PricedCase::from(case)), ChannelId::Plant).expect("figures");
        let before = plant(&case);
        let moisture = parse::read(text_of(&case.inputs, Field::Moisture)).expect("a figure") + Decimal::from(more);
        let wetter = plant(&enter(&case, Field::Moisture, &moisture.to_string()));
        prop_assert!(wetter <= before + ROUNDING, "moisture {}: {} became {}", moisture, before, wetter);
        let terms = [Field::Maquila, Field::Consumption, Field::PriceDeduction, Field::Freight, Field::AssayCost];
        for term in terms {
            let typed = text_of(&case.channel_terms(ChannelId::Plant).expect("a door").terms, term);
            let raised = parse::read(typed).expect("a figure") + Decimal::from(more);
            let after = plant(&enter_term(&case, term, &raised.to_string()));
            prop_assert!(after <= before + ROUNDING, "{:?} {}: {} became {}", term, raised, before, after);
        }
    }

    #[test]
    fn more_grams_never_bring_less(case in entered::open(), more in 1_u32..500) {
        // An intermediary who keeps more per gram than the price of the gram would reverse the effect.
        let mut case = Case { kind: Kind::Gold, ..case };
        case.channels.iter_mut().for_each(|terms| terms.chain.clear());
        let grams = parse::read(text_of(&case.inputs, Field::Grams)).expect("grams") + Decimal::from(more);
        let (before, after) = (evaluate(&PricedCase::from(&case)), evaluate(&PricedCase::from(&enter(&case, Field::Grams, &grams.to_string()))));
        for channel in [ChannelId::Camp, ChannelId::LocalTrader, ChannelId::State] {
            let (before, after) = (cash(&before, channel).expect("figures"), cash(&after, channel).expect("figures"));
            prop_assert!(after + ROUNDING >= before, "{:?}: {} became {}", channel, before, after);
        }
    }
}
