// Opens the payload and starts the program, or says in plain words why it cannot (through stop.js, which comes before
// it).
//
// The released file holds a style, both scripts, the payload (the program: wasm, gzip, base 64) and wasm-bindgen's
// glue.
// `window.fiel` is the interface for the glue and for Rust:
//   start(init)                the glue is loaded; `init` is wasm-bindgen's own start function
//   ready()                    the self-check passed and the first screen is shown: enables the inputs
//   fail(text) panicked(text)  stops the page for good; `text` goes to the console, a sentence to the screen
//   stopped() hold(text) cover(on)   see stop.js
//   page_text()                the released file, byte for byte, for "Save this calculator"
//   worker()                   the address of the service worker, as a Trusted Types policy requires it

performance.mark("fiel-boot");
// Milliseconds within which the program must call `ready`.
const LATE = 30000;
const WORKER = "sw.js";
const PARTS = ["style", "boot", "payload", "glue"];
// The first bytes of every zipped program. They, and the spare bits of the last letter, are not covered by a checksum.
const GZIP = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3];
const types = window.trustedTypes?.createPolicy("fiel", { createScriptURL: () => WORKER });
let [program, frame, has_glue] = [null, [], false];

function begin() {
  for (const name of ["fiel-banner", "fiel-app"]) customElements.define(name, class extends HTMLElement {});
  addEventListener("error", (event) => {
    // The browser reports this error when a layout needs two rounds; it is harmless.
    if (!/ResizeObserver/.test(event.message)) stop("stopped", event.message);
  });
  addEventListener("unhandledrejection", (event) => stop("stopped", event.reason));
  forget_saved_screen();
  stop_where_a_node_stays();
  watch_translation();
  app.inert = true;
  document.addEventListener("readystatechange", open_page, { once: true });
}

// The page is loaded up to this script; the glue runs next.
function open_page() {
  // Only the page that Trunk serves during development has external style sheets.
  if (document.querySelector("[rel=stylesheet]")) return show_program();
  narrow();
  program = open_payload();
  program.catch((reason) => stop("opening", reason));
  addEventListener("DOMContentLoaded", () => has_glue || stop("opening", "the glue is not the released one"));
}

// A file saved by a browser may contain the screen of the page it was saved from, and the name of its host.
function forget_saved_screen() {
  for (const old of document.querySelectorAll(".cover, [rel=manifest]")) old.remove();
  app.style.removeProperty("display");
  if (app.hasAttribute("data-live")) app.replaceChildren();
}

// Yew continues when a node cannot be removed from the page, and an old figure would stay visible.
function stop_where_a_node_stays() {
  const remove_child = Node.prototype.removeChild;
  Node.prototype.removeChild = function (child) {
    try {
      return remove_child.call(this, child);
    } catch (reason) {
      stop("stopped", reason);
      throw reason;
    }
  };
}

// Adds a second policy, which the browser applies together with the first and keeps after its element is removed: from
// its own host the page may request one file, and the browser the icons and (Firefox checks this rule) the worker; from
// disk nothing.
function narrow() {
  const policy = Object.assign(document.createElement("meta"), { httpEquiv: "Content-Security-Policy" });
  const folder = location.protocol.startsWith("http") && new URL(".", location.href.split(/[?#]/)[0]).href;
  policy.content = folder
    ? `connect-src ${folder}prices.json ${folder}sw.js; img-src data: blob: ${folder}icons/`
    : "connect-src 'none'; img-src data: blob:";
  document.head.append(policy);
  policy.remove();
}

// Compiles while unzipping. Gzip's checksum covers the program, which includes the page's frame.
async function open_payload() {
  if (!document.getElementById("style").sheet) throw new Error("the style is not the released one");
  const zipped = new Blob([decoded(document.getElementById("payload").textContent)]);
  performance.mark("fiel-decoded");
  const wasm = zipped.stream().pipeThrough(new DecompressionStream("gzip"));
  const headers = { "Content-Type": "application/wasm" };
  const compiled = await WebAssembly.compileStreaming(new Response(wasm, { headers }));
  performance.mark("fiel-compiled");
  frame = new TextDecoder().decode(WebAssembly.Module.customSections(compiled, "frame")[0]).split("\0");
  return compiled;
}

// Newer browsers have a built-in decoder; on a slow PC it saves 75 ms of each start.
function decoded(payload) {
  const bytes = Uint8Array.fromBase64?.(payload, { lastChunkHandling: "strict" }) ?? decoded_by_letters(payload);
  if (!GZIP.every((byte, i) => byte === bytes[i])) throw new Error("the payload is damaged");
  return bytes;
}

function decoded_by_letters(payload) {
  const letters = atob(payload);
  const end = btoa(letters.slice(-(letters.length % 3 || 3)));
  if (!payload.endsWith(end)) throw new Error("the payload is damaged");
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

async function start(init) {
  has_glue = true;
  const compiled = await program.catch(() => null);
  if (stopped) return;
  show_program();
  await init({ module_or_path: compiled }).catch((reason) => stop("stopped", reason));
}

function show_program() {
  app.replaceChildren();
  app.setAttribute("data-live", "");
  setTimeout(() => app.inert && stop("stopped", `no start within ${LATE} ms`), LATE);
}

function ready() {
  app.inert = stopped;
  performance.mark("fiel-ready");
}

function page_text() {
  const texts = PARTS.map((id) => document.getElementById(id).textContent);
  return frame.map((part, i) => part + (texts[i] ?? "")).join("");
}

const fiel = Object.freeze({
  start,
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
