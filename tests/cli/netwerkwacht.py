"""A program for the tests: runs commands one after the other, and counts every reach for the network.

Usage: netwerkwacht.py [--controle] < JSON list of commands. Writes the reaches, and how many commands went well. An
event loop talks to itself over a pair of local sockets: those are of no network. With `--controle` one reach is made.
"""

import asyncio
import json
import socket
import sys
from collections.abc import Sequence

from conflictstijl import toepassing
from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.scherm.afname import Afnameapp, Opzet
from conflictstijl.cli.grens import run_programma

NETWERK = {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
GEZIEN: list[str] = []


def guard(gebeurtenis: str, gegevens: tuple[object, ...]) -> None:
    """Write down a reach for the network."""
    if gebeurtenis in NETWERK:
        GEZIEN.append(gebeurtenis)
    if gebeurtenis == "socket.__new__" and gegevens[1] in {socket.AF_INET, socket.AF_INET6}:
        GEZIEN.append(f"{gebeurtenis} {gegevens[1]}")


async def run_scherm() -> None:
    """Take a few steps on the full screen."""
    lijst = toepassing.load_vragenlijst("conflictstijlen-kort")
    app = Afnameapp(Opzet(lijst, lijst.id, Bewaarwens(None)))
    async with app.run_test(size=(80, 24)) as stuur:
        await stuur.press("enter", "3", "4")


def main(opdrachten: Sequence[Sequence[str]]) -> None:
    sys.addaudithook(guard)
    goed = sum(run_programma(list(opdracht)) in {0, 1, 3} for opdracht in opdrachten)
    asyncio.run(run_scherm())
    if "--controle" in sys.argv:
        try:
            socket.create_connection(("127.0.0.1", 9), timeout=0.1)
        except OSError:
            GEZIEN.append("geweigerd")
    print(json.dumps({"gezien": GEZIEN, "goed": goed}), file=sys.__stderr__)


if __name__ == "__main__":
    main(json.loads(sys.stdin.read()))
