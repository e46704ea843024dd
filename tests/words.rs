//! Rules for the texts of each language that the compiler does not check; also checks that no text is shown outside the
//! language files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fiel::domain::term::choice::Choice;
use fiel::i18n::{Language, languages};

/// A token of Rust or JavaScript, as far as these files need it.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Mark(char),
}

/// Splits the source into tokens, without comments and whitespace.
fn tokens(source: &str) -> Vec<Token> {
    let (mut tokens, mut rest) = (Vec::new(), source.chars().peekable());
    while let Some(letter) = rest.next() {
        match letter {
            '/' if rest.peek() == Some(&'/') => rest.by_ref().take_while(|letter| *letter != '\n').for_each(drop),
            quote @ ('"' | '`') => {
                let mut text = String::new();
                while let Some(letter) = rest.next().filter(|letter| *letter != quote) {
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

/// The character of an escape sequence: `\u{201c}`, or the character itself.
fn escaped(rest: &mut impl Iterator<Item = char>) -> char {
    match rest.next().expect("an escape") {
        'u' => {
            let digits: String = rest.by_ref().skip(1).take_while(|letter| *letter != '}').collect();
            u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).expect("a letter by its number")
        }
        'n' => '\n',
        '0' => '\0',
        letter @ ('"' | '\\') => letter,
        other => panic!("\\{other} is not foreseen here"),
    }
}

/// A text of a language file, and its context.
struct Said {
    file: String,
    text: String,
    /// Inside `Message::new(…)` or `Plural::new(…)`, where the compiler checks the placeholders.
    in_message: bool,
    /// Returned by a function: a name, not a sentence of the struct.
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
    // Other texts are shown unchanged: a placeholder in them would never be filled.
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

#[test]
fn every_language_counts() {
    for language in languages() {
        let text = language.text();
        let [one, many] = ["1", "2"].map(|number| text.counted(text.common.months, number).fill([number]));
        assert!(one.starts_with("1 ") && many.starts_with("2 ") && one[1..] != many[1..], "{one:?}, {many:?}");
    }
}

fn of_page(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The readable text of a piece of HTML, with single spaces.
fn read_in(html: &str) -> String {
    let texts: Vec<&str> = html.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect();
    texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_says_what_the_language_files_say_before_the_program_runs() {
    let mut html = of_page("index.html");
    let mut take = |piece: String| {
        assert_eq!(html.matches(&piece).count(), 1, "{piece}");
        html = html.replacen(&piece, "", 1);
    };
    for (place, language) in languages().iter().enumerate() {
        let (boot, id) = (language.boot(), language.id());
        take(format!("<p lang=\"{id}\">{}\n<b>{}</b></p>", boot.notice, boot.how_to_open.join("\n")));
        take(if place == 0 {
            boot.incomplete.to_owned()
        } else {
            format!("<span lang=\"{id}\">{}</span>", boot.incomplete)
        });
    }
    let first = languages()[0];
    take(format!("<html lang=\"{}\" translate=\"no\">", first.id()));
    take(format!("<h1>{}</h1>", first.text().start.how_much_offered));
    for attribute in [" alt=", " aria-label=", " placeholder=", " title="] {
        assert!(!html.contains(attribute), "{attribute} would say something");
    }
    let (before, rest) = html.split_once("<!--").expect("a comment");
    let (_, after) = rest.split_once("-->").expect("its end");
    assert_eq!(read_in(&[before, after].concat()), "Fiel Fiel", "a word that no language file has");
}

#[test]
fn an_installed_page_is_called_as_the_language_file_says() {
    let manifest: serde_json::Value = serde_json::from_str(&of_page("web/manifest.webmanifest")).expect("JSON");
    let (first, boot) = (languages()[0], languages()[0].boot());
    let said = ["lang", "name", "short_name", "description"].map(|key| manifest[key].as_str().unwrap_or_default());
    assert_eq!(said, [first.id(), boot.installed_name, "Fiel", boot.installed_description]);
}

/// The texts of a stopped page, by their names in the script.
fn of_stopped_page() -> Vec<(&'static str, Vec<&'static str>)> {
    let words = |name, of: fn(Language) -> &'static str| (name, languages().iter().map(|one| of(*one)).collect());
    vec![
        words("opening", |language| language.boot().opening),
        words("stopped", |language| language.boot().stopped),
        words("translated", |language| language.boot().translated),
        words("reload", |language| language.boot().reload),
        words("take_data", |language| language.boot().take_data),
        words("start_clean", |language| language.text().header.start_clean),
    ]
}

#[test]
fn a_stopped_page_says_what_the_language_files_say() {
    let script = of_page("web/stop.js");
    let (before, rest) = script.split_once("const WORDS = {").expect("the words");
    let (words, after) = rest.split_once("\n};").expect("their end");
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for pair in tokens(words).windows(2) {
        match pair {
            [Token::Word(name), Token::Mark(':')] => found.push((name.clone(), Vec::new())),
            [Token::Text(text), _] => found.last_mut().expect("a name").1.push(text.clone()),
            _ => {}
        }
    }
    let owned = |(name, texts): (&str, Vec<&str>)| (name.to_owned(), texts.into_iter().map(str::to_owned).collect());
    assert_eq!(found, of_stopped_page().into_iter().map(owned).collect::<Vec<_>>());
    let ids: Vec<String> = languages().iter().map(|language| format!("\"{}\"", language.id())).collect();
    assert!(before.contains(&format!("const LANGUAGES = [{}];", ids.join(", "))), "the languages in their order");
    // Other texts in scripts go to the console, and start with a lowercase letter.
    for text in [before, after, &of_page("web/boot.js"), &of_page("web/sw.js")] {
        for token in tokens(text) {
            let Token::Text(text) = token else { continue };
            let begins_large = text.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase);
            assert!(!(begins_large && text.contains(' ')), "a sentence that no language file has: {text:?}");
        }
    }
}
