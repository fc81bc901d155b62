// The review desk: a draft and its words show each other, decisions come back without
// a new page, selected words are added by hand. Without this file links lead from one
// to the other, every button is a post, and corrections have a page of their own.
"use strict";

(() => {
  const drafts = () => [...document.querySelectorAll(".draft")].filter(isShown);
  // What is folded away has a place on the page all the same, in newer browsers.
  const isShown = (draft) => !draft.closest("details:not([open])");
  const now = () => document.querySelector(".draft-now");
  const draftOf = (pk) => document.getElementById(`nhap-${pk}`);
  const pkOf = (draft) => draft.id.replace("nhap-", "");
  let waiting = Promise.resolve();

  // The words of a draft, at the left; whether they are there.
  const light = (pk) => {
    const marks = document.querySelectorAll(`.lit[data-of="${pk}"]`);
    for (const mark of marks) mark.classList.add("lit-now");
    const source = document.querySelector(".source");
    if (marks[0] && source) {
      const top = marks[0].getBoundingClientRect().top;
      const away = top - source.getBoundingClientRect().top;
      if (away < 0 || away > source.clientHeight - 48) source.scrollTop += away - 64;
    }
    return marks.length > 0;
  };

  // Which drafts a person has come past: those whose last line was on the screen.
  const seen = new Set();
  const STEPS = Array.from({ length: 11 }, (_, step) => step / 10);
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, intersectionRect, boundingClientRect, target } of entries) {
        const whole = intersectionRect.bottom >= boundingClientRect.bottom - 8;
        if (isIntersecting && whole) seen.add(target.id);
      }
    },
    { threshold: STEPS },
  );
  // Those of one press: named with their versions, "accept_all 12.3,13.1".
  const named = (button) =>
    button.value.split(" ")[1].split(",").map((pair) => draftOf(pair.split(".")[0]));
  const isGroup = (button) => /^(accept|drop)_all /.test(button.value);
  const tell = (button, unseen) => {
    const said = button.parentNode.querySelector("[data-unseen]");
    if (said) said.hidden = !unseen;
    if (unseen) select(unseen);
    return Boolean(unseen);
  };

  const select = (draft, { focus = true } = {}) => {
    if (!draft) return;
    const folded = draft.closest("details");
    if (folded) folded.open = true;
    for (const was of document.querySelectorAll(".draft-now, .lit-now")) {
      was.classList.remove("draft-now", "lit-now");
    }
    draft.classList.add("draft-now");
    if (!light(pkOf(draft))) turn(pkOf(draft));
    if (!focus) return;
    draft.focus({ preventScroll: true });
    draft.scrollIntoView({ block: "nearest" });
  };

  // A page of the paper at the left: the page on which the words of a draft stand.
  const turn = async (pk) => {
    const sheet = document.querySelector("[data-sheet]");
    const pages = (sheet?.dataset.pageOf ?? "").split(" ").map((at) => at.split(":"));
    const page = pages.find(([draft]) => draft === pk)?.[1];
    if (!page || page === sheet.dataset.sheet) return;
    const address = `${location.pathname}?trang=${page}`;
    const answer = await fetch(address);
    const text = await answer.text();
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const turned = fresh.querySelector("[data-sheet]");
    // Somebody who presses on meanwhile is at another draft already.
    if (!answer.ok || !turned || pkOf(now() ?? draftOf(pk)) !== pk) return;
    document.querySelector("[data-sheet]").replaceWith(turned);
    history.replaceState(null, "", address);
    light(pk);
  };

  const next = (fits) => {
    const all = drafts();
    const from = all.indexOf(now()) + 1;
    return [...all.slice(from), ...all.slice(0, from)].find(fits);
  };
  const isOpen = (draft) => draft.dataset.state === "open";
  const isDoubtful = (draft) => isOpen(draft) && draft.dataset.doubtful === "1";

  // What came back from the house goes to its places; nothing else moves.
  const show = async (answer, pk) => {
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const desk = fresh.querySelector(".review");
    if (!answer.ok || !desk || !pk) {
      document.querySelector("main").replaceWith(fresh.querySelector("main"));
      begin();
      return false;
    }
    draftOf(pk)?.replaceWith(fresh.getElementById(`nhap-${pk}`));
    // A body chosen once is chosen wherever its words stand: those drafts have a newer
    // version too. One that is being corrected keeps its form.
    for (const one of fresh.querySelectorAll("article.draft")) {
      const old = document.getElementById(one.id);
      if (!old || old.id === `nhap-${pk}` || old.querySelector("form")) continue;
      if (old.innerHTML !== one.innerHTML) old.replaceWith(one);
    }
    for (const live of document.querySelectorAll("[data-live]")) {
      const same = fresh.querySelector(`[data-live="${live.dataset.live}"]`);
      if (same) live.replaceWith(same);
    }
    // A form is done once: the next decision is another post, under another key.
    const key = '#ban [name="idempotency_key"]';
    const [used, next] = [document.querySelector(key), fresh.querySelector(key)];
    if (used && next) used.value = next.value;
    document.querySelector("#ban > .alert")?.remove();
    const lines = fresh.querySelector(".source-lines");
    if (lines) document.querySelector(".source-lines")?.replaceWith(lines);
    begin();
    return true;
  };

  const decide = (button) => {
    const [deed, of] = button.value.split(" ");
    const pk = of.split(/[.,]/)[0];
    // Of the list of names, the next name is what comes next.
    const listed = button.closest("#don-vi") !== null;
    waiting = waiting.then(async () => {
      const form = document.getElementById("ban");
      const content = new FormData(form);
      content.set(button.name, button.value);
      let answer;
      try {
        const here = location.pathname + location.search;
        answer = await fetch(here, { method: "POST", body: content });
      } catch {
        // The network is away: nothing was decided, and the buttons stand as they did.
        return;
      }
      const shown = await show(answer, pk);
      if (!shown || listed) return;
      const done = /^(accept|drop)(_all)?$/.test(deed);
      const here = draftOf(pk);
      select(here);
      if (done) select(next(isOpen) ?? here);
    });
  };

  // Correcting in place: the form of the draft's own page, put under the draft.
  const edit = async (draft) => {
    const link = draft.querySelector("[data-edit]");
    if (!link || draft.querySelector("form")) return;
    const answer = await fetch(link.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    place(draft, fresh.querySelector("main form"), link.href);
  };
  const place = (draft, form, action) => {
    if (!form) return location.assign(action);
    draft.querySelector("form")?.remove();
    form.action = action;
    form.dataset.of = pkOf(draft);
    draft.append(form);
    const first = form.querySelector(".field-wrong") ?? form;
    first.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  };
  const save = async (form) => {
    const draft = draftOf(form.dataset.of);
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (answer.ok) {
      const { of } = form.dataset;
      await show(answer, of);
      // Saved is decided, as accepted is: on to what nobody has looked at.
      select(draftOf(of));
      select(next(isOpen) ?? draftOf(of));
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    place(draft, fresh.querySelector("main form"), form.action);
  };

  // Where a selection stands in the raw text: every line is an item of the list, and
  // the house counts letters, not the halves that the browser counts.
  const placeOf = (node, offset) => {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentNode : node).closest(
      ".source-lines > li",
    );
    if (!line) return -1;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, offset);
    let at = [...before.toString()].length;
    for (let one = line.previousElementSibling; one; one = one.previousElementSibling) {
      at += [...one.textContent].length + 1;
    }
    return at;
  };
  const selected = () => {
    const link = document.querySelector("[data-add]");
    const source = document.querySelector(".source[data-adds]");
    const chosen = document.getSelection();
    if (!link || !source) return;
    link.parentNode.hidden = true;
    if (!chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    if (!source.contains(range.commonAncestorContainer)) return;
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    if (start < 0 || end <= start) return;
    link.href = `${source.dataset.adds}?tu=${start}&den=${end}`;
    link.parentNode.hidden = false;
  };

  const press = (deed) => {
    const draft = now() ?? next(isOpen);
    if (!draft) return;
    select(draft);
    if (deed === "edit") return edit(draft);
    const button = draft.querySelector(`button[value^="${deed} "]`);
    if (button) decide(button);
  };
  const pressGroup = () => {
    const draft = now() ?? next(isOpen);
    const group = draft?.closest(".draft-group");
    const button = group?.querySelector(':scope > p button[value^="accept_all "]');
    if (button) button.click();
  };
  const keys = {
    group: pressGroup,
    accept: () => press("accept"),
    drop: () => press("drop"),
    edit: () => press("edit"),
    next: () => select(next(isOpen)),
    doubtful: () => select(next(isDoubtful)),
  };

  document.addEventListener("click", (event) => {
    const key = event.target.closest("[data-desk]");
    if (key) return keys[key.dataset.desk]();
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("[data-edit]");
    const mark = event.target.closest(".lit[data-of]");
    if (link) {
      event.preventDefault();
      edit(link.closest(".draft"));
    } else if (mark && document.getSelection().isCollapsed) {
      event.preventDefault();
      select(draftOf(mark.dataset.of));
    } else {
      select(event.target.closest(".draft"), { focus: false });
    }
  });
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (form.dataset.of) {
      event.preventDefault();
      save(form);
    } else if (form.id === "ban" && submitter && isGroup(submitter)) {
      event.preventDefault();
      const unseen = named(submitter).find((draft) => draft && !seen.has(draft.id));
      if (!tell(submitter, unseen)) decide(submitter);
    } else if (form.id === "ban" && submitter?.value.split(" ").length > 2) {
      event.preventDefault();
      decide(submitter);
    }
  });
  document.addEventListener("focusin", (event) => {
    const draft = event.target.closest?.(".draft");
    if (draft && draft !== now()) select(draft, { focus: false });
  });
  document.addEventListener("selectionchange", selected);

  const begin = () => {
    for (const bar of document.querySelectorAll("[data-desk-keys]")) bar.hidden = false;
    for (const draft of document.querySelectorAll("article.draft")) watch.observe(draft);
  };
  begin();
  if (location.hash.startsWith("#nhap-")) {
    select(document.getElementById(location.hash.slice(1)));
  }
})();
