// @ts-check
// The grid as fast as a spreadsheet: arrows move from cell to cell, 0 to 3 set one. Without scripts
// a press goes round.

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

class SkillGrid extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this.#pressed);
  }

  disconnectedCallback() {
    this.removeEventListener("keydown", this.#pressed);
  }

  /** @param {KeyboardEvent} event */
  #pressed = (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest("button.cell");
    if (!(cell instanceof HTMLButtonElement)) return;
    if (event.key in MOVES) {
      event.preventDefault();
      this.#move(cell, MOVES[event.key]);
    } else if (/^[0-3]$/.test(event.key)) {
      event.preventDefault();
      // The button says what its next press would set; a digit says it instead.
      cell.value = cell.value.replace(/[0-3]$/, event.key);
      cell.click();
    }
  };

  /** @param {HTMLElement} cell @param {number[]} by */
  #move(cell, [down, right]) {
    const rows = [...this.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("button.cell")]);
    const row = rows.findIndex((one) => one.includes(cell));
    const next = rows[row + down]?.[rows[row].indexOf(cell) + right];
    if (next instanceof HTMLElement) next.focus();
  }
}

customElements.define("skill-grid", SkillGrid);
