"""Finished tests on disk: one file each, written whole or not at all, and never trusted when read.

A session has one file, so a test never gives two results. Who writes or erases holds the lock of the folder; a file
that is not whole yet and that nobody who holds it writes is left over from a crash, and goes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from conflictstijl.fouten import Bevinding, ConflictstijlFout, Plek, SchrijfFout, render_oorzaak
from conflictstijl.opslag.bewaard import EINDE as JOURNAAL
from conflictstijl.opslag.bewaard import MAX_BYTES as MAX_JOURNAAL
from conflictstijl.opslag.bewaard import Bewaard, build_bewaard
from conflictstijl.opslag.journaal import resume_journaal
from conflictstijl.opslag.journaallezer import parse_journaal
from conflictstijl.opslag.schijf import TIJDELIJK, build_map, read_bestand, write_mapgegevens, write_vervanging
from conflictstijl.opslag.slot import ask_slot
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

EINDE = ".json"
"""How the name of the file of a finished test ends."""

SLOT = ".slot"
"""The lock of the folder; it may stay, and means nothing by itself."""

_NAAM = re.compile(r"[0-9]{8}T[0-9]{6}Z-([0-9a-f]{16})\.json", re.ASCII)
_WACHT = 10.0
"""Seconds to wait for another window that writes: a write takes hundredths of these."""

Keuring = Callable[[Uitslag], str]
"""Why a finished test that reads well cannot be used after all; empty when it can."""


def check_niets(_: Uitslag) -> str:
    """Have nothing against a finished test: who knows no scoring rules sees only whether it is whole."""
    return ""


def write_uitslag(map_: Path, uitslag: Uitslag, *, vervang: bool = True) -> Path:
    """Keep a finished test and return its file; on return it is on disk.

    An earlier file of its session is replaced; without `vervang` that is refused. Raises SchrijfFout, and leaves what
    was kept as it was, when the folder, the rights or the disk refuse. One that could not be read back is refused too.
    """
    inhoud = render_json(build_document(uitslag))
    gelezen = parse_uitslag(inhoud, uitslag.pad)
    if len(inhoud) > MAX_BYTES or isinstance(gelezen, str) or not check_zelfde(gelezen, uitslag):
        wat = gelezen if isinstance(gelezen, str) else "het is te groot of het komt anders terug"
        raise SchrijfFout(f"dit resultaat is niet te bewaren: {wat}; bewaar het verslag met -o")
    try:
        check_map(map_)
        build_map(map_)
        with ask_schrijfslot(map_):
            clean_tijdelijk(map_)
            eerder = load_paden(map_, uitslag.sessie)
            if eerder and not vervang:
                raise SchrijfFout("deze uitslag staat er intussen al")
            pad = next(iter(eerder), map_ / build_naam(uitslag))
            write_vervanging(pad, inhoud)
            write_mapgegevens(map_)
    except OSError as fout:
        raise build_schrijffout(map_, "bewaren in", fout) from fout
    return pad


def check_map(map_: Path) -> None:
    """Raise SchrijfFout for a folder that is a link: what is kept there would be somewhere else."""
    if map_.is_symlink():
        raise SchrijfFout(f"{_render_pad(map_)} is een verwijzing naar een andere map; maak er een gewone map van")


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
    goed = (pad for pad, treffer in paden if treffer and sessie in ("", treffer[1]))
    return sorted(goed, key=lambda pad: pad.name, reverse=True)


def load_uitslagen(map_: Path, keur: Keuring = check_niets) -> tuple[list[Uitslag], list[Bevinding]]:
    """Return the finished tests in a folder, newest first, and what is wrong with the files that cannot be used."""
    try:
        check_map(map_)
        paden = load_paden(map_)
        vreemd = sorted(pad for pad in map_.glob(f"*{EINDE}") if pad not in paden)
    except OSError as fout:
        return [], [_build_melding(map_, f"de map met uitslagen is niet te lezen: {render_oorzaak(fout)}")]
    except SchrijfFout as fout:
        return [], [_build_melding(map_, str(fout))]
    uitslagen: dict[str, Uitslag] = {}
    meldingen: list[Bevinding] = []
    for pad in paden:
        gelezen = load_bestand(pad, keur)
        if isinstance(gelezen, str):
            meldingen.append(_build_melding(pad, f"deze bewaarde uitslag is niet te gebruiken: {gelezen}"))
        elif gelezen.sessie in uitslagen:
            meldingen.append(_build_melding(pad, "deze bewaarde uitslag staat er twee keer"))
        else:
            uitslagen[gelezen.sessie] = gelezen
    meldingen += [_build_melding(pad, "dit is niet de naam van een bewaarde uitslag") for pad in vreemd]
    return list(uitslagen.values()), meldingen


def load_bestand(pad: Path, keur: Keuring = check_niets) -> Uitslag | str:
    """Return the finished test in a file, or why it cannot be used."""
    try:
        gelezen = parse_uitslag(read_bestand(pad, MAX_BYTES), pad)
    except OSError as fout:
        return render_oorzaak(fout)
    if isinstance(gelezen, str):
        return gelezen
    if not pad.stem.endswith(f"-{gelezen.sessie}"):
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


def _build_melding(pad: Path, wat: str) -> Bevinding:
    hint = "wis het bestand als je het niet meer nodig hebt"
    return Bevinding(Plek(clean_tekst(str(pad))), "bewaarde-uitslag", wat, hint)


def clean_uitslag(pad: Path) -> None:
    """Erase the file of a finished test; raises SchrijfFout when it stays."""
    try:
        pad.unlink(missing_ok=True)
        write_mapgegevens(pad.parent)
    except OSError as fout:
        raise build_schrijffout(pad, "wissen van", fout) from fout


def clean_klaar(journaalmap: Path, resultatenmap: Path, keur: Keuring = check_niets) -> list[str]:
    """Erase the journals of tests that are sound among the finished ones, and return the sessions of these.

    They are left over from a program that stopped between keeping the result and erasing the journal. One that is
    open in another window stays, and one whose result is damaged too.
    """
    try:
        klaar = {pad.stem.rpartition("-")[2] for pad in load_paden(resultatenmap)}
        paden = sorted(journaalmap.glob(f"*{JOURNAAL}")) if klaar else []
    except OSError:
        return []
    journalen = [een for een in map(_load_journaal, paden) if een and fold_sessie(een.kop.sessie) in klaar]
    over = [een for een in journalen if load_sessie(resultatenmap, een.kop.sessie, keur)]
    return [een.kop.sessie for een in over if _clean_journaal(een)]


def _load_journaal(pad: Path) -> Bewaard | None:
    try:
        inhoud = parse_journaal(read_bestand(pad, MAX_JOURNAAL))
    except OSError:
        return None
    return None if isinstance(inhoud, str) else build_bewaard(pad, inhoud)


def _clean_journaal(bewaard: Bewaard) -> bool:
    """Erase a journal, unless another window has it or the disk refuses."""
    try:
        with resume_journaal(bewaard) as journaal:
            journaal.clean()
    except ConflictstijlFout:
        return False
    return True


def clean_map(map_: Path) -> tuple[list[Path], list[Bevinding]]:
    """Erase all that was kept in a folder, damaged files too; return what went and what could not."""
    try:
        check_map(map_)
        if not map_.exists():
            return [], []
        with ask_schrijfslot(map_):
            clean_tijdelijk(map_)
            weg, meldingen = clean_bestanden(sorted(map_.glob(f"*{EINDE}")))
            with suppress(OSError):
                (map_ / SLOT).unlink()
            write_mapgegevens(map_)
    except (OSError, SchrijfFout) as fout:
        wat = str(fout) if isinstance(fout, SchrijfFout) else render_oorzaak(fout)
        return [], [build_blijft(map_, wat)]
    return weg, meldingen + [build_blijft(pad, "dit hoort hier niet") for pad in sorted(map_.iterdir())]


def clean_bestanden(paden: Iterable[Path]) -> tuple[list[Path], list[Bevinding]]:
    """Erase files; return those that went, and why the others stay."""
    weg: list[Path] = []
    meldingen: list[Bevinding] = []
    for pad in paden:
        try:
            clean_uitslag(pad)
        except SchrijfFout as fout:
            meldingen.append(build_blijft(pad, str(fout)))
        else:
            weg.append(pad)
    return weg, meldingen


def build_blijft(pad: Path, wat: str) -> Bevinding:
    """Return the finding that a file or folder stays."""
    return Bevinding(Plek(clean_tekst(str(pad))), "niet-gewist", wat, "wis het zelf als je het niet meer nodig hebt")


def clean_journalen(map_: Path) -> tuple[list[Path], list[Bevinding]]:
    """Erase the unfinished tests in a folder that no window has open, damaged ones and left-over locks too."""
    try:
        alle = sorted(map_.iterdir())
    except FileNotFoundError:
        return [], []
    except OSError as fout:
        return [], [build_blijft(map_, render_oorzaak(fout))]
    journalen = [pad for pad in alle if pad.suffix == JOURNAAL]
    sloten = [pad for pad in alle if pad.suffix == SLOT and pad.with_suffix(JOURNAAL) not in journalen]
    blijft = {pad: wat for pad in (*journalen, *sloten) if (wat := _clean_begonnen(pad))}
    weg = [pad for pad in journalen if pad not in blijft]
    return weg, [build_blijft(pad, wat) for pad, wat in blijft.items()]


def _clean_begonnen(pad: Path) -> str:
    """Erase a journal or a left-over lock, under that lock; return why it stays, else nothing."""
    try:
        slot = ask_slot(pad)
        try:
            clean_uitslag(pad)
        except SchrijfFout:
            slot.close()
            raise
    except ConflictstijlFout as fout:
        return str(fout)
    slot.clean()
    return ""
