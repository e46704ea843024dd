// The service worker of a hosted page: the page opens without the network, and never damaged or half new.
//
// A version is the SHA-256 of the page that it gives. A worker keeps a page only when the host gives the very one that
// the worker was made for; else its installation fails, and the worker before it goes on.
//
// What is kept, under names that no request has, in one cache for each folder of a host:
//   page/<version>    the page
//   tried/<version>   it was given once, and has not reported a good start since
//   good/<version>    it has reported a good start: only such a page is fallen back on
//   next              the version that was installed last
//   the host's prices, manifest and icons, by their own names
//
// What a page says to it: its own version, once it has started well, or "use": it may take over.
// What it answers to another version: "tried" or "waiting"; and "use", when it has done as asked.

const VERSION = "{version}";
const FOLDER = new URL("./", location.href).href;
const PAGES = [FOLDER, FOLDER + "index.html"];
const BESIDE = ["prices.json", "manifest.webmanifest"]
  .concat(["icon.svg", "192.png", "512.png", "maskable.png"].map((name) => "icons/" + name))
  .map((name) => FOLDER + name);
const NEXT = FOLDER + "next";
// What the host says of how it sends the page does not hold for the bytes that are kept.
const OF_SENDING = ["content-encoding", "content-length", "vary"];
// The host is told nothing but what is asked for.
const QUIETLY = { credentials: "omit", referrerPolicy: "no-referrer" };
// A network that answers nothing for so long is none.
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
  // Released again, it is given another chance.
  await cache.delete(named("tried"));
  await cache.put(NEXT, new Response(VERSION));
  // For a device that goes from its first visit to where no network is.
  await Promise.all(BESIDE.map((url) => beside(url, url).catch(() => {})));
}

async function sha256(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A kept page before the host's. One that was given and did not start is given up for the last that did.
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
    // A cache that cannot be read.
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

// What belongs to no version any more: neither to this one nor to the one that waits.
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

// What the host gives, else what it gave last, else nothing: not being there is no error of the page.
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

// A portal gives its page for whatever is asked.
async function is_meant(response, url) {
  if (!response.ok) return false;
  if (url.includes("/icons/")) return /^image\//.test(response.headers.get("content-type"));
  return response.json().then(() => true, () => false);
}
