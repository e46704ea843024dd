(() => {
"use strict";
// What is kept on this device, all of it as ciphertext: the draft of this sitting and the profiles that were asked for.
//
// Rust decides and shows; here are only the browser's parts: `found` says at once what there is, `tell` sets a job to
// work, and answers arrive at the listener of `begin` as (what, text). Jobs follow one another. A page that stopped writes nothing.
//   draft     in sessionStorage, under a key that lies in IndexedDB: erasing the key ends it, whatever comes back
//   profile   a record in IndexedDB, its document under a key drawn from the PIN

const [DRAFT, OPEN, LEFT] = ["fiel-draft", "fiel-profile", "fiel-left"];
const STORES = ["keys", "profiles"];
// The form of a record. Of a newer one only its bytes can be had.
const FORM = 1;
const ROUNDS = 600000;
// Milliseconds: a page left alone warns, and a while later covers itself.
const [ALONE, WARNED] = [600000, 60000];
// A page that comes back so soon was reloaded by whoever sits there.
const AT_ONCE = 5000;
const OLD_KEY = 30 * 86400000;

const app = document.getElementById("app");
const letters = new TextEncoder();
let say = () => {};
// The draft's key, as { id, key }, and the open profile, as { key, record, looking }.
let key = null;
let again = false;
let profile = null;
let release = () => {};
// The last document that Rust handed over, for whoever wants it after the page stopped.
let last = "";
let waiting = null;
let jobs = Promise.resolve();
let touched = Date.now();
let warned = false;
let channel = null;
// Whether a gate stands before what was typed.
let covered = false;
// When something was typed, and when Rust last handed over what there is.
let [typed, told] = [0, 0];

// Storage may be blocked: then even naming it throws.
function quietly(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
const noted = (name) => quietly(() => sessionStorage.getItem(name));
const note = (name, text) => quietly(() => (sessionStorage.setItem(name, text), true));
const forget = (...names) => names.forEach((name) => quietly(() => sessionStorage.removeItem(name)));

// ---- Bytes and keys

const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes_of = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
function text_of(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const AES = "AES-GCM";
const USES = ["encrypt", "decrypt"];
const of_bytes = (bytes) => crypto.subtle.importKey("raw", bytes, AES, false, USES);

async function of_pin(pin, salt, iterations) {
  const base = await crypto.subtle.importKey("raw", letters.encode(pin.normalize()), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: AES, length: 256 }, false, USES);
}

// The first twelve bytes are the number that is used once. `bound` cannot be changed without being noticed.
async function seal(key, text, bound) {
  const iv = random(12);
  const how = { name: AES, iv, additionalData: letters.encode(bound) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, letters.encode(text)));
  const bytes = new Uint8Array(iv.length + sealed.length);
  bytes.set(iv);
  bytes.set(sealed, iv.length);
  return bytes;
}

async function unseal(key, bytes, bound) {
  const how = { name: AES, iv: bytes.slice(0, 12), additionalData: letters.encode(bound) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(how, key, bytes.slice(12)));
}

const bound = ({ id, alias, picture }) => JSON.stringify([id, alias, picture]);

// ---- The database

// Opened without a version: whatever a newer page made of it stays as it is.
function database() {
  return new Promise((done, failed) => {
    const ask = indexedDB.open("fiel");
    ask.onupgradeneeded = () => STORES.forEach((store) => ask.result.createObjectStore(store));
    ask.onsuccess = () => done(ask.result);
    ask.onerror = () => failed(ask.error);
    ask.onblocked = () => failed(new Error("the database is in use"));
  });
}

// Done when it is on the disk, not before.
async function transact(mode, work) {
  const base = await database();
  base.onversionchange = () => base.close();
  try {
    return await new Promise((done, failed) => {
      const job = base.transaction(STORES, mode, { durability: "strict" });
      const answer = work(...STORES.map((store) => job.objectStore(store)), job);
      job.oncomplete = () => done(answer?.result);
      job.onabort = () => failed(job.error ?? new Error("given up"));
    });
  } finally {
    base.close();
  }
}

const read = (work) => transact("readonly", work);
const write = (work) => transact("readwrite", work);

// ---- The draft of this sitting

const draft = () => quietly(() => JSON.parse(noted(DRAFT)));

async function draft_text() {
  const found = draft();
  const kept = found && (await read((keys) => keys.get(found.id)));
  if (!kept) return null;
  key = { id: found.id, key: await of_bytes(kept.bytes) };
  return unseal(key.key, bytes_of(found.data), found.id);
}

// A draft whose key was erased, or that is damaged, is of no use to anybody.
async function bring() {
  const text = await draft_text().catch(() => null);
  // The draft may be a copy, of a tab that goes on with this key.
  if (text !== null && !again) key = null;
  if (text === null) await drop_draft();
  last = text ?? "";
  say(text === null ? "lost" : "draft", last);
}

async function mirror(text) {
  // A profile that was opened meanwhile has the case.
  if (profile) return;
  if (!text) return drop_draft();
  // Another tab may have erased it.
  if (key && !(await read((keys) => keys.get(key.id)))) key = null;
  if (!key) {
    const [id, bytes] = [hex(random(8)), random(32)];
    await write((keys) => keys.put({ bytes, time: Date.now() }, id));
    key = { id, key: await of_bytes(bytes) };
  }
  const data = text_of(await seal(key.key, text, key.id));
  if (!note(DRAFT, JSON.stringify({ id: key.id, time: Date.now(), data }))) {
    forget(DRAFT);
    throw new Error("no room for the draft");
  }
  say("mirrored", "");
}

async function drop_draft() {
  const ids = [draft()?.id, key?.id].filter(Boolean);
  forget(DRAFT);
  key = null;
  if (ids.length) await write((keys) => ids.forEach((id) => keys.delete(id)));
}

// ---- Profiles

const is_record = (record) =>
  record?.form === FORM && record.data instanceof Uint8Array && record.check instanceof Uint8Array &&
  record.salt instanceof Uint8Array && record.rounds > 0 && record.rounds <= 10 * ROUNDS;

function state_of(record) {
  if (record?.form > FORM) return "newer";
  return is_record(record) ? "" : "damaged";
}

async function list() {
  const rows = [];
  await read((_, profiles) => {
    profiles.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      rows.push([cursor.key, cursor.value]);
      cursor.continue();
    };
  });
  const plain = (text) => String(text ?? "").split(/[\t\n]/).join(" ").slice(0, 60);
  const row = ([id, record]) =>
    [id, record?.picture, record?.alias, record?.saved, state_of(record)].map(plain).join("\t");
  say("profiles", rows.map(row).join("\n"));
}

// One page at a time writes; the others look.
function hold(id) {
  if (!navigator.locks) return true;
  return new Promise((done) => {
    const held = (lock) => {
      done(Boolean(lock));
      return lock && new Promise((free) => (release = free));
    };
    navigator.locks.request("fiel " + id, { ifAvailable: true }, held).catch(() => done(true));
  });
}

async function create(alias, picture, pin, text) {
  lock();
  const record = { form: FORM, id: hex(random(8)), alias, picture, salt: random(16), rounds: ROUNDS, revision: 0 };
  const key = await of_pin(pin, record.salt, ROUNDS);
  record.check = await seal(key, "fiel", bound(record));
  await hold(record.id);
  profile = { key, record, looking: false };
  if (!(await save(text))) return lock();
  note(OPEN, record.id);
  await drop_draft();
  await list();
  last = text;
  say("made", record.id);
}

// Said to be saved once it is on the disk and reads the same. A record that another page changed or
// erased since is not written over.
async function save(text) {
  if (!profile || profile.looking) {
    say("unsaved", "failed");
    return false;
  }
  const { key, record } = profile;
  const data = await seal(key, text, bound(record));
  const next = { ...record, data, revision: record.revision + 1, saved: Date.now() };
  let changed = false;
  try {
    await write((_, profiles, job) => {
      const before = profiles.get(record.id);
      before.onsuccess = () => {
        changed = (before.result?.revision ?? 0) !== record.revision;
        if (changed) job.abort();
        else profiles.put(next, record.id);
      };
    });
    const kept = await read((_, profiles) => profiles.get(record.id));
    if ((await unseal(key, kept.data, bound(kept))) !== text) throw new Error("it reads otherwise");
  } catch (reason) {
    say("unsaved", changed ? "changed" : reason?.name === "QuotaExceededError" ? "full" : "failed");
    return false;
  }
  profile.record = next;
  if (waiting?.what !== "save") say("saved", "");
  return true;
}

async function unlock(id, pin) {
  const record = await read((_, profiles) => profiles.get(id));
  const state = record ? state_of(record) : "gone";
  if (state) return say("shut", state);
  const key = await of_pin(pin, record.salt, record.rounds);
  const opens = (bytes) => unseal(key, bytes, bound(record)).catch(() => null);
  if ((await opens(record.check)) === null) return say("shut", "pin");
  const text = await opens(record.data);
  if (text === null) return say("shut", "damaged");
  lock();
  const mine = await hold(id);
  profile = { key, record, looking: !mine };
  await drop_draft();
  note(OPEN, id);
  last = text;
  say("open", id);
  say(mine ? "opened" : "looking", text);
}

function lock() {
  profile = null;
  last = "";
  release();
  release = () => {};
}

// The bytes of a record, for a person who wants to keep what this page cannot read.
async function raw(id) {
  const record = await read((_, profiles) => profiles.get(id));
  const plain = (_, value) => (value instanceof Uint8Array ? btoa(text_of(value)) : value);
  say("raw", JSON.stringify(record ?? null, plain, 2));
}

// ---- The end

// One strict transaction, read again afterwards; then the other pages of this browser cover themselves. The keys of
// all drafts go: of tabs that were closed too, which a browser may bring back. A tab that is open draws a new one.
async function erase(id) {
  const had = Boolean(draft() || key || id);
  forget(DRAFT, OPEN, LEFT);
  lock();
  key = null;
  let left = "?";
  try {
    await write((keys, profiles) => {
      keys.clear();
      if (id) profiles.delete(id);
    });
    const [keys, kept] = await Promise.all([
      read((keys) => keys.count()),
      read((_, profiles) => profiles.getAllKeys()),
    ]);
    if (keys === 0 && !kept.includes(id)) left = String(kept.length);
  } catch {
    // Without a database nothing was in one.
    if (!had) left = "0";
  }
  say("erased", noted(DRAFT) ? "?" : left);
  channel?.postMessage("finished");
}

// A record that nobody can read goes when a person says so.
async function remove(id) {
  await write((_, profiles) => profiles.delete(id));
  await list();
}

async function fingerprint() {
  const text = letters.encode(fiel.page_text());
  say("fingerprint", hex(new Uint8Array(await crypto.subtle.digest("SHA-256", text))));
}

const JOBS = { list, create, open: unlock, erase, raw, remove, fingerprint, save, mirror };

function tell(what, texts) {
  if (fiel.stopped()) return;
  if (what === "covered" || what === "shown") return void cover(what === "covered");
  if (what === "mirror" || what === "save") return later(what, texts[0]);
  // What is still to be written is written before anything else is done.
  waiting = null;
  if (what === "lock") run(() => (forget(OPEN), lock()), what);
  else if (what === "draft") run(bring, what);
  else run(() => JOBS[what](...texts), what);
}

function cover(on) {
  covered = on;
  if (on) forget(LEFT);
}

// Of many documents in a row the last one is written.
function later(what, text) {
  last = text;
  told = performance.now();
  if (waiting?.what === what) return void (waiting.text = text);
  const slot = (waiting = { what, text });
  run(() => {
    if (waiting === slot) waiting = null;
    return JOBS[what](slot.text);
  }, what);
}

function run(job, what) {
  jobs = jobs.then(() => fiel.stopped() || job()).catch(() => say("failed", what));
}

// ---- Coming and going

// What can be kept is said to the listener a little later.
function begin(listener) {
  say = listener;
  for (const event of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    addEventListener(event, touch, { capture: true, passive: true });
  }
  addEventListener("input", () => (typed = performance.now()), { capture: true });
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.(".pin")) document.querySelector(".stop .btn:enabled")?.click();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    say("keep", "");
  });
  setInterval(watch, 2000);
  document.addEventListener("visibilitychange", watch);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", come_back);
  channel = quietly(() => new BroadcastChannel("fiel"));
  if (channel) channel.onmessage = () => (left(), run(list, "list"));
  run(probe, "probe");
}

// What there is of before: nothing, "again" for a page that was just reloaded ("again late": so fast that the last keys
// may lack), "draft" and its time, or "profile" and its id.
function found() {
  const [visit] = performance.getEntriesByType("navigation");
  const [when, late] = (noted(LEFT) ?? "").split(" ");
  const soon = Math.abs(Date.now() - Number(when)) < AT_ONCE;
  const profile_id = noted(OPEN);
  const kept = draft();
  again = visit?.type === "reload" && !document.wasDiscarded && soon;
  forget(LEFT);
  covered = Boolean(profile_id || (kept?.id && !again));
  if (profile_id) return "profile " + profile_id;
  if (!kept?.id) return "";
  return again ? "again " + (late ?? "") : "draft " + kept.time;
}

// Tries what it promises: a key and a record go in, are read, and go out again.
async function probe() {
  const able = await (async () => {
    // Another page may be trying at the same time.
    const [id, key] = ["probe " + hex(random(8)), await of_bytes(random(32))];
    await write((keys) => keys.put({ bytes: random(32), time: Date.now() }, id));
    const kept = await read((keys) => keys.get(id));
    const now = Date.now();
    await write((keys) => {
      keys.delete(id);
      keys.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        if (now - cursor.value.time > OLD_KEY && cursor.key !== draft()?.id) cursor.delete();
        cursor.continue();
      };
    });
    return kept && (await unseal(key, await seal(key, id, ""), "")) === id;
  })().catch(() => false);
  const mirrors = able && note("fiel-probe", "1");
  forget("fiel-probe");
  say("able", (mirrors ? "draft " : "") + (able ? "profiles" : ""));
  if (able) await list();
}

function touch() {
  touched = Date.now();
  if (warned) say("awake", "");
  warned = false;
}

function watch() {
  const alone = Math.abs(Date.now() - touched);
  if (alone > ALONE + WARNED) {
    touch();
    left();
  } else if (alone > ALONE && !warned) {
    warned = true;
    say("alone", "");
  }
}

function left() {
  forget(LEFT);
  say("left", "");
}

// Who reloads what stands open goes on with it; who left a gate standing finds it again.
function leave() {
  if (!covered) note(LEFT, Date.now() + (typed > told ? " late" : ""));
  app.hidden = true;
}

// Back brings the program's memory again, and whoever pressed it may be somebody else.
function come_back(event) {
  if (event.persisted) left();
  setTimeout(() => (app.hidden = false), event.persisted ? 50 : 0);
}

// ---- After the page stopped

// What is asked of a person then: reload, take one's data, start clean. The first stands there already.
function stopped(screen, element) {
  const button = (words, act) => {
    const made = element("button", words);
    made.className = "btn2";
    made.addEventListener("click", act);
    screen.append(made);
  };
  const take = async (event) => {
    const text = last || (await draft_text().catch(() => null));
    if (!text) return void (event.target.disabled = true);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "fiel-caso.json";
    link.click();
  };
  if (!covered) button("Llevarme mis datos · Take my data", take);
  button("Empezar limpio · Start clean", async () => {
    await drop_draft().catch(() => {});
    forget(DRAFT, OPEN, LEFT);
    location.reload();
  });
}

const exercise = () => document.getElementById("case")?.textContent ?? "";

Object.defineProperty(window, "fiel_keep", { value: Object.freeze({ found, begin, tell, exercise, stopped }) });
})();
