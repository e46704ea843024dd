//! The words of the page: what must hold for the sentences of each language beyond what the compiler checks.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fiel::domain::case::Choice;
use fiel::i18n::languages;

/// A piece of Rust, as far as these files need it.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Mark(char),
}

/// Comments and spaces are no tokens.
fn tokens(source: &str) -> Vec<Token> {
    let (mut tokens, mut rest) = (Vec::new(), source.chars().peekable());
    while let Some(letter) = rest.next() {
        match letter {
            '/' if rest.peek() == Some(&'/') => rest.by_ref().take_while(|letter| *letter != '\n').for_each(drop),
            '"' => {
                let mut text = String::new();
                while let Some(letter) = rest.next().filter(|letter| *letter != '"') {
                    text.push(if letter == '\\' { escaped(&mut rest) } else { letter });
                }
                tokens.push(Token::Text(text));
            }
            letter if letter.is_alphanumeric() || letter == '_' => {
                let mut word = letter.to_string();
                while let Some(letter) = rest.next_if(|letter| letter.is_alphanumeric() || *letter == '_') {
                    word.push(letter);
                }
                tokens.push(Token::Word(word));
            }
            letter if letter.is_whitespace() => {}
            letter => tokens.push(Token::Mark(letter)),
        }
    }
    tokens
}

/// What a backslash and what follows stand for: `\u{201c}`, or a letter for itself.
fn escaped(rest: &mut impl Iterator<Item = char>) -> char {
    match rest.next().expect("an escape") {
        'u' => {
            let digits: String = rest.by_ref().skip(1).take_while(|letter| *letter != '}').collect();
            u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).expect("a letter by its number")
        }
        'n' => '\n',
        letter @ ('"' | '\\') => letter,
        other => panic!("\\{other} is not foreseen here"),
    }
}

/// A text of a language file, and how it stands there.
struct Said {
    file: String,
    text: String,
    /// Within `Message::new(…)` or `Plural::new(…)`, where the compiler counts what it takes.
    in_message: bool,
    /// Given by a function, not one of the sentences before it.
    is_name: bool,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n")
}

fn files(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// Every text of every language.
fn all() -> Vec<Said> {
    let mut all = Vec::new();
    for language in languages() {
        for name in files(language.id()) {
            let file = format!("{}/{name}", language.id());
            let source = fs::read_to_string(root().join(&file)).expect("a file of words");
            let end = source.find("\n};").unwrap_or(source.len());
            for (part, is_name) in [(&source[..end], false), (&source[end..], true)] {
                let mut in_message = false;
                for token in tokens(part) {
                    match token {
                        Token::Word(word) if matches!(word.as_str(), "Message" | "Plural") => in_message = true,
                        Token::Mark(')' | ';') => in_message = false,
                        Token::Text(text) => all.push(Said { file: file.clone(), text, in_message, is_name }),
                        _ => {}
                    }
                }
            }
        }
    }
    assert!(all.len() > 1_000, "only {} texts were read", all.len());
    all
}

#[test]
fn every_language_has_a_file_for_each_part_of_the_page() {
    for language in languages() {
        assert_eq!(files(language.id()), files("text"), "{}", language.id());
    }
}

#[test]
fn what_stands_out_begins_and_ends() {
    for Said { file, text, .. } in all() {
        assert!(text.matches('*').count().is_multiple_of(2), "{file}: {text:?}");
        assert_eq!(text, text.trim(), "{file}: loose spaces");
    }
}

#[test]
fn only_a_message_has_places() {
    // What is no message is shown as it is: a place in it would never be filled.
    for Said { file, text, in_message, .. } in all() {
        assert!(in_message || !text.contains(['{', '}']), "{file}: {text:?}");
    }
}

#[test]
fn nothing_stands_out_in_a_name() {
    for Said { file, text, .. } in all().into_iter().filter(|said| said.is_name) {
        assert!(!text.contains('*'), "{file}: {text:?}");
    }
}
