"""The full screen beside the same page in bare Textual and, where it is installed, in prompt_toolkit.

Run: ``python tests/benchmarks/scherm.py [runs]`` with the program installed, on a system with pseudo-terminals. Wall
time from start to first question, and from a key to the next question; medians of runs taken in turn, and their
ratios. Ours keeps every answer on disk before the next question shows, the others keep nothing.
"""

import contextlib
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

import pexpect

HIER = Path(__file__).parent
TOETSEN = 20
_STUREN = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class Pagina:
    """A program on a terminal that shows questions by number."""

    def __init__(self, opdracht: list[str], omgeving: dict[str, str]) -> None:
        self._kind = pexpect.spawn(
            sys.executable, opdracht, env=omgeving, encoding="utf-8", dimensions=(24, 80), timeout=30
        )
        self._kind.delaybeforesend = None
        self._getoond = ""

    def measure_vraag(self, wat: str = "") -> float:
        """Seconds from typing something, or from the start, until something else than before is shown of a number."""
        begin = perf_counter()
        if wat:
            self._kind.send(wat)
        while not re.search(r"Vraag|[0-9]+ van 30|\d", _STUREN.sub("", self._getoond)):
            with contextlib.suppress(pexpect.TIMEOUT):
                self._getoond += self._kind.read_nonblocking(65536, timeout=5)
        duur = perf_counter() - begin
        self._read_rest()
        return duur

    def _read_rest(self) -> None:
        """Read until nothing more comes."""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            while True:
                self._kind.read_nonblocking(65536, timeout=0.15)
        self._getoond = ""

    def close(self) -> None:
        self._kind.close(force=True)


def write_begonnen(folder: str, omgeving: dict[str, str]) -> None:
    """Leave an unfinished test with one answer: going on with it opens at a question."""
    kind = pexpect.spawn(
        sys.executable,
        ["-m", "conflictstijl", "afnemen", "--regels", "--opnieuw"],
        env=omgeving,
        encoding="utf-8",
        timeout=30,
    )
    for _ in range(2):
        kind.expect_exact("> ")
        kind.sendline("3")
    kind.expect_exact("> ")
    kind.sendline("stop")
    kind.expect(pexpect.EOF)
    assert list(Path(folder, "begonnen").glob("*.jsonl"))


@contextlib.contextmanager
def begin_pagina(naam: str) -> Iterator[Pagina]:
    """Start one of the programs, with a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        omgeving = {**os.environ, "TERM": "xterm-256color", "CONFLICTSTIJL_MAP": folder}
        omgeving.pop("PYTHONDONTWRITEBYTECODE", None)
        if naam == "conflictstijl":
            write_begonnen(folder, omgeving)
            opdracht = ["-m", "conflictstijl", "afnemen", "--hervat"]
        else:
            opdracht = [str(HIER / f"kaal_{naam}.py")]
        pagina = Pagina(opdracht, omgeving)
        try:
            yield pagina
        finally:
            pagina.close()


def main() -> None:
    keren = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    namen = ["conflictstijl", "textual", *(["prompt_toolkit"] if find_spec("prompt_toolkit") else [])]
    start: dict[str, list[float]] = {naam: [] for naam in namen}
    toets: dict[str, list[float]] = {naam: [] for naam in namen}
    for _ in range(keren):
        for naam in namen:
            with begin_pagina(naam) as pagina:
                start[naam].append(pagina.measure_vraag())
                toets[naam] += [pagina.measure_vraag("3") for _ in range(TOETSEN)]
    for wat, tijden in (("start to first question", start), ("key to next question", toets)):
        print(wat)
        eigen = statistics.median(tijden["conflictstijl"])
        for naam in namen:
            mediaan = statistics.median(tijden[naam])
            print(f"  {naam:<15} {mediaan * 1000:7.1f} ms   conflictstijl / {naam}: {eigen / mediaan:4.2f}x")


if __name__ == "__main__":
    main()
