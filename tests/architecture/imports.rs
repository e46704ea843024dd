//! Which source file uses names of which other file, derived from paths in the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::UseTree;
use syn::visit::{self, Visit};

/// For each module, the modules that it uses (`domain::engine::lot`).
pub type Arrows = BTreeMap<String, Vec<String>>;

pub fn arrows(source: &Path) -> Arrows {
    let mut texts = BTreeMap::new();
    read(source, &mut Vec::new(), &mut texts);
    let names: BTreeSet<&String> = texts.keys().collect();
    let taken = |module: &String, text: &String| {
        let mut paths = Paths::default();
        paths.visit_file(&syn::parse_file(text).unwrap_or_else(|error| panic!("{module}: {error}")));
        let known = paths.0.iter().filter_map(|path| file_of(module, path, &names));
        known.filter(|file| file != module).collect::<BTreeSet<String>>().into_iter().collect()
    };
    texts.iter().map(|(module, text)| (module.clone(), taken(module, text))).collect()
}

/// Reads the files of a folder by module, except for binaries, which nothing imports.
fn read(folder: &Path, module: &mut Vec<String>, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "bin" {
            module.push(name);
            read(&path, module, texts);
            module.pop();
        } else if path.extension().is_some_and(|ending| ending == "rs") && !["lib", "main"].contains(&name.as_str()) {
            let own = (name != "mod").then_some(name);
            let segments: Vec<&str> = module.iter().chain(own.as_ref()).map(String::as_str).collect();
            texts.insert(segments.join("::"), fs::read_to_string(&path).unwrap());
        }
    }
}

/// The file that a path in `module` refers to; `None` if it is outside the crate.
fn file_of(module: &str, path: &[String], names: &BTreeSet<&String>) -> Option<String> {
    // A path of one segment is a name of the file itself, or the `super` of a visibility.
    if path.len() < 2 {
        return None;
    }
    let own: Vec<&str> = module.split("::").collect();
    let ups = path.iter().take_while(|segment| *segment == "super").count();
    let (start, rest): (&[&str], &[String]) = match path.first()?.as_str() {
        "crate" => (&[], &path[1..]),
        "super" => (&own[..own.len().checked_sub(ups)?], &path[ups..]),
        "self" => (&own, &path[1..]),
        child if names.contains(&format!("{module}::{child}")) => (&own, path),
        _ => return None,
    };
    let mut all: Vec<&str> = start.iter().copied().chain(rest.iter().map(String::as_str)).collect();
    while !all.is_empty() {
        let name = all.join("::");
        if names.contains(&name) {
            return Some(name);
        }
        all.pop();
    }
    None
}

#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &mut Vec::new());
    }

    /// Test modules inside a file are not part of the program.
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}

    /// `pub(in …)` uses no name.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(called.tokens.clone());
        visit::visit_macro(self, called);
    }
}

impl Paths {
    fn tree(&mut self, tree: &UseTree, before: &mut Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.tree(&path.tree, before);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, before)),
            UseTree::Name(syn::UseName { ident }) | UseTree::Rename(syn::UseRename { ident, .. }) => {
                self.0.push(before.iter().cloned().chain([ident.to_string()]).collect());
            }
            UseTree::Glob(_) => self.0.push(before.clone()),
        }
    }

    /// The contents of a macro are not parsed: names joined by `::` are treated as a path.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.0.push(std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => colons = 0,
            }
        }
        self.0.push(path);
    }
}

/// The cycles between files, each cycle once.
pub fn circles(arrows: &Arrows) -> Vec<Vec<&String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> = arrows.keys().map(|file| (file, reached(arrows, file))).collect();
    let mut found: Vec<Vec<&String>> = Vec::new();
    for (file, from) in &reach {
        let circle: Vec<&String> = from.iter().filter(|other| reach[**other].contains(*file)).copied().collect();
        if circle.contains(file) && !found.contains(&circle) {
            found.push(circle);
        }
    }
    found
}

fn reached<'a>(arrows: &'a Arrows, file: &str) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = arrows[file].iter().collect();
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(&arrows[next]);
        }
    }
    reached
}
