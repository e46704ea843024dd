//! Self-check: compares some results with known values before inputs are enabled, because a damaged program must not
//! calculate.

use rust_decimal::dec;

use crate::domain::compare::offer;
use crate::domain::number::exact::Exact;
use crate::domain::number::parse;

/// Checks number parsing, a price per gram (2000 US$/oz, 3.5 S/ per US$, 90 %, 10 % off: 182.2947 S/) and a discount
/// (180 S/ offered: 11.1329 %).
///
/// # Errors
/// Returns the name of the check that failed.
pub fn known_sums() -> Result<(), &'static str> {
    if parse::read("1.234,56") != Ok(dec!(1234.56)) {
        return Err("reading 1.234,56");
    }
    let (price, rate, fineness) = (Exact::from(2000), dec!(3.5).into(), dec!(0.9).into());
    let per_gram = offer::per_gram(price, rate, fineness, dec!(0.1).into()).map(|soles| soles.round_dp(4));
    if per_gram != Ok(dec!(182.2947)) {
        return Err("price per gram");
    }
    let discount = offer::discount(price, rate, fineness, Exact::from(180)).map(|share| share.round_dp(6));
    if discount != Ok(dec!(0.111329)) {
        return Err("implied discount");
    }
    Ok(())
}
