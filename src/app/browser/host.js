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

// -- What Rust reaches --
Object.defineProperty(window, "fiel_host", { value: Object.freeze({ prices }) });
