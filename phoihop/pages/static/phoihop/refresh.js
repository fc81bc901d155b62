// A page that waits for work in the background asks again until the work is over.
// Without this file the person presses "Tải lại trang".
"use strict";

(() => {
  const waiting = () => document.querySelector("[data-refresh]");
  const again = () => {
    const seconds = Number(waiting()?.dataset.refresh);
    if (seconds) setTimeout(ask, seconds * 1000);
  };
  const ask = async () => {
    if (document.hidden) return again();
    let fresh;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return again();
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return again(); // the network comes back, or the person reloads
    }
    const still = fresh.querySelector("[data-refresh]");
    if (!still) return location.reload();
    waiting().replaceWith(still);
    again();
  };
  again();
})();
