"""Pages: one module per noun, each view reads find, form, verb, answer."""
