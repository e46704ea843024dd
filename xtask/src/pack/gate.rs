//! Refuses a page whose scripts use more of the browser than they have to.
//!
//! A policy closes most ways out of a page, but not all: it stops neither a window that is opened nor WebRTC. So
//! `gate.txt` lists, script by script, every name of the browser that may stand in it, and a page with another one is
//! not built. The wasm reaches the browser by the glue alone: each of its imports is a function that stands there.

use super::wasm::{imports, section};
use crate::run::Result;
use std::collections::{BTreeMap, BTreeSet};

const ALLOWED: &str = include_str!("gate.txt");
const IMPORTS: u8 = 2;
/// The one module that wasm-bindgen imports from.
const MODULE: &str = "./fiel_bg.js";

/// What wasm-bindgen and Yew give to objects of their own begins with these.
const OF_THE_GLUE: [&str; 4] = ["__wbindgen", "__wasm_bindgen", "_wbg", "__yew"];

/// Words of the language, which reach nothing.
const LANGUAGE: &str = "as async await break case catch class const continue default delete do else export extends \
false finally for from function get if in instanceof let new null of return set static super switch this throw true \
try typeof undefined var void while with yield arguments constructor";

/// These reach out of the page: they are never a name that a script gives to something of its own.
const OUT: &str = "fetch XMLHttpRequest WebSocket WebSocketStream EventSource RTCPeerConnection WebTransport sendBeacon \
open importScripts import Image Audio Worker SharedWorker Notification eval Function navigator location parent top \
opener frames";

/// Refuses the script unless each name in it that is not its own is one of those listed for it.
pub fn refuse(script: &str, text: &str) -> Result {
    let allowed = allowed(script, ALLOWED);
    let over: Vec<String> = used(text)
        .into_iter()
        .filter(|(name, times)| allowed.get(name.as_str()).is_none_or(|most| times > most))
        .map(|(name, _)| name)
        .collect();
    match over.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "The script `{script}` uses what it may not: {}\nSee that nothing leaves the page by it; then list it under [{script}] in xtask/src/pack/gate.txt.",
            over.join(" ")
        )),
    }
}

/// Refuses a wasm that imports anything but functions of the glue.
pub fn refuse_imports(wasm: &[u8], glue: &str) -> Result {
    let imports = section(wasm, IMPORTS).and_then(imports).ok_or("The wasm's imports cannot be read.")?;
    let strange =
        imports.iter().find(|(module, name)| module != MODULE || !glue.contains(&format!("{name}: function(")));
    match strange {
        Some((module, name)) => Err(format!("The wasm imports `{name}` of `{module}`, which the glue does not give.")),
        None => Ok(()),
    }
}

/// The names that a script may use, and how often: `[boot]`, then words; `fetch*1` is allowed once.
fn allowed<'a>(script: &str, list: &'a str) -> BTreeMap<&'a str, usize> {
    let mut is_of_script = false;
    let mut names = BTreeMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        if let Some(section) = line.strip_prefix('[') {
            is_of_script = section.trim_end_matches(']') == script;
        } else if is_of_script {
            let words = line.split_whitespace().map(|word| word.split_once('*').unwrap_or((word, "")));
            names.extend(words.map(|(name, most)| (name, most.parse().unwrap_or(usize::MAX))));
        }
    }
    names
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Number,
    /// A text, a regular expression.
    Text,
    Sign(char),
}

/// What a script uses that is not its own, and how often: `document.title`, `.append` of whatever object, `.href=`
/// where it is set, `window[]` where a name is worked out.
fn used(text: &str) -> BTreeMap<String, usize> {
    let tokens = tokens(text);
    let script = Script { own: own(&tokens), tokens };
    let mut used = BTreeMap::new();
    for place in 0..script.tokens.len() {
        if let Some(name) = script.name_at(place) {
            *used.entry(name).or_default() += 1;
        }
    }
    used
}

struct Script {
    tokens: Vec<Token>,
    own: BTreeSet<String>,
}

impl Script {
    fn name_at(&self, place: usize) -> Option<String> {
        match &self.tokens[place] {
            Token::Word(word) if OF_THE_GLUE.iter().any(|start| word.starts_with(start)) => None,
            Token::Word(word) if self.is_member(place) => {
                let set = if self.is_set(place) { "=" } else { "" };
                Some(format!("{}.{word}{set}", self.foreign_object(place)))
            }
            // `window.document` counts where its member stands, `{ document: 1 }` not at all.
            Token::Word(word) if self.is_foreign(place) && !self.has_member(place) => {
                let end = if self.sign(place + 1, '[') { "[]" } else { "" };
                Some(format!("{word}{end}"))
            }
            // What is taken out of an object by a pattern is a member of it.
            Token::Word(word) if !words(LANGUAGE).any(|of| of == word) && in_pattern(&self.tokens, place) => {
                Some(format!(".{word}"))
            }
            Token::Sign('[') if self.is_index(place) && self.tokens.get(place + 1) == Some(&Token::Text) => {
                Some("[text]".into())
            }
            _ => None,
        }
    }

    fn sign(&self, place: usize, sign: char) -> bool {
        self.tokens.get(place) == Some(&Token::Sign(sign))
    }

    /// After one point; three of them spread a list.
    fn is_member(&self, place: usize) -> bool {
        place > 1 && self.sign(place - 1, '.') && !self.sign(place - 2, '.')
    }

    fn has_member(&self, place: usize) -> bool {
        let next = place + 1 + usize::from(self.sign(place + 1, '?') && self.sign(place + 2, '.'));
        self.sign(next, '.') && matches!(self.tokens.get(next + 1), Some(Token::Word(_)))
    }

    fn is_set(&self, place: usize) -> bool {
        self.sign(place + 1, '=') && !self.sign(place + 2, '=') && !self.sign(place + 2, '>')
    }

    /// The object's name, where it is the browser's.
    fn foreign_object(&self, place: usize) -> &str {
        let object = place - 2 - usize::from(self.sign(place - 2, '?'));
        match &self.tokens[object] {
            Token::Word(word) if !self.is_member(object) && self.is_foreign(object) => word,
            _ => "",
        }
    }

    fn is_foreign(&self, place: usize) -> bool {
        let Token::Word(word) = &self.tokens[place] else { return false };
        let is_key = self.sign(place + 1, ':') && place > 0 && (self.sign(place - 1, '{') || self.sign(place - 1, ','));
        !is_key && !words(LANGUAGE).any(|of| of == word) && !self.own.contains(word)
    }

    fn is_index(&self, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|before| self.tokens.get(before));
        match before {
            Some(Token::Word(word)) => !words(LANGUAGE).any(|of| of == word) || word == "this",
            Some(Token::Sign(sign)) => [')', ']', '.'].contains(sign),
            _ => false,
        }
    }
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_whitespace()
}

/// The names that a script declares: constants, functions and what they take.
fn own(tokens: &[Token]) -> BTreeSet<String> {
    let mut own = BTreeSet::new();
    let mut declare = |tokens: &[Token]| {
        for (place, token) in tokens.iter().enumerate() {
            // `{ from: to }` declares `to`.
            let is_key = tokens.get(place + 1) == Some(&Token::Sign(':'));
            match token {
                Token::Word(word) if !is_key && !words(OUT).any(|out| out == word) => _ = own.insert(word.clone()),
                _ => {}
            }
        }
    };
    for (place, token) in tokens.iter().enumerate() {
        match token {
            Token::Word(word) if ["const", "let", "var"].contains(&word.as_str()) => {
                declare(&tokens[place + 1..pattern_end(tokens, place + 1)]);
            }
            Token::Word(word) if ["function", "class"].contains(&word.as_str()) => {
                declare(&tokens[place + 1..(place + 2).min(tokens.len())]);
            }
            // What a function takes: `(a, b) =>`, `a =>`, `name(a, b) {`, `catch (a) {`.
            Token::Sign('>') if place > 1 && tokens[place - 1] == Token::Sign('=') => {
                declare(&tokens[opening(tokens, place - 2)..place - 1]);
            }
            Token::Sign('{') if place > 0 && tokens[place - 1] == Token::Sign(')') => {
                let open = opening(tokens, place - 1);
                let before = open.checked_sub(1).and_then(|before| tokens.get(before));
                let is_control = |word: &str| ["if", "for", "while", "switch"].contains(&word);
                if matches!(before, Some(Token::Word(word)) if !is_control(word)) {
                    declare(&tokens[open - 1..place]);
                }
            }
            _ => {}
        }
    }
    own
}

/// Where what is declared ends and its value, or the next statement, begins.
fn pattern_end(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0;
    for (place, token) in tokens.iter().enumerate().skip(from) {
        match token {
            Token::Sign('{' | '[' | '(') => depth += 1,
            Token::Sign('}' | ']' | ')') => depth -= 1,
            Token::Sign('=' | ';') if depth == 0 => return place,
            Token::Word(word) if depth == 0 && ["of", "in"].contains(&word.as_str()) => return place,
            _ => {}
        }
    }
    tokens.len()
}

/// Where the bracket opens that is closed here; the place itself if none is.
fn opening(tokens: &[Token], close: usize) -> usize {
    let mut depth = 0;
    for place in (0..=close).rev() {
        match tokens[place] {
            Token::Sign(')') => depth += 1,
            Token::Sign('(') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place;
        }
    }
    close
}

/// Whether this word stands between the braces of a pattern, as a name of what is taken apart:
/// `const { word } = …`, `({ word }) =>`.
fn in_pattern(tokens: &[Token], place: usize) -> bool {
    let is = |place: usize, sign: char| tokens.get(place) == Some(&Token::Sign(sign));
    if place == 0 || !(is(place - 1, '{') || is(place - 1, ',')) {
        return false;
    }
    let (mut start, mut end, mut depth) = (place, place, 0);
    while start > 0 && !(depth == 0 && is(start, '{')) {
        depth += i32::from(is(start, '}')) - i32::from(is(start, '{'));
        start -= 1;
        if is(start, ';') || is(start, '(') && depth == 0 {
            return false;
        }
    }
    while end < tokens.len() && !is(end, '}') {
        end += 1;
    }
    let declares = |word: &Token| matches!(word, Token::Word(word) if ["const", "let", "var"].contains(&word.as_str()));
    let is_declared = start.checked_sub(1).is_some_and(|before| declares(&tokens[before]));
    let is_taken = is(end + 1, '=') && !is(end + 2, '=') || is(end + 1, ')') && (is(end + 2, '=') || is(end + 2, '{'));
    is_declared || is_taken
}

fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut place = 0;
    while let Some(letter) = letters.get(place) {
        let next = letters.get(place + 1);
        place = match letter {
            '/' if next == Some(&'/') => until(&letters, place, &['\n']),
            '/' if next == Some(&'*') => comment_end(&letters, place),
            '"' | '\'' => push(&mut tokens, Token::Text, text_end(&letters, place, *letter)),
            '`' => template(&letters, place, &mut tokens),
            '/' if begins_regex(&tokens) => push(&mut tokens, Token::Text, regex_end(&letters, place)),
            _ if is_of_word(*letter) => {
                let end = (place..letters.len()).find(|at| !is_of_word(letters[*at])).unwrap_or(letters.len());
                let word: String = letters[place..end].iter().collect();
                let token = if letter.is_ascii_digit() { Token::Number } else { Token::Word(word) };
                push(&mut tokens, token, end)
            }
            _ if letter.is_whitespace() => place + 1,
            _ => push(&mut tokens, Token::Sign(*letter), place + 1),
        };
    }
    tokens
}

fn push(tokens: &mut Vec<Token>, token: Token, end: usize) -> usize {
    tokens.push(token);
    end
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

fn until(letters: &[char], from: usize, ends: &[char]) -> usize {
    (from..letters.len()).find(|at| ends.contains(&letters[*at])).unwrap_or(letters.len())
}

fn comment_end(letters: &[char], from: usize) -> usize {
    let is_end = |at: &usize| letters[*at] == '*' && letters.get(at + 1) == Some(&'/');
    (from + 2..letters.len()).find(is_end).map_or(letters.len(), |at| at + 2)
}

fn text_end(letters: &[char], from: usize, mark: char) -> usize {
    let mut at = from + 1;
    while at < letters.len() && letters[at] != mark {
        at += 1 + usize::from(letters[at] == '\\');
    }
    at + 1
}

fn regex_end(letters: &[char], from: usize) -> usize {
    let (mut at, mut in_class) = (from + 1, false);
    while at < letters.len() && (in_class || letters[at] != '/') && letters[at] != '\n' {
        in_class = letters[at] == '[' || in_class && letters[at] != ']';
        at += 1 + usize::from(letters[at] == '\\');
    }
    at + 1
}

/// After a value a stroke divides; elsewhere it begins a regular expression.
fn begins_regex(tokens: &[Token]) -> bool {
    match tokens.last() {
        Some(Token::Word(word)) => ["return", "typeof", "case"].contains(&word.as_str()),
        Some(Token::Text | Token::Number) => false,
        Some(Token::Sign(sign)) => ![')', ']', '}'].contains(sign),
        None => true,
    }
}

/// A template is a text, and what stands in its `${}` is script.
fn template(letters: &[char], from: usize, into: &mut Vec<Token>) -> usize {
    into.push(Token::Text);
    let mut at = from + 1;
    while at < letters.len() && letters[at] != '`' {
        if letters[at] == '$' && letters.get(at + 1) == Some(&'{') {
            let (start, mut depth) = (at + 2, 1);
            at = start;
            while at < letters.len() && depth > 0 {
                depth += i32::from(letters[at] == '{') - i32::from(letters[at] == '}');
                at += 1;
            }
            let inside: String = letters[start..at.saturating_sub(1)].iter().collect();
            into.push(Token::Sign(';'));
            into.extend(tokens(&inside));
            into.push(Token::Sign(';'));
        } else {
            at += 1 + usize::from(letters[at] == '\\');
        }
    }
    into.push(Token::Text);
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        used(text).into_keys().collect()
    }

    #[test]
    fn what_a_script_declares_is_its_own() {
        let own = "const a = 1; let [b, c] = [a, 2]; function d(e, f) { return e / f; } class G {}
            const h = (i, j) => i + j, k = 1; for (const l of [a]) { d(l, b, c, h, G); } try {} catch (m) { m; }
            const n = { o: 1, p(q) { return q; } }; n[a]; `${a} document`; 'fetch'; /fetch[/]fetch/.x; // fetch
            /* fetch */ r => r;";
        assert_eq!(names(own), [".x", "k"]);
    }

    #[test]
    fn every_way_to_a_name_is_seen() {
        for (text, name) in [
            ("fetch('x')", "fetch"),
            ("let a = fetch", "fetch"),
            ("window.fetch('x')", "window.fetch"),
            ("window?.fetch('x')", "window.fetch"),
            ("const { fetch } = window", "fetch"),
            ("const { mail } = window", ".mail"),
            ("const { fetch: f } = window", ".fetch"),
            ("const f = ({ mail }) => mail", ".mail"),
            ("window['fetch']('x')", "window[]"),
            ("(window)['fetch']('x')", "[text]"),
            ("const w = window; w['fetch']('x')", "[text]"),
            ("const w = window; w.fetch('x')", ".fetch"),
            ("window[name]('x')", "window[]"),
            ("getObject(0).sendBeacon('x')", ".sendBeacon"),
            ("function fetch() {} fetch()", "fetch"),
            ("const [open] = [1]; open('x')", "open"),
            ("new WebSocket('x')", "WebSocket"),
            ("`${fetch('x')}`", "fetch"),
            ("location.href = 'x'", "location.href="),
            ("image.src = 'x'", "image.src="),
            ("eval('x')", "eval"),
            ("import('x')", "import"),
        ] {
            assert!(names(text).iter().any(|found| found == name), "{text}: {:?}", names(text));
        }
    }

    #[test]
    fn a_list_is_of_its_script_and_counts() {
        let list = "# why\n[boot]\ndocument .append\n[host]\nfetch*1 Date.now\n";
        assert_eq!(
            allowed("boot", list).into_iter().collect::<Vec<_>>(),
            [(".append", usize::MAX), ("document", usize::MAX)]
        );
        assert_eq!(allowed("host", list)["fetch"], 1);
        assert!(allowed("worker", list).is_empty());
    }

    #[test]
    fn a_script_with_one_name_more_is_refused() {
        assert_eq!(refuse("glue", "const a = 1;"), Ok(()));
        for planted in ["fetch('https://example.org')", "new RTCPeerConnection()", "window.open('x')"] {
            for script in ["glue", "boot"] {
                assert!(refuse(script, planted).unwrap_err().contains(script), "{planted} in {script}");
            }
        }
        let twice = "getObject(arg0).fetch('prices.json'); getObject(arg1).fetch('more')";
        assert!(refuse("glue", twice).is_err(), "one file, asked for in one place");
    }

    #[test]
    fn an_import_that_the_glue_does_not_give_is_refused() {
        let wasm = |module: &str| {
            let name = [&[1, module.len() as u8], module.as_bytes(), &[2, b'i', b'0', 0, 5]].concat();
            [b"\0asm\x01\0\0\0", &[IMPORTS, name.len() as u8][..], &name].concat()
        };
        assert_eq!(refuse_imports(&wasm(MODULE), "i0: function(arg0) {}"), Ok(()));
        assert!(refuse_imports(&wasm(MODULE), "i1: function(arg0) {}").is_err());
        assert!(refuse_imports(&wasm("env"), "i0: function(arg0) {}").is_err());
    }
}
