//! Properties of any association: payments add up, row order changes nothing, the list survives export.

use std::rc::Rc;

use fiel::document::members_csv::{self, BadCell};
use fiel::domain::case::{Case, Entry, Item, Kind, Member, Per, PricedCase, Schedule, Sharing};
use fiel::domain::channel::ChannelId;
use fiel::domain::compare::evaluate;
use fiel::domain::number::apportion::apportion;
use fiel::domain::number::exact::{Exact, Soles};
use fiel::domain::number::unit::Unit;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::tools::association::fund::ProjectPayment;
use fiel::domain::tools::association::payment::Payment;
use fiel::domain::tools::association::{AssociationOutcome, sell};
use fiel::exchange::{Part, outcome_json};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::{config, entered};

/// Rows with every figure, some of two or three organisations; names may repeat.
fn members(most: usize) -> impl Strategy<Value = Vec<Member>> {
    let row = ("[A-E][a-c]{0,1}", 0_usize..4, 1_u32..40, 0_u32..=310, 0_u32..9000, 0_u32..60);
    let rows = proptest::collection::vec(row, 1..most);
    rows.prop_map(|rows| {
        let text = |tenths: u32| Decimal::new(tenths.into(), 1).normalize().to_string();
        let member = |(name, group, people, days, grams, parts): (String, usize, u32, u32, u32, u32)| Member {
            name,
            group: ["", "", "Norte", "Sur"][group].to_owned(),
            people: if people > 20 { String::new() } else { people.to_string() },
            days: text(days),
            grams: text(grams),
            parts: text(parts),
        };
        rows.into_iter().map(member).collect()
    })
}

/// A plausible case, open or closed, with any number of members.
fn together() -> impl Strategy<Value = Case> {
    (entered::plausible(), members(12), select(Sharing::ALL), 0_u32..=1000).prop_map(
        |(mut case, list, sharing, kept)| {
            case.association.members = Rc::new(list);
            case.association.sharing = sharing;
            let kept = Entry::new(&Decimal::new(kept.into(), 1).to_string(), Unit::Percent);
            case.association.terms.insert(Field::Retention, kept);
            case
        },
    )
}

fn add(payments: &[Payment]) -> Payment {
    let sum = |of: fn(&Payment) -> Soles| payments.iter().fold(Soles::ZERO, |sum, payment| sum + of(payment));
    Payment { now: sum(|payment| payment.now), later: sum(|payment| payment.later) }
}

fn of_gold(case: &Case, grams: &str) -> Case {
    let mut case = case.clone();
    (case.kind, case.per, case.schedule) = (Kind::Gold, Per::Month, Schedule::Days);
    case.inputs.insert(Field::Grams, Entry::new(grams, Unit::Gram));
    for field in [Field::OwnShare, Field::DebtOwed, Field::DebtCharge, Field::AmalgamMercury] {
        case.inputs.remove(&field);
    }
    case
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn payments_add_up_to_what_the_channel_leaves(case in together()) {
        let AssociationOutcome { sold, list, .. } = sell(&PricedCase::from(&case));
        let Some(sold) = sold else { return Ok(()) };
        let Some(members) = &sold.members else { return Ok(()) };
        prop_assert_eq!(members.len(), case.association.members.len());
        let (all, kept) = (add(members), sold.retained);
        prop_assert_eq!(Payment { now: all.now + kept.now, later: all.later + kept.later }, sold.cash);
        if !list.groups.is_empty() {
            prop_assert_eq!(add(&sold.groups), all);
            for ((_, places), group) in list.groups.iter().zip(&sold.groups) {
                let own: Vec<Payment> = places.iter().map(|place| members[*place]).collect();
                prop_assert_eq!(add(&own), *group);
            }
        }
    }

    #[test]
    fn the_order_of_members_changes_nothing(case in together(), shuffle in any::<prop::sample::Index>()) {
        let mut other = case.clone();
        let list = Rc::make_mut(&mut other.association.members);
        let turn = shuffle.index(list.len());
        list.rotate_left(turn);
        list.reverse();
        let (a, b) = (sell(&PricedCase::from(&case)), sell(&PricedCase::from(&other)));
        prop_assert_eq!(&a.pooled.verdict, &b.pooled.verdict);
        prop_assert_eq!(a.alone, b.alone);
        // Rows that are equal in every cell may be exchanged.
        let paid = |together: &AssociationOutcome, case: &Case| {
            let members = together.sold.as_ref().and_then(|sold| sold.members.clone());
            members.map(|members| {
                let mut paid: Vec<(Member, Payment)> =
                    case.association.members.iter().cloned().zip(members).collect();
                paid.sort();
                paid
            })
        };
        prop_assert_eq!(paid(&a, &case), paid(&b, &other));
    }

    #[test]
    fn the_pool_of_one_is_the_lot_alone(case in entered::open(), tenths in 1_u32..90_000) {
        let grams = Decimal::new(tenths.into(), 1).normalize().to_string();
        let mut one = of_gold(&case, &grams);
        one.inputs.insert(Field::Workers, Entry::new("1", Unit::People));
        let mut together = one.clone();
        together.association.members = Rc::new(vec![Member { name: "Rosa".into(), grams, ..Member::default() }]);
        let (pooled, alone) = (sell(&PricedCase::from(&together)), evaluate(&PricedCase::from(&one)));
        prop_assert_eq!(&pooled.pooled, &alone);
        if let Some((sold, members)) = pooled.sold.as_ref().and_then(|sold| Some((sold, sold.members.as_ref()?))) {
            let ledger = &alone.channels.iter().find(|channel| channel.channel == sold.channel).expect("a door").figures;
            let ledger = &ledger.as_ref().expect("figures").booked.ledger;
            prop_assert_eq!(members, &vec![Payment { now: ledger.now, later: ledger.cash_later() }]);
        }
    }

    #[test]
    fn more_members_never_close_a_channel_for_want_of_grams(case in together(), more in members(6)) {
        let mut larger = case.clone();
        Rc::make_mut(&mut larger.association.members).extend(more);
        let few = sell(&PricedCase::from(&case));
        let many = sell(&PricedCase::from(&larger));
        let short = |together: &AssociationOutcome, channel: ChannelId| {
            let found = together.pooled.channels.iter().find(|found| found.channel == channel).expect("a door");
            format!("{:?}", found.state).contains("TooFewGrams")
        };
        for found in &few.pooled.channels {
            prop_assert!(short(&few, found.channel) || !short(&many, found.channel), "{:?}", found.channel);
        }
    }

    #[test]
    fn each_part_is_its_share_to_the_centimo(
        cents in -1_000_000_000_i64..1_000_000_000,
        weights in proptest::collection::vec(0_u32..10_000, 1..40),
    ) {
        let total = Exact::from(Decimal::new(cents, 2)).book().expect("money");
        let exact: Vec<Exact> = weights.iter().map(|weight| Exact::from(i64::from(*weight))).collect();
        let all: i64 = weights.iter().map(|weight| i64::from(*weight)).sum();
        let parts = apportion(total, &exact, &|a, b| a.cmp(&b));
        if all == 0 {
            prop_assert_eq!(parts, None);
            return Ok(());
        }
        let parts = parts.expect("parts");
        prop_assert_eq!(parts.iter().fold(Soles::ZERO, |sum, part| sum + *part), total);
        for (part, weight) in parts.iter().zip(&weights) {
            // part × all and cents × weight differ by less than one céntimo × all.
            let off = i128::from(part.cents()) * i128::from(all) - i128::from(cents) * i128::from(*weight);
            prop_assert!(off.abs() < i128::from(all), "{part:?} of {weight}/{all}");
        }
    }

    #[test]
    fn a_larger_premium_never_pays_later(case in together(), costs in proptest::collection::vec(1_u32..900_000, 1..6)) {
        let mut case = case;
        case.association.projects = costs
            .iter()
            .map(|cost| {
                let mut item = Item::default();
                item.terms.insert(Field::ProjectCost, Entry::new(&cost.to_string(), Unit::Soles));
                item
            })
            .collect();
        let month = |channel: ChannelId| {
            let mut case = case.clone();
            case.association.fund_channel = channel;
            let fund = sell(&PricedCase::from(&case)).fund;
            let order = |paid: &ProjectPayment| match paid {
                ProjectPayment::Now => Some(Decimal::ZERO),
                ProjectPayment::Month(month, _) => Some(*month),
                ProjectPayment::Never => Some(Decimal::MAX),
                ProjectPayment::Unknown => None,
            };
            (fund.projects.iter().map(|project| order(&project.paid)).collect::<Vec<_>>(), fund)
        };
        let (small, fund) = month(ChannelId::Fairtrade);
        prop_assert!(small.is_sorted(), "one after another: {small:?}");
        prop_assert!(fund.left.is_none_or(|left| left >= Soles::ZERO));
        let pays = |place: usize| fund.premiums[place].month.map(|month| month.mode);
        let (large, _) = month(ChannelId::Fairmined);
        if pays(1) >= pays(0) {
            for (large, small) in large.iter().zip(&small) {
                prop_assert!(large.is_none() || small.is_none() || large <= small, "{large:?} {small:?}");
            }
        }
    }

    #[test]
    fn whatever_is_typed_gives_an_outcome(
        case in entered::wild(),
        cells in proptest::collection::vec(proptest::array::uniform6(entered::text()), 0..8),
        sharing in select(Sharing::ALL),
        kept in entered::text(),
        cost in entered::text(),
    ) {
        let mut case = case;
        let member = |[name, group, people, days, grams, parts]: [String; 6]| {
            Member { name, group, people, days, grams, parts }
        };
        case.association.members = Rc::new(cells.into_iter().map(member).collect());
        case.association.sharing = sharing;
        case.association.terms.insert(Field::Retention, Entry::new(&kept, Unit::Percent));
        let mut project = Item::default();
        project.terms.insert(Field::ProjectCost, Entry::new(&cost, Unit::Dollars));
        case.association.projects.push(project);
        let together = sell(&PricedCase::from(&case));
        if let Some(sold) = &together.sold && !together.list.lacking.is_empty() {
            prop_assert_eq!(&sold.members, &None, "nobody is paid from a figure that is missing");
        }
        let _ = outcome_json::outcome(&PricedCase::from(&case), &Part::all().collect::<Vec<_>>());
    }

    #[test]
    fn a_list_comes_back_as_it_was_written(list in members(20), name in "[=+@'\"a-zñ;,\\-]{1,12}") {
        let mut list = list;
        list[0].name = name.trim().to_owned();
        prop_assume!(!list[0].name.is_empty());
        let headers = ["Nombre", "Gramos", "Días", "Partes", "Personas", "Organización", "Hoy S/", "Después S/"];
        let table = members_csv::write(&list, &headers, &|_| vec!["1,234.50".into(), "−3.00".into()]);
        let read = members_csv::read(&table);
        prop_assert_eq!(read.left_out, vec![]);
        prop_assert_eq!(read.members, list);
    }

    #[test]
    fn a_table_is_read_as_others_read_it(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zñ \"\n,;0-9]{0,6}", 1..7), 1..8),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
        writer.write_record(["nombre", "otra", "otra", "otra", "otra", "otra", "otra"]).expect("a header");
        rows.iter().for_each(|row| writer.write_record(row).expect("a row"));
        let table = String::from_utf8(writer.into_inner().expect("a table")).expect("text");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(table.as_bytes());
        let names: Vec<String> = reader
            .records()
            .map(|row| row.expect("a row"))
            .map(|row| row.get(0).unwrap_or_default().trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        let read = members_csv::read(&table);
        prop_assert_eq!(read.members.iter().map(|member| member.name.clone()).collect::<Vec<_>>(), names);
        let passed = |why: &BadCell| matches!(why, BadCell::NoName | BadCell::Column(_));
        prop_assert!(read.left_out.iter().all(|row| passed(&row.why)), "{:?}", read.left_out);
    }

    #[test]
    fn any_bytes_give_a_list(bytes in proptest::collection::vec(any::<u8>(), 0..400), utf16 in any::<bool>()) {
        let mut bytes = bytes;
        if utf16 {
            bytes.splice(0..0, [0xff, 0xfe]);
        }
        let read = members_csv::read(&members_csv::decode(&bytes));
        prop_assert!(read.members.iter().all(|member| !member.name.is_empty()));
        prop_assert!(read.left_out.iter().all(|row| row.line >= 1));
    }
}
