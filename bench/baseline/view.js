// The two screens of the baseline: the offer form, and the comparison.
(() => {
  "use strict";
  const { h, render, Component } = preact;
  const DRAFT = "baseline-draft";
  const GIVEN = {
    gold_price: "4228", exchange_rate: "3.4046", grams: "", fineness: "93", camp_price: "", monthly_rate: "2.9",
    months_per_year: "12", trader_price: "97", trader_days: "1", cooperative_price: "97", pool_grams: "1500",
    export_cost: "2500", first_share: "90", export_days: "18", retention: "2", fairtrade_price: "95",
    minimum_share: "95", premium: "2000", certification_cost: "6000",
  };
  // Name, unit, and the id that Fiel gives the same field.
  const FIELDS = {
    gold_price: ["Precio del oro", "US$/oz"], exchange_rate: ["Tipo de cambio", "S/ por US$"], grams: ["Tengo", "g"],
    fineness: ["Pureza", "%"], camp_price: ["Me pagan", "S/ el g", "f-camp_buyer-price"],
    monthly_rate: ["Esperar cuesta", "% al mes"], months_per_year: ["Meses al año", "meses"],
    trader_price: ["Tienda: paga", "%"], trader_days: ["Tienda: paga en", "días"],
    cooperative_price: ["Cooperativa: paga", "%"], pool_grams: ["Juntan al mes", "g"],
    export_cost: ["Papeles del embarque", "US$"], first_share: ["Primer pago", "%"],
    export_days: ["El resto en", "días"], retention: ["Retención", "%"], fairtrade_price: ["Fairtrade: paga", "%"],
    minimum_share: ["Fairtrade: mínimo", "%"], premium: ["Premio", "US$/kg"],
    certification_cost: ["Certificación", "US$ al año"],
  };
  const CHANNELS = {
    camp_buyer: "Comprador del campamento", local_trader: "Tienda formal de oro", cooperative: "Cooperativa que exporta",
    fairtrade: "Fairtrade",
  };
  const LINES = {
    price_gap: "Precio", export: "Papeles y agente del embarque", retention: "Retención",
    certification: "Certificación y auditoría",
  };

  const soles = (amount) => {
    const [whole, part] = amount.toFixed(2).replace("-", "").split(".");
    return `${amount.isNegative() ? "− " : ""}S/ ${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${part}`;
  };
  const wholePercent = (share) => `${share.times(100).toFixed(0)} %`;
  const bar = (share) => h("div", { class: "bar" }, h("i", { style: { width: `${Math.min(share.times(100), 100)}%` } }));

  const offered = (texts) => {
    const of = rules.readAll(texts, rules.OFFER);
    if (!of) return h("p", null, "Escriba lo que tiene y lo que le ofrecen.");
    const { value, paid, gap, share, gram } = rules.offer(of);
    return [
      h("p", null, "Le pagan ", h("b", { id: "share" }, wholePercent(share)), " de lo que vale."),
      bar(share),
      h("p", null, "Un gramo vale ", h("b", null, soles(gram)), "; todo, ", h("b", { id: "value" }, soles(value))),
      h("p", null, "En la mano ", h("b", { id: "paid" }, soles(paid)), ", en el camino ", h("b", { id: "gap" }, soles(gap))),
    ];
  };

  const row = (name, amount) => h("tr", null, h("td", null, name), h("td", null, soles(amount)));
  const card = (best) => (tried) => h("li", { class: "door", key: tried.channel, "data-channel": tried.channel },
    h("h3", null, CHANNELS[tried.channel]),
    h("p", { class: "month" }, h("span", { class: "n" }, soles(tried.compared)), " por el lote"),
    bar(best.isZero() ? best : tried.compared.div(best)),
    h("table", null,
      row("Valor real", tried.value),
      tried.lines.map((line) => row(LINES[line.line], line.amount)),
      row("Ahora", tried.now),
      tried.later.map((later) => row(`En ${later.days} días`, later.amount)),
      row("Al fondo", tried.fund)));

  const compared = (texts) => {
    const of = rules.readAll(texts, rules.COMPARISON);
    if (!of) return h("p", null, "Falta una cifra.");
    const doors = rules.compare(of);
    return h("ol", { class: "doors" }, doors.map(card(doors[0].compared)));
  };

  class Page extends Component {
    constructor() {
      super();
      const kept = sessionStorage.getItem(DRAFT);
      this.state = { texts: kept ? JSON.parse(kept) : GIVEN, screen: location.hash };
      addEventListener("hashchange", () => this.setState({ screen: location.hash }));
    }

    put(name, text) {
      this.setState(({ texts }) => ({ texts: { ...texts, [name]: text } }));
    }

    componentDidUpdate() {
      sessionStorage.setItem(DRAFT, JSON.stringify(this.state.texts));
    }

    field(name) {
      const [words, unit, id] = FIELDS[name];
      const input = { id: id ?? `f-${name}`, inputmode: "decimal", autocomplete: "off", value: this.state.texts[name],
        onInput: (event) => this.put(name, event.target.value) };
      return h("label", { key: name }, h("span", null, words), h("input", input), h("small", null, unit));
    }

    link(address, words) {
      const current = this.state.screen === address || (!this.state.screen && address === "#/inicio");
      return h("a", { href: address, "aria-current": current ? "page" : null }, words);
    }

    render() {
      const compares = this.state.screen === "#/comparar";
      const names = compares ? rules.COMPARISON : rules.OFFER;
      return [
        h("nav", null, this.link("#/inicio", "Mi oro"), this.link("#/comparar", "Comparar")),
        h("h1", null, compares ? "Comparar" : "¿Cuánto le ofrecen?"),
        names.map((name) => this.field(name)),
        h("div", { class: "answer", "aria-live": "polite" }, compares ? compared(this.state.texts) : offered(this.state.texts)),
      ];
    }
  }

  // For the check of the céntimos: decimals as texts.
  window.baseline = (texts) => {
    const of = rules.readAll(texts, rules.COMPARISON);
    return JSON.parse(JSON.stringify({ offer: rules.offer(of), doors: rules.compare(of) }));
  };
  render(h(Page), document.getElementById("app"));
})();
