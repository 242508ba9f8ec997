// @ts-check
// When nothing has happened for a while the server has closed the page. This makes the screen show
// it, so that nobody passing by can read on.

const SIGNS_OF_LIFE = ["pointerdown", "keydown", "scroll"];
const GRACE = 5000;

class IdleLock extends HTMLElement {
  #last = Date.now();
  /** @type {number | undefined} */
  #timer;

  connectedCallback() {
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, this.#alive, { passive: true });
    document.addEventListener("visibilitychange", this.#look);
    this.#look();
  }

  disconnectedCallback() {
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, this.#alive);
    document.removeEventListener("visibilitychange", this.#look);
    clearTimeout(this.#timer);
  }

  #alive = () => {
    this.#last = Date.now();
  };

  // A sleeping computer stops timers, so the clock decides and not the timer.
  #look = () => {
    clearTimeout(this.#timer);
    const left = this.#last + this.#limit - Date.now();
    if (left > 0) this.#timer = setTimeout(this.#look, left);
    else this.#close();
  };

  #close() {
    if (!this.#typed) {
      location.replace(location.href);
      return;
    }
    // One's own words stay to be sent; what others wrote leaves the screen.
    for (const list of document.querySelectorAll("[data-list] > li, .notes")) {
      if (!typedIn(list)) list.remove();
    }
    this.firstElementChild.removeAttribute("hidden");
  }

  get #limit() {
    return Number(this.dataset.minutes) * 60_000 + GRACE;
  }

  get #typed() {
    return typedIn(document.querySelector("main"));
  }
}

customElements.define("idle-lock", IdleLock);
