"""The journal of a running test: every answer is on disk before the next question shows.

One file per test, added to and never rewritten (`journaalregels` tells what a line holds). A write that fails leaves
the file as it was and the answer in memory; the next write that works takes it along.
"""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from conflictstijl.fouten import GebruikFout, SchrijfFout, render_oorzaak
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import EINDE, MAX_BYTES, Bewaard, build_bewaard
from conflictstijl.opslag.journaallezer import Inhoud, parse_journaal
from conflictstijl.opslag.journaalregels import (
    NOOIT,
    Antwoordregel,
    JournaalKop,
    Stand,
    render_antwoordregel,
    render_kop,
)
from conflictstijl.opslag.schijf import (
    Regelbestand,
    build_map,
    build_regelbestand,
    build_slug,
    read_bestand,
    resume_regelbestand,
    write_mapgegevens,
)
from conflictstijl.opslag.slot import Slot, ask_slot
from conflictstijl.opslag.vraagafdruk import build_afdrukken
from conflictstijl.tekst import clean_tekst

_VERANDERD = "deze test is intussen in een ander venster veranderd of gewist; begin opnieuw met hervatten"


class Journaal:
    """An open journal, locked for other windows. Use it as a context manager, or call `close`."""

    def __init__(self, pad: Path, inhoud: Inhoud, slot: Slot, bestand: Regelbestand) -> None:
        self.pad = pad
        self.kop = inhoud.kop
        self.onbewaard = 0
        self._antwoorden = list(inhoud.antwoorden)
        self._nr = inhoud.nr
        self._plaats = inhoud.plaats
        self._slot = slot
        self._bestand = bestand

    @property
    def antwoorden(self) -> Stand:
        """All answers until now, also those that could not be written yet (`onbewaard` counts them)."""
        return tuple(self._antwoorden)

    def write_antwoord(self, plaats: int, antwoord: Antwoord) -> None:
        """Keep the answer to the question with this index; on return it is on disk, with all before it.

        Raises `SchrijfFout` when the disk refuses. The answer then stays in memory: go on, and the next answer
        takes it along, or retry with `write_stand`.
        """
        self._antwoorden[plaats] = antwoord
        self._plaats = plaats
        self.onbewaard += 1
        self.write_stand()

    def write_stand(self) -> None:
        """Write all answers again, to retry after a `SchrijfFout`; raises it when the disk still refuses."""
        # a number is never used twice, also not after a failed write that left its line behind
        self._nr += 1
        try:
            regel = Antwoordregel(self._nr, self._plaats + 1, self.antwoorden)
            self._bestand.write_regel(render_antwoordregel(self.kop, regel))
        except OSError as fout:
            raise _build_schrijffout(
                self.pad, "bewaren", fout, "maak ruimte en probeer het opnieuw, of kies een andere map"
            ) from fout
        self.onbewaard = 0

    def close(self) -> None:
        """Close and unlock; a journal in which nothing was ever answered is removed.

        Answers that were not written get a last try; `onbewaard` tells how many could not be kept.
        """
        with suppress(SchrijfFout):
            if self.onbewaard:
                self.write_stand()
            if not self._nr:
                self.clean()
        self._bestand.close()
        self._slot.close()

    def clean(self) -> None:
        """Remove the journal, after the result is durable; raises `SchrijfFout` when the file cannot be removed."""
        self._bestand.close()
        try:
            self.pad.unlink(missing_ok=True)
            write_mapgegevens(self.pad.parent)
        except OSError as fout:
            self._slot.close()
            raise _build_schrijffout(self.pad, "wissen", fout, "wis het bestand zelf") from fout
        self.onbewaard = 0
        self._slot.clean()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fout: object) -> None:
        self.close()


def build_kop(vragenlijst: Vragenlijst, vingerafdruk: str, zaad: int | None = None, test: str = "") -> JournaalKop:
    """Return the head of a new test, which begins now, or of a part of the test with this session."""
    return JournaalKop(
        sessie=os.urandom(8).hex(),
        vragenlijst=vragenlijst.volledige_id,
        versie=vragenlijst.versie,
        vingerafdruk=vingerafdruk,
        aantal=len(vragenlijst.vragen),
        begin=datetime.now(UTC).astimezone(),
        zaad=zaad,
        afdrukken=build_afdrukken(vragenlijst),
        test=test,
    )


def build_journaal(map_: Path, kop: JournaalKop, stand: Stand = ()) -> Journaal:
    """Create the journal of a new test, and its folder; with `stand` it begins with these answers.

    Raises `SchrijfFout` and leaves no file when that fails.
    """
    begin = Inhoud(kop, stand, nr=1) if stand else Inhoud(kop, (NOOIT,) * kop.aantal)
    regel = render_antwoordregel(kop, Antwoordregel(nr=1, antwoorden=stand)) if stand else b""
    pad = map_ / f"{build_slug(kop.vragenlijst)}-{os.urandom(3).hex()}{EINDE}"
    try:
        build_map(map_)
        # the lock comes first: nobody can open the journal between its creation and the lock
        slot = ask_slot(pad)
        try:
            bestand = build_regelbestand(pad, render_kop(kop) + regel)
        except BaseException:
            slot.clean()
            raise
    except OSError as fout:
        raise _build_schrijffout(pad, "maken", fout, "kies een andere map, of ga verder zonder bewaren") from fout
    return Journaal(pad, begin, slot, bestand)


def resume_journaal(bewaard: Bewaard) -> Journaal:
    """Open an unfinished test to go on with exactly the answers of `bewaard`.

    Raises `GebruikFout` when another window has it open or changed it since it was loaded, `SchrijfFout` when it
    cannot be written to.
    """
    if not bewaard.pad.exists():
        raise GebruikFout(_VERANDERD)
    slot = ask_slot(bewaard.pad)
    try:
        return _resume_journaal(bewaard, slot)
    except OSError as fout:
        slot.close()
        raise _build_schrijffout(bewaard.pad, "openen", fout, "begin de test opnieuw") from fout
    except BaseException:
        slot.close()
        raise


def resume_veranderd(bewaard: Bewaard, kop: JournaalKop) -> Journaal:
    """Go on with a test of a changed questionnaire, in a new journal: its lines say which question by its place.

    `kop` is a head of the questionnaire as it is now. It is the same test, unless that head names another one. The
    earlier journal goes as soon as the answers that still fit are on disk in the new one. Raises as `resume_journaal`
    and `build_journaal`, and leaves all as it was then.
    """
    with resume_journaal(bewaard) as oud:
        eigen = replace(kop, begin=oud.kop.begin, zaad=oud.kop.zaad, test=kop.test or oud.kop.van_test)
        nieuw = build_journaal(bewaard.pad.parent, eigen, bewaard.stand)
        # one that cannot be removed is no reason to stop: the new one goes before it
        with suppress(SchrijfFout):
            oud.clean()
    return nieuw


def _resume_journaal(bewaard: Bewaard, slot: Slot) -> Journaal:
    rauw = read_bestand(bewaard.pad, MAX_BYTES)
    inhoud = parse_journaal(rauw)
    if isinstance(inhoud, str) or build_bewaard(bewaard.pad, inhoud) != bewaard:
        raise GebruikFout(_VERANDERD)
    return Journaal(bewaard.pad, inhoud, slot, resume_regelbestand(bewaard.pad, rauw))


def _build_schrijffout(pad: Path, werk: str, fout: OSError, raad: str) -> SchrijfFout:
    return SchrijfFout(f"'{clean_tekst(str(pad))}' {werk} lukt niet: {render_oorzaak(fout)}; {raad}")
