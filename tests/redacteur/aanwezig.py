"""Whether the server is here, and what it means when it is not."""

from pathlib import Path

import pytest


def check_server(node: str | None, server: Path, *, verplicht: bool) -> None:
    """Skip the test with the reason when the server is missing; fail when it must be here."""
    if node is not None and server.is_file():
        return
    wat = "Node.js" if node is None else "yaml-language-server"
    reden = f"{wat} is not installed; `bash tests/run` installs the server on a machine with Node.js and npm"
    if verplicht:
        pytest.fail(reden)
    pytest.skip(reden)
