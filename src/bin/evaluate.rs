//! Case documents in on standard input, one a line; outcomes out on standard output, one a line.
//!
//! A line that cannot be evaluated gives an error object with its number and cause, and the rest
//! go on. `--pretty` reads all of the input as one case; `--sure` also studies how sure each comparison
//! is, which takes about a second. The exit status is 1 if any line failed.

use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use fiel::exchange::{outcome_json, sure_json};
use fiel::{document, domain};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| !matches!(word.as_str(), "--pretty" | "--sure")) {
        eprintln!("usage: evaluate [--pretty] [--sure] < cases.jsonl");
        return ExitCode::from(2);
    }
    let has = |word: &str| words.iter().any(|other| other == word);
    let run = if has("--pretty") { whole(has("--sure")) } else { lines(has("--sure")) };
    match run {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// One outcome for each line; whether all of them could be evaluated.
fn lines(sure: bool) -> io::Result<bool> {
    let (mut input, mut output) = (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
    let (mut all_good, mut number, mut line) = (true, 0_usize, Vec::new());
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return output.flush().map(|()| all_good);
        }
        number += 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = evaluate(&line, number, sure);
        all_good &= answer.is_ok();
        writeln!(output, "{}", answer.unwrap_or_else(|error| error))?;
    }
}

fn whole(sure: bool) -> io::Result<bool> {
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    let answer = evaluate(&text, 1, sure);
    let good = answer.is_ok();
    println!("{:#}", answer.unwrap_or_else(|error| error));
    Ok(good)
}

fn evaluate(text: &[u8], number: usize, sure: bool) -> Result<Value, Value> {
    let failed = |causes: Vec<Value>| json!({ "fiel": "error", "line": number, "causes": causes });
    let text = std::str::from_utf8(text).map_err(|_| failed(vec![json!({ "cause": "not_text" })]))?;
    let opened = document::read(text).map_err(|refusal| failed(vec![outcome_json::refusal(&refusal)]))?;
    if !opened.left_out.is_empty() {
        return Err(failed(opened.left_out.iter().map(outcome_json::left_out).collect()));
    }
    let outcome = domain::evaluate(&opened.case);
    let mut answer = outcome_json::outcome(&opened.case, &outcome);
    if sure && let Some(answer) = answer.as_object_mut() {
        answer.insert("sure".to_owned(), sure_json::sure(&opened.case, &outcome));
    }
    Ok(answer)
}
