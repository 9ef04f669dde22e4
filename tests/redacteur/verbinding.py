"""JSON-RPC over the pipes of a child process, the way editors talk to a language server; it can never hang."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from typing import Any, Self

Bericht = dict[str, Any]


class VerbindingFout(Exception):
    """The server ended, or was ended because an exchange took too long."""


class Verbinding:
    """A child process that reads and writes messages; leaving the ``with`` ends it."""

    def __init__(self, opdracht: Sequence[str], geduld: float) -> None:
        self._geduld = geduld
        self._proces = subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._proces.kill()
        self._proces.communicate()

    @contextmanager
    def deadline(self) -> Iterator[None]:
        """End the process when the block takes too long: its pipes close, and what waits for them stops waiting."""
        wekker = Timer(self._geduld, self._proces.kill)
        wekker.daemon = True
        wekker.start()
        try:
            yield
        finally:
            wekker.cancel()

    def write(self, bericht: Bericht) -> None:
        inhoud = json.dumps({"jsonrpc": "2.0", **bericht}).encode()
        assert self._proces.stdin
        try:
            self._proces.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(inhoud), inhoud))
            self._proces.stdin.flush()
        except BrokenPipeError as fout:
            raise VerbindingFout("the server no longer listens") from fout

    def read(self) -> Bericht:
        assert self._proces.stdout
        lengte = 0
        while (regel := self._proces.stdout.readline()) != b"\r\n":
            self._check_heel(heel=regel.endswith(b"\n"))
            naam, _, waarde = regel.partition(b":")
            lengte = int(waarde) if naam.lower() == b"content-length" else lengte
        inhoud = self._proces.stdout.read(lengte)
        self._check_heel(heel=len(inhoud) == lengte)
        bericht: Bericht = json.loads(inhoud)
        return bericht

    def _check_heel(self, *, heel: bool) -> None:
        if not heel:
            raise VerbindingFout(f"the server ended, or was ended after {self._geduld} seconds without an answer")
