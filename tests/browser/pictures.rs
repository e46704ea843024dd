//! Pictures of money: the drawing matches the figures next to it, and a touch shows them.

use rust_decimal::{Decimal, dec};
use serde_json::Value;
use support::browser::Browser;
use support::cards::{decimal, figure};
use support::files::evaluate;
use support::person::from_both;

use crate::layout::PAST;

/// For each ledger its rows: the text, and the start and end of its bar (0 to 1).
const LEDGERS: &str = "
    const bar = row => {
        const svg = row.querySelector('.strip'), box = svg.querySelector('rect').getBBox();
        const wide = svg.getBoundingClientRect().width;
        return [row.querySelector('.soles').innerText, row.className, (box.x / wide).toFixed(6), (box.width / wide).toFixed(6)];
    };
    for (const fold of document.querySelectorAll('.where')) fold.open = true;
    return [...document.querySelectorAll('.stop .ledger')].filter(t => t.querySelector('.strip'))
        .map(table => [...table.querySelectorAll('tbody tr')].map(bar))";

struct Drawn {
    soles: Decimal,
    kind: String,
    from: Decimal,
    to: Decimal,
}

fn ledgers(browser: &Browser) -> Vec<Vec<Drawn>> {
    let row = |row: &Value| {
        let at = |place: usize| decimal(&row[place]).expect("drawn");
        let (soles, kind) = (row[0].as_str().expect("soles"), row[1].as_str().expect("a class"));
        Drawn { soles: figure(soles), kind: kind.to_owned(), from: at(2), to: at(2) + at(3) }
    };
    let all = browser.run(LEDGERS);
    let rows = |ledger: &Value| ledger.as_array().expect("rows").iter().map(row).collect();
    all.as_array().expect("ledgers").iter().map(rows).collect()
}

/// Whether two positions of a drawing 300 px wide are equal, each rounded to a hundredth of a per cent.
fn is_near(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() < dec!(0.0006)
}

/// Every bar is as long as its figure, on one scale; each starts where the previous one ends.
#[track_caller]
fn falls(all: &[Vec<Drawn>]) {
    let value = &all[0][0];
    let scale = (value.to - value.from) / value.soles;
    for ledger in all {
        let mut level = dec!(0);
        for row in ledger {
            if row.kind == "total" || row.kind == "first" {
                level = dec!(0);
            }
            let zero = value.from;
            let ends = [zero + level * scale, zero + (level + row.soles) * scale];
            let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            let about = format!("{} of {} is drawn from {} to {}", row.soles, level, row.from, row.to);
            assert!(is_near(row.from, low) && is_near(row.to, high), "{about}, not from {low} to {high}");
            assert!(row.from > dec!(-0.0001) && row.to < dec!(1.0001), "{about}");
            // The purses start at zero again, after the cash total.
            level = if row.kind == "total" { dec!(0) } else { level + row.soles };
        }
    }
}

#[test]
fn each_ledger_falls_from_the_value_to_the_hand_on_one_scale() {
    for browser in [Browser::phone(), Browser::desk()] {
        from_both(&browser, |browser| {
            for example in ["cooperative", "lorry"] {
                browser.example(example);
                browser.stop("comparar");
                let all = ledgers(browser);
                assert!(all.len() > 3, "{example} has {} ledgers", all.len());
                falls(&all);
            }
            // A debt larger than the gold's value: bars continue to the left of zero.
            browser.example("three_grams");
            browser.stop("trabajo");
            browser.write("#f-debt_owed", "5000");
            browser.stop("comparar");
            let all = ledgers(browser);
            falls(&all);
            assert!(all[0][0].from > dec!(0.5), "zero lies where 5,000 of debt leaves room for 1,291 of gold");
        });
    }
}

#[test]
fn copper_is_drawn_on_one_scale_too() {
    from_both(&Browser::phone(), |browser| {
        browser.example("copper");
        browser.run("location.hash = '#/cobre'");
        browser.find(".ledger");
        let all = ledgers(browser);
        assert_eq!(all.len(), 2);
        falls(&all);
        assert_eq!(browser.texts(PAST), Vec::<String>::new());
    });
}

#[test]
fn a_touched_part_of_a_bar_tells_its_figure() {
    from_both(&Browser::phone(), |browser| {
        browser.example("cooperative");
        browser.stop("comparar");
        let bar = "li.door[data-channel=cooperative] .bar";
        let hidden =
            || browser.texts(&format!("return [getComputedStyle(document.querySelector('{bar} .tip')).visibility]"));
        assert_eq!(hidden(), ["hidden"]);
        browser.touch(&format!("{bar} .mark-at"));
        browser.until(
            "the figure",
            &format!("getComputedStyle(document.querySelector('{bar} .tip')).visibility === 'visible'"),
        );
        let tip = browser.texts(&format!("return [document.querySelector('{bar} .tip').textContent]")).remove(0);
        let tip = tip.replace('\u{a0}', " ");
        let purse = browser.text("li.door[data-channel=cooperative] .purses dd");
        assert!(tip.ends_with(&purse) && tip.starts_with("hoy"), "{tip} for {purse}");
        // The same by keyboard, and for screen readers.
        browser.run(&format!("const all = document.querySelectorAll('{bar} .mark-at'); all[1].focus()"));
        browser.until(
            "the next figure",
            &format!("getComputedStyle(document.querySelectorAll('{bar} .tip')[1]).visibility === 'visible'"),
        );
        let label = browser
            .texts(&format!("return [document.querySelectorAll('{bar} .mark-at')[1].getAttribute('aria-label')]"));
        assert!(label[0].starts_with("después"), "{label:?}");
        assert_eq!(browser.texts(PAST), Vec::<String>::new());
    });
}

/// The payments and days of each channel in the picture equal those of `evaluate`.
#[test]
fn the_money_comes_on_the_days_of_evaluate() {
    from_both(&Browser::phone(), |browser| {
        browser.example("cooperative");
        browser.stop("comparar");
        let says = browser
            .texts("return [...document.querySelectorAll('#arrivals tbody td:nth-child(2)')].map(td => td.innerText)");
        assert_eq!(browser.count("#arrivals .today"), 1);
        let outcome = evaluate(&browser.saved_case());
        let doors = outcome["doors"].as_array().expect("doors");
        assert_eq!(doors.iter().filter(|door| door["state"] == "ranked").count(), says.len(), "{says:?}");
        let door = doors.iter().find(|door| door["channel"] == "cooperative").expect("the door");
        let ledger = &door["figures"]["ledger"];
        let now = decimal(&ledger["cash_now"]).expect("now").round();
        let row = says.iter().find(|row| figure(row.split('·').next().unwrap_or_default()) == now);
        let row = row.unwrap_or_else(|| panic!("{now} is not in {says:?}"));
        let (later, days) = row.split_once('·').and_then(|(_, rest)| rest.split_once("en")).expect("a later payment");
        assert_eq!(figure(later), decimal(&ledger["later"][0]["amount"]).expect("later").round());
        assert_eq!(figure(days), decimal(&ledger["later"][0]["days"]).expect("days").round());
        assert_eq!(browser.texts(PAST), Vec::<String>::new());
        browser.speak("en");
        browser.says("#arrivals", &["today", "in 18 days"]);
        // With one open channel there is nothing to compare.
        browser.example("three_grams");
        browser.stop("comparar");
        assert!(!browser.is_there("#arrivals"));
    });
}

#[test]
fn a_loan_is_drawn_month_by_month_as_evaluate_says() {
    from_both(&Browser::phone(), |browser| {
        browser.touch("#to-credito");
        let figures = [
            ("equipment_price", "25000"),
            ("own_money", "5000"),
            ("tea", "40.92"),
            ("loan_months", "24"),
            ("more_gold_low", "3"),
            ("more_gold", "8"),
            ("more_gold_high", "12"),
            ("paid_share", "80"),
        ];
        for (field, text) in figures {
            browser.write(&format!("#f-loan-{field}"), text);
        }
        assert!(!browser.is_there("#flow"), "nothing is drawn while the running cost is missing");
        browser.write("#f-loan-running_cost", "300");
        browser.unfold("#flow details");
        let rows = browser.texts(
            "return [...document.querySelectorAll('#flow tbody tr')].map(row => row.innerText.replace(/\\s+/g, ' '))",
        );
        let credit = &evaluate(&browser.saved_case())["credit"];
        for (month, row) in rows.iter().enumerate() {
            let cells: Vec<&str> = row.split(' ').collect();
            assert_eq!(cells[0], month.to_string());
            for (cell, level) in cells[1..].iter().zip(["low", "usual", "high"]) {
                assert_eq!(Some(figure(cell)), decimal(&credit[level]["balance"][month]), "{level}, month {month}");
            }
        }
        assert_eq!(credit["low"]["balance"].as_array().map(Vec::len), Some(rows.len()));
        // A line has a point for each month in the table: −5,000 before the first.
        let lines =
            browser.texts("return [...document.querySelectorAll('#flow path')].map(path => path.getAttribute('d'))");
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.split(['M', 'L']).count() == rows.len() + 1));
        // 3 g bring 810.72 per month: (5,000 + 28,037.66) ÷ 810.72 = 40.75 months.
        browser.says("#flow", &["mes 24: última cuota", "mes 41: todo de vuelta (bajo)"]);
        browser.run("document.querySelectorAll('#flow .mark-at')[3].focus()");
        let shown = "[...document.querySelectorAll('#flow text.tip')].filter(t => getComputedStyle(t).visibility === 'visible')";
        browser.until("the figures of a month", &format!("{shown}.length === 3"));
        let said = browser.texts(&format!("return {shown}.map(t => t.textContent)"));
        assert!(said[0].starts_with("mes 16: Bajo") && said[2].contains("Alto"), "{said:?}");
        assert_eq!(browser.texts(PAST), Vec::<String>::new());
        browser.speak("en");
        browser.says("#flow", &["How much is won or lost so far", "month 24: last instalment"]);
        assert!(browser.a4().len() > 1000);
    });
}

#[test]
fn each_member_has_a_bar_as_long_as_the_payment() {
    from_both(&Browser::phone(), |browser| {
        browser.example("umbrella");
        browser.run("location.hash = '#/asociacion'");
        // Through this channel a part of the money comes later.
        browser.choose("#sell-through", "cooperative");
        browser.until("both parts", "document.querySelector('.members .msg')?.innerText.includes(' hoy y ')");
        let bars = browser.run(
            "return [...document.querySelectorAll('.members > li')].map(li => {
                 const wide = li.querySelector('.strip').getBoundingClientRect().width;
                 return [li.querySelector('.msg').innerText, ...[...li.querySelectorAll('rect')].map(r => (r.getBBox().width / wide).toFixed(6))];
             })",
        );
        let bars = bars.as_array().expect("members");
        assert_eq!(bars.len(), 10, "{bars:?}");
        let mut scale = None;
        for bar in bars {
            let words = bar[0].as_str().expect("words");
            let (now, later) = words.split_once(" hoy y ").expect("now and later");
            for (amount, drawn) in [(now, &bar[1]), (later, &bar[2])] {
                let (amount, drawn) = (figure(amount), decimal(drawn).expect("a bar"));
                let scale = *scale.get_or_insert(drawn / amount);
                assert!(is_near(drawn, amount * scale), "{words}: {drawn}, not {}", amount * scale);
            }
        }
        assert_eq!(browser.texts(PAST), Vec::<String>::new());
        browser.run("window.print = () => { window.bars = document.querySelectorAll('#roll svg').length }; return 0");
        browser.touch("#print-roll");
        browser.until("the list to sign, which stays a list", "window.bars === 0");
    });
}
