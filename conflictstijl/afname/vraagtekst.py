"""A question and its answers as lines of text, and what someone typed as an answer."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from conflictstijl.afname.schudden import Getoond
from conflictstijl.afname.verloop import Verloop
from conflictstijl.laden.antwoord import AntwoordOnbekendFout, parse_antwoord, render_antwoorden
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.gebruik import Gezelschap
from conflictstijl.model.vragen import (
    LETTERS,
    Achtergrondvraag,
    Antwoordschaal,
    Keuze,
    OpenVraag,
    Stelling,
    Vorm,
    Vraag,
)
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import MAX_TEKST, clean_tekst, fold_tekst, parse_geheel, render_zin

_KORT_ONDERWERP = 60
"""Characters that tell which case it was."""


def render_aantal(minst: int, meest: int) -> str:
    """Return how many questions will be asked, when answers may lead to more than `minst` of them."""
    if minst < meest:
        return f"{minst} tot {meest} vragen"
    return "1 vraag" if meest == 1 else f"{meest} vragen"


def render_titel(vragenlijst: Vragenlijst) -> str:
    """Return the title of a questionnaire, with the version that is asked when it is not the standard one."""
    variant = vragenlijst.variant
    return vragenlijst.titel if variant is None or variant.standaard else f"{vragenlijst.titel}: {variant.naam}"


def render_bewaard(*, bewaard: bool) -> str:
    """Return what happens with the answers, for who is about to give them."""
    if not bewaard:
        return "Er wordt niets bewaard."
    return "Je antwoorden en je uitslag blijven op deze computer, tot je ze wist."


def render_inleiding(verloop: Verloop) -> Iterator[str]:
    """Yield what someone reads before the first question: version and size (lines of one text), then paragraphs.

    The last one is encouragement, empty for a questionnaire that tells afterwards what fits.
    """
    lijst, variant = verloop.vragenlijst, verloop.vragenlijst.variant
    aantal = render_aantal(verloop.aantal, len(lijst.vragen))
    omvang = f"{aantal}, ongeveer {lijst.minuten} minuten." if lijst.minuten else f"{aantal}."
    yield f"{variant.naam}\n{omvang}" if variant and not variant.standaard else omvang
    uitleg = (variant.let_op, variant.uitleg) if variant else ()
    yield from filter(None, (*uitleg, lijst.uitleg))
    # a list that tells afterwards what fits must not say before that everything does
    vrij = not any(schaal.prestatie for schaal in lijst.schalen)
    yield _build_aanmoediging(lijst) if vrij else ""


def _build_aanmoediging(lijst: Vragenlijst) -> str:
    """Return how to answer: about others that is what somebody saw, and not what comes to mind first."""
    if lijst.gezelschap == Gezelschap.SAMEN:
        return "Bespreek elke zin kort. Kies daarna samen één antwoord."
    if lijst.moment:
        return "Antwoord op wat je zelf zag of hoorde. Neem even de tijd."
    return "Kies wat het eerst bij je opkomt. Er zijn geen goede of foute antwoorden."


def render_vraag(vraag: Vraag) -> Iterator[str]:
    """Yield a question with its possible answers as lines; lines that belong below another are indented."""
    match vraag:
        case Stelling():
            yield vraag.tekst
            yield f"  {', '.join(_render_punten(vraag.antwoorden))}"
        case Achtergrondvraag():
            yield vraag.tekst
            yield from _render_labels(vraag.antwoorden)
        case OpenVraag():
            yield vraag.tekst
            yield "  Typ je antwoord op één regel."
        case _:
            yield from _render_keuze(vraag)


def _render_labels(labels: tuple[str, ...]) -> Iterator[str]:
    genummerd = _check_genummerd(labels)
    for nummer, label in enumerate(labels, 1):
        yield f"  {nummer}. {label}" if genummerd else f"  {label}"


def _check_genummerd(labels: tuple[str, ...]) -> bool:
    """Return True when labels get numbers; not when one is a number itself, for then `2` could mean two things."""
    return all(parse_geheel(fold_tekst(label)) is None for label in labels)


def _render_keuze(keuze: Keuze) -> Iterator[str]:
    if keuze.casus:
        yield from (keuze.casus, "")
    if keuze.vraag:
        yield keuze.vraag
    for letter, optie in zip(LETTERS, keuze.opties, strict=False):
        yield f"  {letter}) {optie.tekst}"
    if keuze.vorm is not Vorm.KIES:
        yield f"  {render_zin(render_antwoorden(keuze))}."


def _render_punten(schaal: Antwoordschaal) -> list[str]:
    punten = [f"{punt.waarde} = {punt.label}" if punt.label else str(punt.waarde) for punt in schaal.punten]
    return [*punten, f"nvt = {schaal.nvt}"] if schaal.nvt else punten


def render_antwoord(antwoord: Antwoord, vraag: Vraag) -> str:
    """Return an answer as a person reads it: `4 = Vaak`, the chosen statement, or `open`."""
    if antwoord is None:
        return "open"
    if antwoord is NVT:
        return (isinstance(vraag, Stelling) and vraag.antwoorden.nvt) or "nvt"
    if isinstance(vraag, Keuze) and isinstance(antwoord, tuple):
        return _render_rij(antwoord, vraag.vorm)
    return _render_enkel(antwoord, vraag) if isinstance(antwoord, int) else str(antwoord)


def _render_enkel(antwoord: int, vraag: Vraag) -> str:
    if isinstance(vraag, Keuze):
        return f"{LETTERS[antwoord]} = {vraag.opties[antwoord].tekst}"
    if isinstance(vraag, Stelling):
        labels = {punt.waarde: punt.label for punt in vraag.antwoorden.punten}
        return f"{antwoord} = {labels[antwoord]}" if labels[antwoord] else str(antwoord)
    return vraag.antwoorden[antwoord] if isinstance(vraag, Achtergrondvraag) else str(antwoord)


def _render_rij(rij: tuple[int, ...], vorm: Vorm) -> str:
    if vorm is Vorm.VERDEEL:
        return ", ".join(f"{LETTERS[plaats]} {punten}" for plaats, punten in enumerate(rij))
    letters = [LETTERS[plaats] for plaats in rij]
    return f"beste {letters[0]}, slechtste {letters[1]}" if vorm is Vorm.UITERSTEN else " ".join(letters)


def render_onderwerp(vraag: Vraag) -> str:
    """Return what a question is about, to stand behind its answer; empty where the answer tells it."""
    match vraag:
        case Keuze(vorm=Vorm.KIES):
            return shorten(vraag.casus, _KORT_ONDERWERP, placeholder=" …")
        case Keuze():
            return vraag.vraag or vraag.casus
        case _:
            return vraag.tekst


def render_controle(getoond: Getoond, antwoord: Antwoord) -> str:
    """Return an answer as it stands among all others, with what it is about."""
    gegeven = render_antwoord(getoond.read_antwoord(antwoord), getoond.vraag)
    onderwerp = render_onderwerp(getoond.vraag)
    return f"{gegeven} ({onderwerp})" if onderwerp else gegeven


def render_hulp(vraag: Vraag) -> str:
    """Return in one sentence how to answer a question."""
    match vraag:
        case Stelling():
            return "Typ het cijfer van je antwoord, het woord of het begin ervan."
        case OpenVraag():
            return "Typ je antwoord in eigen woorden."
        case Achtergrondvraag(antwoorden=labels):
            return "Typ het nummer van je antwoord, of het woord." if _check_genummerd(labels) else "Typ je antwoord."
        case _:
            return f"Typ {render_antwoorden(vraag)}."


def parse_invoer(invoer: str, vraag: Vraag) -> Antwoord:
    """Return what someone typed as an answer; raises AntwoordOnbekendFout when it is none.

    Beside what a sheet takes: the begin of one label stands for it, and a number for an option or label.
    """
    match vraag:
        case Keuze(vorm=Vorm.KIES, opties=opties):
            return parse_antwoord(_build_nummers(len(opties)).get(invoer.strip(), invoer), vraag)
        case Keuze(vorm=Vorm.RANGSCHIK | Vorm.UITERSTEN, opties=opties):
            return parse_antwoord(_split_rij(invoer, len(opties)), vraag)
        case Achtergrondvraag(antwoorden=labels):
            return parse_antwoord(_read_label(invoer, labels), vraag)
        case Stelling(antwoorden=schaal):
            return parse_antwoord(
                _read_begin(invoer, [*(punt.label for punt in schaal.punten), schaal.nvt or ""]), vraag
            )
        case OpenVraag():
            _check_tekst(invoer)
    return parse_antwoord(invoer, vraag)


def _build_nummers(aantal: int) -> dict[str, str]:
    """Return the letter of every option by its number."""
    return {str(nummer): letter for nummer, letter in enumerate(LETTERS[:aantal], 1)}


def _split_rij(invoer: str, aantal: int) -> list[str] | str:
    """Return a row of letters or numbers as letters, also when nothing stands between them."""
    nummers = _build_nummers(aantal)
    delen = fold_tekst(invoer).replace(",", " ").split()
    if len(delen) == 1:
        if not set(delen[0]) <= {*nummers, *nummers.values()}:
            return invoer
        delen = list(delen[0])
    return [nummers.get(deel, deel) for deel in delen]


def _read_label(invoer: str, labels: tuple[str, ...]) -> str:
    # a number is written in plain digits: nothing that only looks like one may choose
    nummer = parse_geheel(invoer.strip())
    if nummer and 1 <= nummer <= len(labels) and _check_genummerd(labels):
        return labels[nummer - 1]
    return _read_begin(invoer, labels)


def _check_tekst(invoer: str) -> None:
    if not clean_tekst(invoer):
        raise AntwoordOnbekendFout("typ een zin")
    if len(invoer.strip()) > MAX_TEKST:
        raise AntwoordOnbekendFout(f"een antwoord heeft hoogstens {MAX_TEKST} tekens")


def _read_begin(invoer: str, labels: Sequence[str]) -> str:
    """Return the one label that begins with what was typed, else what was typed: a number is never a begin."""
    woord = fold_tekst(invoer)
    if parse_geheel(woord) is not None:
        return invoer
    passend = [label for label in labels if woord and fold_tekst(label).startswith(woord)]
    return passend[0] if len(passend) == 1 else invoer
