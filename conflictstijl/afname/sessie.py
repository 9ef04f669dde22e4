"""One sitting by lines: go on where someone stopped, keep every answer, and clean up when the result is safe."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from conflictstijl import toepassing
from conflictstijl.afname.afronden import Afgerond, build_resultaat, build_verdiept, render_erbij, write_klaar
from conflictstijl.afname.eerder import Bewaarwens, Eerder, load_eerder, load_eerdere
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.zitting import Zitting, build_zitting, render_samen
from conflictstijl.fouten import GebruikFout, OnderbrokenFout, SchrijfFout
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vragenlijst import Vragenlijst


@contextmanager
def ask_sessie(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> Iterator[Zitting]:
    """Ask a questionnaire and yield the test with its sheet; the journal stays until the block removes it.

    So the block should make the result durable and then clean (`write_klaar` does both). Raises OnderbrokenFout when
    the user stops, a signal comes or the input ends, GebruikFout for a wrong line from a pipe; the answers are kept
    then, and the error says so.
    """
    try:
        eerder = _ask_eerder(vragenlijst, gesprek, wens)
    except (EOFError, KeyboardInterrupt):
        raise OnderbrokenFout("gestopt; verder met:", wens.render_verder(vragenlijst)) from None
    zitting, waarschuwing = build_zitting(vragenlijst, wens, eerder, mens=gesprek.mens)
    with zitting:
        if waarschuwing:
            gesprek.write_regel(waarschuwing)
        zitting.write_blad(_ask_blad(zitting, gesprek))
        with check_afloop(zitting):
            yield zitting


@contextmanager
def check_afloop(zitting: Zitting) -> Iterator[None]:
    """Let whatever keeps the result from being durable say that the answers are kept, and how to go on.

    A sitting inside this one may have said it already.
    """
    try:
        yield
    except KeyboardInterrupt:
        if zitting.journaal is None:
            raise
        raise OnderbrokenFout(f"gestopt; {zitting.render_bewaard()}", zitting.verder) from None
    except (GebruikFout, SchrijfFout, OnderbrokenFout) as fout:
        if zitting.journaal is None or fout.opdracht:
            raise
        wat = "je eerdere antwoorden" if isinstance(fout, OnderbrokenFout) else "je antwoorden"
        raise type(fout)(render_samen(fout, zitting.render_bewaard(wat)), zitting.verder) from fout


def ask_afname(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> Afgerond:
    """Ask a questionnaire by lines and return the result, which is kept by then; raises as `ask_sessie`.

    A person in whose result nothing stands out is first offered more statements.
    """
    with ExitStack() as sessies:
        zitting = sessies.enter_context(ask_sessie(vragenlijst, gesprek, wens))
        gesprek.write_regel("")
        resultaat, zittingen = build_resultaat(vragenlijst, zitting), [zitting]
        erbij = toepassing.load_verdieping(resultaat) if gesprek.mens else None
        if erbij is not None and _ask_erbij(erbij, gesprek, wens):
            tweede = sessies.enter_context(ask_sessie(erbij, gesprek, wens.build_erbij(zitting.sessie)))
            gesprek.write_regel("")
            resultaat, zittingen = build_verdiept(resultaat, erbij, tweede), [zitting, tweede]
        return write_klaar(resultaat, zittingen, wens)


def _ask_erbij(erbij: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> bool:
    """Offer more statements; who wants none may still have answers to them from an earlier time."""
    for regel in render_erbij(erbij):
        gesprek.write_regel(regel)
    try:
        erbij_doen = gesprek.ask_ja_nee("Wil je die ook doen?")
        if not erbij_doen:
            ask_wissen(erbij, gesprek, wens)
    except EOFError:
        return False
    gesprek.write_regel("")
    return erbij_doen


def ask_wissen(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> None:
    """Ask of every unfinished test of a questionnaire that somebody does not want to take whether it may go.

    Raises EOFError when the input ends or the user stops.
    """
    if wens.folder is None or wens.hervat is False:
        return
    for eerder in load_eerdere(wens.folder, vragenlijst)[0]:
        _ask_weg(eerder, gesprek, f"Daar begon je al aan op {eerder.omvang}. Die antwoorden wissen?")


def _ask_weg(eerder: Eerder, gesprek: Gesprek, vraag: str) -> None:
    """Ask whether an earlier test may go; one that cannot be erased is said, and is no reason to stop."""
    try:
        if gesprek.ask_ja_nee(vraag):
            eerder.clean()
    except (GebruikFout, SchrijfFout) as fout:
        gesprek.write_regel(f"Let op: {fout}.")


def _ask_eerder(vragenlijst: Vragenlijst, gesprek: Gesprek, wens: Bewaarwens) -> Eerder | None:
    """Return the unfinished test to go on with, or None to begin a new one."""
    eerder, meldingen = load_eerder(wens, vragenlijst, mens=gesprek.mens)
    for melding in meldingen:
        gesprek.write_regel(str(melding))
    if eerder is None or ((eerder.bewaard.veranderd or not wens.hervat) and not _check_verder(eerder, gesprek)):
        return None
    if eerder.schade:
        gesprek.write_regel(eerder.schade)
        gesprek.write_regel("")
    return eerder


def _check_verder(eerder: Eerder, gesprek: Gesprek) -> bool:
    """Ask whether to go on with an earlier test, and when not, whether its answers may go."""
    verder = eerder.past
    if verder:
        verder = gesprek.ask_ja_nee(f"{eerder.uitleg} Verdergaan?")
    else:
        gesprek.write_regel(eerder.uitleg)
    if not verder:
        _ask_weg(eerder, gesprek, "Die eerdere antwoorden wissen?")
    gesprek.write_regel("")
    return verder


def _ask_blad(zitting: Zitting, gesprek: Gesprek) -> Antwoordblad:
    def bewaar(plaats: int, antwoord: Antwoord) -> None:
        waarschuwing = zitting.write_antwoord(plaats, antwoord)
        if waarschuwing:
            gesprek.write_regel(waarschuwing)

    try:
        bewaard = zitting.journaal is not None
        return Regelmodus(zitting.verloop, gesprek, bewaar, bewaard=bewaard).ask_vragenlijst()
    except (OnderbrokenFout, KeyboardInterrupt) as fout:
        if gesprek.mens:
            # the cursor still stands behind the prompt
            gesprek.write_regel("")
        gestopt = fout if isinstance(fout, OnderbrokenFout) else OnderbrokenFout("gestopt")
        raise zitting.build_fout(gestopt) from None
    except GebruikFout as fout:
        if not zitting.verloop.check_begonnen():
            raise
        raise zitting.build_fout(fout) from None
