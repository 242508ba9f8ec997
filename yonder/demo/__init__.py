"""An example workplace to look around in: made-up people, made-up sentences, real keys."""
