// Opens the payload and starts it, or says in plain words why it cannot.
//
// What it offers to Rust: the frozen object `window.fiel`.
//   fiel.ready()         the known sums agree and the first screen stands: inputs are released
//   fiel.fail(text)      the page stops for good; `text` goes to the console, a sentence to the screen
//   fiel.panicked(text)  the same, from the panic hook
//   fiel.stopped()       true once the page has stopped: nothing may be saved any more
//   fiel.page_text()     the released file, byte for byte, for "Save this calculator"
// Rust must call `ready` within 30 seconds of its start, else the page stops by itself.

const LATE = 30000;
const SENTENCES = {
  opening: [
    "Este archivo no se pudo abrir aquí. Ábralo con Chrome o Firefox al día, o pida otra copia.",
    "This file could not be opened here. Open it with a current Chrome or Firefox, or ask for another copy.",
  ],
  stopped: [
    "La calculadora se detuvo. Vuelva a cargarla para seguir.",
    "The calculator stopped. Reload it to go on.",
  ],
  translated: [
    "El navegador tradujo la página, y eso puede cambiar las cifras. Apague la traducción y vuelva a cargar.",
    "The browser translated the page, which can change the figures. Turn translation off and reload.",
  ],
};

// The one script beside this one: the glue, which the page's policy knows by its hash.
const POLICY = { createScript: (text) => text };

const app = document.getElementById("app");
const texts = ["style", "payload", "boot"].map((id) => document.getElementById(id).textContent);
let frame = null;
let stopped = false;
let started = false;

function begin() {
  const banner = class extends HTMLElement {};
  customElements.define("fiel-banner", banner);
  addEventListener("error", (event) => {
    // The browser reports this one when a layout takes two rounds; nothing is wrong then.
    if (!/ResizeObserver/.test(event.message)) stop("stopped", event.message);
  });
  addEventListener("unhandledrejection", (event) => stop("stopped", event.reason));
  forget_saved_screen();
  app.inert = true;
  watch_translation();
  open_payload().then(run, (reason) => stop("opening", reason));
}

// A file saved by the browser may hold the screen of the page it was saved from.
function forget_saved_screen() {
  for (const old of document.querySelectorAll(".cover")) old.remove();
  app.style.removeProperty("display");
  if (app.hasAttribute("data-live")) app.replaceChildren();
}

async function open_payload() {
  if (!document.getElementById("style").sheet) throw new Error("the style is not the released one");
  const module = await WebAssembly.compile(unpack(from_base91(texts[1])));
  frame = section(module, "frame").split("\0");
  add_style(section(module, "style"));
  add_glue(section(module, "glue"));
  return module;
}

// 13 bits in two letters, 6 in a last one; see base91.rs.
function from_base91(text) {
  const bytes = new Uint8Array(((text.length >> 1) * 13 + (text.length & 1) * 6) >> 3);
  const digit = (at) => {
    const code = text.charCodeAt(at);
    return code - 33 - (code > 38) - (code > 60) - (code > 92);
  };
  let [held, bits, at] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 2) {
    const pair = i + 1 < text.length;
    held |= (digit(i) + (pair ? 91 * digit(i + 1) : 0)) << bits;
    for (bits += pair ? 13 : 6; bits > 7; bits -= 8, held >>>= 8) bytes[at++] = held & 255;
  }
  return bytes;
}

// Length, checksum, and an LZMA stream with three bits of literal context and none of position; see lzma.rs.
function unpack(bytes) {
  const [length, sum] = new Uint32Array(bytes.slice(0, 8).buffer);
  // A damaged length could ask for all there is: no payload is longer than this.
  const out = unlzma(bytes, 9, new Uint8Array(Math.min(length, 1 << 22)));
  if (crc32(out) !== sum) throw new Error("the payload is damaged");
  return out;
}

// The range coder's two words stand in an array of words: as plain numbers they would not fit 31 bits, and be slow.
function unlzma(bytes, at, out) {
  const [IS_MATCH, IS_REP, REP_0, REP_1, REP_2, IS_LONG] = [0, 12, 24, 36, 48, 60];
  const [SLOT, NEAR, ALIGN, LENGTH, REP_LENGTH, LITERAL] = [72, 328, 443, 459, 733, 1007];
  const odds = new Uint16Array(7151).fill(1024);
  const [RANGE, CODE] = [0, 1];
  const word = new Uint32Array([-1, 0]);
  const shift = () => {
    word[RANGE] <<= 8;
    word[CODE] = (word[CODE] << 8) | bytes[at++];
  };
  for (let i = 0; i < 4; i++) word[CODE] = (word[CODE] << 8) | bytes[at++];
  const bit = (of) => {
    const odd = odds[of];
    const bound = (word[RANGE] >>> 11) * odd;
    let one = 0;
    if (word[CODE] < bound) {
      word[RANGE] = bound;
      odds[of] = odd + ((2048 - odd) >> 5);
    } else {
      word[RANGE] -= bound;
      word[CODE] -= bound;
      odds[of] = odd - (odd >> 5);
      one = 1;
    }
    if (word[RANGE] < 16777216) shift();
    return one;
  };
  const tree = (of, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = node * 2 + bit(of + node);
    return node - (1 << bits);
  };
  const backward = (of, bits) => {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const one = bit(of + node);
      node = node * 2 + one;
      value |= one << i;
    }
    return value;
  };
  const plain = (bits) => {
    let value = 0;
    while (bits--) {
      word[RANGE] >>>= 1;
      const one = word[CODE] >= word[RANGE];
      if (one) word[CODE] -= word[RANGE];
      value = value * 2 + one;
      if (word[RANGE] < 16777216) shift();
    }
    return value;
  };
  const run_length = (of) => {
    if (!bit(of)) return 2 + tree(of + 2, 3);
    return bit(of + 1) ? 18 + tree(of + 18, 8) : 10 + tree(of + 10, 3);
  };
  const distance = (length) => {
    const slot = tree(SLOT + 64 * Math.min(length - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + backward(NEAR + base - slot - 1, bits);
    return base + plain(bits - 4) * 16 + backward(ALIGN, 4);
  };
  let [done, state, last] = [0, 0, [0, 0, 0, 0]];
  const literal = () => {
    const of = LITERAL + 768 * (done ? out[done - 1] >> 5 : 0);
    let node = 1;
    if (state > 6) {
      // After a match the byte that would have followed it foretells this one, until they differ.
      let [foretold, alike] = [out[done - last[0] - 1], 256];
      while (node < 256) {
        foretold *= 2;
        const one = bit(of + alike + (foretold & alike) + node);
        node = node * 2 + one;
        alike &= one ? foretold : ~foretold;
      }
    }
    while (node < 256) node = node * 2 + bit(of + node);
    out[done++] = node;
    state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
  };
  while (done < out.length) {
    if (!bit(IS_MATCH + state)) {
      literal();
      continue;
    }
    let [length, again] = [1, bit(IS_REP + state)];
    if (!again) {
      length = run_length(LENGTH);
      last = [distance(length), ...last.slice(0, 3)];
    } else if (bit(REP_0 + state)) {
      const which = bit(REP_1 + state) ? 2 + bit(REP_2 + state) : 1;
      last.unshift(...last.splice(which, 1));
      length = run_length(REP_LENGTH);
    } else if (bit(IS_LONG + state)) {
      length = run_length(REP_LENGTH);
    }
    if (!again) state = state < 7 ? 7 : 10;
    else state = state > 6 ? 11 : length > 1 ? 8 : 9;
    while (length--) out[done] = out[done++ - last[0] - 1];
  }
  return out;
}

function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

function section(module, name) {
  return new TextDecoder().decode(WebAssembly.Module.customSections(module, name)[0]);
}

// Not as an element: a copy saved by the browser would carry it, and get it twice.
function add_style(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

// The element goes at once, for the same reason; what it defined stays.
function add_glue(text) {
  const script = document.createElement("script");
  const types = window.trustedTypes;
  script.textContent = types ? types.createPolicy("fiel", POLICY).createScript(text) : text;
  document.head.append(script);
  script.remove();
}

async function run(module) {
  app.replaceChildren();
  app.setAttribute("data-live", "");
  setTimeout(() => started || stop("stopped", "no start within " + LATE + " ms"), LATE);
  try {
    await wasm_bindgen({ module_or_path: module });
  } catch (reason) {
    stop("stopped", reason);
  }
}

function ready() {
  if (stopped) return;
  started = true;
  app.inert = false;
}

// The first reason wins: what follows is mostly its echo.
function stop(why, reason) {
  if (stopped) return;
  stopped = true;
  console.error("fiel stopped:", reason);
  app.inert = true;
  app.style.setProperty("display", "none", "important");
  document.body.append(stop_screen(SENTENCES[why]));
}

function stop_screen([spanish, english]) {
  const screen = element("section", "");
  screen.className = "cover";
  screen.setAttribute("role", "alert");
  const again = element("button", "Volver a cargar · Reload");
  again.className = "btn";
  again.addEventListener("click", () => location.reload());
  screen.append(element("p", spanish), element("p", english, "en"), again);
  return screen;
}

function element(name, text, language = "es") {
  const made = document.createElement(name);
  made.textContent = text;
  made.lang = language;
  return made;
}

// Page translation wraps texts in <font>, and keeps old figures while the page goes on calculating.
function watch_translation() {
  const watcher = new MutationObserver(() => {
    if (app.querySelector("font")) stop("translated", "the page was translated");
  });
  watcher.observe(app, { childList: true, subtree: true });
}

function page_text() {
  return frame[0] + texts[0] + frame[1] + texts[1] + frame[2] + texts[2] + frame[3];
}

const fiel = Object.freeze({
  ready,
  fail: (text) => stop("stopped", text),
  panicked: (text) => stop("stopped", text),
  stopped: () => stopped,
  page_text,
});
Object.defineProperty(window, "fiel", { value: fiel });
try {
  begin();
} catch (reason) {
  stop("opening", reason);
}
