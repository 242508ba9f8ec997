// @ts-check
// A button that prints. Without scripts it stays hidden, and the browser's own menu prints.

class PrintPage extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", this.#print);
  }

  disconnectedCallback() {
    this.querySelector("button").removeEventListener("click", this.#print);
  }

  #print = () => print();
}

customElements.define("print-page", PrintPage);
