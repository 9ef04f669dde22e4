"""Small groups as a document, with the agenda of the meeting they are for; and as data."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Tabel
from conflictstijl.model.indeling import Groepje, Groepsindeling
from conflictstijl.model.werkblad import Groepering, Werkblad
from conflictstijl.model.werkvorm import Agenda, Werkvorm
from conflictstijl.rapport.gegeven import KLEIN
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.werkvorm import build_agendablokken
from conflictstijl.tekst import render_opsomming

_GEEN_THEMA = "ieder een eigen thema"
_UITLEG = (
    "Kies in je groepje met wie je begint. "
    "Vertel zonder namen, plaatsen of data. Speelt er geweld of dwang? Bespreek het dan niet hier."
)
_PRIVACY = "Staan er namen in? Geef dit blad dan alleen aan de deelnemers, en wis het na afloop."
_MET_JOU = "Jij telt als begeleider mee."


class Bijeenkomst(NamedTuple):
    """The meeting that small groups are for: a method, and its agenda (None when it is not for so many people)."""

    werkvorm: Werkvorm
    agenda: Agenda | None


def build_indelingdocument(
    indeling: Groepsindeling, werkblad: Werkblad, groepering: Groepering, bijeenkomst: Bijeenkomst | None
) -> Document:
    """Return the groups, each with what its people share and a table of them, and the agenda below."""
    return Document(
        (
            Kop(f"Groepjes bij '{werkblad.titel}'", 1),
            Alinea(" ".join(_build_inleiding(indeling, groepering))),
            Kop("Groepjes"),
            Alinea(_UITLEG),
            *(blok for nummer, een in enumerate(indeling.groepjes, 1) for blok in _build_groepje(nummer, een)),
            *(_build_agenda(bijeenkomst) if bijeenkomst else ()),
            Kop("Privacy"),
            Opsomming((_PRIVACY,)),
        )
    )


def _build_inleiding(indeling: Groepsindeling, groepering: Groepering) -> Iterator[str]:
    aantal = len(indeling.groepjes)
    yield f"{indeling.n} deelnemers zitten in {'1 groepje' if aantal == 1 else f'{aantal} groepjes'}."
    if not indeling.past:
        maten = render_opsomming([str(len(groepje.deelnemers)) for groepje in indeling.groepjes])
        yield f"Dat past niet in groepjes van {groepering.van} tot {groepering.tot}. Daarom is de verdeling {maten}."
    yield from _build_menging(indeling)
    yield from _build_delen(indeling)


def _build_menging(indeling: Groepsindeling) -> Iterator[str]:
    """Yield how well organisations are mixed."""
    if not indeling.zelfde_organisatie:
        yield "Niemand zit bij iemand van de eigen organisatie."
        return
    meeste = max(max(groepje.organisaties.values(), default=0) for groepje in indeling.groepjes)
    yield f"In een groepje zitten hoogstens {meeste} mensen van dezelfde organisatie. Beter mengen kan niet."


def _build_delen(indeling: Groepsindeling) -> Iterator[str]:
    """Yield in how many groups people share a theme."""
    met = sum(bool(groepje.themas) for groepje in indeling.groepjes)
    if met:
        waar = "elk groepje" if met == len(indeling.groepjes) else f"{met} van de {len(indeling.groepjes)} groepjes"
        yield f"In {waar} delen mensen een thema."
    else:
        yield "In geen enkel groepje delen mensen een thema."


def render_themas(groepje: Groepje) -> str:
    """Return what most people in a group share: both values of a theme, and all themes that tie."""
    return "; ".join(render_opsomming(waarden) for waarden in groepje.themas) or _GEEN_THEMA


def _build_groepje(nummer: int, groepje: Groepje) -> Iterator[Blok]:
    yield Kop(f"Groepje {nummer}: {render_themas(groepje)}", KLEIN)
    rijen = ((een.code, een.organisatie or "-", _render_waarden(een.waarden)) for een in groepje.deelnemers)
    yield Tabel(("Deelnemer", "Organisatie", "Waarden"), tuple(rijen))


def _render_waarden(waarden: tuple[str, ...]) -> str:
    return render_opsomming([waarde for waarde in waarden if waarde]) or "-"


def _build_agenda(bijeenkomst: Bijeenkomst) -> Iterator[Blok]:
    """Yield the steps with their minutes; what the facilitator says in each stands with the method itself."""
    werkvorm, agenda = bijeenkomst.werkvorm, bijeenkomst.agenda
    if agenda is None:
        yield Kop("Agenda")
        geschikt = werkvorm.geschikt
        wat = f"{geschikt.minstens} tot en met {geschikt.hoogstens} mensen, de begeleider meegerekend"
        yield Alinea(f"Werkvorm '{werkvorm.naam}' is voor {wat}. Voor deze groep staat hier dus geen agenda.")
        return
    yield from islice(build_agendablokken(agenda), 2)
    opdracht = f"conflictstijl werkvormen {werkvorm.id} --duur {agenda.duur} --deelnemers {agenda.deelnemers}"
    yield Alinea(f"Dit is werkvorm '{werkvorm.naam}'. {_MET_JOU} Wat je per stap doet en zegt: {opdracht}")


def build_gegevens(
    indeling: Groepsindeling, werkblad: Werkblad, meldingen: tuple[str, ...], bijeenkomst: Bijeenkomst | None
) -> dict[str, Any]:
    """Return the groups as data."""
    agenda = bijeenkomst.agenda if bijeenkomst else None
    return {
        "formaat": FORMAAT,
        "soort": "groepjes",
        "werkblad": werkblad.id,
        "deelnemers": indeling.n,
        "past": indeling.past,
        "paren_zelfde_organisatie": indeling.zelfde_organisatie,
        "paren_zelfde_thema": indeling.zelfde_thema,
        "groepjes": [_build_groepgegevens(nummer, een) for nummer, een in enumerate(indeling.groepjes, 1)],
        "werkvorm": bijeenkomst.werkvorm.id if bijeenkomst else None,
        "duur": agenda.duur if agenda else None,
        "agenda": [{"stap": punt.stap.naam, "minuten": punt.minuten} for punt in agenda.punten] if agenda else [],
        "meldingen": list(meldingen),
    }


def _build_groepgegevens(nummer: int, groepje: Groepje) -> dict[str, Any]:
    return {
        "nummer": nummer,
        "themas": [list(waarden) for waarden in groepje.themas],
        "organisaties": groepje.organisaties,
        "deelnemers": [
            {"deelnemer": een.code, "organisatie": een.organisatie or None, "waarden": list(een.waarden)}
            for een in groepje.deelnemers
        ],
    }
