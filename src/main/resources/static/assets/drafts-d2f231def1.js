// What is typed into a draft saves itself: two seconds after the last key, and before anything else on the page is pressed
// or followed. What cannot be saved is said, and the page is not left without a question.
(() => {
  "use strict";
  const words = document.body.dataset;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("fairway") : null;
  const AFTER = 2000;
  const HUNG = 15000;
  // A page that goes away may send 64 KiB.
  const LARGEST = 60000;

  document.querySelectorAll("[data-unsaved]").forEach((part) => part.remove());
  document.querySelectorAll("[data-saving-page]").forEach((part) => (part.hidden = false));

  const drafts = [...document.querySelectorAll("form[data-autosave]")].map((form) => {
    const line = form.querySelector("[data-save-state]");
    const text = line.dataset;
    const revision = form.elements.namedItem("rev");
    let timer = 0;
    let wait = AFTER;
    let dirty = false;
    let flight = null;
    let trouble = false;
    let stopped = false;
    let told = false;

    const fields = () => new URLSearchParams(new FormData(form)).toString();
    const pending = () => !form.dataset.sent && (dirty || flight !== null);
    const later = (ms) => {
      clearTimeout(timer);
      timer = setTimeout(save, ms);
    };
    const show = (said, isTrouble) => {
      if (line.textContent !== said) line.textContent = said;
      line.classList.toggle("is-trouble", isTrouble);
    };

    function save() {
      if (!dirty || flight || stopped) return;
      if (form.dataset.sent) later(wait);
      else send(false);
    }

    function send(leaving) {
      clearTimeout(timer);
      const body = fields();
      const stop = new AbortController();
      const hung = setTimeout(() => stop.abort(), HUNG);
      const mine = { leaving, stop };
      flight = mine;
      dirty = false;
      if (!leaving) show(text.saving, false);
      mine.end = post(body, leaving, stop.signal)
        .then(({ answer, json, saved }) => flight === mine && settle(answer, json, saved))
        .catch(() => flight === mine && (form.dataset.sent ? (dirty = true) : retry(text.failed)))
        .then(() => {
          clearTimeout(hung);
          if (flight !== mine) return;
          flight = null;
          if (dirty && !stopped) later(wait);
          else if (!dirty) removeEventListener("beforeunload", guard);
        });
    }

    async function post(body, leaving, signal) {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: {
          "X-Autosave": "1",
          Accept: "application/json",
          "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
        },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: leaving && body.length < LARGEST,
        signal,
      });
      const json = (answer.headers.get("Content-Type") || "").includes("json");
      return { answer, json, saved: json ? await answer.json() : {} };
    }

    function settle(answer, json, saved) {
      if (answer.ok && json && saved.state !== "conflict") {
        wait = AFTER;
        trouble = false;
        told = false;
        if (revision && saved.rev !== undefined) revision.value = saved.rev;
        show(saved.saved || text.saved.replace("{time}", saved.savedAt || ""), false);
        if (channel) channel.postMessage({ path: location.pathname, rev: saved.rev });
      } else if (answer.status === 409 || saved.state === "conflict") {
        dirty = true;
        stopped = true;
        trouble = true;
        show(saved.why || text.conflict, true);
      } else if (saved.why) {
        retry(saved.why);
      } else if (answer.type === "opaqueredirect" || answer.ok || answer.status === 401 || answer.status === 403) {
        retry(text.signedOut);
      } else {
        retry(text.failed);
      }
    }

    function retry(why) {
      dirty = true;
      trouble = true;
      wait = Math.min(wait * 2, 60000);
      show(why, true);
    }

    // Ends once everything typed is with the server, or once the page says why it is not.
    async function flush() {
      do {
        save();
        if (flight) await flight.end;
      } while (dirty && !trouble && !stopped && !form.dataset.sent);
      if (!dirty || form.dataset.sent) return !form.dataset.sent;
      told = true;
      show(`${line.textContent} ${text.held}`, true);
      line.scrollIntoView({ block: "center" });
      return false;
    }

    // The page goes away: what is on its way or still waits is sent so that it arrives without the page.
    function leave() {
      if (!pending() || stopped || (flight && flight.leaving && !dirty)) return;
      if (flight) flight.stop.abort();
      send(true);
    }

    function guard(event) {
      if (!pending()) return;
      const safe = !trouble && !stopped && fields().length < LARGEST;
      leave();
      if (safe || document.body.hidden) return;
      event.preventDefault();
      event.returnValue = "";
    }

    const touched = () => {
      dirty = true;
      told = false;
      addEventListener("beforeunload", guard);
      later(AFTER);
    };
    form.addEventListener("input", touched);
    form.addEventListener("change", touched);
    // The form itself takes everything along; an older save must not arrive after it.
    form.addEventListener("submit", (event) => {
      if (flight && !event.defaultPrevented) flight.stop.abort();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") leave();
    });
    addEventListener("pagehide", leave);
    addEventListener("blur", save);
    if (channel) {
      channel.addEventListener("message", (event) => {
        if (event.data.path !== location.pathname) return;
        if (revision && String(event.data.rev) === revision.value) return;
        stopped = dirty;
        show(words.changedElsewhere, true);
      });
    }
    return { form, flush, waits: () => pending() && !told };
  });

  // Another form, or a link: first what was typed, then the press again. A second press after trouble goes on, and the
  // browser asks.
  let going = false;
  async function savedFirst(event, again) {
    const waiting = drafts.filter((draft) => draft.waits());
    if (!going && !waiting.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (going) return;
    going = true;
    const kept = await Promise.all(waiting.map((draft) => draft.flush()));
    going = false;
    if (kept.every(Boolean)) again();
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (drafts.some((draft) => draft.form === form)) return;
    savedFirst(event, () => (event.submitter ? event.submitter.click() : form.requestSubmit()));
  }, true);

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const elsewhere = link.target && link.target !== "_self";
    const here = link.hash && link.href.split("#")[0] === location.href.split("#")[0];
    if (elsewhere || here || link.hasAttribute("download") || !link.protocol.startsWith("http")) return;
    savedFirst(event, () => link.click());
  });
})();
