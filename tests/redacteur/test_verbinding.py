"""The client cannot hang: whatever the server does, a test goes on."""

import sys
import time

import pytest

from .redacteur import run_redacteur
from .verbinding import Verbinding, VerbindingFout

NIEUWS = 'Content-Length: 34\r\n\r\n{"method": "x", "params": {"u":1}}'
SERVERS = {
    "silent": "import time; time.sleep(600)",
    "gone": "",
    "endless": f"import sys\nwhile True: print({NIEUWS!r}, end='', flush=True)",
    "deaf": "import os, time; os.close(0); time.sleep(600)",
}


@pytest.mark.parametrize("soort", SERVERS)
def test_a_server_that_gives_no_answer_is_ended(soort: str) -> None:
    begin = time.monotonic()
    with pytest.raises(VerbindingFout), run_redacteur([sys.executable, "-c", SERVERS[soort]], geduld=0.5):
        pass
    assert time.monotonic() - begin < 20


def test_a_server_that_does_not_read_a_long_message_is_ended() -> None:
    with (
        Verbinding([sys.executable, "-c", SERVERS["silent"]], geduld=0.5) as verbinding,
        pytest.raises(VerbindingFout, match="no longer listens"),
        verbinding.deadline(),
    ):
        verbinding.write({"params": "x" * 1_000_000})
