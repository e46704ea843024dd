//! The contents of a case document: valid parts are kept, the others reported, and nothing is guessed.

#[path = "golden/damaged.rs"]
mod damaged;
#[path = "golden/entered.rs"]
#[allow(dead_code, reason = "the typing of figures is for the properties")]
mod entered;
#[path = "golden/letters.rs"]
mod letters;
#[path = "golden/lists.rs"]
mod lists;
#[path = "golden/refused.rs"]
mod refused;

use fiel::document::{self, LeftOut, LeftOutReason, Opened};
use fiel::domain::case::{
    Alloy, Association, Case, Entries, Entry, Jewelry, Kind, PurityBy, PurityTest, Sharing, SplitSale, StepId, WayId,
};
use fiel::domain::channel::ChannelId;
use fiel::domain::number::unit::Unit;
use fiel::domain::term::field::Field;
use fiel::domain::term::permit::Permit;
use fiel::domain::term::tool::Tool;
use serde_json::{Value, json};

/// A document with one item of each kind.
fn good() -> Value {
    json!({
        "fiel": "case", "version": 1, "name": "La Rinconada", "price_month": "2026-06", "have": "ore", "per": "month",
        "method": "amalgamation", "schedule": "rotation", "papers": ["ruc", "registry"], "today": "plant",
        "inputs": { "moisture": "8", "wet_mass": { "value": "30", "unit": "sack" }, "grade": { "value": "", "unknown": true } },
        "doors": [
            { "channel": "plant", "on": true, "terms": { "advance": "500", "freight": { "value": "40", "unit": "pen/t" } } },
            { "channel": "camp_buyer", "on": false, "terms": {}, "chain": ["5", { "value": "3", "unit": "pen/g" }] },
        ],
    })
}

fn open(document: &Value) -> Opened {
    document::read(&document.to_string()).expect("a case")
}

fn figure(case: &Case, field: Field) -> &Entry {
    case.inputs.get(&field).expect("the figure was kept")
}

fn left(path: &str, why: LeftOutReason) -> LeftOut {
    LeftOut { path: path.to_owned(), why }
}

fn unknown(choice: &str) -> LeftOutReason {
    LeftOutReason::UnknownChoice(choice.to_owned())
}

type Change = fn(&mut Value);

/// Applies one change to the valid document; everything else must be kept.
fn changed(change: impl FnOnce(&mut Value)) -> Opened {
    let mut document = good();
    change(&mut document);
    open(&document)
}

#[test]
fn a_good_document_is_taken_whole() {
    let Opened { case, left_out } = open(&good());
    assert_eq!(left_out, []);
    assert_eq!((case.name.as_str(), case.kind, case.today), ("La Rinconada", Kind::Ore, ChannelId::Plant));
    assert!(case.permits.contains(&Permit::Registry) && !case.permits.contains(&Permit::Member));
    assert_eq!(*figure(&case, Field::WetMass), Entry::new("30", Unit::Sack));
    assert!(figure(&case, Field::Grade).unknown);
    let camp = case.channel_terms(ChannelId::Camp).expect("every door is there");
    assert!(!camp.on);
    assert_eq!(camp.chain, [Entry::new("5", Unit::Percent), Entry::new("3", Unit::SolesPerGram)]);
}

#[test]
fn figures_that_are_numbers_are_left_out_and_the_others_kept() {
    let opened = changed(|document| {
        document["inputs"]["moisture"] = json!(8);
        document["inputs"]["wet_mass"]["value"] = json!(30.5);
        document["doors"][0]["terms"]["advance"] = json!(null);
        document["doors"][1]["chain"][0] = json!(5);
    });
    let mut paths: Vec<&str> = opened.left_out.iter().map(|left_out| left_out.path.as_str()).collect();
    paths.sort_unstable();
    let expected = ["doors[0].terms.advance", "doors[1].chain[0]", "inputs.moisture", "inputs.wet_mass.value"];
    assert_eq!(paths, expected);
    assert!(opened.left_out.iter().all(|left_out| left_out.why == LeftOutReason::NotText));
    assert!(
        opened.case.inputs.iter().map(|(field, _)| *field).eq([Field::Grade]),
        "nothing stands in for a figure that was left out"
    );
    assert_eq!(
        opened
            .case
            .channel_terms(ChannelId::Plant)
            .and_then(|channel| Some(channel.terms.get(&Field::Freight)?.text.as_str())),
        Some("40")
    );
    assert_eq!(opened.case.channel_terms(ChannelId::Camp).expect("a door").chain.len(), 1);
}

#[test]
fn unknown_names_are_left_out_wherever_they_stand() {
    let cases: [(&str, Change, LeftOutReason); 8] = [
        ("colour", |d| d["colour"] = json!("red"), LeftOutReason::UnknownName),
        ("inputs.gramos", |d| d["inputs"]["gramos"] = json!("3"), LeftOutReason::UnknownName),
        ("inputs.wet_mass.units", |d| d["inputs"]["wet_mass"]["units"] = json!("t"), LeftOutReason::UnknownName),
        ("doors[0].price", |d| d["doors"][0]["price"] = json!("3"), LeftOutReason::UnknownName),
        ("have", |d| d["have"] = json!("silver"), unknown("silver")),
        ("papers[1]", |d| d["papers"][1] = json!("passport"), unknown("passport")),
        ("doors[1].channel", |d| d["doors"][1]["channel"] = json!("bank"), unknown("bank")),
        ("today", |d| d["today"] = json!("Camp_Buyer"), unknown("Camp_Buyer")),
    ];
    for (path, change, why) in cases {
        let opened = changed(change);
        assert_eq!(opened.left_out, [left(path, why)]);
        assert_eq!(opened.case.inputs.iter().count(), 3, "{path}: the good rows are kept");
    }
}

#[test]
fn a_unit_that_is_unknown_or_of_another_field_leaves_the_figure_out() {
    for unit in ["stone", "usd/oz", "T", ""] {
        let opened = changed(|document| document["inputs"]["wet_mass"]["unit"] = json!(unit));
        assert_eq!(opened.left_out, [left("inputs.wet_mass.unit", unknown(unit))]);
        assert!(opened.case.inputs.get(&Field::WetMass).is_none(), "30 of nothing is not 30 tonnes");
    }
}

#[test]
fn parts_of_another_form_are_left_out_by_name() {
    let cases: [(&str, Change); 7] = [
        ("inputs", |d| d["inputs"] = json!([1])),
        ("doors", |d| d["doors"] = json!({})),
        ("doors[0]", |d| d["doors"][0] = json!("plant")),
        ("doors[0].on", |d| d["doors"][0]["on"] = json!("yes")),
        ("doors[0].terms", |d| d["doors"][0]["terms"] = json!(5)),
        ("doors[1].chain", |d| d["doors"][1]["chain"] = json!("5")),
        ("papers", |d| d["papers"] = json!("ruc")),
    ];
    for (path, change) in cases {
        assert_eq!(changed(change).left_out, [left(path, LeftOutReason::WrongForm)]);
    }
}

#[test]
fn a_switch_that_is_no_switch_is_left_out_by_name() {
    for switch in ["unknown", "sure"] {
        for value in [json!("yes"), json!("true"), json!(1), json!(0), json!(null), json!([true]), json!({})] {
            let opened = changed(|document| document["inputs"]["wet_mass"][switch] = value);
            assert_eq!(opened.left_out, [left(&format!("inputs.wet_mass.{switch}"), LeftOutReason::WrongForm)]);
            assert_eq!(*figure(&opened.case, Field::WetMass), Entry::new("30", Unit::Sack), "the figure is kept");
        }
        for on in [true, false] {
            let opened = changed(|document| document["inputs"]["wet_mass"][switch] = json!(on));
            let entry = figure(&opened.case, Field::WetMass);
            assert_eq!((opened.left_out.len(), if switch == "sure" { entry.sure } else { entry.unknown }), (0, on));
        }
    }
}

#[test]
fn of_two_channels_of_one_channel_the_first_counts_and_the_second_is_named() {
    let second = json!({ "channel": "plant", "on": false, "terms": { "advance": "900", "colour": 5 } });
    for (place, path) in [(1, "doors[1]"), (2, "doors[2]")] {
        let opened = changed(|document| {
            document["doors"].as_array_mut().expect("doors").insert(place, second.clone());
        });
        assert_eq!(opened.left_out, [left(path, LeftOutReason::Repeated)]);
        assert_eq!(opened.case, open(&good()).case, "it changed what stands there already");
    }
}

#[test]
fn a_term_that_the_channel_does_not_ask_for_is_left_out_by_name() {
    let strangers = [(0, "price", "plant"), (0, "grams", "plant"), (1, "maquila", "camp"), (1, "cut", "camp")];
    for (channel, term, of) in strangers {
        let opened = changed(|document| document["doors"][channel]["terms"][term] = json!("5"));
        assert_eq!(opened.left_out, [left(&format!("doors[{channel}].terms.{term}"), LeftOutReason::UnknownName)]);
        assert_eq!(opened.case, open(&good()).case, "{term} of {of}: the others are kept");
    }
}

#[test]
fn texts_and_lists_longer_than_anybody_types_are_left_out() {
    let long = "1".repeat(201);
    let opened = changed(|document| {
        document["name"] = json!("ñ".repeat(200));
        document["inputs"]["moisture"] = json!(long);
    });
    assert_eq!(opened.left_out, [left("inputs.moisture", LeftOutReason::TooLong)]);
    assert_eq!(opened.case.name.chars().count(), 200);
    let opened = changed(|document| document["doors"][1]["chain"] = json!(vec!["1"; 21]));
    assert_eq!(opened.left_out, [left("doors[1].chain", LeftOutReason::TooLong)]);
    let opened = changed(|document| document["doors"] = json!(vec![json!({ "channel": "plant" }); 101]));
    assert_eq!(opened.left_out, [left("doors", LeftOutReason::TooLong)]);
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    assert_eq!(document::read(&format!("\u{feff}{}", good())), Ok(open(&good())));
}

/// A document of version 3 with something in each of its parts.
fn with_parts() -> Value {
    let mut document = good();
    document["version"] = json!(3);
    document["slip"] =
        json!({ "kind": "gold", "lines": { "grams": "12.4", "printed_paid": { "value": "5000", "unit": "usd" } } });
    document["way_now"] = json!("amalgamation_retort");
    document["way_planned"] = json!("centrifuge");
    document["ways"] = json!([{ "way": "centrifuge", "on": true, "terms": { "recovery": "60" } }]);
    document["loan"] = json!({ "grace": "nothing", "terms": { "tea": { "value": "", "unknown": true } } });
    document["steps"] = json!([{ "step": "ruc", "terms": { "step_cost": "0" } }]);
    document["association"] = json!({
        "sharing": "days", "door": "cooperative", "terms": { "retention": "2" }, "fund_door": "fairmined",
        "members": [{ "name": "Rosa", "days": "12", "grams": "35,2" }, { "name": "<b>Ana</b>", "people": "3" }],
        "projects": [{ "name": "Radios", "terms": { "project_cost": { "value": "900", "unit": "usd" } } }],
    });
    document["jewelry"] =
        json!({ "pieces": [{ "name": "Aretes", "terms": { "pieces": "20" } }, {}], "terms": { "unsold": "5" } });
    document["copper"] = json!({ "copper_grade": "3.2", "copper_price": { "value": "4.4", "unit": "usd/lb" } });
    document["mix"] = json!({ "rest": "plant", "portions": [{ "channel": "jeweller", "amount": { "value": "3", "unit": "percent" } }] });
    document
}

#[test]
fn the_parts_are_taken_whole_and_written_as_they_were_read() {
    let opened = open(&with_parts());
    assert_eq!(opened.left_out, []);
    let case = opened.case;
    assert_eq!(case.statement.lines.get(&Field::PrintedPaid), Some(&Entry::new("5000", Unit::Dollars)));
    assert_eq!((case.way_now, case.way_planned), (WayId::AmalgamationRetort, WayId::Centrifuge));
    let centrifuge = case.way(WayId::Centrifuge).expect("every way is there");
    assert_eq!((centrifuge.on, centrifuge.terms.iter().count()), (true, 1));
    assert!(case.loan.terms.get(&Field::Tea).is_some_and(|entry| entry.unknown));
    let ruc = case.step(StepId::Ruc).expect("every step is there");
    assert_eq!(ruc.terms.get(&Field::StepCost), Some(&Entry::new("0", Unit::Soles)));
    let association = &case.association;
    assert_eq!((association.sharing, association.channel), (Sharing::Days, Some(ChannelId::Cooperative)));
    assert_eq!((association.members.len(), association.members[0].grams.as_str()), (2, "35,2"));
    assert_eq!((association.members[1].name.as_str(), association.fund_channel), ("<b>Ana</b>", ChannelId::Fairmined));
    let cost = association.projects[0].terms.get(&Field::ProjectCost);
    assert_eq!(cost, Some(&Entry::new("900", Unit::Dollars)));
    assert_eq!((case.jewelry.pieces.len(), case.jewelry.terms.iter().count()), (2, 1));
    assert_eq!(case.figures_of(Tool::Copper).get(&Field::CopperPrice), Some(&Entry::new("4.4", Unit::DollarsPerPound)));
    assert_eq!(case.split_sale.rest, ChannelId::Plant);
    assert_eq!(case.split_sale.portions[ChannelId::Jeweller as usize].amount, Entry::new("3", Unit::Percent));
    assert_eq!(document::read(&document::write(&case)), Ok(Opened { case, left_out: Vec::new() }));
}

#[test]
fn what_is_wrong_in_a_part_is_named_and_the_rest_of_it_kept() {
    let cases: [(&str, Change, LeftOutReason); 22] = [
        ("association.sharing", |d| d["association"]["sharing"] = json!("love"), unknown("love")),
        ("association.door", |d| d["association"]["door"] = json!("bank"), unknown("bank")),
        ("association.terms.tea", |d| d["association"]["terms"]["tea"] = json!("3"), LeftOutReason::UnknownName),
        (
            "association.members[1].age",
            |d| d["association"]["members"][1]["age"] = json!("40"),
            LeftOutReason::UnknownName,
        ),
        (
            "association.members[0].grams",
            |d| d["association"]["members"][0]["grams"] = json!(35),
            LeftOutReason::NotText,
        ),
        (
            "association.members",
            |d| d["association"]["members"] = json!(vec![json!({}); 10_001]),
            LeftOutReason::TooLong,
        ),
        (
            "association.projects[0].terms.price",
            |d| d["association"]["projects"][0]["terms"]["price"] = json!("3"),
            LeftOutReason::UnknownName,
        ),
        ("jewelry.pieces[1]", |d| d["jewelry"]["pieces"][1] = json!("Aretes"), LeftOutReason::WrongForm),
        ("copper.grade", |d| d["copper"]["grade"] = json!("3"), LeftOutReason::UnknownName),
        ("mix.rest", |d| d["mix"]["rest"] = json!("bank"), unknown("bank")),
        (
            "mix.portions[1]",
            |d| d["mix"]["portions"] = json!([{ "channel": "plant" }, { "channel": "plant" }]),
            LeftOutReason::Repeated,
        ),
        ("slip.kind", |d| d["slip"]["kind"] = json!("copper"), unknown("copper")),
        ("slip.lines.workers", |d| d["slip"]["lines"]["workers"] = json!("3"), LeftOutReason::UnknownName),
        ("slip.lines.grams", |d| d["slip"]["lines"]["grams"] = json!(3), LeftOutReason::NotText),
        ("way_now", |d| d["way_now"] = json!("magic"), unknown("magic")),
        ("ways[0].way", |d| d["ways"][0]["way"] = json!("magic"), unknown("magic")),
        ("ways[0].on", |d| d["ways"][0]["on"] = json!("yes"), LeftOutReason::WrongForm),
        (
            "ways[0].terms.mercury_use",
            |d| d["ways"][0]["terms"]["mercury_use"] = json!("3"),
            LeftOutReason::UnknownName,
        ),
        ("loan", |d| d["loan"] = json!("25000"), LeftOutReason::WrongForm),
        ("loan.terms.grams", |d| d["loan"]["terms"]["grams"] = json!("3"), LeftOutReason::UnknownName),
        ("steps[1]", |d| d["steps"] = json!([{ "step": "ruc" }, { "step": "ruc" }]), LeftOutReason::Repeated),
        // The permits already say which certificates there are.
        (
            "steps[0].terms.step_done",
            |d| d["steps"] = json!([{ "step": "certification", "terms": { "step_done": "1" } }]),
            LeftOutReason::UnknownName,
        ),
    ];
    for (path, change, why) in cases {
        let mut document = with_parts();
        change(&mut document);
        let opened = open(&document);
        assert_eq!(opened.left_out, [left(path, why)]);
        assert_eq!(opened.case.inputs, open(&good()).case.inputs, "{path}: the rest is kept");
    }
}

/// Exactly as the first Fiel wrote it: it must always open.
#[test]
fn a_case_of_the_first_version_opens_as_it_was() {
    let opened = document::read(include_str!("golden/saved_by_version_1.txt")).expect("a case");
    assert_eq!(opened.left_out, []);
    assert_eq!(opened.case.name, "Lote del martes");
    assert_eq!(figure(&opened.case, Field::WetMass), &Entry::new("15", Unit::Tonne));
    let new = Case::default();
    let parts = |case: &Case| (case.statement.clone(), case.ways.clone(), case.loan.clone(), case.steps.clone());
    assert_eq!(parts(&opened.case), parts(&new), "nothing was entered in what it did not have");
    assert_eq!(later_parts(&opened.case), later_parts(&new));
}

/// Exactly as version 2 wrote it.
#[test]
fn a_case_of_the_second_version_opens_as_it_was() {
    let opened = document::read(include_str!("golden/saved_by_version_2.txt")).expect("a case");
    assert_eq!(opened.left_out, []);
    let case = opened.case;
    assert_eq!(figure(&case, Field::RetortCatch), &Entry::new("85", Unit::Percent));
    assert_eq!(case.statement.lines.get(&Field::PrintedTotal), Some(&Entry::new("21300.50", Unit::Dollars)));
    assert_eq!((case.way_now, case.way_planned), (WayId::AmalgamationRetort, WayId::Centrifuge));
    let cost = case.way(WayId::Centrifuge).and_then(|way| way.terms.get(&Field::ProcessCost));
    assert_eq!(cost, Some(&Entry::new("40", Unit::DollarsPerTonne)));
    assert_eq!(case.loan.terms.get(&Field::Tea), Some(&Entry::new("40.92", Unit::PercentPerYear)));
    let shared = case.step(StepId::Certification).and_then(|step| step.terms.get(&Field::SharedBy));
    assert_eq!(shared, Some(&Entry::new("10", Unit::Group)));
    assert_eq!(later_parts(&case), later_parts(&Case::default()), "nothing was entered in what it did not have");
}

/// Exactly as version 3 wrote it.
#[test]
fn a_case_of_the_third_version_opens_as_it_was() {
    let opened = document::read(include_str!("golden/saved_by_version_3.txt")).expect("a case");
    assert_eq!(opened.left_out, []);
    let case = opened.case;
    assert_eq!(figure(&case, Field::Grade), &Entry::new("0.5", Unit::OuncePerShortTon));
    assert_eq!(case.association.members.first().map(|member| member.grams.as_str()), Some("35.2"));
    assert_eq!(case.association.projects.first().map(|project| project.name.as_str()), Some("Mesas gravimétricas"));
    assert_eq!(case.figures_of(Tool::Copper).get(&Field::CopperGrade), Some(&Entry::new("3.2", Unit::Percent)));
    assert_eq!(case.split_sale.rest, ChannelId::Cooperative);
    assert_eq!(case.purity, PurityTest::default(), "nothing was entered in what it did not have");
    assert!(case.inputs.iter().all(|(_, entry)| !entry.is_range()));
}

/// Exactly as version 4 wrote it, with something in each of its parts and ranges in most.
#[test]
fn a_case_of_the_fourth_version_opens_as_it_was() {
    let opened = document::read(include_str!("golden/saved_by_version_4.txt")).expect("a case");
    assert_eq!(opened.left_out, []);
    let case = opened.case;
    let text = |entry: &Entry| [&entry.low, &entry.text, &entry.high].map(String::clone);
    assert_eq!(case.name, "Lote del martes · «La Rinconada» \\ <b>5</b> {0} *y* ñandú\t\"2\"");
    assert_eq!((case.price_month.as_str(), case.way_now), ("2026-05", WayId::AmalgamationRetort));
    assert_eq!(text(figure(&case, Field::Fineness)), ["88", "91", "93,5"]);
    assert_eq!(text(figure(&case, Field::Grams)), ["400.8", "", "1600.2"]);
    assert_eq!(figure(&case, Field::WetMass).unit, Unit::Bag);
    assert!(figure(&case, Field::ExchangeRate).sure && figure(&case, Field::Grade).unknown);
    let camp = case.channel_terms(ChannelId::Camp).expect("every door is there");
    assert_eq!(camp.chain.last(), Some(&Entry::between("2", "3", "4,5", Unit::SolesPerGram)));
    let association = &case.association;
    assert_eq!((association.sharing, association.channel), (Sharing::Days, Some(ChannelId::Fairmined)));
    let names: Vec<&str> = association.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["Rosa", "=2+3", "José Ñahui"]);
    assert_eq!(association.members[1].group, "Las \"Pallaqueras\"");
    assert_eq!(
        association.projects.iter().map(|item| item.name.as_str()).collect::<Vec<_>>(),
        ["Mesas gravimétricas", "Radios <i>"]
    );
    assert_eq!(text(&case.split_sale.portions[ChannelId::Plant as usize].amount), ["20", "25", "30"]);
    assert_eq!((case.purity.by, case.purity.alloy), (PurityBy::Water, Alloy::Copper));
    // The fields at that time: a field removed in a later version needs a migration.
    let steps: usize = case.steps.iter().map(|step| step.terms.iter().count()).sum();
    let ways: usize = case.ways.iter().map(|way| way.terms.iter().count()).sum();
    let channels: usize = case.channels.iter().map(|channel| channel.terms.iter().count()).sum();
    let rest = [
        &case.inputs,
        &case.statement.lines,
        &case.loan.terms,
        &case.jewelry.terms,
        case.figures_of(Tool::Copper),
        &case.purity.terms,
    ];
    let rest: Vec<usize> = rest.iter().map(|entries| entries.iter().count()).collect();
    assert_eq!((steps, ways, channels, rest), (28, 36, 135, vec![34, 35, 14, 13, 29, 6]));
}

/// The parts added in version 3.
fn later_parts(case: &Case) -> (Association, Jewelry, Entries, SplitSale) {
    (case.association.clone(), case.jewelry.clone(), case.figures_of(Tool::Copper).clone(), case.split_sale.clone())
}

#[test]
fn a_document_with_nothing_in_it_is_a_new_case() {
    assert_eq!(open(&json!({ "fiel": "case", "version": 1 })), Opened { case: Case::default(), left_out: Vec::new() });
}
