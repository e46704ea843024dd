//! Reads a case document: keeps valid parts, reports invalid ones, guesses nothing.

mod figures;
mod parts;

use serde_json::{Map, Value};

use super::json::{self, MOST_PATH, NotJson};
use super::opened::{DocumentRefusal, LeftOut, LeftOutReason, Opened, VERSION};
use crate::domain::case::{Case, ChannelTerms};
use crate::domain::channel::ChannelId;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::permit::Permit;
use crate::domain::tools::process;

/// The size limit. A case has a few kilobytes, or some hundreds with thousands of members.
pub const MOST_BYTES: usize = 4_000_000;
const MOST_CHARS: usize = 200;
const MOST_CUTS: usize = 20;

/// Reads a case document of any released version.
///
/// # Errors
/// A [`DocumentRefusal`] if the document as a whole cannot be read.
pub fn read(text: &str) -> Result<Opened, DocumentRefusal> {
    if text.len() > MOST_BYTES {
        return Err(DocumentRefusal::TooLarge);
    }
    let document = json::read(text.trim_start_matches('\u{feff}'));
    let document = document.map_err(|NotJson { line, column }| DocumentRefusal::NotJson { line, column })?;
    let Some(case) = document.value.as_object().filter(|case| case.get("fiel").is_some_and(|fiel| fiel == "case"))
    else {
        return Err(DocumentRefusal::Foreign);
    };
    version(case.get("version"))?;
    let mut reader = Reader::default();
    document.repeated.iter().for_each(|path| reader.leave(path, LeftOutReason::Repeated));
    Ok(reader.case(case))
}

/// Checks that this version can be read.
fn version(version: Option<&Value>) -> Result<(), DocumentRefusal> {
    let text = match version {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    };
    match version.and_then(Value::as_u64) {
        Some(1..=VERSION) => Ok(()),
        Some(newer) if newer > VERSION => Err(DocumentRefusal::Newer(newer)),
        _ => Err(DocumentRefusal::UnknownVersion(text.chars().take(40).collect())),
    }
}

/// A JSON object of a document.
type Object = Map<String, Value>;

#[derive(Default)]
struct Reader {
    left_out: Vec<LeftOut>,
}

impl Reader {
    fn case(mut self, map: &Object) -> Opened {
        let mut case = Case::default();
        for (name, value) in map {
            match name.as_str() {
                "fiel" | "version" => {}
                "name" => case.name = self.text(name, value).unwrap_or_default(),
                "price_month" => case.price_month = self.text(name, value).unwrap_or_default(),
                "have" => self.choice(name, value, &mut case.kind),
                "per" => self.choice(name, value, &mut case.per),
                "method" => self.choice(name, value, &mut case.method),
                "schedule" => self.choice(name, value, &mut case.schedule),
                "today" => self.choice(name, value, &mut case.today),
                "papers" => self.papers(value, &mut case),
                "inputs" => {
                    case.inputs = self.figures(name, value);
                    self.only(name, &mut case.inputs, &|field| field.is_of_case());
                }
                "doors" => self.channels(value, &mut case),
                _ => self.part(name, value, &mut case),
            }
        }
        // The method determines how the ore is processed.
        case.way_now = process::now_by(&case);
        Opened { case, left_out: self.left_out }
    }

    fn leave(&mut self, path: &str, why: LeftOutReason) {
        self.left_out.push(LeftOut { path: path.chars().take(MOST_PATH).collect(), why });
    }

    fn text(&mut self, path: &str, value: &Value) -> Option<String> {
        match value.as_str() {
            Some(text) if text.chars().count() <= MOST_CHARS => return Some(text.to_owned()),
            Some(_) => self.leave(path, LeftOutReason::TooLong),
            None => self.leave(path, LeftOutReason::NotText),
        }
        None
    }

    fn choice<C: Choice>(&mut self, path: &str, value: &Value, into: &mut C) {
        let mut found = None;
        self.choice_of(path, value, &mut found);
        *into = found.unwrap_or(*into);
    }

    fn list<'v>(&mut self, path: &str, value: &'v Value, most: usize) -> &'v [Value] {
        match value.as_array() {
            Some(list) if list.len() <= most => return list,
            Some(_) => self.leave(path, LeftOutReason::TooLong),
            None => self.leave(path, LeftOutReason::WrongForm),
        }
        &[]
    }

    fn papers(&mut self, value: &Value, case: &mut Case) {
        for (place, value) in self.list("papers", value, 100).iter().enumerate() {
            let mut paper: Option<Permit> = None;
            self.choice_of(&format!("papers[{place}]"), value, &mut paper);
            if let Some(paper) = paper {
                case.permits.insert(paper);
            }
        }
    }

    fn choice_of<C: Choice>(&mut self, path: &str, value: &Value, into: &mut Option<C>) {
        self.known(path, value, &mut |id| {
            *into = C::of_id(id);
            into.is_some()
        });
    }

    /// Reads a text that `knows` must accept.
    fn known(&mut self, path: &str, value: &Value, knows: &mut dyn FnMut(&str) -> bool) {
        if let Some(id) = self.text(path, value).filter(|id| !knows(id)) {
            self.leave(path, LeftOutReason::UnknownChoice(id));
        }
    }

    fn channels(&mut self, value: &Value, case: &mut Case) {
        let mut read = Vec::new();
        for (place, value) in self.list("doors", value, 100).iter().enumerate() {
            let path = format!("doors[{place}]");
            let Some(map) = self.object(&path, value) else { continue };
            let mut channel: Option<ChannelId> = None;
            let id = value.get("channel").unwrap_or(&Value::Null);
            self.choice_of(&format!("{path}.channel"), id, &mut channel);
            let Some(channel) = channel else { continue };
            if read.contains(&channel) {
                self.leave(&path, LeftOutReason::Repeated);
            } else if let Some(terms) = case.channel_terms_mut(channel) {
                read.push(channel);
                self.channel(&path, map, terms);
            }
        }
    }

    fn channel(&mut self, path: &str, map: &Object, terms: &mut ChannelTerms) {
        for (name, value) in map {
            let path = format!("{path}.{name}");
            match name.as_str() {
                "channel" => {}
                "on" => match value.as_bool() {
                    Some(on) => terms.on = on,
                    None => self.leave(&path, LeftOutReason::WrongForm),
                },
                "terms" => {
                    terms.terms = self.figures(&path, value);
                    let channel = terms.channel.channel();
                    self.only(&path, &mut terms.terms, &|field| channel.requirement(field).is_some());
                }
                "chain"
                    if !terms.channel.channel().has_chain && value.as_array().is_none_or(|cuts| !cuts.is_empty()) =>
                {
                    self.leave(&path, LeftOutReason::UnknownName)
                }
                "chain" => {
                    let cuts = self.list(&path, value, MOST_CUTS).iter().enumerate();
                    terms.chain =
                        cuts.filter_map(|(n, cut)| self.figure(&format!("{path}[{n}]"), Field::Cut, cut)).collect();
                }
                _ => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
    }

    /// The objects of a list, each with the index that `place_of` gives for its `key`; for duplicates the first one
    /// counts.
    fn named<'v>(
        &mut self,
        list: &str,
        key: &str,
        value: &'v Value,
        place_of: &mut dyn FnMut(&str) -> Option<usize>,
    ) -> Vec<(usize, String, &'v Object)> {
        let mut named: Vec<(usize, String, &Object)> = Vec::new();
        for (number, value) in self.list(list, value, 100).iter().enumerate() {
            let path = format!("{list}[{number}]");
            let object = self.object(&path, value);
            let id = value.get(key).and_then(Value::as_str).unwrap_or_default();
            match object.zip(place_of(id)) {
                Some((_, place)) if named.iter().any(|(of, ..)| *of == place) => {
                    self.leave(&path, LeftOutReason::Repeated)
                }
                Some((object, place)) => named.push((place, path, object)),
                None => self.leave(
                    &format!("{path}.{key}"),
                    LeftOutReason::UnknownChoice(id.chars().take(MOST_CHARS).collect()),
                ),
            }
        }
        named
    }

    fn object<'v>(&mut self, path: &str, value: &'v Value) -> Option<&'v Object> {
        if !value.is_object() {
            self.leave(path, LeftOutReason::WrongForm);
        }
        value.as_object()
    }
}
