(() => {
"use strict";
// What only a hosted page has: the host's prices and the service worker.

// -- The host's prices --
// The one request that the page makes: to its own host, once, for the file beside it. Hands its bytes to `done`, cut
// just past `most`; where there is no host, no network or no such file, nothing happens.
const PATIENCE = 15000;

async function prices(most, done) {
  const bytes = [];
  try {
    // Of a page from a disk, or one that is shut in, the origin is "null".
    if (!origin.startsWith("http") || !navigator.onLine) return;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), PATIENCE);
    const answer = await fetch("prices.json", {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      cache: "no-cache",
      signal: stop.signal,
    });
    if (!answer.ok) return;
    const reader = answer.body.getReader();
    while (bytes.length <= most) {
      const { value } = await reader.read();
      if (!value) break;
      bytes.push(...value.subarray(0, most + 1 - bytes.length));
    }
    stop.abort();
  } catch {
    return;
  }
  done(Uint8Array.from(bytes));
}

// The service worker of the host (its own text: xtask/src/pack/host/sw.js).
//   fiel_host.join(told)   registers it, says that this page has started well, and calls `told(was_tried)` when
//                          another version could take over and nobody is busy
//   fiel_host.use()        lets that version take over, and loads the page again
const QUIET = 4000;
let touched = -QUIET;
let other = null;

async function join(told) {
  // Where storage is blocked, reading it throws. Under another name the page is none of the worker's.
  const workers = navigator.serviceWorker;
  if (fiel.stopped() || !localStorage || !/^http.*\/(index\.html)?$/.test(location.protocol + location.pathname)) return;
  const version = await own_version();
  for (const kind of ["keydown", "input", "pointerdown", "scroll", "wheel"]) {
    addEventListener(kind, () => (touched = performance.now()), { capture: true, passive: true });
  }
  const hosted = await workers.register(fiel.worker());
  add_link("manifest", "manifest.webmanifest");
  // The icon that Apple's browsers look for.
  if ("standalone" in navigator) add_link("apple-touch-icon", "icons/192.png");
  workers.onmessage = ({ data, source }) => {
    if (data === "use") load_again(source);
    else if (source === hosted.waiting || data === "tried") offer(source, data === "tried", told);
  };
  const meet = (worker) => {
    const greet = () => /^(installed|activat)/.test(worker.state) && worker.postMessage(version);
    worker.addEventListener("statechange", () => worker.state === "installed" && greet());
    greet();
  };
  hosted.onupdatefound = () => meet(hosted.installing);
  for (const worker of [hosted.active, hosted.waiting, hosted.installing]) if (worker) meet(worker);
}

async function own_version() {
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(fiel.page_text()));
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Only now, when the host is known to have what it names.
function add_link(rel, href) {
  document.head.append(Object.assign(document.createElement("link"), { rel, href }));
}

// Not while someone types, and not under a thumb.
function offer(worker, was_tried, told) {
  if (is_busy()) return setTimeout(offer, 500, worker, was_tried, told);
  other = worker;
  told(was_tried);
}

function is_busy() {
  const typed = document.activeElement?.matches("input:not([type=radio], [type=checkbox]), select, textarea");
  return typed || performance.now() - touched < QUIET;
}

function load_again(worker) {
  const once = () => {
    if (worker.state !== "activated") return;
    worker.onstatechange = null;
    location.reload();
  };
  worker.onstatechange = once;
  once();
}

// -- What Rust reaches --
const fiel_host = Object.freeze({
  prices,
  join: (told) => void join(told).catch(() => {}),
  use: () => other?.postMessage("use"),
});
Object.defineProperty(window, "fiel_host", { value: fiel_host });
})();
