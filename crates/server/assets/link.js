// Firstline: a link that works once. No browser sends what stands behind #: it is taken out of the address and goes in the form.
const form = document.querySelector("form[data-link]"), field = form.elements.link;

const open = () => {
  const secret = location.hash.slice(1);
  // Other anchors lead to parts of the page.
  if (!/^[a-z-]+_[\w.-]+$/.test(secret)) return;
  history.replaceState(null, "", location.pathname);
  field.value = secret;
  form.submit();
};

// A link that is typed into the address bar of this page loads nothing.
addEventListener("hashchange", open);
// Whoever comes back to the page finds no secret in it.
addEventListener("pagehide", () => form.reset());
open();
