// @ts-check
// A message somebody changes and takes along: one button copies it, and a card prints what stands
// in the field. Without scripts the text is chosen by hand, and the saved text is what prints.

class OwnWords extends HTMLElement {
  connectedCallback() {
    const button = this.#copyButton;
    button.hidden = false;
    button.addEventListener("click", this.#copy);
    addEventListener("beforeprint", this.#onCard);
  }

  disconnectedCallback() {
    this.#copyButton.removeEventListener("click", this.#copy);
    removeEventListener("beforeprint", this.#onCard);
  }

  #copy = async () => {
    const { copied, chosen } = this.#copyButton.dataset;
    this.#field.select();
    try {
      await navigator.clipboard.writeText(this.#field.value);
      this.#say(copied);
    } catch {
      // Some browsers let nobody but a person copy: the text is chosen, and the rest is one press.
      this.#say(chosen);
    }
  };

  #onCard = () => {
    this.querySelector(".card").textContent = this.#field.value;
  };

  /** @param {string} words */
  #say(words) {
    this.querySelector("[data-said]").textContent = words;
  }

  /** @returns {HTMLButtonElement} */
  get #copyButton() {
    return this.querySelector("[data-copy]");
  }

  /** @returns {HTMLTextAreaElement} */
  get #field() {
    return this.querySelector("textarea");
  }
}

customElements.define("own-words", OwnWords);
