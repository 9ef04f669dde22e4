"""The record of a session for a professional register, as blocks and as data; also a sheet of a preparation."""

from collections.abc import Iterator
from typing import Any

from conflictstijl.model.bewijs import ONLINE, PLAATSEN, VORMEN, Bewijs
from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Schrijfruimte, Tabel
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.tekst import render_getal, render_opsomming

TITEL = "Verslag voor je register"
AANWEZIG = 8
"""Lines of the attendance list when nobody says how many people there were."""
DIMENSIES = (
    ("Technisch-instrumenteel", "Wat deed ik, en welke kennis of methode gebruikte ik?"),
    ("Normatief", "Welke waarde, regel of beroepscode telde mee, en wat woog het zwaarst?"),
    ("Persoonlijk", "Wat raakte mij, en wat neem ik zelf mee in dit werk?"),
)
"""The three dimensions on which registers ask to look back."""
JEUGDREGISTER = "SKJ"
"""The register of youth professionals; its shortest session stands in its own rules."""
REGISTER = (
    "Je register beslist of deze bijeenkomst meetelt. Lees vooraf wat het vraagt.",
    "Alleen netto tijd telt: zonder pauzes, inloop en reistijd.",
    f"Keek je alleen zelf terug, zonder anderen? Dat telt voor het {JEUGDREGISTER} niet mee.",
    "Scores en uitslagen van een test horen hier niet in. Ze zijn ook geen bewijs.",
)
"""What holds for every record."""
VERKLARING = "Ik verklaar: dit verslag bevat geen herleidbare cliëntgegevens."
_ONLINE = "Online telt alleen als iedereen steeds beeld en geluid had."
_UUR = 60
_RUIMTE = 2


def build_bewijsdocument(bewijs: Bewijs, werkvorm: str) -> Document:
    """Return a record; `werkvorm` is the name of the method."""
    return Document(tuple(build_verslagblokken(bewijs, werkvorm)))


def build_verslagblokken(bewijs: Bewijs, werkvorm: str, gepland: int = 0) -> Iterator[Blok]:
    """Yield a record with room to write for what is not known; `gepland` are the minutes that were planned."""
    yield Kop(TITEL, 1)
    yield Opsomming((*build_waarschuwingen(bewijs, gepland), *REGISTER))
    yield Tabel(("Wat", "Gegevens"), tuple(_build_rijen(bewijs, werkvorm, gepland)))
    yield from _build_antwoord("Thema of leervraag:", bewijs.thema, 1)
    yield from _build_antwoord("Mijn rol:", bewijs.rol, 1)
    yield Kop("Wie erbij waren")
    aanwezig = tuple((f"{nummer}.", "", "") for nummer in range(1, (bewijs.deelnemers or AANWEZIG) + 1))
    yield Alinea("Met je handtekening zeg je: ik was er de hele tijd.")
    yield Tabel(("Nr.", "Mijn naam en registernummer", "Handtekening: ik was erbij"), aanwezig)
    yield Kop("Terugkijken in drie dimensies")
    eigen = (bewijs.technisch, bewijs.normatief, bewijs.persoonlijk)
    for (naam, vraag), tekst in zip(DIMENSIES, eigen, strict=True):
        yield from _build_antwoord(f"{naam}. {vraag}", tekst, _RUIMTE, apart=True)
    yield Kop("Opbrengst en afspraken")
    yield from _build_antwoord("Wat leerde ik?", bewijs.opbrengst, _RUIMTE, apart=True)
    yield from _build_antwoord("Wat spreek ik af, met mezelf of met anderen?", bewijs.afspraken, _RUIMTE, apart=True)
    yield Alinea(f"{VERKLARING} Naam en handtekening:")
    yield Schrijfruimte(1)


def build_waarschuwingen(bewijs: Bewijs, gepland: int = 0) -> tuple[str, ...]:
    """Return what stands in the way of this very session: too short for a register, or online."""
    netto = bewijs.netto
    duur = gepland if netto is None else netto
    minuten = _render_minuten(duur) if netto is None else f"netto {_render_minuten(duur)}"
    kort = f"Het {JEUGDREGISTER} telt een bijeenkomst vanaf één uur. Deze duurt {minuten}."
    return (*([kort] if 0 < duur < _UUR else []), *([_ONLINE] if bewijs.plaats == ONLINE else []))


def render_duur(minuten: int) -> str:
    """Return a length in hours and minutes, and in hours when that takes no rounding: `1 uur en 15 minuten`."""
    uren, rest = divmod(minuten, _UUR)
    delen = [f"{uren} uur"] * bool(uren) + [_render_minuten(rest)] * bool(rest)
    komma = minuten * 100 % _UUR == 0 and uren and rest
    return render_opsomming(delen) + (f" ({render_getal(minuten / _UUR, 2).rstrip('0')} uur)" if komma else "")


def _render_minuten(aantal: int) -> str:
    return "1 minuut" if aantal == 1 else f"{aantal} minuten"


def _build_antwoord(vraag: str, tekst: str, regels: int, *, apart: bool = False) -> Iterator[Blok]:
    """Yield a question with its answer, on a line of its own when it is `apart`, or with room to write."""
    if not tekst:
        yield from (Alinea(vraag), Schrijfruimte(regels))
    elif apart:
        yield from (Alinea(vraag), Alinea(tekst))
    else:
        yield Alinea(f"{vraag} {tekst}")


def _build_rijen(bewijs: Bewijs, werkvorm: str, gepland: int) -> Iterator[tuple[str, str]]:
    """Yield what is known; what is to be chosen stands there to strike out."""
    nummer = f"registernummer {bewijs.registernummer}" if bewijs.registernummer else ""
    begeleid = {True: "met begeleider", False: "zonder begeleider", None: "met of zonder begeleider"}[bewijs.begeleid]
    yield "Groep", bewijs.groepsnaam
    yield "Datum", bewijs.datum
    yield "Begin en einde", _render_tijden(bewijs)
    yield "Pauze", _render_minuten(bewijs.pauze) if bewijs.pauze else "geen" * (bewijs.netto is not None)
    yield "Netto tijd", _render_netto(bewijs, gepland)
    yield _render_keuze("Vorm", bewijs.vorm), VORMEN.get(bewijs.vorm) or "intervisie, supervisie of iets anders:"
    yield _render_keuze("Begeleiding", bewijs.begeleid is not None), begeleid
    waar = PLAATSEN.get(bewijs.plaats) or "bij elkaar, of online met beeld en geluid"
    yield _render_keuze("Waar", bewijs.plaats), waar
    yield "Werkvorm", werkvorm
    yield "Begeleider met nummer", ", ".join(deel for deel in (bewijs.begeleider, nummer) if deel)


def _render_keuze(naam: str, gegeven: object) -> str:
    return naam if gegeven else f"{naam} (streep door)"


def _render_tijden(bewijs: Bewijs) -> str:
    if bewijs.begin and bewijs.einde:
        return f"{bewijs.begin} tot {bewijs.einde}"
    if bewijs.einde:
        return f"einde {bewijs.einde}, begin:"
    return f"begin {bewijs.begin}, einde:" if bewijs.begin else ""


def _render_netto(bewijs: Bewijs, gepland: int) -> str:
    if bewijs.netto is not None:
        return render_duur(bewijs.netto)
    return f"{_render_minuten(gepland)} gepland, netto:" if gepland else ""


def build_bewijsgegevens(bewijs: Bewijs, werkvorm: str) -> dict[str, Any]:
    """Return a record as data, which can be put in again; null stands for what was not given."""
    gegeven = {naam: None if waarde == "" else waarde for naam, waarde in bewijs._asdict().items()}
    return {
        "formaat": FORMAAT,
        "soort": "bewijs",
        **gegeven,
        "deelnemers": bewijs.deelnemers or None,
        "netto_minuten": bewijs.netto,
        "werkvorm_naam": werkvorm or None,
        "let_op": [*build_waarschuwingen(bewijs), *REGISTER],
        "verklaring": VERKLARING,
    }
