// @ts-check
// Twelve digits that somebody says aloud: shown in fours, and a slip of the finger is caught
// before anything is sent. The last digit is a Luhn check over all twelve.

const LENGTH = 12;

class DigitField extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", this.#tidy);
    addEventListener("hashchange", this.#scanned);
    this.#scanned();
  }

  disconnectedCallback() {
    this.removeEventListener("input", this.#tidy);
    removeEventListener("hashchange", this.#scanned);
  }

  // The square on the other screen carries the digits behind the #, which no server ever sees.
  // They go into the field and out of the address; nothing is sent until somebody presses.
  #scanned = () => {
    const digits = location.hash.replace(/\D/g, "");
    if (digits.length === LENGTH) {
      this.#input.value = digits;
      history.replaceState(null, "", location.pathname);
    }
    this.#tidy();
  };

  #tidy = () => {
    const input = this.#input;
    const before = input.value.slice(0, input.selectionStart ?? undefined).replace(/\D/g, "").length;
    const digits = input.value.replace(/\D/g, "").slice(0, LENGTH);
    const shown = inFours(digits);
    if (shown !== input.value) {
      input.value = shown;
      const caret = inFours(digits.slice(0, before)).length;
      if (document.activeElement === input) input.setSelectionRange(caret, caret);
    }
    this.#say(digits.length === LENGTH && !luhn(digits));
  };

  /** @param {boolean} off */
  #say(off) {
    const fault = this.querySelector("[data-off]");
    fault.textContent = off ? fault.dataset.off : "";
    this.#input.setCustomValidity(off ? fault.dataset.off : "");
    this.#input.toggleAttribute("aria-invalid", false);
    if (off) this.#input.setAttribute("aria-invalid", "true");
  }

  /** @returns {HTMLInputElement} */
  get #input() {
    return this.querySelector("input:not([type=hidden])");
  }
}

/** @param {string} digits */
function inFours(digits) {
  return digits.replace(/(\d{4})(?=\d)/g, "$1 ");
}

/** @param {string} digits */
function luhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const double = Number(digit) * 2;
    return total + (place % 2 ? double - (double > 9 ? 9 : 0) : Number(digit));
  }, 0);
  return sum % 10 === 0;
}

customElements.define("digit-field", DigitField);
