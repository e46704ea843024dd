// Opens the payload and starts it, or says in plain words why it cannot (by web/stop.js, which stands before it).
//
// What it offers to Rust: the frozen object `window.fiel`.
//   fiel.ready()         the known sums agree and the first screen stands: inputs are released
//   fiel.fail(text)      the page stops for good; `text` goes to the console, a sentence to the screen
//   fiel.panicked(text)  the same, from the panic hook
//   fiel.stopped()       true once the page has stopped: nothing may be saved any more
//   fiel.hold(text)      the last document, which the stop screen can hand out
//   fiel.cover(on)       whether a gate stands before what was typed: then it hands out nothing
//   fiel.page_text()     the released file, byte for byte, for "Save this calculator"
//   fiel.worker()        the address of the service worker, as a policy of trusted types wants it
// Rust must call `ready` within 30 seconds of its start, else the page stops by itself.

const LATE = 30000;
// The one script beside this one is the glue, which the page's policy knows by its hash; the one worker is the host's.
const WORKER = "sw.js";
const POLICY = { createScript: (text) => text, createScriptURL: () => WORKER };
const types = window.trustedTypes?.createPolicy("fiel", POLICY);

// The program that unpacks the payload: wasm, deflated, in base 64; see unpacker.rs.
const UNPACKER = "{unpacker}";
// No payload is longer than this, packed or not.
const [MOST_LETTERS, MOST_BYTES] = [1 << 19, 1 << 21];

const texts = ["style", "payload", "boot"].map((id) => document.getElementById(id).textContent);
let frame = null;
let started = false;

function begin() {
  for (const name of ["fiel-banner", "fiel-app"]) customElements.define(name, class extends HTMLElement {});
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

// A file saved by the browser may hold the screen of the page it was saved from, and name its host.
function forget_saved_screen() {
  for (const old of document.querySelectorAll(".cover, [rel=manifest]")) old.remove();
  app.style.removeProperty("display");
  if (app.hasAttribute("data-live")) app.replaceChildren();
}

async function open_payload() {
  if (!document.getElementById("style").sheet) throw new Error("the style is not the released one");
  const module = await WebAssembly.compile(await unpack(texts[1]));
  frame = section(module, "frame").split("\0");
  narrow();
  add_style(section(module, "style"));
  add_glue(section(module, "glue"));
  return module;
}

// A second policy, which the browser applies beside the first and keeps when its element is gone: of its own host
// the page may ask for one file, and the browser for its icons and (Firefox, by this rule) its worker; from a disk
// for none.
function narrow() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  const folder = location.protocol.startsWith("http") ? new URL(".", location.href.split(/[?#]/)[0]).href : "";
  policy.content = folder
    ? `connect-src ${folder}prices.json ${folder}sw.js; img-src data: blob: ${folder}icons/`
    : "connect-src 'none'; img-src data: blob:";
  document.head.append(policy);
  policy.remove();
}

async function unpack(text) {
  const { begin, number, take, bytes, memory } = await unpacker();
  new TextEncoder().encodeInto(text, new Uint8Array(memory.buffer, begin(), MOST_LETTERS));
  const length = number() >>> 0;
  if (length > MOST_BYTES) throw new Error("the payload's length is damaged");
  // In pieces: a browser that translates the program better meanwhile uses that from the next call on.
  for (let left = length; left > 0; left -= 1024) take(Math.min(left, 1024));
  const out = new Uint8Array(memory.buffer, bytes(), length).slice();
  if (crc32(out) !== number() >>> 0) throw new Error("the payload is damaged");
  return out;
}

async function unpacker() {
  const zipped = Uint8Array.from(atob(UNPACKER), (letter) => letter.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("deflate"));
  const { instance } = await WebAssembly.instantiate(await new Response(stream).arrayBuffer());
  return instance.exports;
}

function crc32(bytes) {
  const table = Int32Array.from({ length: 256 }, (_, sum) => {
    for (let i = 0; i < 8; i++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
    return sum;
  });
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255];
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
  script.textContent = types ? types.createScript(text) : text;
  document.head.append(script);
  script.remove();
}

async function run(module) {
  app.replaceChildren();
  app.setAttribute("data-live", "");
  setTimeout(() => started || stop("stopped", "no start within " + LATE + " ms"), LATE);
  try {
    await wasm_bindgen(module);
  } catch (reason) {
    stop("stopped", reason);
  }
}

function ready() {
  if (stopped) return;
  started = true;
  app.inert = false;
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
  hold,
  cover,
  page_text,
  worker: () => (types ? types.createScriptURL(WORKER) : WORKER),
});
Object.defineProperty(window, "fiel", { value: fiel });
try {
  begin();
} catch (reason) {
  stop("opening", reason);
}
