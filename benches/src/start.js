// Notes when the page can first be used, and when its answer is first seen: both after the frame was painted.
(() => {
  "use strict";
  const noted = (window.benchStart = {});
  const inSight = (element) => !element.closest("[inert]") && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const usable = () => {
    const fields = [...document.querySelectorAll("main input[inputmode=decimal]")];
    return fields.some((field) => !field.disabled && !field.readOnly && inSight(field));
  };
  const answered = () => {
    const share = document.querySelector("#share");
    return share !== null && /\d/.test(share.textContent) && inSight(share);
  };
  const note = (name, fits) => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      noted[name] = performance.now();
      painted.port1.close();
    };
    const look = () => requestAnimationFrame(() => (fits() ? painted.port2.postMessage(0) : look()));
    look();
  };
  note("usable", usable);
  note("answered", answered);
})();
