"""One sitting: go on where someone stopped, keep every answer, and clean up when the result is safe."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.schudden import check_willekeurig
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.laden.antwoorden import HOOGSTE_ZAAD
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard, Journalen, load_journalen
from conflictstijl.opslag.journaal import Journaal, build_journaal, build_kop, resume_journaal
from conflictstijl.opslag.journaalregels import NOOIT, JournaalKop, Stand
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk

_BYTES = 8
"""Random bytes for a starting number: far more than the number of orders to choose from."""


@dataclass(frozen=True, slots=True)
class Bewaarwens:
    """Where to keep a running test (None: nowhere), and whether to go on with an earlier one (None: ask).

    `opdracht` is the command by which the user goes on, without --hervat. `zaad` starts the random order; without
    one a person gets an order of the session's own, and a script that of the file.
    """

    folder: Path | None
    hervat: bool | None = None
    opdracht: str = ""
    zaad: int | None = None


@contextmanager
def ask_sessie(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> Iterator[Antwoordblad]:
    """Ask a questionnaire and yield the sheet; the kept answers are removed when the block ends well.

    So the block should make the result durable. Raises OnderbrokenFout, answers kept, when the user
    stops, a signal comes or the input ends; GebruikFout for a wrong line from a pipe.
    """
    verder = f"verder met: {wens.opdracht or f'conflictstijl afnemen {vragenlijst.id}'} --hervat"
    try:
        eerder = _ask_eerder(vragenlijst, gesprek, wens)
    except (EOFError, KeyboardInterrupt):
        raise OnderbrokenFout(f"gestopt; {verder}") from None
    zaad = _build_zaad(vragenlijst, gesprek, wens.zaad)
    kop = build_kop(vragenlijst, build_vingerafdruk(vragenlijst), zaad=zaad)
    journaal = resume_journaal(eerder) if eerder else _build_nieuw(kop, wens.folder, gesprek)
    verloop = _build_verloop(vragenlijst, eerder.kop if eerder else kop, eerder.antwoorden if eerder else ())
    with journaal or nullcontext():
        blad = _ask_blad(verloop, gesprek, journaal, verder)
        with _check_afloop(journaal, verder):
            yield blad
        if journaal is not None:
            journaal.clean()


@contextmanager
def _check_afloop(journaal: Journaal | None, verder: str) -> Iterator[None]:
    """Let whatever keeps the result from being durable say that the answers are kept, and how to go on.

    A sitting inside this one may have said it already.
    """
    try:
        yield
    except KeyboardInterrupt:
        if journaal is None:
            raise
        raise OnderbrokenFout(f"gestopt; {_render_bewaard(journaal, verder)}") from None
    except (SchrijfFout, OnderbrokenFout) as fout:
        if journaal is None or verder in str(fout):
            raise
        wat = "je eerdere antwoorden" if isinstance(fout, OnderbrokenFout) else "je antwoorden"
        raise type(fout)(f"{fout}; {_render_bewaard(journaal, verder, wat)}") from fout


def _build_zaad(vragenlijst: Vragenlijst, gesprek: Gesprek, zaad: int | None) -> int | None:
    """Return where the random order of a new test starts, None for the order of the file.

    Lines from a pipe were written by someone who knows the file, so there nothing moves unless it is asked for.
    """
    if zaad is None and gesprek.mens and check_willekeurig(vragenlijst):
        return int.from_bytes(os.urandom(_BYTES)) % (HOOGSTE_ZAAD + 1)
    return zaad


def _build_verloop(vragenlijst: Vragenlijst, kop: JournaalKop, stand: Stand) -> Verloop:
    """Return the questions in the order of a session, with the answers that it already has."""
    verloop = Verloop(vragenlijst, kop.zaad if check_willekeurig(vragenlijst) else None)
    if stand:
        verloop.resume_antwoorden([None if a is NOOIT else a for a in stand], [a is not NOOIT for a in stand])
    return verloop


def _ask_eerder(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> Bewaard | None:
    """Return the unfinished test to go on with, or None to begin a new one."""
    if wens.folder is None:
        return None
    journalen = load_journalen(wens.folder, vragenlijst, build_vingerafdruk(vragenlijst))
    for melding in journalen.meldingen:
        gesprek.write_regel(str(melding))
    eerder = _read_eerder(journalen, gesprek, wens.hervat)
    if eerder is None:
        return None
    verloop = _build_verloop(vragenlijst, eerder.kop, eerder.antwoorden)
    veranderd = eerder in journalen.gewijzigd
    if (veranderd or not wens.hervat) and not _check_verder(eerder, verloop, gesprek, veranderd=veranderd):
        return None
    schade = eerder.render_schade(verloop.read_nummers(eerder.opnieuw))
    if schade:
        gesprek.write_regel(f"Let op: {schade}.")
        gesprek.write_regel("")
    return eerder


def _check_verder(eerder: Bewaard, verloop: Verloop, gesprek: Gesprek, *, veranderd: bool) -> bool:
    """Ask whether to go on with an earlier test, and when not, whether its answers may go."""
    verder = gesprek.ask_ja_nee(_render_vraag(eerder, verloop, veranderd=veranderd))
    if not verder and gesprek.ask_ja_nee("Die eerdere antwoorden wissen?"):
        resume_journaal(eerder).clean()
    gesprek.write_regel("")
    return verder


def _read_eerder(journalen: Journalen, gesprek: Gesprek, hervat: bool | None) -> Bewaard | None:
    """Return the newest unfinished test, if the user may want to go on with it."""
    mogelijk = journalen.bewaard or journalen.gewijzigd
    if hervat and not mogelijk:
        raise GebruikFout("er is geen begonnen test om te hervatten; begin er een zonder --hervat")
    if hervat is False or not mogelijk or (hervat is None and not gesprek.mens):
        return None
    if not gesprek.mens and not journalen.bewaard:
        wat = "de vragenlijst is veranderd sinds die test begon"
        raise GebruikFout(f"{wat}; hervat hem in een terminal, of begin opnieuw met --opnieuw")
    return mogelijk[0]


def _render_vraag(eerder: Bewaard, verloop: Verloop, *, veranderd: bool) -> str:
    anders = " De vragenlijst is sindsdien veranderd." if veranderd else ""
    begonnen = eerder.kop.begin.astimezone().strftime("%d-%m-%Y om %H:%M")
    beantwoord = verloop.aantal - len(verloop.read_open())
    return (
        f"Je bent hier al aan begonnen op {begonnen}: {beantwoord} van de {verloop.aantal} vragen.{anders} Verdergaan?"
    )


def _build_nieuw(kop: JournaalKop, folder: Path | None, gesprek: Gesprek) -> Journaal | None:
    """Return a new journal; None when nothing is to be kept, and when the disk refuses: the test can be taken."""
    if folder is None:
        return None
    try:
        return build_journaal(folder, kop)
    except SchrijfFout as fout:
        gesprek.write_regel(f"Let op: {fout}. Je antwoorden gaan verloren als je stopt.")
        return None


def _ask_blad(verloop: Verloop, gesprek: Gesprek, journaal: Journaal | None, verder: str) -> Antwoordblad:
    def bewaar(plaats: int, antwoord: Antwoord) -> None:
        if journaal is None:
            return
        try:
            journaal.write_antwoord(plaats, antwoord)
        except SchrijfFout as fout:
            gesprek.write_regel(f"Let op: {fout}. Stop niet voor het einde: dit antwoord is nog niet bewaard.")

    try:
        return Regelmodus(verloop, gesprek, bewaar).ask_vragenlijst()
    except OnderbrokenFout as fout:
        raise OnderbrokenFout(f"{fout}; {_render_stand(verloop, gesprek, journaal, verder)}") from None
    except KeyboardInterrupt:
        raise OnderbrokenFout(f"gestopt; {_render_stand(verloop, gesprek, journaal, verder)}") from None


def _render_stand(verloop: Verloop, gesprek: Gesprek, journaal: Journaal | None, verder: str) -> str:
    """Return whether the answers are kept and how to go on; a person's cursor still stands behind the prompt."""
    if gesprek.mens:
        gesprek.write_regel("")
    if not verloop.check_begonnen():
        return "je had nog niets beantwoord"
    return "de antwoorden zijn niet bewaard" if journaal is None else _render_bewaard(journaal, verder)


def _render_bewaard(journaal: Journaal, verder: str, wat: str = "je antwoorden") -> str:
    if journaal.onbewaard:
        with suppress(SchrijfFout):
            journaal.write_stand()
    if journaal.onbewaard:
        aantal = journaal.onbewaard
        wat = "het laatste antwoord kon" if aantal == 1 else f"de laatste {aantal} antwoorden konden"
        return f"{wat} niet worden bewaard, {verder}"
    return f"{wat} zijn bewaard, {verder}"
