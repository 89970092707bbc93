// Asks the browser for a passkey and posts what it answers; the server checks all of it. Without this script, or in a
// browser without passkeys, the forms stay hidden and the pages say so.
(() => {
  "use strict";
  const able = Boolean(window.PublicKeyCredential && navigator.credentials);
  document.querySelectorAll("[data-passkey-without]").forEach((part) => (part.hidden = able));
  if (!able) return;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  function asked(act, options) {
    const publicKey = { ...options, challenge: bytes(options.challenge) };
    if (act === "get") {
      publicKey.allowCredentials = known(options.allowCredentials);
      return navigator.credentials.get({ publicKey });
    }
    publicKey.user = { ...options.user, id: bytes(options.user.id) };
    publicKey.excludeCredentials = known(options.excludeCredentials);
    return navigator.credentials.create({ publicKey });
  }

  function told(credential) {
    const from = credential.response;
    const response = { clientDataJSON: text(from.clientDataJSON) };
    if (from.attestationObject) {
      response.attestationObject = text(from.attestationObject);
      response.transports = from.getTransports ? from.getTransports() : [];
    } else {
      response.authenticatorData = text(from.authenticatorData);
      response.signature = text(from.signature);
      if (from.userHandle) response.userHandle = text(from.userHandle);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: {},
      response,
    });
  }

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const button = form.querySelector("button");
    const said = form.querySelector("[role=alert]");
    form.hidden = false;
    // Capturing, so that nothing counts the form as sent before there is something to send.
    form.addEventListener("submit", go, true);

    async function go(event) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (button.getAttribute("aria-busy")) return;
      button.setAttribute("aria-busy", "true");
      said.textContent = "";
      try {
        const answer = await fetch(form.dataset.options, {
          method: "POST",
          body: new URLSearchParams({ _csrf: form.elements.namedItem("_csrf").value }),
          headers: { Accept: "application/json" },
          redirect: "manual",
        });
        if (answer.type === "opaqueredirect") {
          location.reload();
          return;
        }
        if (!answer.ok) throw new Error(String(answer.status));
        const credential = await asked(form.dataset.passkey, await answer.json());
        form.elements.namedItem("credential").value = told(credential);
        form.submit();
      } catch (error) {
        button.removeAttribute("aria-busy");
        const why = { NotAllowedError: "stopped", AbortError: "stopped", InvalidStateError: "known" }[error.name];
        said.textContent = said.dataset[why || "failed"];
      }
    }
  });
  addEventListener("pageshow", () =>
    document.querySelectorAll("form[data-passkey] button").forEach((button) => button.removeAttribute("aria-busy")),
  );
})();
