//! Refuses a page whose scripts use more browser APIs than allowed.
//!
//! A Content-Security-Policy closes most ways out of a page, but not all: it stops neither a window that is opened nor
//! WebRTC. So `gate.txt` lists, for each script, every browser name that may occur in it, and a page that uses another
//! name is not built. The wasm reaches the browser only through the functions of its glue.

use std::collections::BTreeMap;

use oxc::allocator::Allocator;
use oxc::ast::ast::{
    AssignmentTargetPropertyIdentifier, AssignmentTargetPropertyProperty, BindingProperty, ComputedMemberExpression,
    Expression, IdentifierReference, ImportExpression, ImportMeta, PropertyKey, SimpleAssignmentTarget,
    StaticMemberExpression,
};
use oxc::ast_visit::{Visit, walk};
use oxc::parser::Parser;
use oxc::semantic::{Scoping, SemanticBuilder};
use oxc::span::SourceType;

use crate::run::Result;

const ALLOWED: &str = include_str!("gate.txt");
/// Prefixes of the properties that wasm-bindgen and Yew define on their own objects.
const OF_THE_GLUE: [&str; 4] = ["__wbindgen", "__wasm_bindgen", "_wbg", "__yew"];

/// Browser names, and how often a script uses each.
type Names = BTreeMap<String, usize>;

/// Refuses the script unless each browser name in it is listed for it.
pub fn refuse(script: &str, text: &str) -> Result {
    let allowed = allowed(script, ALLOWED);
    let over: Vec<String> = used(text)
        .map_err(|error| format!("The script `{script}` cannot be parsed: {error}"))?
        .into_iter()
        .filter(|(name, times)| allowed.get(name.as_str()).is_none_or(|most| times > most))
        .map(|(name, _)| name)
        .collect();
    match over.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "The script `{script}` uses what it may not: {}\nSee that nothing leaves the page by it; then list it under \
             [{script}] in xtask/src/pack/gate.txt.",
            over.join(" ")
        )),
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

/// The names that a script uses without declaring them: `fetch`, `document.title`, `.append` of any object, `.href=` if
/// it is assigned, `window[]` if the property name is computed.
fn used(text: &str) -> Result<Names> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        return Err(error.to_string());
    }
    let scoping = SemanticBuilder::new().build(&parsed.program).semantic.into_scoping();
    let mut finder = Finder { scoping, names: Names::new() };
    finder.visit_program(&parsed.program);
    Ok(finder.names)
}

struct Finder {
    scoping: Scoping,
    names: Names,
}

impl Finder {
    fn add(&mut self, name: String) {
        *self.names.entry(name).or_default() += 1;
    }

    /// The name of the object, if it is a global.
    fn global<'a>(&self, object: &'a Expression) -> Option<&'a str> {
        match object.without_parentheses() {
            Expression::Identifier(identifier) if self.is_global(identifier) => Some(identifier.name.as_str()),
            _ => None,
        }
    }

    fn is_global(&self, identifier: &IdentifierReference) -> bool {
        identifier.reference_id.get().is_none_or(|id| self.scoping.get_reference(id).symbol_id().is_none())
    }

    /// `end` is `=` if the member is assigned.
    fn add_member(&mut self, member: &StaticMemberExpression, end: &str) {
        let name = member.property.name.as_str();
        if !OF_THE_GLUE.iter().any(|start| name.starts_with(start)) {
            let object = self.global(&member.object).unwrap_or_default();
            self.add(format!("{object}.{name}{end}"));
        }
    }

    /// A global with a named member counts only together with that member.
    fn visit_object<'a>(&mut self, object: &Expression<'a>) {
        if self.global(object).is_none() {
            self.visit_expression(object);
        }
    }
}

impl<'a> Visit<'a> for Finder {
    fn visit_identifier_reference(&mut self, identifier: &IdentifierReference<'a>) {
        if self.is_global(identifier) && identifier.name != "undefined" && identifier.name != "arguments" {
            self.add(identifier.name.to_string());
        }
    }

    fn visit_static_member_expression(&mut self, member: &StaticMemberExpression<'a>) {
        self.add_member(member, "");
        self.visit_object(&member.object);
    }

    fn visit_simple_assignment_target(&mut self, target: &SimpleAssignmentTarget<'a>) {
        match target {
            SimpleAssignmentTarget::StaticMemberExpression(member) => {
                self.add_member(member, "=");
                self.visit_object(&member.object);
            }
            _ => walk::walk_simple_assignment_target(self, target),
        }
    }

    fn visit_computed_member_expression(&mut self, member: &ComputedMemberExpression<'a>) {
        match self.global(&member.object) {
            Some(object) => self.add(format!("{object}[]")),
            None if matches!(member.expression, Expression::StringLiteral(_) | Expression::TemplateLiteral(_)) => {
                self.add("[text]".into());
            }
            None => {}
        }
        self.visit_object(&member.object);
        self.visit_expression(&member.expression);
    }

    /// `const { fetch } = window` and `({ fetch }) =>` read a member of an object.
    fn visit_binding_property(&mut self, property: &BindingProperty<'a>) {
        match &property.key {
            PropertyKey::StaticIdentifier(key) => self.add(format!(".{}", key.name)),
            _ => self.add("[text]".into()),
        }
        walk::walk_binding_property(self, property);
    }

    fn visit_assignment_target_property_identifier(&mut self, property: &AssignmentTargetPropertyIdentifier<'a>) {
        self.add(format!(".{}", property.binding.name));
        walk::walk_assignment_target_property_identifier(self, property);
    }

    fn visit_assignment_target_property_property(&mut self, property: &AssignmentTargetPropertyProperty<'a>) {
        match &property.name {
            PropertyKey::StaticIdentifier(key) => self.add(format!(".{}", key.name)),
            _ => self.add("[text]".into()),
        }
        walk::walk_assignment_target_property_property(self, property);
    }

    fn visit_import_expression(&mut self, import: &ImportExpression<'a>) {
        self.add("import".into());
        walk::walk_import_expression(self, import);
    }

    fn visit_import_meta(&mut self, _: &ImportMeta) {
        self.add("import.meta".into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        used(text).unwrap().into_keys().collect()
    }

    #[test]
    fn what_a_script_declares_is_its_own() {
        let own = "const a = 1; let [b, c] = [a, 2]; function d(e, f) { return e / f; } class G {}
            const h = (i, j) => i + j, k = 1; for (const l of [a]) { d(l, b, c, h, G); } try {} catch (m) { m; }
            const n = { o: 1, p(q) { return q; } }; n[a]; `${a} document`; 'fetch'; /fetch[/]fetch/.x; // fetch
            /* fetch */ r => r; k; function fetch() {} fetch();";
        assert_eq!(names(own), [".x"]);
    }

    #[test]
    fn every_way_to_a_name_is_seen() {
        for (text, name) in [
            ("fetch('x')", "fetch"),
            ("let a = fetch", "fetch"),
            ("{ let fetch; } fetch('x')", "fetch"),
            ("window.fetch('x')", "window.fetch"),
            ("window?.fetch('x')", "window.fetch"),
            ("const { fetch } = window", "window"),
            ("const { mail } = window", ".mail"),
            ("const { fetch: f } = window", ".fetch"),
            ("const { ['fetch']: f } = window", "[text]"),
            ("let mail; ({ mail } = window)", ".mail"),
            ("let f; ({ mail: f } = window)", ".mail"),
            ("const f = ({ mail }) => mail", ".mail"),
            ("window['fetch']('x')", "window[]"),
            ("(window)['fetch']('x')", "window[]"),
            ("const w = window; w['fetch']('x')", "[text]"),
            ("const w = window; w[`fetch`]('x')", "[text]"),
            ("const w = window; w.fetch('x')", ".fetch"),
            ("window[name]('x')", "window[]"),
            ("getObject(0).sendBeacon('x')", ".sendBeacon"),
            ("new WebSocket('x')", "WebSocket"),
            ("`${fetch('x')}`", "fetch"),
            ("location.href = 'x'", "location.href="),
            ("image.src = 'x'", "image.src="),
            ("[document.title] = ['x']", "document.title="),
            ("location = 'x'", "location"),
            ("eval('x')", "eval"),
            ("import('x')", "import"),
            ("import.meta.url", "import.meta"),
        ] {
            assert!(names(text).iter().any(|found| found == name), "{text}: {:?}", names(text));
        }
    }

    #[test]
    fn a_list_is_of_its_script_and_counts() {
        let list = "# why\n[boot]\ndocument .append\n[sw]\nfetch*1 Date.now\n";
        assert_eq!(
            allowed("boot", list).into_iter().collect::<Vec<_>>(),
            [(".append", usize::MAX), ("document", usize::MAX)]
        );
        assert_eq!(allowed("sw", list)["fetch"], 1);
        assert!(allowed("worker", list).is_empty());
    }

    #[test]
    fn a_script_with_one_name_more_is_refused() {
        assert_eq!(refuse("sw", "const a = 1;"), Ok(()));
        for planted in ["new RTCPeerConnection()", "window.open('x')", "fetch('https://example.org'); fetch('x')"] {
            for script in ["glue", "boot"] {
                assert!(refuse(script, planted).unwrap_err().contains(script), "{planted} in {script}");
            }
        }
        assert!(refuse("boot", "fetch('x')").is_err());
        let twice = "getObject(arg0).fetch('prices.json'); getObject(arg1).fetch('more')";
        assert!(refuse("glue", twice).is_err(), "one file, asked for in one place");
    }

    #[test]
    fn a_script_that_is_none_is_refused() {
        assert!(refuse("boot", "const = 1").unwrap_err().contains("cannot be parsed"));
    }
}
