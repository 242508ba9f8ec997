// @ts-check
// The only place that turns text into a page: answers of this very address, drawn by the server.

const trust = globalThis.trustedTypes?.createPolicy("yonder", { createHTML: (html) => html });

/** @param {string} html */
globalThis.drawn = (html) =>
  new DOMParser().parseFromString(trust?.createHTML(html) ?? html, "text/html");

/** Has somebody typed here and not sent it? @param {Element} place */
globalThis.typedIn = (place) =>
  [...place.querySelectorAll("textarea, input:not([type=hidden]), select")].some((field) => {
    if (field.type === "checkbox" || field.type === "radio")
      return field.checked !== field.defaultChecked;
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected !== option.defaultSelected)
        && field.selectedIndex > 0;
    return field.value !== field.defaultValue;
  });
