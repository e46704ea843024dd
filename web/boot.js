// Opens the payload and starts the program, or says in plain words why it cannot.
//
// The released file is one page: a style, the payload (the program: wasm, gzip, base 64), this script with stop.js
// before it, and the glue that wasm-bindgen made. While developing there is no payload, and Trunk starts the program.
//
// What it offers to Rust and to the glue: the frozen object `window.fiel`.
//   fiel.start(init)     the glue stands; `init` is wasm-bindgen's own start
//   fiel.ready()         the known sums agree and the first screen stands: inputs are released
//   fiel.fail(text)      the page stops for good; `text` goes to the console, a sentence to the screen
//   fiel.panicked(text)  the same, from the panic hook
//   fiel.stopped()       true once the page has stopped: nothing may be saved any more
//   fiel.page_text()     the released file, byte for byte, for "Save this calculator"
//   fiel.worker()        the address of the service worker, as a policy of trusted types wants it
(() => {
  "use strict";
  performance.mark("fiel-boot");
  const { stop, stopped, hold } = fiel_stop;
  const PARTS = ["style", "payload", "boot", "glue"];
  // The program must call `ready` within so many milliseconds of its start.
  const LATE = 30000;
  const WORKER = "sw.js";
  const types = window.trustedTypes?.createPolicy("fiel", { createScriptURL: () => WORKER });

  const app = document.getElementById("app");
  const payload = document.getElementById("payload").textContent;
  const is_developing = payload === "";
  let frame = [];
  let is_started = false;
  let module = null;

  function begin() {
    for (const name of ["fiel-banner", "fiel-app"]) customElements.define(name, class extends HTMLElement {});
    addEventListener("error", (event) => {
      // The browser reports this one when a layout takes two rounds; nothing is wrong then.
      if (!/ResizeObserver/.test(event.message)) stop("stopped", event.message);
    });
    addEventListener("unhandledrejection", (event) => stop("stopped", event.reason));
    forget_saved_screen();
    stop_where_a_node_cannot_go();
    watch_translation();
    if (is_developing) return show_program();
    app.inert = true;
    narrow();
    module = open_payload();
    module.catch((reason) => stop("opening", reason));
    addEventListener("DOMContentLoaded", () => is_started || stop("opening", "the glue is not the released one"));
  }

  // A file saved by the browser may hold the screen of the page it was saved from, and name its host.
  function forget_saved_screen() {
    for (const old of document.querySelectorAll(".cover, [rel=manifest]")) old.remove();
    app.style.removeProperty("display");
    if (app.hasAttribute("data-live")) app.replaceChildren();
  }

  // Yew goes on where a node cannot be taken out of the page, and an old figure would stay in sight.
  function stop_where_a_node_cannot_go() {
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

  // Page translation wraps texts in <font>, and keeps old figures while the page goes on calculating.
  function watch_translation() {
    const watcher = new MutationObserver(() => {
      if (app.querySelector("font")) stop("translated", "the page was translated");
    });
    watcher.observe(app, { childList: true, subtree: true });
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

  // Compiled while it is unzipped. The checksum of gzip covers the program, and with it the frame of the page.
  async function open_payload() {
    if (!document.getElementById("style").sheet) throw new Error("the style is not the released one");
    const zipped = new Blob([decoded()]);
    performance.mark("fiel-decoded");
    const stream = zipped.stream().pipeThrough(new DecompressionStream("gzip"));
    const wasm = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
    const compiled = await WebAssembly.compileStreaming(wasm);
    performance.mark("fiel-compiled");
    frame = new TextDecoder().decode(WebAssembly.Module.customSections(compiled, "frame")[0]).split("\0");
    return compiled;
  }

  // Neither the ten bytes before the zipped ones nor the last letter's spare bits are covered by the checksum.
  function decoded() {
    const letters = atob(payload);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
    const end = letters.slice(-(letters.length % 3 || 3));
    const is_whole = letters.startsWith("\x1f\x8b\x08\0\0\0\0\0\x02\xff") && payload.endsWith(btoa(end));
    if (!is_whole) throw new Error("the payload is damaged");
    return bytes;
  }

  async function start(init) {
    is_started = true;
    const compiled = await module.catch(() => null);
    if (!compiled || stopped()) return;
    show_program();
    try {
      await init({ module_or_path: compiled });
    } catch (reason) {
      stop("stopped", reason);
    }
  }

  function show_program() {
    app.replaceChildren();
    app.setAttribute("data-live", "");
    app.inert = true;
    setTimeout(() => app.inert && stop("stopped", `no start within ${LATE} ms`), LATE);
  }

  function ready() {
    if (!stopped()) app.inert = false;
    performance.mark("fiel-ready");
  }

  function page_text() {
    const texts = PARTS.map((id) => document.getElementById(id).textContent);
    return frame.map((part, i) => part + (texts[i] ?? "")).join("");
  }

  const fiel = {
    start,
    ready,
    fail: (text) => stop("stopped", text),
    panicked: (text) => stop("stopped", text),
    stopped,
    hold,
    page_text,
    worker: () => (types ? types.createScriptURL(WORKER) : WORKER),
  };
  Object.defineProperty(window, "fiel", { value: Object.freeze(fiel) });
  try {
    begin();
  } catch (reason) {
    stop("opening", reason);
  }
})();
