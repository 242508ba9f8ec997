// @ts-check
// A page that two people have open at once. It sends its forms without leaving, asks whether the
// other one has written something, and takes in what is new, except where somebody is typing.

const ASK_EVERY = 1500;
const TRY_AGAIN = 3000;
const PARTS = "[data-part], [data-list]";
const STANDING = "a, button, input, textarea, select, summary";
const FIELDS = "input:not([type=hidden]), textarea, select";

class LivePage extends HTMLElement {
  /** @type {number | undefined} */
  #timer;
  /** @type {Set<HTMLFormElement>} */
  #sending = new Set();
  #leaving = false;
  #last = Promise.resolve();

  connectedCallback() {
    this.addEventListener("submit", this.#submitted);
    this.addEventListener("click", this.#clicked);
    this.addEventListener("input", this.#typed);
    document.addEventListener("visibilitychange", this.#wake);
    addEventListener("online", this.#sendAgain);
    addEventListener("beforeunload", this.#leave);
    this.#wake();
  }

  disconnectedCallback() {
    this.removeEventListener("submit", this.#submitted);
    this.removeEventListener("click", this.#clicked);
    this.removeEventListener("input", this.#typed);
    document.removeEventListener("visibilitychange", this.#wake);
    removeEventListener("online", this.#sendAgain);
    removeEventListener("beforeunload", this.#leave);
    clearTimeout(this.#timer);
  }

  // A question that comes back while the browser is on its way elsewhere must not call it back.
  #leave = () => {
    this.#leaving = true;
  };

  // Asking

  #wake = () => {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = setTimeout(this.#ask, ASK_EVERY);
  };

  #ask = async () => {
    try {
      // The first header tells the server that nobody touched anything, so idle time goes on.
      const headers = { "X-Waiting": "yes", "X-Seen": this.dataset.seen };
      const answer = await fetch(location.pathname, { headers });
      if (this.#leaving) return;
      if (answer.status === 200) this.#takeIn(drawn(await answer.text()));
      else if (answer.status !== 204 && answer.status < 500 && !typedIn(this)) location.reload();
    } catch {
      // Offline or restarting: the page stays as it is, and the next question may get through.
    }
    if (this.isConnected) this.#wake();
  };

  /** @param {Document} page */
  #takeIn(page) {
    const fresh = page.querySelector("live-page");
    if (fresh instanceof HTMLElement) this.#merge(fresh);
    else if (!typedIn(this)) location.reload();
  }

  // Sending

  /** @param {Event} event */
  #typed = (event) => {
    const form = /** @type {HTMLInputElement} */ (event.target).form;
    if (form) form.done = false;
  };

  /** @param {SubmitEvent} event */
  #submitted = (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const to = event.submitter?.getAttribute("formaction") ?? form.action;
    if (new URL(to, location.href).pathname !== location.pathname) return;
    event.preventDefault();
    if (this.#sending.has(form)) return;
    this.#sending.add(form);
    form.body = bodyOf(form, event.submitter);
    // One after the other: an answer that set out earlier must not undo what was pressed later.
    this.#last = this.#last.then(() => this.#send(form, event.submitter));
  };

  /** @param {HTMLFormElement} form @param {HTMLElement | null} button */
  async #send(form, button) {
    form.again = button;
    form.failed = false;
    try {
      const answer = await fetch(form.action, { method: "POST", body: bodyOf(form, button) });
      this.#offline(false);
      this.#sending.delete(form);
      this.#answered(answer, drawn(await answer.text()), form, button);
    } catch {
      // What was typed stays in the form, and goes on its way when the network is back.
      form.failed = true;
      this.#offline(true);
      setTimeout(this.#sendAgain, TRY_AGAIN);
    }
  }

  // Leaving an entry as it was: its address is this page, so following the link would change nothing.
  /** @param {Event} event */
  #clicked = async (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[data-leave]");
    const form = link?.closest("form");
    if (!form) return;
    event.preventDefault();
    try {
      const answer = await fetch(location.pathname);
      this.#answered(answer, drawn(await answer.text()), form, link);
    } catch {
      // Offline: the form stays open, with everything in it.
    }
  };

  #sendAgain = () => {
    for (const form of this.#sending) if (form.isConnected && form.failed) this.#send(form, form.again);
  };

  /** @param {boolean} is */
  #offline(is) {
    this.querySelector("[data-offline]")?.toggleAttribute("hidden", !is);
  }

  /** @param {Response} answer @param {Document} page @param {HTMLFormElement} form @param {HTMLElement | null} button */
  #answered(answer, page, form, button) {
    const fresh = page.querySelector("live-page");
    if (new URL(answer.url).pathname !== location.pathname) location.assign(answer.url);
    else if (!(fresh instanceof HTMLElement)) this.#show(page);
    else {
      const place = placeOf(button);
      const asked = this.#heading();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      form.done = true;
      // Emptied first, so that the same word is read out a second time too.
      this.querySelector("#told")?.replaceChildren();
      if (answer.redirected) form.reset();
      this.#merge(fresh);
      this.#focus(form, place, asked);
    }
  }

  #heading() {
    return this.querySelector("h1")?.textContent?.trim();
  }

  /** A page that asks or refuses: it has what was typed. @param {Document} page */
  #show(page) {
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
    focusOn(document.querySelector("h1"));
  }

  /** @param {HTMLFormElement} form @param {Place | null} place @param {string | undefined} asked */
  #focus(form, place, asked) {
    const trouble = this.querySelector(".trouble[autofocus]");
    const heading = this.querySelector("h1");
    if (!trouble && asked !== this.#heading()) return focusOn(heading);
    const again = form.dataset.again && this.querySelector(`#${form.id} [name=${form.dataset.again}]`);
    const entry = place && document.getElementById(place.id);
    const opened = entry && fieldsOf(entry).find((field) => !place.fields.has(field.id));
    const same = entry?.querySelectorAll("button")[place.at];
    focusOn(trouble ?? again ?? opened ?? same ?? entry?.querySelector("summary, a, button") ?? entry ?? heading);
  }

  // Taking in

  /** @param {HTMLElement} fresh */
  #merge(fresh) {
    this.dataset.seen = fresh.dataset.seen;
    mergeParts(this, fresh);
  }
}

/** What is sent; a button that was drawn anew meanwhile sends what it said when it was pressed.
 * @param {HTMLFormElement} form @param {HTMLElement | null} button */
function bodyOf(form, button) {
  const gone = button instanceof HTMLButtonElement && button.form !== form;
  return gone ? form.body : new URLSearchParams(new FormData(form, button));
}

/** Put what is new in the place of what is old, part by part. @param {Element} old @param {Element} fresh */
function merge(old, fresh) {
  if (alike(old, fresh)) return;
  // What is read out must be the same element as before: a new one says nothing.
  if (old.matches("[role=status]")) old.replaceChildren(...document.adoptNode(fresh).childNodes);
  else if (!busy(old)) {
    const here = old.contains(document.activeElement) ? document.activeElement : null;
    keepOpen(old, fresh);
    old.replaceWith(document.adoptNode(fresh));
    if (here) focusOn(document.getElementById(here.id) ?? document.querySelector("h1"));
  } else if (old.matches("[data-list]")) mergeList(old, fresh);
  else mergeParts(old, fresh);
}

/** @param {Element} old @param {Element} fresh */
function mergeParts(old, fresh) {
  const before = new Map(outermost(old).map((part) => [part.id, part]));
  const after = outermost(fresh);
  const kept = new Set(after.map((part) => part.id));
  for (const [id, part] of before) if (!kept.has(id) && !busy(part)) part.remove();
  let last = null;
  for (const part of after) {
    const known = before.get(part.id);
    if (known) merge(known, part);
    else if (last) last.after(document.adoptNode(part));
    else old.prepend(document.adoptNode(part));
    last = document.getElementById(part.id) ?? last;
  }
}

/** @param {Element} old @param {Element} fresh */
function mergeList(old, fresh) {
  const wanted = [...fresh.children];
  const ids = new Set(wanted.map((item) => item.id));
  for (const item of [...old.children]) if (!ids.has(item.id) && !busy(item)) item.remove();
  wanted.forEach((item, place) => {
    const known = [...old.children].find((one) => one.id === item.id);
    if (known && !alike(known, item) && !busy(known)) {
      keepOpen(known, item);
      known.replaceWith(document.adoptNode(item));
    } else if (!known) old.insertBefore(document.adoptNode(item), old.children[place] ?? null);
  });
}

/** @param {Element} place */
function outermost(place) {
  return [...place.querySelectorAll(PARTS)].filter((part) => {
    const around = part.parentElement.closest(PARTS);
    return !around || around === place || !place.contains(around);
  });
}

/** @param {Element} one @param {Element} other */
function alike(one, other) {
  return withoutProof(one).isEqualNode(withoutProof(other));
}

/** Each drawing of a form proves anew that it is ours; that is no change, nor is where somebody stood. @param {Element} part */
function withoutProof(part) {
  const copy = /** @type {Element} */ (part.cloneNode(true));
  for (const proof of copy.querySelectorAll("[name=csrfmiddlewaretoken]")) proof.removeAttribute("value");
  for (const place of [copy, ...copy.querySelectorAll("[tabindex='-1']")]) place.removeAttribute("tabindex");
  return copy;
}

/** Somebody is typing or standing here. @param {Element} place */
function busy(place) {
  const here = document.activeElement;
  // Who stands before a heading only reads: what the other one has done must come.
  if (here?.matches(STANDING) && place.contains(here)) return true;
  const forms = place.matches("form") ? [place] : [...place.querySelectorAll("form")];
  return forms.some((form) => !form.done && typedIn(form));
}

/** What somebody has unfolded stays unfolded. @param {Element} old @param {Element} fresh */
function keepOpen(old, fresh) {
  const open = new Set([...old.querySelectorAll("details[open]")].map(nameOf));
  for (const fold of fresh.querySelectorAll("details")) if (open.has(nameOf(fold))) fold.open = true;
}

/** @param {Element} fold */
function nameOf(fold) {
  return `${fold.closest("[id]")?.id} ${fold.querySelector("summary")?.textContent?.trim()}`;
}

/** Where a button stood: its entry, the how-manieth it was there, and the fields beside it.
 * @typedef {{ id: string, at: number, fields: Set<string> }} Place
 * @param {Element | null} button @returns {Place | null} */
function placeOf(button) {
  const entry = button?.closest("[id]");
  if (!entry) return null;
  const at = [...entry.querySelectorAll("button")].indexOf(button);
  return { id: entry.id, at, fields: new Set(fieldsOf(entry).map((field) => field.id)) };
}

/** @param {Element} entry */
function fieldsOf(entry) {
  return [...entry.querySelectorAll(FIELDS)].filter((field) => field.checkVisibility());
}

/** @param {Element | null} place */
function focusOn(place) {
  if (!(place instanceof HTMLElement)) return;
  if (!place.matches(STANDING)) place.setAttribute("tabindex", "-1");
  place.focus();
}

customElements.define("live-page", LivePage);
