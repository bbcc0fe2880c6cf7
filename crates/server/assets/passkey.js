// Firstline: passkeys. Asks the hub what to ask for, the browser for an answer, and sends the form with it.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = ({ type, id }) => ({ type, id: bytes(id) });

const create = async (asked) => {
  const { response } = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: asked.excludeCredentials.map(known),
    },
  });
  return { client_data: text(response.clientDataJSON), authenticator_data: text(response.getAuthenticatorData()) };
};

const get = async (asked) => {
  const { rawId, response } = await navigator.credentials.get({ publicKey: { ...asked, challenge: bytes(asked.challenge) } });
  return {
    id: text(rawId),
    user: text(response.userHandle ?? new ArrayBuffer(0)),
    client_data: text(response.clientDataJSON),
    authenticator_data: text(response.authenticatorData),
    signature: text(response.signature),
  };
};

/** Which of the form's sentences says why it failed. */
const why = ({ name }) => ({ NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "twice" })[name] ?? "failed";

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const button = form.querySelector("button"), wrong = form.querySelector("[data-passkey-wrong]"), said = wrong.querySelector("span");
  const tell = (reason) => {
    said.textContent = reason ? said.dataset[reason] : "";
    wrong.hidden = !reason;
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    // Said once it is asked for, so that nothing moves on a page that has just been opened.
    if (location.origin !== form.dataset.origin) return (form.querySelector("[data-passkey-elsewhere]").hidden = false);
    if (!window.PublicKeyCredential) return tell("unable");
    // What the hub would not accept is said before a device has made something for nothing.
    const name = form.elements.name?.value.trim();
    if (name === "" || name?.length > 80) return form.submit();
    tell();
    button.disabled = true;
    try {
      const answer = await fetch(form.dataset.challenge, { method: "POST" });
      if (answer.status === 403) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      const ceremony = form.dataset.passkey === "create" ? create : get;
      form.elements.passkey.value = JSON.stringify(await ceremony(await answer.json()));
      form.submit();
    } catch (error) {
      tell(why(error));
    }
    button.disabled = false;
  });
}
