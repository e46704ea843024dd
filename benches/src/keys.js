// Notes for each key how long it takes to the painted frame that shows another answer.
(() => {
  "use strict";
  const shown = () => document.querySelector("{watched}")?.textContent ?? "";
  window.benchKeys = [];
  let [before, since] = ["", 0];
  const painted = new MessageChannel();
  painted.port1.onmessage = () => window.benchKeys.push(performance.now() - since);
  const look = () => requestAnimationFrame(() => (shown() === before ? look() : painted.port2.postMessage(0)));
  document.addEventListener("keydown", (event) => { [before, since] = [shown(), event.timeStamp]; }, true);
  document.addEventListener("input", look, true);
})();
