//! Cases as people might enter them: plausible ones from a table of ranges, and wild ones.

use std::collections::BTreeMap;

use fiel::domain::case::{Case, ChannelTerms, Entries, Entry, Kind, Method, Per, Schedule};
use fiel::domain::channel::ChannelId;
use fiel::domain::number::unit::Unit;
use fiel::domain::term::choice::Choice;
use fiel::domain::term::field::Field;
use fiel::domain::term::permit::Permit;
use fiel::domain::tools::process;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::Decimal;

/// A field's plausible range, in its default unit.
fn range(field: Field) -> (Decimal, Decimal) {
    let row = include_str!("plausible.csv").lines().find_map(|row| {
        let mut cells = row.split(',');
        (cells.next() == Some(field.id())).then(|| (cells.next().expect("a low"), cells.next().expect("a high")))
    });
    let (low, high) = row.unwrap_or_else(|| panic!("{} has no plausible range", field.id()));
    (low.parse().expect("a low"), high.parse().expect("a high"))
}

/// The figure at so many thousandths of its plausible range; a switch is on or off.
fn plausible_text(field: Field, thousandths: u32) -> String {
    let (low, high) = range(field);
    if field.default_unit() == Unit::YesNo {
        return (thousandths % 2).to_string();
    }
    (low + (high - low) * Decimal::from(thousandths) / Decimal::from(1000)).normalize().to_string()
}

fn entries(places: &[u32], turn: usize, fields: impl IntoIterator<Item = Field>) -> Entries {
    let entry = |field: Field| {
        let place = (places[field as usize] + u32::try_from(turn * 137).expect("small")) % 1001;
        (field, Entry::new(&plausible_text(field, place), field.default_unit()))
    };
    let mut entries = Entries::new();
    fields.into_iter().map(entry).for_each(|(field, entry)| entries.insert(field, entry));
    entries
}

/// The fields of a case itself: a document holds no others among its inputs.
fn of_case() -> Vec<Field> {
    Field::ALL.iter().copied().filter(|field| field.is_of_case()).collect()
}

/// The terms of a channel: a document holds no others there.
pub fn terms_of(channel: ChannelId) -> Vec<Field> {
    channel.channel().terms().map(|(field, _)| field).collect()
}

/// Every figure is present and within its plausible range; kinds, permits, days and channels are arbitrary.
pub fn plausible() -> impl Strategy<Value = Case> {
    let places = || proptest::collection::vec(0_u32..=1000, Field::COUNT);
    let choices = (select(Kind::ALL), select(Per::ALL), select(Method::ALL), select(Schedule::ALL));
    let papers = proptest::sample::subsequence(Permit::ALL.to_vec(), 0..=Permit::ALL.len());
    let channels = (
        places(),
        proptest::collection::vec(any::<bool>(), ChannelId::ALL.len()),
        proptest::collection::vec(cut(), 0..3),
    );
    (places(), choices, papers, select(ChannelId::ALL), channels).prop_map(
        |(inputs, (kind, per, method, schedule), papers, today, (terms, on, chain))| {
            let inputs = entries(&inputs, 0, of_case());
            let mut case = Case { kind, per, method, schedule, today, inputs, ..Case::default() };
            case.way_now = process::now_by(&case);
            papers.into_iter().for_each(|paper| case.permits.insert(paper));
            for (turn, channel) in case.channels.iter_mut().enumerate() {
                let chain = if channel.channel.channel().has_chain { chain.clone() } else { Vec::new() };
                let terms = entries(&terms, turn, terms_of(channel.channel));
                *channel = ChannelTerms { on: on[turn], terms, chain, ..ChannelTerms::new(channel.channel) };
            }
            case
        },
    )
}

/// As plausible, with every channel on and every permit present.
pub fn open() -> impl Strategy<Value = Case> {
    plausible().prop_map(|mut case| {
        Permit::ALL.iter().for_each(|paper| case.permits.insert(*paper));
        case.channels.iter_mut().for_each(|channel| channel.on = true);
        case
    })
}

fn cut() -> impl Strategy<Value = Entry> {
    (0_u32..=100, any::<bool>()).prop_map(|(tenths, percent)| {
        let text = Decimal::new(tenths.into(), 1).normalize().to_string();
        Entry::new(&text, if percent { Unit::Percent } else { Unit::SolesPerGram })
    })
}

/// What a person might type or paste into an input field.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0_u64..100_000, 0_u32..6).prop_map(|(n, scale)| Decimal::new(n.cast_signed(), scale).to_string()),
        1 => "[1-9][0-9]{0,2},[0-9]{3}",
        1 => "[1-9][0-9]{0,2}(,[0-9]{3}){1,3}\\.[0-9]{1,4}",
        1 => "[1-9][0-9]{0,2}(\\.[0-9]{3}){1,3},[0-9]{1,4}",
        1 => "-[0-9]{1,6}(\\.[0-9]{1,3})?",
        1 => "[0-9]{12,40}(\\.[0-9]{0,40})?",
        1 => "0{1,3}(\\.0{1,30}1?)?",
        1 => select(vec!["", " ", "-", ".", ",", "1e9", "1_000", "NaN", "inf", "½", "١٢", "12 g", "1/2", "\u{feff}5", "💰"])
            .prop_map(str::to_owned),
        1 => "[0-9,.' +-]{0,12}",
        1 => any::<String>().prop_map(|text| text.chars().take(30).collect()),
    ]
}

/// Arbitrary input for any field.
#[derive(Clone, Debug)]
pub struct Typed {
    text: String,
    low: String,
    high: String,
    unit: Index,
    unknown: bool,
    sure: bool,
}

impl Typed {
    /// The input as an entry of a field, in one of its units.
    fn of(self, field: Field) -> Entry {
        let Typed { text, low, high, unit, unknown, sure } = self;
        Entry { text, low, high, unit: *unit.get(field.units()), unknown, sure }
    }
}

fn typed() -> impl Strategy<Value = Typed> {
    (text(), end(), end(), any::<Index>(), prop::bool::weighted(0.1), any::<bool>())
        .prop_map(|(text, low, high, unit, unknown, sure)| Typed { text, low, high, unit, unknown, sure })
}

/// An end of a range, which is mostly not given.
fn end() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(String::new()), 1 => text()]
}

/// A plausible case with arbitrary input in some places and some figures removed.
pub fn wild() -> impl Strategy<Value = Case> {
    let inputs = proptest::collection::vec((any::<Index>(), typed()), 0..8);
    let terms = proptest::collection::vec((0_usize..ChannelId::ALL.len(), any::<Index>(), typed()), 0..12);
    let chain = proptest::collection::vec((0_usize..ChannelId::ALL.len(), typed()), 0..3);
    let gone = proptest::collection::vec(select(Field::ALL), 0..6);
    (plausible(), inputs, terms, chain, gone, any::<String>()).prop_map(
        |(mut case, inputs, terms, chain, gone, name)| {
            case.name = name.chars().take(200).collect();
            for (which, typed) in inputs {
                let field = *which.get(&of_case());
                case.inputs.insert(field, typed.of(field));
            }
            for (channel, which, typed) in terms {
                let channel = &mut case.channels[channel];
                let field = *which.get(&terms_of(channel.channel));
                channel.terms.insert(field, typed.of(field));
            }
            for (channel, typed) in chain {
                let channel = &mut case.channels[channel];
                if channel.channel.channel().has_chain {
                    channel.chain.push(typed.of(Field::Cut));
                }
            }
            for field in gone {
                case.inputs.remove(&field);
                case.channels.iter_mut().for_each(|channel| channel.terms.remove(&field));
            }
            case
        },
    )
}

/// A case and one of its channels with an additional field that is not a term of the channel.
pub fn strange() -> impl Strategy<Value = (Case, ChannelId, Field)> {
    (wild(), select(ChannelId::ALL), any::<Index>(), typed()).prop_map(|(mut case, channel, which, typed)| {
        let strangers: Vec<Field> =
            Field::ALL.iter().copied().filter(|field| !terms_of(channel).contains(field)).collect();
        let field = *which.get(&strangers);
        case.channel_terms_mut(channel).expect("a door").terms.insert(field, typed.of(field));
        (case, channel, field)
    })
}

/// As wild, with units that belong to other fields: no document holds them, but nothing may panic.
pub fn stray() -> impl Strategy<Value = Case> {
    let units = proptest::collection::btree_map(select(Field::ALL), select(Unit::ALL), 0..12);
    (wild(), units).prop_map(|(mut case, units): (Case, BTreeMap<Field, Unit>)| {
        for entries in
            std::iter::once(&mut case.inputs).chain(case.channels.iter_mut().map(|channel| &mut channel.terms))
        {
            for (field, unit) in &units {
                if let Some(entry) = entries.get(field).cloned() {
                    entries.insert(*field, Entry { unit: *unit, ..entry });
                }
            }
        }
        case
    })
}

/// Enters `text` in a field of the case itself.
pub fn enter(case: &Case, field: Field, text: &str) -> Case {
    let mut case = case.clone();
    case.inputs.insert(field, Entry::new(text, field.default_unit()));
    case
}

/// Enters `text` in a term of every channel that has it.
pub fn enter_term(case: &Case, field: Field, text: &str) -> Case {
    let mut case = case.clone();
    for channel in case.channels.iter_mut().filter(|channel| terms_of(channel.channel).contains(&field)) {
        channel.terms.insert(field, Entry::new(text, field.default_unit()));
    }
    case
}
