"""One thin file per command: options, one use case, one renderer, exit code."""
