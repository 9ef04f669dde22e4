"""Clearing journals away: those that are left over from a finished test, those of an erased one, and all of them.

A journal goes only under its own lock, and one that cannot be shown to be superfluous stays.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from conflictstijl.fouten import Bevinding, ConflictstijlFout, SchrijfFout, render_oorzaak
from conflictstijl.opslag.bewaard import MAX_BYTES, Bewaard, build_bewaard, load_journaalpaden
from conflictstijl.opslag.geschiedenis import (
    SLOT,
    Keuring,
    build_blijft,
    build_sessies,
    check_map,
    check_niets,
    clean_pad,
    load_bestand,
    load_paden,
    read_sessie,
)
from conflictstijl.opslag.journaal import resume_journaal
from conflictstijl.opslag.journaallezer import parse_journaal
from conflictstijl.opslag.overlap import check_opgenomen
from conflictstijl.opslag.schijf import read_bestand, write_mapgegevens
from conflictstijl.opslag.slot import ask_slot
from conflictstijl.opslag.uitslagregels import Uitslag


def clean_klaar(journaalmap: Path, resultatenmap: Path, keur: Keuring = check_niets) -> list[Uitslag]:
    """Erase the journals of which a sound result has every answer, and return these results.

    They are left over from a program that stopped between keeping the result and erasing the journal. One that is
    open in another window stays, and so does one with other answers.
    """
    try:
        check_map(resultatenmap)
        klaar = {read_sessie(pad): pad for pad in load_paden(resultatenmap)}
        paden = load_journaalpaden(journaalmap) if klaar else []
    except (OSError, SchrijfFout):
        return []
    weg: list[Uitslag] = []
    for bewaard in filter(None, map(_load_journaal, paden)):
        uitslag = read_uitslag(bewaard, _load_uitslagen(bewaard, klaar, keur))
        if uitslag and _clean_journaal(bewaard):
            weg.append(uitslag)
    return weg


def read_uitslag(bewaard: Bewaard, uitslagen: Mapping[str, Uitslag]) -> Uitslag | None:
    """Return, of sound results by session, the one that has every answer of a journal; None when there is none."""
    eigen = (uitslagen[sessie] for sessie in build_sessies(bewaard.kop.van_test) if sessie in uitslagen)
    return next((uitslag for uitslag in eigen if check_opgenomen(bewaard, uitslag)), None)


def _load_uitslagen(bewaard: Bewaard, klaar: Mapping[str, Path], keur: Keuring) -> dict[str, Uitslag]:
    namen = [sessie for sessie in build_sessies(bewaard.kop.van_test) if sessie in klaar]
    gelezen = {sessie: load_bestand(klaar[sessie], keur) for sessie in namen}
    return {sessie: een for sessie, een in gelezen.items() if isinstance(een, Uitslag)}


def _load_journaal(pad: Path) -> Bewaard | None:
    try:
        inhoud = parse_journaal(read_bestand(pad, MAX_BYTES))
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


def load_horend(journaalmap: Path, uitslagen: Iterable[Path], keur: Keuring = check_niets) -> list[Path]:
    """Return the journals of the tests in these files, but none that is shown to hold other answers.

    A damaged result shows nothing, so what has its session goes with it.
    """
    gelezen = {read_sessie(pad): load_bestand(pad, keur) for pad in uitslagen}
    try:
        check_map(journaalmap)
        paden = load_journaalpaden(journaalmap) if gelezen else []
    except (OSError, SchrijfFout):
        return []
    journalen = [een for een in map(_load_journaal, paden) if een]
    return [een.pad for een in journalen if any(_check_horend(een, gelezen.get(s)) for s in _read_sessies(een))]


def _read_sessies(bewaard: Bewaard) -> list[str]:
    return build_sessies(bewaard.kop.van_test)


def _check_horend(bewaard: Bewaard, uitslag: Uitslag | str | None) -> bool:
    return isinstance(uitslag, str) or (uitslag is not None and check_opgenomen(bewaard, uitslag))


def clean_journalen(map_: Path, gekozen: Iterable[Path] | None = None) -> tuple[list[Path], list[Bevinding]]:
    """Erase unfinished tests that no window has open; return what went, and what could not go or does not belong there.

    Without a choice all of them go, damaged ones and left-over locks too.
    """
    weg: list[Path] = []
    meldingen: list[Bevinding] = []
    try:
        check_map(map_)
        paden = load_journaalpaden(map_) if gekozen is None else list(gekozen)
        for pad in paden:
            reden = clean_pad(pad, ask_slot)
            meldingen += [build_blijft(pad, reden)] if reden else []
            weg += [] if reden else [pad]
        if gekozen is None:
            meldingen += _clean_rest(map_, {pad for pad in paden if pad not in weg})
        if weg:
            write_mapgegevens(map_)
    except (OSError, SchrijfFout) as fout:
        meldingen.append(build_blijft(map_, str(fout) if isinstance(fout, SchrijfFout) else render_oorzaak(fout)))
    return weg, meldingen


def _clean_rest(map_: Path, blijft: set[Path]) -> list[Bevinding]:
    """Erase the locks of journals that are gone; return what else stays, apart from these journals and their locks."""
    bewaakt = {pad.with_suffix(SLOT) for pad in blijft}
    redenen = {pad: clean_pad(pad, ask_slot) for pad in load_journaalpaden(map_, einde=SLOT) if pad not in bewaakt}
    vast = [build_blijft(pad, reden) for pad, reden in redenen.items() if reden]
    vreemd = sorted({*_load_inhoud(map_)} - blijft - bewaakt - redenen.keys())
    return [*vast, *(build_blijft(pad, "dit hoort hier niet") for pad in vreemd)]


def _load_inhoud(map_: Path) -> list[Path]:
    return list(map_.iterdir()) if map_.exists() else []
