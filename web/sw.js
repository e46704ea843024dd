// The service worker of a hosted page: the page opens without a network, and never a damaged or incomplete version.
//
// A version is the SHA-256 of its page. A worker caches a page only if the host returns exactly the page that the worker
// was made for; otherwise its installation fails, and the previous worker stays active.
//
// The cache of each folder of a host has these entries, under names that no request has:
//   page/<version>    the page
//   tried/<version>   it was opened once, and has not reported a good start since
//   good/<version>    it has reported a good start: only such a page is used as a fallback
//   next              the version that was installed last
//   the host's prices, manifest and icons, under their own names
//
// Messages from a page: its own version, once it has started well, or "use": this worker may take over.
// Answers to another version: "tried" or "waiting"; and "use", when it has taken over.

const VERSION = "{version}";
const FOLDER = new URL("./", location.href).href;
const PAGES = [FOLDER, FOLDER + "index.html"];
const BESIDE = ["prices.json", "manifest.webmanifest"]
  .concat(["icon.svg", "192.png", "512.png", "maskable.png"].map((name) => "icons/" + name))
  .map((name) => FOLDER + name);
const NEXT = FOLDER + "next";
// The host's transfer headers do not apply to the cached bytes.
const OF_SENDING = ["content-encoding", "content-length", "vary"];
// Requests tell the host nothing except what is requested.
const QUIETLY = { credentials: "omit", referrerPolicy: "no-referrer" };
// After this many milliseconds without an answer the network counts as missing.
const PATIENCE = 8000;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("message", (event) => event.waitUntil(hear(event)));
addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (mode === "navigate" && PAGES.includes(url.split(/[?#]/)[0])) event.respondWith(page(event));
  else if (BESIDE.includes(url)) event.respondWith(beside(event.request, url));
});

const kept = () => caches.open("fiel " + FOLDER);
const named = (kind) => FOLDER + kind + "/" + VERSION;

async function install() {
  const response = await fetch(FOLDER, { ...QUIETLY, cache: "no-store", redirect: "error" });
  const bytes = await response.arrayBuffer();
  if (response.status !== 200 || (await sha256(bytes)) !== VERSION) throw new Error("the host gives another page");
  const headers = new Headers(response.headers);
  for (const name of OF_SENDING) headers.delete(name);
  const cache = await kept();
  await cache.put(named("page"), new Response(bytes, { headers }));
  // A version released again gets another try.
  await cache.delete(named("tried"));
  await cache.put(NEXT, new Response(VERSION));
  // For a device that goes offline right after its first visit.
  await Promise.all(BESIDE.map((url) => beside(url, url).catch(() => {})));
}

async function sha256(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Prefers a cached page to the host's. A page that was opened and did not start is replaced by the last one that did.
async function page(event) {
  try {
    const cache = await kept();
    const [own, good, tried] = await Promise.all(["page", "good", "tried"].map((kind) => cache.match(named(kind))));
    if (own && good) {
      event.waitUntil(clear(cache));
      return own;
    }
    const other = tried && (await proven(cache));
    if (other) return other;
    if (own) {
      await cache.put(named("tried"), new Response()).catch(() => {});
      return own;
    }
    return (await proven(cache)) || (await fetch(event.request));
  } catch {
    // The cache cannot be read.
    return fetch(event.request);
  }
}

async function proven(cache) {
  const versions = (await keys(cache, "good")).reverse();
  for (const version of versions) {
    const page = await cache.match(FOLDER + "page/" + version);
    if (page) return page;
  }
}

async function keys(cache, kind) {
  const start = FOLDER + kind + "/";
  const urls = (await cache.keys()).map((request) => request.url);
  return urls.filter((url) => url.startsWith(start)).map((url) => url.slice(start.length));
}

// Deletes entries of versions other than this one and the one that waits.
async function clear(cache) {
  const next = await (await cache.match(NEXT))?.text();
  for (const kind of ["page", "good", "tried"]) {
    for (const version of await keys(cache, kind)) {
      if (version !== VERSION && version !== next) await cache.delete(FOLDER + kind + "/" + version);
    }
  }
}

async function hear({ data, source }) {
  const cache = await kept();
  if (data === VERSION) {
    await cache.put(named("good"), new Response());
    await cache.delete(named("tried"));
  } else if (data === "use") {
    await cache.delete(named("tried"));
    skipWaiting();
    source?.postMessage("use");
  } else {
    source?.postMessage((await cache.match(named("tried"))) ? "tried" : "waiting");
  }
}

// The host's file, or its last cached copy, or an empty response: a missing file is not an error of the page.
async function beside(request, url) {
  const cache = await kept();
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
  const asked = fetch(request, { ...QUIETLY, cache: "no-cache" }).then(async (response) => {
    if (!(await is_meant(response.clone(), url))) throw new Error("the host has none, or a portal answers");
    await cache.put(url, response.clone()).catch(() => {});
    return response;
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return (await cache.match(url)) || new Response(null, { status: 204 });
  }
}

// A captive portal returns its own page for every request.
async function is_meant(response, url) {
  if (!response.ok) return false;
  if (url.includes("/icons/")) return /^image\//.test(response.headers.get("content-type"));
  return response.json().then(() => true, () => false);
}
