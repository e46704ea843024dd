// Returns a promise per key: the time from the key to the painted frame that shows a different answer.
(() => {
  "use strict";
  const shown = () => document.querySelector("{watched}")?.textContent ?? "";
  const after = new MessageChannel();
  let [before, since, done] = ["", 0, null];
  after.port1.onmessage = () => done(performance.now() - since);
  const look = () => requestAnimationFrame(() => (shown() === before ? look() : after.port2.postMessage(0)));
  document.addEventListener("keydown", (event) => {
    [before, since] = [shown(), event.timeStamp];
    window.benchKey = new Promise((resolve) => { done = resolve; });
  }, true);
  document.addEventListener("input", look, true);
})();
