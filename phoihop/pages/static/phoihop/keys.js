// Single-letter keys. They work outside fields only (Telex types letters), they can
// be switched off on this machine, and nothing on a page depends on them.
"use strict";

(() => {
  const OFF = "phim-chu-tat";
  const help = document.getElementById("phim-tat");
  const opener = document.querySelector("[data-keys]");
  if (!help || !opener) return;

  const off = document.getElementById("phim-tat-tat");
  const remembered = () => {
    try {
      return localStorage.getItem(OFF) === "1";
    } catch {
      return false; // storage forbidden: the keys stay on
    }
  };
  off.checked = remembered();
  off.addEventListener("change", () => {
    try {
      localStorage.setItem(OFF, off.checked ? "1" : "0");
    } catch {
      // Kept for this page only.
    }
  });
  opener.hidden = false;

  // The page's own letters join the list.
  const list = help.querySelector("dl");
  for (const named of document.querySelectorAll("[data-key]")) {
    const line = list.firstElementChild.cloneNode(true);
    line.querySelector("kbd").textContent = named.dataset.key;
    line.querySelector("dd").textContent =
      named.getAttribute("aria-label") ?? named.textContent;
    list.append(line);
  }
  opener.addEventListener("click", () => help.showModal());

  // Rows of a list; what stands as a block of its own says so itself.
  const ROWS = ".table-rows tbody tr, [data-step]";
  const step = (by) => {
    const links = [...document.querySelectorAll(ROWS)]
      // What is folded away has a place on the page all the same, in newer browsers.
      .filter((row) => row.getClientRects().length && !row.closest("details:not([open])"))
      .map((row) => ("step" in row.dataset ? row : row.querySelector("a, button")))
      .filter(Boolean);
    const here = document.activeElement.closest?.(ROWS);
    const at = links.findIndex((link) => here?.contains(link));
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  };
  const filter = () =>
    document.querySelector(".filters input:not([type=hidden]), .filters select");
  const keys = {
    "?": () => help.showModal(),
    "/": () => filter()?.focus(),
    j: () => step(1),
    k: () => step(-1),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (typing || help.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (off.checked && event.key !== "?") return;
    const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    const act = keys[event.key] ?? (named && (() => named.click()));
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  });
})();
