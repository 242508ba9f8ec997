// @ts-check
// In a sheet of lines, Ctrl and Enter make a turn out of the line one is standing in.

class OneLine extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this.#pressed);
  }

  disconnectedCallback() {
    this.removeEventListener("keydown", this.#pressed);
  }

  /** @param {KeyboardEvent} event */
  #pressed = (event) => {
    const sheet = event.target;
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if (!(sheet instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    const line = this.#takeOut(sheet);
    const capture = document.querySelector("form[data-again=changed]");
    const field = capture?.querySelector("[name=changed]");
    if (!line || !field) return;
    field.value = line;
    capture.dataset.again = "";
    capture.requestSubmit(capture.querySelector("button[name=verb]"));
    capture.dataset.again = "changed";
    sheet.focus();
  };

  /** @param {HTMLTextAreaElement} sheet */
  #takeOut(sheet) {
    const before = sheet.value.lastIndexOf("\n", sheet.selectionStart - 1) + 1;
    const end = sheet.value.indexOf("\n", sheet.selectionStart);
    const after = end < 0 ? sheet.value.length : end;
    const line = sheet.value.slice(before, after).trim();
    sheet.setRangeText("", before, Math.min(after + 1, sheet.value.length), "start");
    return line;
  }
}

customElements.define("one-line", OneLine);
