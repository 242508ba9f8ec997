// @ts-check
// What is typed and not sent yet goes to the server every few seconds, into a place that only its
// writer can read. Never into the browser.

const EVERY = 10_000;

class DraftKeeper extends HTMLElement {
  /** @type {number | undefined} */
  #timer;
  /** @type {Map<string, string>} */
  #kept = new Map();

  connectedCallback() {
    document.addEventListener("visibilitychange", this.#keep);
    this.#timer = setInterval(this.#keep, EVERY);
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#keep);
    clearInterval(this.#timer);
  }

  #keep = () => {
    for (const form of document.querySelectorAll("form[data-draft]")) this.#keepOne(form);
  };

  /** @param {HTMLFormElement} form */
  async #keepOne(form) {
    const name = form.dataset.draft;
    const fields = new URLSearchParams(new FormData(form));
    fields.set("verb", "draft");
    fields.set("draft", name);
    const now = fields.toString();
    if (!typedIn(form) || this.#kept.get(name) === now) return;
    this.#kept.set(name, now);
    try {
      await fetch(form.action, { method: "POST", body: fields, keepalive: now.length < 60_000 });
    } catch {
      this.#kept.delete(name);
    }
  }
}

customElements.define("draft-keeper", DraftKeeper);
