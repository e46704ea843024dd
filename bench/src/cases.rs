//! Inputs for the pages: a case compared across eight channels, and a member list.

use serde_json::json;

/// A case of gold in hand with every channel that buys gold, as a document that Fiel opens.
pub fn eight_channels() -> Vec<u8> {
    let shipped = json!({ "pool_grams": "1500", "export_cost": "2500" });
    let certified = json!({ "pool_grams": "1500", "export_cost": "2500", "certification_cost": "6000" });
    let door = |channel: &str, terms: &serde_json::Value| json!({ "channel": channel, "terms": terms });
    let case = json!({
        "fiel": "case", "version": 1, "have": "gold", "today": "camp_buyer",
        "papers": ["ruc", "registry", "member", "fairtrade", "fairmined"],
        "inputs": {
            "gold_price": "4228", "exchange_rate": "3.4046", "grams": "1200", "fineness": "93", "monthly_rate": "2.9",
            "months_per_year": "12", "lots_per_month": "1", "workers": "20",
        },
        "doors": [
            door("camp_buyer", &json!({ "price": { "value": "350", "unit": "pen/g" } })),
            door("local_trader", &json!({ "price": "97" })),
            door("cooperative", &shipped),
            door("fairtrade", &certified),
            door("fairmined", &certified),
            door("fairmined_ecological", &certified),
            door("jeweller", &json!({ "price": "98" })),
            door("state_purchase", &json!({ "price": "96" })),
            { "channel": "plant", "on": false },
        ],
    });
    case.to_string().into_bytes()
}

/// A list of `count` members, as a spreadsheet saves it.
pub fn members(count: u32) -> String {
    let row = |member| format!("Persona {member};{}.{};{}\r\n", member % 60 + 1, member % 10, member % 27 + 1);
    std::iter::once("nombre;gramos;días\r\n".to_owned()).chain((1..=count).map(row)).collect()
}
