//! Reads a case document: keeps what is good, names what is not, guesses nothing.

use serde_json::{Map, Value};

use super::{LeftOut, Opened, Refusal, VERSION, Why};
use crate::domain::case::{Choice, Entries, Paper};
use crate::domain::channel::ChannelId;
use crate::domain::unit::Unit;
use crate::domain::{Case, Door, Entry, Field};

/// A case is a few kilobytes; anything over this is no case.
pub const MOST_BYTES: usize = 1_000_000;
const MOST_CHARS: usize = 200;
const MOST_CUTS: usize = 20;

/// Reads a case document of any version that ever was.
///
/// # Errors
/// A [`Refusal`] when nothing of it can be taken.
pub fn read(text: &str) -> Result<Opened, Refusal> {
    if text.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    let value: Value =
        serde_json::from_str(text).map_err(|error| Refusal::NotJson { line: error.line(), column: error.column() })?;
    let Value::Object(map) = value else { return Err(Refusal::Foreign) };
    if map.get("fiel").and_then(Value::as_str) != Some("case") {
        return Err(Refusal::Foreign);
    }
    match map.get("version") {
        Some(version) if version.as_u64() == Some(VERSION) => Ok(Reader::default().case(&map)),
        Some(version) => Err(match version.as_u64() {
            Some(newer) if newer > VERSION => Refusal::Newer(newer),
            _ => Refusal::UnknownVersion(version.to_string().chars().take(40).collect()),
        }),
        None => Err(Refusal::UnknownVersion(String::new())),
    }
}

#[derive(Default)]
struct Reader {
    left_out: Vec<LeftOut>,
}

impl Reader {
    fn case(mut self, map: &Map<String, Value>) -> Opened {
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
                "inputs" => case.inputs = self.figures(name, value),
                "doors" => self.doors(value, &mut case),
                _ => self.leave(name, Why::UnknownName),
            }
        }
        Opened { case, left_out: self.left_out }
    }

    fn leave(&mut self, path: &str, why: Why) {
        self.left_out.push(LeftOut { path: path.chars().take(MOST_CHARS).collect(), why });
    }

    fn text(&mut self, path: &str, value: &Value) -> Option<String> {
        match value.as_str() {
            Some(text) if text.chars().count() <= MOST_CHARS => return Some(text.to_owned()),
            Some(_) => self.leave(path, Why::TooLong),
            None => self.leave(path, Why::NotText),
        }
        None
    }

    fn choice<C: Choice>(&mut self, path: &str, value: &Value, into: &mut C) {
        let Some(id) = self.text(path, value) else { return };
        match C::of_id(&id) {
            Some(choice) => *into = choice,
            None => self.leave(path, Why::UnknownChoice(id)),
        }
    }

    fn list<'v>(&mut self, path: &str, value: &'v Value, most: usize) -> &'v [Value] {
        match value.as_array() {
            Some(list) if list.len() <= most => return list,
            Some(_) => self.leave(path, Why::TooLong),
            None => self.leave(path, Why::WrongForm),
        }
        &[]
    }

    fn papers(&mut self, value: &Value, case: &mut Case) {
        for (place, value) in self.list("papers", value, 100).iter().enumerate() {
            let mut paper: Option<Paper> = None;
            self.choice_of(&format!("papers[{place}]"), value, &mut paper);
            case.papers.extend(paper);
        }
    }

    fn choice_of<C: Choice>(&mut self, path: &str, value: &Value, into: &mut Option<C>) {
        let Some(id) = self.text(path, value) else { return };
        *into = C::of_id(&id);
        if into.is_none() {
            self.leave(path, Why::UnknownChoice(id));
        }
    }

    fn doors(&mut self, value: &Value, case: &mut Case) {
        for (place, value) in self.list("doors", value, 100).iter().enumerate() {
            let path = format!("doors[{place}]");
            let Some(map) = value.as_object() else {
                self.leave(&path, Why::WrongForm);
                continue;
            };
            let mut channel: Option<ChannelId> = None;
            let id = map.get("channel").unwrap_or(&Value::Null);
            self.choice_of(&format!("{path}.channel"), id, &mut channel);
            if let Some(door) = channel.and_then(|channel| case.door_mut(channel)) {
                self.door(&path, map, door);
            }
        }
    }

    fn door(&mut self, path: &str, map: &Map<String, Value>, door: &mut Door) {
        for (name, value) in map {
            let path = format!("{path}.{name}");
            match name.as_str() {
                "channel" => {}
                "on" => match value.as_bool() {
                    Some(on) => door.on = on,
                    None => self.leave(&path, Why::WrongForm),
                },
                "terms" => door.terms = self.figures(&path, value),
                "chain" => {
                    let cuts = self.list(&path, value, MOST_CUTS).iter().enumerate();
                    door.chain =
                        cuts.filter_map(|(n, cut)| self.figure(&format!("{path}[{n}]"), Field::Cut, cut)).collect();
                }
                _ => self.leave(&path, Why::UnknownName),
            }
        }
    }

    fn figures(&mut self, path: &str, value: &Value) -> Entries {
        let mut entries = Entries::new();
        let Some(map) = value.as_object() else {
            self.leave(path, Why::WrongForm);
            return entries;
        };
        for (name, value) in map {
            let path = format!("{path}.{name}");
            match Field::of_id(name) {
                Some(field) => entries.extend(self.figure(&path, field, value).map(|entry| (field, entry))),
                None => self.leave(&path, Why::UnknownName),
            }
        }
        entries
    }

    fn figure(&mut self, path: &str, field: Field, value: &Value) -> Option<Entry> {
        let Some(map) = value.as_object() else {
            return self.text(path, value).map(|text| Entry::new(&text, field.default_unit()));
        };
        let mut entry = Entry::new("", field.default_unit());
        for (name, value) in map {
            let path = format!("{path}.{name}");
            match name.as_str() {
                "value" => entry.text = self.text(&path, value)?,
                "unit" => entry.unit = self.unit(&path, field, value)?,
                "unknown" => entry.unknown = value.as_bool() == Some(true),
                "sure" => entry.sure = value.as_bool() == Some(true),
                _ => self.leave(&path, Why::UnknownName),
            }
        }
        Some(entry)
    }

    fn unit(&mut self, path: &str, field: Field, value: &Value) -> Option<Unit> {
        let id = self.text(path, value)?;
        let unit = Unit::of_id(&id).filter(|unit| field.units().contains(unit));
        if unit.is_none() {
            self.leave(path, Why::UnknownChoice(id));
        }
        unit
    }
}
