// The stop screen: what a person sees, and can still do, when the program has stopped for good.
//
// It uses nothing of the program, which may have crashed: it reads the draft of this session itself. It is placed before
// boot.js in one script, and provides:
//   app                  the element that the program is mounted in
//   stopped              true once the page has stopped: nothing may be saved any more
//   stop(why, reason)    stops the page; `why` is one of WORDS, `reason` goes to the console
//   watch_translation()  stops the page once a browser translates it
//   hold(text)           the latest document of the program; empty if it has none
//   cover(on)            whether a gate covers what was typed: then no data is handed out

// The texts of the language files (src/i18n, `boot`), in each language; tests/words.rs compares them.
const LANGUAGES = ["es", "en"];
const WORDS = {
  opening: ["Este archivo no se pudo abrir aquí.", "This file could not be opened here."],
  stopped: ["La calculadora se detuvo. Vuelva a cargarla para seguir.", "The calculator stopped. Reload it to go on."],
  translated: [
    "El navegador tradujo la página, y eso puede cambiar las cifras. Apague la traducción y vuelva a cargar.",
    "The browser translated the page, which can change the figures. Turn translation off and reload.",
  ],
  reload: ["Volver a cargar", "Reload"],
  take_data: ["Llevarme mis datos", "Take my data"],
  start_clean: ["Empezar limpio", "Start clean"],
};

// The same names as in src/app/browser/storage.
const DRAFT = "fiel-draft";
const OF_THE_SITTING = [DRAFT, "fiel-profile", "fiel-left"];
const STORES = ["keys", "profiles"];

const app = document.getElementById("app");
let stopped = false;
let held = "";
let covered = false;

const hold = (text) => void (held = text);
const cover = (on) => void (covered = on);

// The first reason is kept: later ones mostly follow from it.
function stop(why, reason) {
  if (stopped) return;
  stopped = true;
  console.error("fiel stopped:", reason);
  // In a damaged file the element may be missing.
  app?.setAttribute("inert", "");
  app?.style.setProperty("display", "none", "important");
  document.body.append(stop_screen(why));
}

// Page translation wraps texts in <font>, and keeps old figures while the page continues to calculate.
function watch_translation() {
  const watcher = new MutationObserver(() => {
    if (app.querySelector("font")) stop("translated", "the page was translated");
  });
  watcher.observe(app, { childList: true, subtree: true });
}

function stop_screen(why) {
  // The banner contains the advice how to open the file.
  const advice = why === "opening" ? document.querySelectorAll("fiel-banner b") : [];
  const told = (sentence, i) => element("p", sentence + "\n" + (advice[i]?.textContent ?? ""), LANGUAGES[i]);
  const screen = element("section", "");
  screen.className = "cover";
  screen.setAttribute("role", "alert");
  screen.append(...WORDS[why].map(told), button("btn", "reload", () => location.reload()));
  // A file that could not be opened has no data of the person.
  if (why === "opening") return screen;
  if (!covered) screen.append(button("btn2", "take_data", take_data));
  screen.append(button("btn2", "start_clean", start_clean));
  return screen;
}

function element(name, text, language = LANGUAGES[0]) {
  const made = document.createElement(name);
  made.textContent = text;
  made.lang = language;
  return made;
}

function button(kind, words, act) {
  const made = element("button", WORDS[words].join(" · "));
  made.className = kind;
  made.addEventListener("click", act);
  return made;
}

async function take_data(event) {
  const text = held || (await draft_text().catch(() => null));
  if (!text) return void (event.target.disabled = true);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "fiel-caso.json";
  link.click();
}

// The profiles stay.
async function start_clean() {
  await drop_draft_key().catch(() => {});
  for (const name of OF_THE_SITTING) quietly(() => sessionStorage.removeItem(name));
  location.reload();
}

// ---- The draft of this session, as stored by src/app/browser/storage/draft.rs

// Storage may be blocked: then even accessing the property throws.
function quietly(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

const draft = () => quietly(() => JSON.parse(sessionStorage.getItem(DRAFT)));

// Opens the database without a version, so that changes made by a newer page stay as they are.
function database() {
  return new Promise((done, failed) => {
    const ask = indexedDB.open("fiel");
    ask.onupgradeneeded = () => STORES.forEach((store) => ask.result.createObjectStore(store));
    ask.onsuccess = () => done(ask.result);
    ask.onerror = () => failed(ask.error);
  });
}

async function with_keys(mode, work) {
  const base = await database();
  return new Promise((done, failed) => {
    const job = base.transaction(STORES, mode, { durability: "strict" });
    const answer = work(job.objectStore("keys"));
    job.oncomplete = () => done(answer.result);
    job.onabort = () => failed(job.error);
  });
}

async function draft_text() {
  const { id, data } = draft();
  const kept = await with_keys("readonly", (keys) => keys.get(id));
  const key = await crypto.subtle.importKey("raw", kept.bytes, "AES-GCM", false, ["decrypt"]);
  const bytes = Uint8Array.from(data, (letter) => letter.charCodeAt(0));
  // The first twelve bytes are the initialization vector.
  const how = { name: "AES-GCM", iv: bytes.slice(0, 12), additionalData: new TextEncoder().encode(id) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(how, key, bytes.slice(12)));
}

async function drop_draft_key() {
  const id = draft()?.id;
  if (id) await with_keys("readwrite", (keys) => keys.delete(id));
}
