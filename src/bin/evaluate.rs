//! Reads case documents from standard input, one per line, and writes outcomes to standard output, one per line.
//!
//! A line that cannot be evaluated gives an error object with its line number and cause, and the others continue. The
//! exit status is 1 if any line failed, and 2 if the arguments are invalid.

use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use fiel::domain::case::PricedCase;
use fiel::exchange::{Part, outcome_json, sensitivity_json};
use fiel::{document, domain};
use serde_json::{Value, json};

const USAGE: &str = "usage: evaluate [--pretty] [--only PART,PART…|all] [--sure] [--jobs [N]] < cases.jsonl
  --pretty   all of the input is one case
  --only     these parts of an outcome; without it, those that a document has something entered for
  --sure     also how sure the comparison is, which takes up to a second
  --jobs     so many lines at once, or as many as there are cores; they are answered in their order";

/// Number of lines queued per worker, so that no worker waits for the reader.
const LINES_AHEAD: usize = 8;

/// The parsed arguments.
#[derive(Clone, Default)]
struct Options {
    pretty: bool,
    sure: bool,
    /// `None`: the parts that each document has entered.
    parts: Option<Vec<Part>>,
    /// `None`: one line after another.
    jobs: Option<usize>,
}

fn main() -> ExitCode {
    let Some(options) = options(std::env::args().skip(1)) else {
        eprintln!("{USAGE}\nparts: {}", Part::all().map(|part| part.id()).collect::<Vec<_>>().join(" "));
        return ExitCode::from(2);
    };
    let run = match options.jobs {
        _ if options.pretty => whole(&options),
        None => one_by_one(&options),
        Some(jobs) => side_by_side(&options, jobs),
    };
    match run {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader of the output has closed it: not an error.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Parses the arguments; `None` if one is invalid.
fn options(words: impl Iterator<Item = String>) -> Option<Options> {
    let (mut options, mut words) = (Options::default(), words.peekable());
    while let Some(word) = words.next() {
        match word.as_str() {
            "--pretty" => options.pretty = true,
            "--sure" => options.sure = true,
            "--only" => options.parts = Some(parts(&words.next()?)?),
            "--jobs" => {
                let number = words.next_if(|word| !word.starts_with("--"));
                let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
                options.jobs =
                    Some(number.map_or_else(|| Some(cores()), |number| number.parse().ok().filter(|n| *n > 0))?);
            }
            _ => return None,
        }
    }
    Some(options)
}

fn parts(list: &str) -> Option<Vec<Part>> {
    if list == "all" { Some(Part::all().collect()) } else { list.split(',').map(Part::of_id).collect() }
}

/// An input line and its number.
type Line = (usize, Vec<u8>);

/// An outcome, or the error object of the line, as JSON.
type Answer = Result<String, String>;

/// Calls `take` with each non-blank line until the input ends or `take` returns an error.
fn each_line(mut take: impl FnMut(Line) -> io::Result<()>) -> io::Result<()> {
    let mut input = io::stdin().lock();
    for number in 1.. {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if !line.iter().all(u8::is_ascii_whitespace) {
            take((number, line))?;
        }
    }
    Ok(())
}

/// Writes an answer and flushes it before the next line is read, so that two programs can talk to each other.
fn say(output: &mut impl Write, answer: Answer) -> io::Result<bool> {
    let is_good = answer.is_ok();
    let mut line = answer.unwrap_or_else(|error| error);
    line.push('\n');
    output.write_all(line.as_bytes())?;
    output.flush()?;
    Ok(is_good)
}

/// Evaluates line by line. Returns whether all lines could be evaluated.
fn one_by_one(options: &Options) -> io::Result<bool> {
    let (mut output, mut all_good) = (io::stdout().lock(), true);
    each_line(|(number, line)| {
        all_good &= say(&mut output, evaluate(&line, number, options))?;
        Ok(())
    })?;
    Ok(all_good)
}

/// Like [`one_by_one`], with `jobs` workers. The writer receives, in line order, the channel from which each answer
/// will come.
fn side_by_side(options: &Options, jobs: usize) -> io::Result<bool> {
    let (lines, queue) = sync_channel::<(Line, Sender<Answer>)>(jobs * LINES_AHEAD);
    let (answers, in_order) = channel::<Receiver<Answer>>();
    let queue = Arc::new(Mutex::new(queue));
    let writer = thread::spawn(move || {
        let mut output = io::stdout().lock();
        in_order.iter().try_fold(true, |all_good, answer| match answer.recv() {
            Ok(answer) => Ok(say(&mut output, answer)? && all_good),
            Err(_) => Err(io::Error::other("a line could not be worked out")),
        })
    });
    for _ in 0..jobs {
        let (queue, options) = (Arc::clone(&queue), options.clone());
        thread::spawn(move || {
            let next = || queue.lock().ok()?.recv().ok();
            while let Some(((number, line), answer)) = next() {
                // Fails if the writer has stopped because nobody reads the output.
                let _ = answer.send(evaluate(&line, number, &options));
            }
        });
    }
    // Only a placeholder: the writer's own error, returned below, says why it stopped.
    let gone = || io::Error::from(ErrorKind::BrokenPipe);
    let read = each_line(|line| {
        let (answer, comes) = channel();
        answers.send(comes).map_err(|_| gone())?;
        lines.send((line, answer)).map_err(|_| gone())
    });
    drop((answers, lines));
    let all_good = writer.join().map_err(|_| io::Error::other("the answers could not be written"))??;
    read.map(|()| all_good)
}

fn whole(options: &Options) -> io::Result<bool> {
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    say(&mut io::stdout().lock(), evaluate(&text, 1, options))
}

fn evaluate(text: &[u8], number: usize, options: &Options) -> Answer {
    let answer = outcome(text, options);
    let print = |value: &Value| if options.pretty { format!("{value:#}") } else { value.to_string() };
    match answer {
        Ok(outcome) => Ok(print(&outcome)),
        Err(causes) => Err(print(&json!({ "fiel": "error", "line": number, "causes": causes }))),
    }
}

/// The outcome of a document, or the causes why there is none.
fn outcome(text: &[u8], options: &Options) -> Result<Value, Vec<Value>> {
    let text = std::str::from_utf8(text).map_err(|_| vec![json!({ "cause": "not_text" })])?;
    let opened = document::read(text).map_err(|refusal| vec![outcome_json::refusal(&refusal)])?;
    if !opened.left_out.is_empty() {
        return Err(opened.left_out.iter().map(outcome_json::left_out).collect());
    }
    let case = &PricedCase::from(opened.case);
    let mut outcome = match &options.parts {
        Some(parts) => outcome_json::outcome(case, parts),
        None => outcome_json::outcome(case, &Part::entered(case)),
    };
    if options.sure {
        outcome["sure"] = sensitivity_json::sure(case, &domain::evaluate(case));
    }
    Ok(outcome)
}
