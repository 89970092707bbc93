// Makes pages easier; nothing depends on it. The server checks everything again.
(() => {
  "use strict";
  const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);
  const words = document.body.dataset;

  // Copy, print, show a password.
  each("[data-copy]", (button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    const label = button.querySelector("span") || button;
    const before = label.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      label.textContent = words.copied;
      button.classList.add("is-done");
      say(words.copied);
      setTimeout(() => {
        label.textContent = before;
        button.classList.remove("is-done");
      }, 3000);
    });
  });

  each("[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
  addEventListener("beforeprint", () => each("details:not([open])", (part) => {
    part.open = true;
    part.dataset.printed = "";
  }));
  addEventListener("afterprint", () => each("details[data-printed]", (part) => {
    part.open = false;
    delete part.dataset.printed;
  }));

  each("[data-reveal]", (button) => {
    const field = document.getElementById(button.dataset.reveal);
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.textContent = shown ? button.dataset.show : button.dataset.hide;
      button.setAttribute("aria-pressed", String(!shown));
    });
    if (field.form) field.form.addEventListener("submit", () => (field.type = "password"));
  });

  // One polite voice for what happens without a new page.
  let voice;
  function say(text) {
    if (!voice) {
      voice = document.createElement("p");
      voice.className = "fw-sr";
      voice.setAttribute("role", "status");
      document.body.append(voice);
    }
    voice.textContent = "";
    setTimeout(() => (voice.textContent = text), 50);
  }

  // Password rules tick as they are met.
  const rules = {
    length8: (text) => [...text].length >= 8,
    length15: (text) => [...text].length >= 15,
    upper: (text) => /\p{Lu}/u.test(text),
    lower: (text) => /\p{Ll}/u.test(text),
    special: (text) => /[^\p{L}\p{N}]/u.test(text),
    digit: (text) => /\p{N}/u.test(text),
  };
  each("[data-rules-for]", (list) => {
    const field = document.getElementById(list.dataset.rulesFor);
    const tick = () =>
      each("[data-rule]", (line) => {
        const rule = rules[line.dataset.rule];
        if (!rule) return;
        const met = rule(field.value);
        if (line.classList.toggle("is-met", met) !== (line.dataset.told === "met")) {
          line.querySelector("[data-rule-state]").textContent = met ? list.dataset.met : list.dataset.open;
          line.dataset.told = met ? "met" : "open";
        }
      }, list);
    field.addEventListener("input", tick);
    tick();
  });

  // Questions that depend on an answer above: data-show-when="name=value|value && name!=value". What is hidden keeps
  // its answer; the server knows which ones count. An unanswered name shows nothing.
  function holds(form, term) {
    const [, name, not, values] = term.trim().match(/^(.+?)(!?)=(.*)$/) || [];
    if (!name) return true;
    const given = new FormData(form).getAll(name).filter((value) => value !== "");
    return given.length > 0 && given.some((value) => values.split("|").includes(value)) !== (not === "!");
  }
  each("[data-no-script]", (part) => part.remove());
  each("form", (form) => {
    const parts = form.querySelectorAll("[data-show-when]");
    if (!parts.length) return;
    const reveal = () =>
      parts.forEach((part) => (part.hidden = !part.dataset.showWhen.split("&&").every((term) => holds(form, term))));
    form.addEventListener("change", reveal);
    form.addEventListener("input", reveal);
    reveal();
  });

  // Leaving quickly takes this page out of what Back shows.
  each("[data-exit]", (link) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.body.hidden = true;
      location.replace(link.href);
    }),
  );

  // What was just done is said once: the word leaves the address, so that loading the page again does not repeat it.
  const address = new URL(location.href);
  if (address.searchParams.has("done")) {
    address.searchParams.delete("done");
    history.replaceState(history.state, "", address);
  }

  // What is wrong comes first.
  const first = document.querySelector("[data-focus]");
  if (first) first.focus();
  each(".fw-problems a", (link) =>
    link.addEventListener("click", (event) => {
      const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!field) return;
      event.preventDefault();
      (field.closest(".fw-field") || field).scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
    }),
  );

  // A second press while the first is on its way does nothing.
  each("form", (form) =>
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      if (form.method !== "post") return;
      form.dataset.sent = "1";
      if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
      setTimeout(() => release(form), 20000);
    }),
  );
  function release(form) {
    delete form.dataset.sent;
    each("[aria-busy]", (button) => button.removeAttribute("aria-busy"), form);
  }
  addEventListener("pageshow", () => each("form", release));

  // Files can be dropped where they can be chosen.
  each("[data-drop]", (zone) => {
    const over = (on) => (event) => {
      event.preventDefault();
      zone.classList.toggle("is-over", on);
    };
    zone.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    zone.addEventListener("drop", (event) => {
      over(false)(event);
      const field = zone.querySelector("input");
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });

  // Two and a half minutes before the session ends, say so and offer to stay; at the total limit there is nothing to offer.
  each("[data-time]", (bar) => {
    const stay = bar.querySelector("button");
    const text = bar.querySelector("#timeout-text");
    const latest = bar.querySelector("#timeout-latest");
    let before = null;
    const look = async () => {
      try {
        const answer = await fetch(bar.dataset.time, { redirect: "manual" });
        if (answer.ok) return await answer.json();
        return { seconds: answer.type === "opaqueredirect" || answer.status === 401 ? 0 : 60 };
      } catch {
        return { seconds: 60 };
      }
    };
    const show = (left) => {
      const total = left.most !== undefined && left.most <= left.seconds + 1;
      if (total) text.textContent = bar.dataset.total;
      stay.hidden = total;
      if (left.most !== undefined) {
        const at = new Date(Date.now() + left.most * 1000);
        const time = at.toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
        latest.textContent = bar.dataset.latest.replace("{time}", time);
      }
      if (!bar.hidden) return;
      before = document.activeElement;
      bar.hidden = false;
      (total ? bar : stay).focus();
    };
    const hide = () => {
      if (bar.hidden) return;
      bar.hidden = true;
      if (before && before.focus) before.focus({ preventScroll: true });
    };
    const watch = async () => {
      const left = await look();
      if (left.seconds <= 0) {
        bar.hidden = false;
        bar.querySelector("#timeout-title").textContent = bar.dataset.over;
        text.remove();
        latest.remove();
        stay.remove();
        say(bar.dataset.over);
        return;
      }
      if (left.seconds > 150) hide();
      else show(left);
      setTimeout(watch, (left.seconds > 150 ? left.seconds - 149 : Math.min(left.seconds + 1, 20)) * 1000);
    };
    stay.addEventListener("click", async () => {
      const answer = await fetch(bar.dataset.stay, { method: "POST", body: new URLSearchParams(new FormData(stay.form)) });
      if (answer.ok) hide();
    });
    setTimeout(watch, 60000);
  });
})();
