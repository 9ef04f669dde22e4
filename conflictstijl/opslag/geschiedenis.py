"""Finished tests on disk: one file each, written whole or not at all, and never trusted when read.

A session has one file, so a test never gives two results; a result with other answers never takes its place, but gets
a session of its own. Who writes or erases holds the lock of the folder; a file that is not whole yet and that nobody
who holds it writes is left over from a crash, and goes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from conflictstijl.fouten import Bevinding, ConflictstijlFout, Plek, SchrijfFout, render_oorzaak
from conflictstijl.opslag.overlap import check_vervangt
from conflictstijl.opslag.schijf import TIJDELIJK, build_map, read_bestand, write_mapgegevens, write_vervanging
from conflictstijl.opslag.uitslagregels import (
    MAX_BYTES,
    Uitslag,
    build_document,
    build_naam,
    check_zelfde,
    fold_sessie,
    parse_uitslag,
    render_json,
)
from conflictstijl.tekst import clean_tekst

if TYPE_CHECKING:
    from conflictstijl.opslag.slot import Slot

EINDE = ".json"
"""How the name of the file of a finished test ends."""

SLOT = ".slot"
"""The lock of the folder; it may stay, and means nothing by itself."""

_NAAM = re.compile(r"([0-9]{8}T[0-9]{6}(?:[0-9]{6})?)Z-([0-9a-f]{16})\.json", re.ASCII)
"""Names from before the microseconds stay readable."""
_MOMENT = len("20261122T064512000000")
_MEESTE = 8
"""How many results of one session may stand beside each other."""
_WACHT = 10.0
"""Seconds to wait for another window that writes: a write takes hundredths of these."""
_ZELF = "wis het zelf als je het niet meer nodig hebt"
_WIS = "wis hem met: conflictstijl resultaten wis"

Keuring = Callable[[Uitslag], str]
"""Why a finished test that reads well cannot be used after all; empty when it can."""


def check_niets(_: Uitslag) -> str:
    """Have nothing against a finished test: who knows no scoring rules sees only whether it is whole."""
    return ""


def write_uitslag(map_: Path, uitslag: Uitslag, *, vervang: bool = True) -> Path:
    """Keep a finished test and return its file; on return it is on disk.

    An earlier file of its session is replaced when this one has all its answers; without `vervang` it never is. Beside
    one with other answers it is kept under another session, that of the name of its file. Raises SchrijfFout, and
    leaves what was kept as it was, when the folder, the rights or the disk refuse. One that could not be read back is
    refused too.
    """
    _check_leesbaar(uitslag)
    try:
        check_map(map_)
        build_map(map_)
        with ask_schrijfslot(map_):
            clean_tijdelijk(map_)
            if not vervang and load_paden(map_, uitslag.sessie):
                raise SchrijfFout("deze uitslag staat er intussen al")
            eigen = _build_plaats(map_, uitslag)
            write_vervanging(eigen.pad, render_json(build_document(eigen)))
            write_mapgegevens(map_)
    except OSError as fout:
        raise build_schrijffout(map_, "bewaren in", fout) from fout
    return eigen.pad


def _check_leesbaar(uitslag: Uitslag) -> None:
    inhoud = render_json(build_document(uitslag))
    gelezen = parse_uitslag(inhoud, uitslag.pad)
    if len(inhoud) > MAX_BYTES or isinstance(gelezen, str) or not check_zelfde(gelezen, uitslag):
        wat = gelezen if isinstance(gelezen, str) else "het is te groot of het komt anders terug"
        raise SchrijfFout(f"dit resultaat is niet te bewaren: {wat}; bewaar het verslag met -o")


def _build_plaats(map_: Path, uitslag: Uitslag) -> Uitslag:
    """Return a result with its file: that of an earlier one that it replaces, else a new one, under a free session."""
    bezet = {sessie: load_paden(map_, sessie)[:1] for sessie in build_sessies(uitslag.sessie)}
    for sessie, (pad,) in ((een, paden) for een, paden in bezet.items() if paden):
        eerder = load_bestand(pad)
        if isinstance(eerder, Uitslag) and check_vervangt(uitslag, eerder):
            return replace(uitslag, sessie=sessie, pad=pad)
    vrij = next((sessie for sessie, paden in bezet.items() if not paden), None)
    if vrij is None:
        raise SchrijfFout("van deze test staan er al te veel uitslagen; wis er een")
    eigen = replace(uitslag, sessie=vrij)
    return replace(eigen, pad=map_ / build_naam(eigen))


def build_sessies(sessie: str) -> list[str]:
    """Return the ids that results of one session may have: its own, and those of results with other answers."""
    eigen = fold_sessie(sessie)
    return [eigen, *(fold_sessie(f"{eigen}+{nummer}") for nummer in range(1, _MEESTE))]


def check_map(map_: Path) -> None:
    """Raise SchrijfFout for a folder that is a link: what is kept there would be somewhere else."""
    if map_.is_symlink():
        raise SchrijfFout(f"{_render_pad(map_)} is een verwijzing naar een andere map; maak er een gewone map van")


def clean_pad(pad: Path, ask: Callable[[Path], "Slot"]) -> str:
    """Erase a file that is being filled, or a left-over lock, under its lock; return why it stays, else nothing."""
    try:
        slot = ask(pad)
    except ConflictstijlFout as fout:
        return str(fout)
    try:
        pad.unlink(missing_ok=True)
    except OSError as fout:
        slot.close()
        return str(build_schrijffout(pad, "wissen van", fout))
    slot.clean()
    return ""


def build_schrijffout(pad: Path, werk: str, fout: OSError) -> SchrijfFout:
    """Return what could not be done to a file or folder, and why."""
    return SchrijfFout(
        f"{werk} {_render_pad(pad)} lukt niet: {render_oorzaak(fout)}; maak ruimte of kijk de rechten na"
    )


def _render_pad(pad: Path) -> str:
    return f"'{clean_tekst(str(pad))}'"


@contextmanager
def ask_schrijfslot(map_: Path) -> Iterator[None]:
    """Hold the lock on writing in a folder; raises SchrijfFout when another window keeps it, OSError without locks."""
    from filelock import FileLock, Timeout

    slot = FileLock(map_ / SLOT, timeout=_WACHT, mode=0o600, thread_local=False, fallback_to_soft=False)
    try:
        slot.acquire()
    except Timeout:
        raise SchrijfFout(f"een ander venster schrijft in {_render_pad(map_)}; probeer het straks opnieuw") from None
    try:
        yield
    finally:
        with suppress(OSError):
            slot.release()


def clean_tijdelijk(map_: Path) -> None:
    """Remove what a crash left half written; only for who holds the lock of the folder."""
    for pad in map_.glob(f"{TIJDELIJK}*"):
        with suppress(OSError):
            pad.unlink()


def load_paden(map_: Path, sessie: str = "") -> list[Path]:
    """Return the files of finished tests, those of one session or all, newest first; none without the folder."""
    try:
        paden = [(pad, _NAAM.fullmatch(pad.name)) for pad in map_.iterdir()]
    except FileNotFoundError:
        return []
    goed = [(treffer[1].ljust(_MOMENT, "0"), pad) for pad, treffer in paden if treffer and sessie in ("", treffer[2])]
    return [pad for _, pad in sorted(goed, reverse=True)]


def read_sessie(pad: Path) -> str:
    """Return the session in the name of the file of a finished test."""
    return pad.stem.rpartition("-")[2]


def load_uitslagen(map_: Path, keur: Keuring = check_niets) -> tuple[list[Uitslag], list[Bevinding]]:
    """Return the finished tests in a folder, newest first, and what is wrong with the files that cannot be used."""
    try:
        check_map(map_)
        paden = load_paden(map_)
        vreemd = sorted(pad for pad in map_.glob(f"*{EINDE}") if pad not in paden)
    except OSError as fout:
        wat = f"de map met uitslagen is niet te lezen: {render_oorzaak(fout)}"
        return [], [_build_melding(map_, wat, "kijk de rechten na")]
    except SchrijfFout as fout:
        return [], [_build_melding(map_, str(fout), "")]
    uitslagen: dict[str, Uitslag] = {}
    meldingen: list[Bevinding] = []
    for pad in paden:
        gelezen = load_bestand(pad, keur)
        if isinstance(gelezen, str):
            wat = f"deze bewaarde uitslag is niet te gebruiken: {gelezen}"
            meldingen.append(_build_melding(pad, wat, f"{_WIS} {read_sessie(pad)}"))
        elif gelezen.sessie in uitslagen:
            meldingen.append(_build_melding(pad, "deze bewaarde uitslag staat er twee keer", f"{_WIS} {pad.stem}"))
        else:
            uitslagen[gelezen.sessie] = gelezen
    meldingen += [_build_melding(pad, "dit is niet de naam van een bewaarde uitslag", _ZELF) for pad in vreemd]
    return list(uitslagen.values()), meldingen


def load_bestand(pad: Path, keur: Keuring = check_niets) -> Uitslag | str:
    """Return the finished test in a file, or why it cannot be used."""
    try:
        gelezen = parse_uitslag(read_bestand(pad, MAX_BYTES), pad)
    except OSError as fout:
        return render_oorzaak(fout)
    if isinstance(gelezen, str):
        return gelezen
    if read_sessie(pad) != gelezen.sessie:
        return "de naam is die van een andere uitslag"
    return keur(gelezen) or gelezen


def load_sessie(map_: Path, sessie: str, keur: Keuring = check_niets) -> Uitslag | None:
    """Return the sound finished test of a session, None when there is none."""
    try:
        check_map(map_)
        gelezen = [load_bestand(pad, keur) for pad in load_paden(map_, fold_sessie(sessie))]
    except (OSError, SchrijfFout):
        return None
    return next((een for een in gelezen if isinstance(een, Uitslag)), None)


def _build_melding(pad: Path, wat: str, hint: str) -> Bevinding:
    return Bevinding(Plek(clean_tekst(str(pad))), "bewaarde-uitslag", wat, hint)


def clean_map(map_: Path) -> tuple[list[Path], list[Bevinding]]:
    """Erase all that was kept in a folder, damaged files too; return what went and what could not."""
    weg: list[Path] = []
    meldingen: list[Bevinding] = []
    try:
        check_map(map_)
        if not map_.exists():
            return weg, meldingen
        with ask_schrijfslot(map_):
            weg, meldingen = _clean_alle(map_, [*map_.glob(f"*{EINDE}"), *map_.glob(f"{TIJDELIJK}*")])
            with suppress(OSError):
                (map_ / SLOT).unlink()
            genoemd = {melding.plek.bestand for melding in meldingen}
            over = sorted(pad for pad in map_.iterdir() if pad.name != SLOT)
            vreemd = (pad for pad in over if clean_tekst(str(pad)) not in genoemd)
            meldingen += [build_blijft(pad, "dit hoort hier niet") for pad in vreemd]
    except (OSError, SchrijfFout) as fout:
        meldingen.append(build_blijft(map_, _render_reden(fout)))
    return weg, meldingen


def clean_bestanden(map_: Path, paden: Iterable[Path]) -> tuple[list[Path], list[Bevinding]]:
    """Erase some of the files in a folder, also damaged ones; return those that went, and why the others stay."""
    gekozen = list(paden)
    if not gekozen:
        return [], []
    try:
        check_map(map_)
        with ask_schrijfslot(map_):
            return _clean_alle(map_, gekozen)
    except (OSError, SchrijfFout) as fout:
        return [], [build_blijft(map_, _render_reden(fout))]


def _clean_alle(map_: Path, paden: Iterable[Path]) -> tuple[list[Path], list[Bevinding]]:
    """Erase files under the lock of their folder, and wait for the disk; what went is told also when that fails."""
    weg: list[Path] = []
    meldingen: list[Bevinding] = []
    for pad in sorted(paden):
        try:
            pad.unlink(missing_ok=True)
        except OSError as fout:
            meldingen.append(build_blijft(pad, str(build_schrijffout(pad, "wissen van", fout))))
        else:
            weg.append(pad)
    try:
        write_mapgegevens(map_)
    except OSError as fout:
        wat = f"dat het wissen blijft, is niet zeker: {render_oorzaak(fout)}"
        meldingen.append(build_blijft(map_, wat))
    return weg, meldingen


def _render_reden(fout: OSError | SchrijfFout) -> str:
    return str(fout) if isinstance(fout, SchrijfFout) else render_oorzaak(fout)


def build_blijft(pad: Path, wat: str) -> Bevinding:
    """Return the finding that a file or folder stays."""
    return Bevinding(Plek(clean_tekst(str(pad))), "niet-gewist", wat, _ZELF)
