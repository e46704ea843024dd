//! The `evaluate` program as other programs run it: cases in, outcomes out, one per line.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use fiel::exchange::Part;
use serde_json::Value;

const GOOD: &str = r#"{"fiel":"case","version":1,"inputs":{"gold_price":"3110.34768","exchange_rate":"3.5","grams":"10","fineness":"90"}}"#;
const OTHER: &str = r#"{"fiel":"case","version":1,"inputs":{"gold_price":"3110.34768","exchange_rate":"3.5","grams":"20","fineness":"90"}}"#;

fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evaluate"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let (mut pipe, input) = (child.stdin.take().expect("a pipe"), input.as_ref().to_vec());
    // Written in a separate thread: a program that answers while it reads would otherwise block, with both pipes full.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input was written");
    output
}

fn answers(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("text");
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

/// The real value in each answer, or the line that failed.
fn told(output: &Output) -> Vec<String> {
    let tell = |answer: &Value| match answer["fiel"].as_str() {
        Some("outcome") => answer["lot"]["value"].as_str().expect("a value").to_owned(),
        Some("error") => format!("line {}", answer["line"]),
        _ => panic!("{answer}"),
    };
    answers(output).iter().map(tell).collect()
}

fn cause(output: &Output) -> Value {
    answers(output)[0]["causes"][0].clone()
}

#[test]
fn good_cases_are_answered_in_their_order() {
    let output = run(&[], format!("{GOOD}\n{OTHER}\n{GOOD}\n"));
    assert_eq!(told(&output), ["3150.00", "6300.00", "3150.00"]);
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_bad_line_is_named_and_the_others_go_on() {
    let output = run(&[], format!("{GOOD}\n{{\"fiel\": oops\n{OTHER}\n"));
    assert_eq!(told(&output), ["3150.00", "line 2", "6300.00"]);
    assert_eq!(answers(&output)[1]["causes"][0]["cause"], "not_json");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn blank_lines_are_skipped_and_still_counted() {
    let output = run(&[], format!("\n{GOOD}\n\n  \t\n[]\n\n{OTHER}\n\n"));
    assert_eq!(told(&output), ["3150.00", "line 5", "6300.00"]);
}

#[test]
fn windows_line_ends_and_a_last_line_without_one_do_not_matter() {
    let output = run(&[], format!("{GOOD}\r\n\r\n{{}}\r\n{OTHER}"));
    assert_eq!(told(&output), ["3150.00", "line 3", "6300.00"]);
    assert_eq!(told(&run(&[], GOOD)), ["3150.00"]);
}

#[test]
fn nothing_in_is_nothing_out() {
    for input in ["", "\n", "\r\n \r\n"] {
        let output = run(&[], input);
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]), "{input:?}");
    }
}

#[test]
fn each_refusal_has_its_cause() {
    let causes = [
        ("[]", "not_a_case"),
        (r#"{"fiel":"case","version":999}"#, "newer_version"),
        (r#"{"fiel":"case","version":"x"}"#, "unknown_version"),
        ("grams;3", "not_json"),
    ];
    for (line, name) in causes {
        let output = run(&[], line);
        assert_eq!((cause(&output)["cause"].as_str(), output.status.code()), (Some(name), Some(1)), "{line}");
    }
    assert_eq!(cause(&run(&[], "x".repeat(fiel::document::MOST_BYTES + 1)))["cause"], "too_large");
    assert_eq!(cause(&run(&[], b"{\"fiel\":\"case\",\"name\":\"\xff\"}\n"))["cause"], "not_text");
}

#[test]
fn a_case_with_a_part_that_cannot_be_taken_is_refused_with_every_cause() {
    let line = r#"{"fiel":"case","version":1,"inputs":{"grams":3,"gramos":"3","fineness":{"value":"9","sure":1}},"have":"silver","doors":[{"channel":"plant","terms":{"price":"90"}},{"channel":"plant"}]}"#;
    let output = run(&[], format!("{line}\n{GOOD}\n"));
    assert_eq!(told(&output), ["line 1", "3150.00"]);
    let answers = answers(&output);
    let mut causes: Vec<(&str, &str)> = answers[0]["causes"]
        .as_array()
        .expect("causes")
        .iter()
        .map(|cause| (cause["path"].as_str().expect("a path"), cause["cause"].as_str().expect("a cause")))
        .collect();
    causes.sort_unstable();
    let expected = [
        ("doors[0].terms.price", "unknown_name"),
        ("doors[1]", "repeated"),
        ("have", "unknown_choice"),
        ("inputs.fineness.sure", "wrong_form"),
        ("inputs.gramos", "unknown_name"),
        ("inputs.grams", "not_text"),
    ];
    assert_eq!(causes, expected);
}

#[test]
fn a_number_that_is_no_json_number_is_not_json() {
    for number in ["01", "1.", ".5", "+1", "1-2", "0x1"] {
        let output = run(&[], GOOD.replace("\"10\"", number));
        assert_eq!((cause(&output)["cause"].as_str(), output.status.code()), (Some("not_json"), Some(1)), "{number}");
    }
}

#[test]
fn a_figure_that_cannot_be_read_is_an_outcome_that_says_so() {
    let output = run(&[], GOOD.replace("\"10\"", "\"1,234\""));
    let answer = &answers(&output)[0];
    assert_eq!(answer["problems"][0]["field"], "grams");
    assert_eq!(answer["problems"][0]["cause"], "ambiguous");
    assert_eq!(answer["problems"][0]["detail"], serde_json::json!(["1234", "1.234"]));
    assert!(answer["lot"].is_null() && answer["verdict"]["says"] == "nothing");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn pretty_reads_all_of_the_input_as_one_case() {
    let case: Value = serde_json::from_str(GOOD).expect("a case");
    let output = run(&["--pretty"], format!("{case:#}\r\n"));
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.lines().count() > 20 && text.ends_with('\n'), "one outcome, indented");
    let pretty: Value = serde_json::from_str(&text).expect("one outcome");
    assert_eq!(pretty, answers(&run(&[], GOOD))[0]);
    assert_eq!(output.status.code(), Some(0));
    let bad = run(&["--pretty"], format!("{GOOD}\n{OTHER}"));
    assert_eq!(bad.status.code(), Some(1), "two cases are not one");
}

#[test]
fn an_argument_that_nobody_knows_is_a_usage() {
    let output = run(&["--fast"], GOOD);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("usage: evaluate"));
}

#[test]
fn ten_thousand_lines_are_all_answered() {
    let output = run(&[], format!("{}\n", r#"{"fiel":"case","version":1}"#).repeat(10_000));
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 10_000);
}

/// The parts of the first answer: its keys, without those of the comparison.
fn parts(arguments: &[&str], case: &str) -> Vec<String> {
    let answer = answers(&run(arguments, case)).remove(0);
    let tools: Vec<&str> = Part::all().map(|part| part.id()).collect();
    answer.as_object().expect("an object").keys().filter(|key| tools.contains(&key.as_str())).cloned().collect()
}

#[test]
fn what_is_asked_is_answered_and_else_what_was_entered() {
    let with_loan = GOOD.replacen('{', r#"{"loan":{"terms":{"tea":"40"}},"#, 1);
    assert_eq!(parts(&[], GOOD), [""; 0]);
    assert_eq!(parts(&[], &with_loan), ["credit"]);
    assert_eq!(parts(&["--only", "compare,price"], &with_loan), ["price"]);
    assert_eq!(
        parts(&["--only", "all"], GOOD).len(),
        &Part::all().collect::<Vec<_>>().len() - 1,
        "the comparison has no key of its own"
    );
    let without = answers(&run(&["--only", "credit"], with_loan.as_str())).remove(0);
    assert!(without.get("doors").is_none() && without["credit"].is_object());
    let asked_or_not = |case: &str| [run(&[], case), run(&["--only", "compare"], case)].map(|output| output.stdout);
    let [default, asked] = asked_or_not(GOOD);
    assert_eq!(default, asked);
}

#[test]
fn many_at_once_are_answered_in_their_order() {
    let lines: String = (1..300).map(|grams| GOOD.replace("\"10\"", &format!("\"{grams}\"")) + "\n").collect();
    let lines = lines + "oops\n" + OTHER;
    let alone = run(&[], lines.as_str());
    for jobs in [&["--jobs"][..], &["--jobs", "3"]] {
        let together = run(jobs, lines.as_str());
        assert_eq!((together.stdout, together.status.code()), (alone.stdout.clone(), Some(1)));
    }
    assert_eq!(told(&alone)[299..], ["line 300", "6300.00"]);
}

#[test]
fn arguments_that_cannot_be_understood_are_said_to_be_so() {
    for arguments in [&["--only"][..], &["--only", "gold"], &["--jobs", "0"], &["--jobs", "many"], &["--what"]] {
        let output = run(arguments, GOOD);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("usage: evaluate"), "{arguments:?}");
    }
}

/// Each answer is flushed before the next line is needed, also with several workers.
#[test]
fn two_programs_can_talk_line_by_line() {
    for arguments in [&[][..], &["--jobs", "2"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evaluate"));
        let mut child =
            command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
        let mut asks = child.stdin.take().expect("a pipe");
        let mut hears = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        for line in [GOOD, OTHER, GOOD] {
            writeln!(asks, "{line}").expect("it reads");
            assert!(hears.next().expect("an answer").expect("text").contains("outcome"));
        }
        drop(asks);
        assert!(child.wait().expect("it ends").success());
    }
}

#[test]
fn who_has_read_enough_ends_it_quietly() {
    let lines = format!("{GOOD}\n").repeat(2000);
    for arguments in [&[][..], &["--jobs", "2"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evaluate"));
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let mut pipe = child.stdin.take().expect("a pipe");
        let lines = lines.clone();
        let writer = std::thread::spawn(move || drop(pipe.write_all(lines.as_bytes())));
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        writer.join().expect("the writer ends");
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{arguments:?}");
    }
}

/// A full disk is reported, without a panic.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    for arguments in [&[][..], &["--jobs", "2"], &["--pretty"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the full disk of Linux");
        let mut command = Command::new(env!("CARGO_BIN_EXE_evaluate"));
        command.args(arguments).stdin(Stdio::piped()).stdout(full).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let _ = writeln!(child.stdin.take().expect("a pipe"), "{GOOD}");
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(said.starts_with("evaluate: ") && !said.contains("panicked"), "{said}");
    }
}
