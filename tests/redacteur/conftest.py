"""The running server; without one the tests are skipped on a user's machine, and fail in CI."""

import os
import shutil
from collections.abc import Iterator

import pytest

from .aanwezig import check_server
from .redacteur import SERVER, Redacteur, run_redacteur


@pytest.fixture(scope="session")
def redacteur() -> Iterator[Redacteur]:
    check_server(shutil.which("node"), SERVER, verplicht=bool(os.environ.get("CI")))
    with run_redacteur() as redacteur:
        yield redacteur
