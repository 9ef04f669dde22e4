"""One answer to one question, as a person types it, a sheet spells it or a caller gives it."""

import re
from collections.abc import Mapping, Sequence

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import LETTERS, Achtergrondvraag, Item, Keuze, OpenVraag, Stelling, Vorm, Vraag
from conflictstijl.tekst import MAX_TEKST, advise_naam, clean_tekst, fold_tekst, parse_geheel, render_opsomming

Ruw = str | Sequence[str] | Mapping[str, str]
"""An answer before it is understood: one text, a row of texts or texts by name."""

Gesloten = Item | Achtergrondvraag
"""A question whose answers are known beforehand."""

NVT_WOORDEN = ("nvt", "n.v.t.")
"""How a sheet says that a question does not apply."""
_KOMMAGETAL = re.compile(r"[0-9][.,][0-9]")
_BESTE, _SLECHTSTE = "beste", "slechtste"


class AntwoordOnbekendFout(ValueError):
    """A text is no answer to a question; the message says which answers there are."""


def parse_antwoord(ruw: Ruw, vraag: Vraag) -> Antwoord:
    """Return the answer that is meant; raises AntwoordOnbekendFout when it is none.

    Every scored item takes `nvt` (does not apply). A statement takes a declared value or a label. A question
    with options takes letters or scales: one (`kies`), a best and a worst, all in order (`rangschik`), or
    points by option (`verdeel`, also as a row of numbers). Case and spaces do not matter.
    """
    if isinstance(vraag, OpenVraag):
        return _parse_open(ruw)
    if isinstance(vraag, Keuze) and vraag.vorm is not Vorm.KIES:
        return _parse_rij(ruw, vraag)
    if not isinstance(ruw, str):
        raise AntwoordOnbekendFout(f"geef een enkel antwoord: {render_antwoorden(vraag)}")
    mogelijk = _build_mogelijk(vraag)
    gevouwen = _fold_antwoord(ruw)
    if gevouwen in mogelijk:
        return mogelijk[gevouwen]
    getal = parse_geheel(gevouwen)
    if isinstance(vraag, Stelling) and getal is not None and str(getal) in mogelijk:
        return mogelijk[str(getal)]
    raise AntwoordOnbekendFout(_advise_antwoord(ruw, vraag))


def _fold_antwoord(tekst: str) -> str:
    gevouwen = fold_tekst(tekst)
    # folding makes 12 of 1² and 1 of ①; a number is written in plain digits
    return "" if parse_geheel(gevouwen) is not None and not tekst.strip().isascii() else gevouwen


def _advise_antwoord(tekst: str, vraag: Gesloten) -> str:
    woorden = [woord for woord in _build_woorden(vraag) if len(woord) > 1]
    return advise_naam(tekst, woorden) or f"kies uit {render_antwoorden(vraag)}"


def _build_woorden(vraag: Gesloten) -> list[str]:
    """Return the answers that are words, as the author wrote them."""
    match vraag:
        case Keuze():
            return _read_schalen(vraag)
        case Stelling(antwoorden=schaal):
            return [*(punt.label for punt in schaal.punten), schaal.nvt or ""]
        case _:
            return list(vraag.antwoorden)


def render_antwoorden(vraag: Vraag) -> str:
    """Return the possible answers as a Dutch enumeration: `1, 2, 3, 4 of 5`, or how to spell a row."""
    match vraag:
        case Keuze():
            return _render_opties(vraag)
        case Stelling(antwoorden=schaal):
            waarden = [str(punt.waarde) for punt in schaal.punten]
            return render_opsomming([*waarden, "nvt"] if schaal.nvt else waarden, "of")
        case Achtergrondvraag():
            # without quotes nobody sees where an answer of several words begins and ends
            return render_opsomming([f"'{een}'" if " " in een else een for een in vraag.antwoorden], "of")
        case _:
            return "een tekst"


def _render_opties(keuze: Keuze) -> str:
    letters = LETTERS[: len(keuze.opties)]
    match keuze.vorm:
        case Vorm.UITERSTEN:
            return f"twee letters: eerst de beste, dan de slechtste, zoals '{letters[0]} {letters[-1]}'"
        case Vorm.RANGSCHIK:
            return f"alle letters op volgorde, zoals '{' '.join(reversed(letters))}'"
        case Vorm.VERDEEL:
            elk, over = divmod(keuze.totaal, len(letters))
            voorbeeld = [elk + (plaats < over) for plaats in range(len(letters))]
            return f"een getal per optie, samen {keuze.totaal}, zoals '{' '.join(map(str, voorbeeld))}'"
        case _:
            return render_opsomming(letters, "of")


def _build_mogelijk(vraag: Gesloten) -> dict[str, Antwoord]:
    nvt: dict[str, Antwoord] = dict.fromkeys(NVT_WOORDEN, NVT)
    match vraag:
        case Keuze():
            return {**nvt, **_build_optienamen(vraag)}
        case Stelling(antwoorden=schaal):
            if schaal.nvt:
                nvt[fold_tekst(schaal.nvt)] = NVT
            labels: dict[str, Antwoord] = {fold_tekst(punt.label): punt.waarde for punt in schaal.punten if punt.label}
            return {**nvt, **{str(punt.waarde): punt.waarde for punt in schaal.punten}, **labels}
        case _:
            return {fold_tekst(label): plaats for plaats, label in enumerate(vraag.antwoorden)}


def _build_optienamen(keuze: Keuze) -> dict[str, int]:
    """Return the index of every option by letter, and by its first scale where no other option has that."""
    schalen = _read_schalen(keuze)
    namen = {naam: plaats for plaats, naam in enumerate(schalen) if naam and schalen.count(naam) == 1}
    return {**namen, **{LETTERS[plaats]: plaats for plaats in range(len(schalen))}}


def _read_schalen(keuze: Keuze) -> list[str]:
    """Return the first scale of every option as the author wrote it: without the part it is scored for."""
    return [naam.removeprefix(f"{keuze.onderdeel}.") for naam in keuze.schalen]


def _parse_rij(ruw: Ruw, keuze: Keuze) -> Antwoord:
    if isinstance(ruw, str) and fold_tekst(ruw) in NVT_WOORDEN:
        return NVT
    delen = _split_verdeling(ruw) if keuze.vorm is Vorm.VERDEEL else _split_ruw(ruw)
    match keuze.vorm:
        case Vorm.UITERSTEN:
            return _parse_uitersten(delen, keuze)
        case Vorm.RANGSCHIK:
            return _parse_rangorde(delen, keuze)
        case _:
            return _parse_verdeling(delen, keuze)


def _split_ruw(ruw: Ruw) -> Sequence[str] | Mapping[str, str]:
    return ruw.replace(",", " ").split() if isinstance(ruw, str) else ruw


def _split_verdeling(ruw: Ruw) -> Sequence[str] | Mapping[str, str]:
    """Return the points; a comma without a space belongs to a number when other points have spaces between them."""
    met_komma = isinstance(ruw, str) and " " in ruw.strip() and _KOMMAGETAL.search(ruw)
    return ruw.split() if isinstance(ruw, str) and met_komma else _split_ruw(ruw)


def _parse_optie(naam: str, keuze: Keuze) -> int:
    namen = _build_optienamen(keuze)
    gevouwen = fold_tekst(naam)
    if gevouwen not in namen:
        hint = advise_naam(naam, filter(None, _read_schalen(keuze)))
        raise AntwoordOnbekendFout(hint or f"geef {_render_opties(keuze)}")
    return namen[gevouwen]


def _parse_uitersten(delen: Sequence[str] | Mapping[str, str], keuze: Keuze) -> tuple[int, ...]:
    if isinstance(delen, Mapping):
        delen = [delen.get(_BESTE, ""), delen.get(_SLECHTSTE, "")] if set(delen) <= {_BESTE, _SLECHTSTE} else []
    opties = tuple(_parse_optie(deel, keuze) for deel in delen)
    if len(opties) != len((_BESTE, _SLECHTSTE)):
        raise AntwoordOnbekendFout(f"geef {_render_opties(keuze)}")
    if opties[0] == opties[1]:
        raise AntwoordOnbekendFout("de beste en de slechtste zijn niet dezelfde")
    return opties


def _parse_rangorde(delen: Sequence[str] | Mapping[str, str], keuze: Keuze) -> tuple[int, ...]:
    if isinstance(delen, Mapping):
        raise AntwoordOnbekendFout(f"geef {_render_opties(keuze)}")
    opties = tuple(_parse_optie(deel, keuze) for deel in delen)
    if sorted(opties) != list(range(len(keuze.opties))):
        raise AntwoordOnbekendFout(f"noem elke optie een keer: {_render_opties(keuze)}")
    return opties


def _parse_verdeling(delen: Sequence[str] | Mapping[str, str], keuze: Keuze) -> tuple[int, ...]:
    if isinstance(delen, Mapping):
        opties = [_parse_optie(naam, keuze) for naam in delen]
        if len(set(opties)) < len(opties):
            raise AntwoordOnbekendFout("noem elke optie hoogstens een keer")
        gegeven = dict(zip(opties, delen.values(), strict=True))
        punten = [_parse_punten(gegeven.get(plaats, "0"), keuze) for plaats in range(len(keuze.opties))]
    else:
        punten = [_parse_punten(tekst, keuze) for tekst in delen]
    if len(punten) != len(keuze.opties):
        aantal = "staat 1 getal" if len(punten) == 1 else f"staan {len(punten)} getallen"
        raise AntwoordOnbekendFout(f"er {aantal}, en het moeten er {len(keuze.opties)} zijn")
    if sum(punten) != keuze.totaal:
        raise AntwoordOnbekendFout(f"samen is dat {sum(punten)} en het moet {keuze.totaal} zijn")
    return tuple(punten)


def _parse_punten(tekst: str, keuze: Keuze) -> int:
    getal = parse_geheel(tekst.strip())
    if _KOMMAGETAL.search(tekst):
        raise AntwoordOnbekendFout(f"geef hele getallen: {_render_opties(keuze)}")
    if getal is None or getal < 0:
        raise AntwoordOnbekendFout(f"geef {_render_opties(keuze)}")
    return getal


def _parse_open(ruw: Ruw) -> str | None:
    if not isinstance(ruw, str):
        raise AntwoordOnbekendFout("geef een tekst")
    return clean_tekst(ruw, MAX_TEKST) or None
