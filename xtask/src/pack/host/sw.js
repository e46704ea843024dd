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
//   prices.json       the last prices of the host
//
// What a page says to it: its own version, once it has started well, or "use": it may take over.
// What it answers to another version: "tried" or "waiting"; and "use", when it has done as asked.

const VERSION = "{version}";
const FOLDER = new URL("./", location.href).href;
const PAGES = [FOLDER, FOLDER + "index.html"];
const PRICES = FOLDER + "prices.json";
const NEXT = FOLDER + "next";
// What the host says of how it sends the page does not hold for the bytes that are kept.
const OF_SENDING = ["content-encoding", "content-length", "vary"];
// A network that answers nothing for so long is none.
const PATIENCE = 8000;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("message", (event) => event.waitUntil(hear(event)));
addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (mode === "navigate" && PAGES.includes(url.split(/[?#]/)[0])) event.respondWith(page(event));
  else if (url === PRICES) event.respondWith(prices(event.request));
});

const kept = () => caches.open("fiel " + FOLDER);
const named = (kind) => FOLDER + kind + "/" + VERSION;

async function install() {
  const response = await fetch(FOLDER, { cache: "no-store", redirect: "error" });
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
  await prices(PRICES).catch(() => {});
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
    source.postMessage("use");
  } else {
    source.postMessage((await cache.match(named("tried"))) ? "tried" : "waiting");
  }
}

// The host's prices, else the last ones that it gave. What is no JSON is a portal's page.
async function prices(request) {
  const cache = await kept();
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
  const asked = fetch(request).then(async (response) => {
    await response.clone().json();
    if (response.ok) await cache.put(PRICES, response.clone());
    return response;
  });
  try {
    const response = await Promise.race([asked, late]);
    if (response.ok) return response;
  } catch {
    // The kept ones, then.
  }
  return (await cache.match(PRICES)) || asked.catch(() => Response.error());
}
