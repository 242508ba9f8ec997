// @ts-check
// Others use this device too: as soon as the box is ticked, the browser is told to remember nothing
// that is typed into this form. A device whose box is ticked beforehand was told so by the server.

class SharedDevice extends HTMLElement {
  connectedCallback() {
    this.#box.addEventListener("change", this.#tell);
    this.#tell();
  }

  disconnectedCallback() {
    this.#box.removeEventListener("change", this.#tell);
  }

  #tell = () => {
    const form = this.closest("form");
    for (const field of form.querySelectorAll("input[autocomplete]")) {
      field.dataset.kind ??= field.getAttribute("autocomplete");
      field.setAttribute("autocomplete", this.#box.checked ? "off" : field.dataset.kind);
    }
    form.toggleAttribute("autocomplete", false);
    if (this.#box.checked) form.setAttribute("autocomplete", "off");
  };

  /** @returns {HTMLInputElement} */
  get #box() {
    return this.querySelector("input[type=checkbox]");
  }
}

customElements.define("shared-device", SharedDevice);
