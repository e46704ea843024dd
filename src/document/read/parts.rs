//! Reads the parts of a case that belong to tools.

use std::rc::Rc;

use serde_json::Value;

use super::Reader;
use crate::document::LeftOutReason;
use crate::document::members_csv::MOST_MEMBERS;
use crate::domain::case::{
    Association, Case, Column, Item, Jewelry, Loan, Member, PurityTest, SplitSale, Statement, StepId, WayId,
};
use crate::domain::channel::ChannelId;
use crate::domain::term::choice::Choice;
use crate::domain::term::field::Field;
use crate::domain::term::requirement::Term;
use crate::domain::term::tool::Tool;
use crate::domain::tools::{self, Holds, association, credit, formalization, jewelry, process, purity, statement};

const MOST_ITEMS: usize = 50;

impl Reader {
    /// Reads a part by its name in the document.
    pub(super) fn part(&mut self, name: &str, value: &Value, case: &mut Case) {
        match name {
            "slip" => self.statement(value, &mut case.statement),
            "way_now" => self.choice(name, value, &mut case.way_now),
            "way_planned" => self.choice(name, value, &mut case.way_planned),
            "ways" => self.ways(value, case),
            "loan" => self.loan(value, &mut case.loan),
            "steps" => self.steps(value, case),
            "association" => self.association(value, &mut case.association),
            "jewelry" => self.jewelry(value, &mut case.jewelry),
            "mix" => self.split_sale(value, &mut case.split_sale),
            "purity" => self.purity(value, &mut case.purity),
            _ => self.tool(name, value, case),
        }
    }

    /// Reads a tool that consists only of figures, by its key.
    fn tool(&mut self, name: &str, value: &Value, case: &mut Case) {
        match Tool::of_id(name).map(|tool| (tool, tools::definition(tool).holds)) {
            Some((tool, Holds::Figures(terms))) => case.tools.set(tool, self.terms(name, value, terms)),
            _ => self.leave(name, LeftOutReason::UnknownName),
        }
    }

    fn statement(&mut self, value: &Value, statement: &mut Statement) {
        for (name, value) in self.object("slip", value).into_iter().flatten() {
            let path = format!("slip.{name}");
            match name.as_str() {
                "kind" => self.choice(&path, value, &mut statement.kind),
                "lines" => {
                    statement.lines = self.figures(&path, value);
                    self.only(&path, &mut statement.lines, &statement::holds);
                }
                _ => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
    }

    fn loan(&mut self, value: &Value, loan: &mut Loan) {
        for (name, value) in self.object("loan", value).into_iter().flatten() {
            let path = format!("loan.{name}");
            match name.as_str() {
                "grace" => self.choice(&path, value, &mut loan.grace),
                "terms" => loan.terms = self.terms(&path, value, credit::ASKED),
                _ => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
    }

    fn ways(&mut self, value: &Value, case: &mut Case) {
        let named = self.named("ways", "way", value, &mut |id| WayId::of_id(id).map(|way| way as usize));
        for (place, path, map) in named {
            let Some(way) = case.ways.get_mut(place) else { continue };
            for (name, value) in map {
                let path = format!("{path}.{name}");
                match name.as_str() {
                    "way" => {}
                    "on" => way.on = self.yes(&path, value),
                    "terms" => way.terms = self.terms(&path, value, process::asked(way.id)),
                    _ => self.leave(&path, LeftOutReason::UnknownName),
                }
            }
        }
    }

    fn steps(&mut self, value: &Value, case: &mut Case) {
        let named = self.named("steps", "step", value, &mut |id| StepId::of_id(id).map(|step| step as usize));
        for (place, path, map) in named {
            let Some(step) = case.steps.get_mut(place) else { continue };
            for (name, value) in map {
                let path = format!("{path}.{name}");
                match name.as_str() {
                    "step" => {}
                    "terms" => step.terms = self.terms(&path, value, formalization::terms(step.id)),
                    _ => self.leave(&path, LeftOutReason::UnknownName),
                }
            }
        }
    }

    fn association(&mut self, value: &Value, association: &mut Association) {
        for (name, value) in self.object("association", value).into_iter().flatten() {
            let path = format!("association.{name}");
            match name.as_str() {
                "sharing" => self.choice(&path, value, &mut association.sharing),
                "door" => self.choice_of(&path, value, &mut association.channel),
                "terms" => association.terms = self.terms(&path, value, association::ASKED),
                "members" => association.members = Rc::new(self.members(&path, value)),
                "fund_door" => self.choice(&path, value, &mut association.fund_channel),
                "projects" => association.projects = self.items(&path, value, association::PROJECT),
                _ => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
    }

    fn members(&mut self, path: &str, value: &Value) -> Vec<Member> {
        let mut members = Vec::new();
        for (number, value) in self.list(path, value, MOST_MEMBERS).iter().enumerate() {
            let path = format!("{path}[{number}]");
            let mut member = Member::default();
            for (name, value) in self.object(&path, value).into_iter().flatten() {
                let path = format!("{path}.{name}");
                match Column::of_id(name) {
                    Some(column) => *member.cell_mut(column) = self.text(&path, value).unwrap_or_default(),
                    None => self.leave(&path, LeftOutReason::UnknownName),
                }
            }
            members.push(member);
        }
        members
    }

    fn jewelry(&mut self, value: &Value, jewelry: &mut Jewelry) {
        for (name, value) in self.object("jewelry", value).into_iter().flatten() {
            let path = format!("jewelry.{name}");
            match name.as_str() {
                "pieces" => jewelry.pieces = self.items(&path, value, jewelry::PIECE),
                "terms" => jewelry.terms = self.terms(&path, value, &jewelry::asked(false)),
                _ => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
    }

    fn items(&mut self, path: &str, value: &Value, asked: &[Term]) -> Vec<Item> {
        let mut items = Vec::new();
        for (number, value) in self.list(path, value, MOST_ITEMS).iter().enumerate() {
            let path = format!("{path}[{number}]");
            let mut item = Item::default();
            for (name, value) in self.object(&path, value).into_iter().flatten() {
                let path = format!("{path}.{name}");
                match name.as_str() {
                    "name" => item.name = self.text(&path, value).unwrap_or_default(),
                    "terms" => item.terms = self.terms(&path, value, asked),
                    _ => self.leave(&path, LeftOutReason::UnknownName),
                }
            }
            items.push(item);
        }
        items
    }

    fn split_sale(&mut self, value: &Value, split_sale: &mut SplitSale) {
        for (name, value) in self.object("mix", value).into_iter().flatten() {
            let path = format!("mix.{name}");
            match name.as_str() {
                "rest" => self.choice(&path, value, &mut split_sale.rest),
                "portions" => self.portions(&path, value, split_sale),
                _ => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
    }

    fn purity(&mut self, value: &Value, purity: &mut PurityTest) {
        for (name, value) in self.object("purity", value).into_iter().flatten() {
            let path = format!("purity.{name}");
            match name.as_str() {
                "by" => self.choice(&path, value, &mut purity.by),
                "alloy" => self.choice(&path, value, &mut purity.alloy),
                "terms" => purity.terms = self.terms(&path, value, purity::ASKED),
                _ => self.leave(&path, LeftOutReason::UnknownName),
            }
        }
    }

    fn portions(&mut self, path: &str, value: &Value, split_sale: &mut SplitSale) {
        let named = self.named(path, "channel", value, &mut |id| ChannelId::of_id(id).map(|channel| channel as usize));
        for (place, path, map) in named {
            let Some(portion) = split_sale.portions.get_mut(place) else { continue };
            for (name, value) in map {
                let path = format!("{path}.{name}");
                match name.as_str() {
                    "channel" => {}
                    "amount" => {
                        if let Some(amount) = self.figure(&path, Field::SplitPart, value) {
                            portion.amount = amount;
                        }
                    }
                    _ => self.leave(&path, LeftOutReason::UnknownName),
                }
            }
        }
    }
}
