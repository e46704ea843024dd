//! The words of the page: what is put into a sentence, and what stands out in it, is the same in each language.

use std::collections::{BTreeMap, BTreeSet};

use fiel::domain::case::Choice;
use fiel::i18n::{Language, Text, format, languages};

const SOURCES: [(&str, &str); 2] =
    [("es", include_str!("../src/i18n/es.rs")), ("en", include_str!("../src/i18n/en.rs"))];
const DECLARED: &str = include_str!("../src/i18n/text.rs");

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

/// The texts of each `name: value` between `Text {` and its end, in their order.
fn fields(source: &str) -> BTreeMap<String, Vec<String>> {
    let tokens = tokens(source);
    let open = [Token::Word("Text".to_owned()), Token::Mark('{')];
    let start = tokens.windows(2).position(|pair| pair == open).expect("the words") + 2;
    let (mut fields, mut name, mut deep) = (BTreeMap::new(), String::new(), 0_usize);
    for pair in tokens[start..].windows(2) {
        match pair {
            [Token::Mark('}'), _] if deep == 0 => break,
            [Token::Mark('(' | '[' | '{'), _] => deep += 1,
            [Token::Mark(')' | ']' | '}'), _] => deep -= 1,
            [Token::Word(word), Token::Mark(':')] if deep == 0 => name.clone_from(word),
            [Token::Text(text), _] => fields.entry(name.clone()).or_insert_with(Vec::new).push(text.clone()),
            _ => {}
        }
    }
    fields
}

/// The `{0}`, `{1}`… of a sentence. Nothing else may stand in braces.
fn places(text: &str) -> BTreeSet<char> {
    let place = |part: &str| {
        let mut letters = part.chars();
        let (digit, end) = (letters.next(), letters.next());
        assert!(digit.is_some_and(|digit| digit.is_ascii_digit()) && end == Some('}'), "a stray brace in {text:?}");
        digit
    };
    assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text:?}");
    text.split('{').skip(1).filter_map(place).collect()
}

fn of(language: &str) -> BTreeMap<String, Vec<String>> {
    let (_, source) = SOURCES.iter().find(|(of, _)| *of == language).expect("the source of the language");
    fields(source)
}

#[test]
fn the_source_of_every_language_is_here_and_is_read_whole() {
    let ids: Vec<&str> = languages().iter().map(|language| language.id()).collect();
    assert_eq!(ids, SOURCES.map(|(language, _)| language));
    let declared = tokens(DECLARED);
    let is_words = |window: &[Token]| {
        let [Token::Word(public), Token::Word(_), Token::Mark(':'), of] = window else { return false };
        public == "pub" && *of != Token::Word("fn".to_owned())
    };
    let names: Vec<&Token> = declared.windows(4).filter(|window| is_words(window)).map(|window| &window[1]).collect();
    assert!(names.len() > 100, "only {} names were read", names.len());
    for (language, _) in SOURCES {
        let fields = of(language);
        for name in &names {
            assert!(matches!(name, Token::Word(name) if fields.contains_key(name)), "{language} has no {name:?}");
        }
        assert_eq!(fields.len(), names.len(), "{language}");
    }
    let compiled = |language: Language| -> [&str; 3] {
        let Text { verdict_more, price_line, example, .. } = language.text();
        [verdict_more, price_line, example[3].1]
    };
    for language in languages() {
        let fields = of(language.id());
        let read = [&fields["verdict_more"][0], &fields["price_line"][0], &fields["example"][7]];
        assert_eq!(read.map(String::as_str), compiled(*language), "the file is not what the page says");
    }
}

#[test]
fn every_sentence_takes_the_same_in_each_language() {
    let (spanish, english) = (of("es"), of("en"));
    let mut wrong = Vec::new();
    for (name, texts) in &spanish {
        let others = &english[name];
        assert_eq!(texts.len(), others.len(), "{name}");
        for (one, other) in texts.iter().zip(others).filter(|(one, other)| places(one) != places(other)) {
            wrong.push(format!("{name}: {one:?} takes {:?}, {other:?} takes {:?}", places(one), places(other)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_put_in_is_counted_from_zero() {
    for (name, text) in SOURCES.iter().flat_map(|(_, source)| fields(source)) {
        for text in &text {
            let places: String = places(text).into_iter().collect();
            assert!("0123456789".starts_with(&places), "{name}: {text:?} skips one");
        }
    }
}

#[test]
fn what_stands_out_begins_and_ends() {
    for (language, source) in SOURCES {
        for token in tokens(source) {
            let Token::Text(text) = token else { continue };
            assert!(text.matches('*').count().is_multiple_of(2), "{language}: {text:?}");
            assert_eq!(text, text.trim(), "{language}: loose spaces");
        }
    }
}

#[test]
fn names_take_nothing() {
    // What a function gives is shown as it is: a place in it would never be filled.
    for (language, source) in SOURCES {
        let end = source.find("\n};").expect("the end of the sentences");
        for token in tokens(&source[end..]) {
            if let Token::Text(text) = token {
                assert!(places(&text).is_empty() && !text.contains('*'), "{language}: {text:?}");
            }
        }
    }
}

#[test]
fn a_filled_sentence_has_no_place_left() {
    let with = ["uno", "dos", "tres", "cuatro"];
    for (name, texts) in SOURCES.iter().flat_map(|(_, source)| fields(source)) {
        for text in texts {
            let filled = format::fill(&text, &with);
            assert!(!filled.contains(['{', '}']), "{name}: {filled:?}");
            assert!(places(&text).iter().zip(with).all(|(_, word)| filled.contains(word)), "{name}: {filled:?}");
        }
    }
}
