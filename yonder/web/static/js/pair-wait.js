// @ts-check
// Two people open a record one after the other. This asks every two seconds whether the other
// has done their part, so that nobody has to press a button again.

const EVERY = 2000;

class PairWait extends HTMLElement {
  /** @type {number | undefined} */
  #timer;
  #asking = false;

  connectedCallback() {
    document.addEventListener("visibilitychange", this.#wake);
    this.#wake();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#wake);
    clearTimeout(this.#timer);
  }

  #wake = () => {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = setTimeout(this.#ask, EVERY);
  };

  #ask = async () => {
    if (this.#asking) return;
    this.#asking = true;
    try {
      await this.#read(await this.#send());
    } catch {
      // Offline or restarting: the page stays as it is, and the next question may get through.
    }
    this.#asking = false;
    if (this.isConnected) this.#wake();
  };

  #send() {
    const form = this.querySelector("form");
    const verb = form.querySelector("button[name=verb]");
    // The header tells the server that nobody touched anything, so idle time goes on counting.
    return fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form, verb)),
      headers: { "X-Waiting": "yes" },
    });
  }

  /** @param {Response} response */
  async #read(response) {
    if (response.status === 204 || response.status >= 500) return;
    if (new URL(response.url).pathname !== location.pathname) {
      location.assign(response.url);
      return;
    }
    const answer = drawn(await response.text());
    const next = answer.querySelector("pair-wait");
    if (next?.getAttribute("data-seen") === this.getAttribute("data-seen")) return;
    if (this.isConnected) this.#show(answer);
  }

  /** @param {Document} answer */
  #show(answer) {
    document.title = answer.title;
    document.body.replaceWith(document.adoptNode(answer.body));
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }
}

customElements.define("pair-wait", PairWait);
