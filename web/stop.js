// The screen of a page that stopped.
const fiel_stop = (() => {
  "use strict";
  const SENTENCES = {
    opening: ["Este archivo no se pudo abrir aquí.", "This file could not be opened here."],
    stopped: [
      "La calculadora se detuvo. Vuelva a cargarla para seguir.",
      "The calculator stopped. Reload it to go on.",
    ],
    translated: [
      "El navegador tradujo la página, y eso puede cambiar las cifras. Apague la traducción y vuelva a cargar.",
      "The browser translated the page, which can change the figures. Turn translation off and reload.",
    ],
  };
  let has_stopped = false;

  // The first reason wins: what follows is mostly its echo.
  function stop(why, reason) {
    if (has_stopped) return;
    has_stopped = true;
    console.error("fiel stopped:", reason);
    // In a damaged file it may not be there.
    const app = document.getElementById("app");
    app?.setAttribute("inert", "");
    app?.style.setProperty("display", "none", "important");
    const screen = stop_screen(why);
    document.body.append(screen);
    window.fiel_keep?.stopped(screen, element);
  }

  function stop_screen(why) {
    // How to open it stands in the banner.
    const advice = why === "opening" ? document.querySelectorAll("fiel-banner b") : [];
    const screen = element("section", "");
    screen.className = "cover";
    screen.setAttribute("role", "alert");
    const again = element("button", "Volver a cargar · Reload");
    again.className = "btn";
    again.addEventListener("click", () => location.reload());
    const told = (sentence, i) => element("p", sentence + "\n" + (advice[i]?.textContent ?? ""), i ? "en" : "es");
    screen.append(...SENTENCES[why].map(told), again);
    return screen;
  }

  function element(name, text, language = "es") {
    const made = document.createElement(name);
    made.textContent = text;
    made.lang = language;
    return made;
  }

  return Object.freeze({ stop, stopped: () => has_stopped, hold: () => {} });
})();
