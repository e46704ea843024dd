//! The tools: questions beside the comparison, each one function on the same case and engine, and their registry.
//!
//! To add a tool, add a module here with its [`ToolDefinition`], a variant in [`Tool`] and a line in [`definition`].
//! The compiler then asks for its screen, its outcome and its texts.

pub mod association;
pub mod copper;
pub mod credit;
mod definition;
pub mod formalization;
pub mod jewelry;
pub mod price;
pub mod process;
pub mod purity;
pub mod split_sale;
pub mod statement;

pub use definition::{Holds, ToolDefinition};

use crate::domain::term::tool::Tool;

/// How sure the comparison is: worked out in [`crate::domain::compare::sensitivity`].
const SENSITIVITY: ToolDefinition = ToolDefinition { address: "seguridad", holds: Holds::Nothing };

/// The definition of a tool in the registry.
#[must_use]
pub fn definition(tool: Tool) -> &'static ToolDefinition {
    match tool {
        Tool::Sensitivity => &SENSITIVITY,
        Tool::Purity => &purity::TOOL,
        Tool::Price => &price::TOOL,
        Tool::Statement => &statement::TOOL,
        Tool::SplitSale => &split_sale::TOOL,
        Tool::Process => &process::TOOL,
        Tool::Credit => &credit::TOOL,
        Tool::Formalization => &formalization::TOOL,
        Tool::Association => &association::TOOL,
        Tool::Jewelry => &jewelry::TOOL,
        Tool::Copper => &copper::TOOL,
    }
}
