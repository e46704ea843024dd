//! The screens: stops, tools, and the sheet of paper.

pub mod association;
pub mod channels;
pub mod compare;
pub mod copper;
pub mod credit;
pub mod done;
pub mod formalization;
pub mod have;
pub mod jewelry;
pub mod keep;
pub mod paper;
pub mod price;
pub mod process;
pub mod purity;
pub mod sensitivity;
pub mod split_sale;
pub mod start;
pub mod statement;
pub mod work;

use super::context::Context;
use super::element::El;
use crate::domain::term::tool::Tool;

/// The screen of a tool.
pub fn tool(cx: &Context, tool: Tool, stop: El) -> El {
    match tool {
        Tool::Sensitivity => sensitivity::view(cx, stop),
        Tool::Purity => purity::view(cx, stop),
        Tool::Price => price::view(cx, stop),
        Tool::Statement => statement::view(cx, stop),
        Tool::SplitSale => split_sale::view(cx, stop),
        Tool::Process => process::view(cx, stop),
        Tool::Credit => credit::view(cx, stop),
        Tool::Formalization => formalization::view(cx, stop),
        Tool::Association => association::view(cx, stop),
        Tool::Jewelry => jewelry::view(cx, stop),
        Tool::Copper => copper::view(cx, stop),
    }
}
