// What gold in hand is worth, and what four channels leave of it. Written from the rules of the trade alone: the
// bench compares every céntimo with what Fiel's engine says of the same figures.
const rules = (() => {
  "use strict";
  Decimal.config({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
  const GRAMS_PER_OUNCE = new Decimal("31.1034768");

  // Half up to the céntimo; the trace that a division leaves is taken off first.
  const cents = (amount) => amount.toDecimalPlaces(12).toDecimalPlaces(2);
  const percent = (figure) => figure.div(100);
  const larger = (a, b) => (a.gt(b) ? a : b);

  // A text such as `12.5` or `12,5`; null if it is no number.
  const read = (text) => (/^\d+([.,]\d+)?$/.test(text.trim()) ? new Decimal(text.trim().replace(",", ".")) : null);

  // All texts as decimals; null if one of them cannot be read.
  const readAll = (texts, names) => {
    const figures = {};
    for (const name of names) {
      figures[name] = read(texts[name] ?? "");
      if (figures[name] === null) return null;
    }
    return figures;
  };

  // S/ of so many fine grams at the reference price.
  const worth = (of, fine) => fine.times(of.gold_price).times(of.exchange_rate).div(GRAMS_PER_OUNCE);
  const fineGrams = (of) => of.grams.times(percent(of.fineness));

  const offer = (of) => {
    const [exact, offered] = [worth(of, fineGrams(of)), of.camp_price.times(of.grams)];
    const [value, paid] = [cents(exact), cents(offered)];
    // Shares are of the amounts before they are booked.
    return { value, paid, gap: value.minus(paid), share: offered.div(exact), gram: cents(exact.div(of.grams)) };
  };

  // Opens a ledger: what the sale pays, and what is taken off it, each line booked to the céntimo.
  const ledger = (value, sale) => {
    const lines = [{ line: "price_gap", amount: cents(sale).minus(value) }];
    return { value, sale: cents(sale), left: cents(sale), lines, fund: new Decimal(0), now: new Decimal(0), later: [] };
  };

  const pay = (book, what, amount) => {
    const booked = cents(amount);
    book.lines.push({ line: what, amount: booked.negated() });
    book.left = book.left.minus(booked);
  };

  // A part at once, the rest after so many days.
  const payOut = (book, share, days) => {
    book.now = days.isZero() ? book.left : cents(book.left.times(share));
    const rest = book.left.minus(book.now);
    if (!rest.isZero()) book.later.push({ days, amount: rest });
  };

  // Money that comes later is worth less today: amount ÷ (1 + monthly rate)^(days ÷ 30).
  const worthToday = (book, rate) => {
    const today = ({ days, amount }) => cents(amount.div(rate.plus(1).pow(days.div(30))));
    return book.later.reduce((sum, later) => sum.plus(today(later)), book.now);
  };

  const pooled = (of, fine) => larger(of.pool_grams, fine);

  // The papers of a shipment, shared by the grams that go together.
  const exported = (book, of, fine) =>
    pay(book, "export", of.export_cost.times(of.exchange_rate).times(fine).div(pooled(of, fine)));

  const channels = {
    camp_buyer: (of, fine, value) => {
      const book = ledger(value, of.camp_price.times(of.grams));
      payOut(book, new Decimal(1), new Decimal(0));
      return book;
    },
    local_trader: (of, fine, value) => {
      const book = ledger(value, worth(of, fine).times(percent(of.trader_price)));
      payOut(book, new Decimal(0), of.trader_days);
      return book;
    },
    cooperative: (of, fine, value) => {
      const book = ledger(value, worth(of, fine).times(percent(of.cooperative_price)));
      exported(book, of, fine);
      pay(book, "retention", book.sale.times(percent(of.retention)));
      payOut(book, percent(of.first_share), of.export_days);
      return book;
    },
    fairtrade: (of, fine, value) => {
      const share = percent(larger(of.fairtrade_price, of.minimum_share));
      const book = ledger(value, worth(of, fine).times(share));
      exported(book, of, fine);
      const ofYear = pooled(of, fine).times(of.months_per_year);
      pay(book, "certification", of.certification_cost.times(of.exchange_rate).times(fine).div(ofYear));
      book.fund = cents(fine.times(of.premium).times(of.exchange_rate).div(1000));
      payOut(book, percent(of.first_share), of.export_days);
      return book;
    },
  };

  // Every channel, the one that leaves most today first.
  const compare = (of) => {
    const fine = fineGrams(of);
    const value = cents(worth(of, fine));
    const tried = Object.entries(channels).map(([channel, book]) => {
      const booked = book(of, fine, value);
      return { channel, ...booked, compared: worthToday(booked, percent(of.monthly_rate)) };
    });
    return tried.sort((a, b) => b.compared.comparedTo(a.compared));
  };

  const OFFER = ["grams", "fineness", "camp_price", "gold_price", "exchange_rate"];
  const TERMS = ["monthly_rate", "months_per_year", "trader_price", "trader_days", "cooperative_price", "pool_grams",
    "export_cost", "first_share", "export_days", "retention", "fairtrade_price", "minimum_share", "premium",
    "certification_cost"];
  return { OFFER, COMPARISON: [...OFFER, ...TERMS], read, readAll, worth, fineGrams, cents, offer, compare };
})();
