"""An intervision method as a neutral document, with its agenda; and as data."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Tabel
from conflictstijl.model.werkvorm import LANGSTE, Agenda, Agendapunt, Niveau, Werkvorm
from conflictstijl.rapport.gegeven import KLEIN
from conflictstijl.rapport.profiel import render_herkomst
from conflictstijl.tekst import render_kloktijd, render_opsomming

_VEILIG = (
    "Volg bij geweld of dreiging, of als je twijfelt, eerst de meldcode van je organisatie. "
    "Overleg met een collega of Veilig Thuis (0800-2000). Bel bij direct gevaar 112. "
    "Is de dreiging tegen jou gericht? Ga dan naar je leidinggevende of een vertrouwenspersoon. "
    "Komt dit pas tijdens de bijeenkomst naar boven? Stop dan en volg dezelfde weg."
)
_PAUZE = "Dit is een lange zit. Een pauze komt er nog bij, want die telt hier niet mee."
_TWEE = "Dit is veel tijd voor één vraag. Je kunt ook twee vragen doen, elk met een eigen agenda."
_RUIM = 1.5
"""From how many times the usual length on a meeting has time for a second question."""
_PER_STAP = "Per stap staat hieronder wat de begeleider doet en zegt."
_ZONDER_PAUZE = 120
_NIVEAUS = {
    Niveau.BEGINNERS: "Dit past ook bij een groep die begint met intervisie.",
    Niveau.ERVAREN: "Dit past bij een groep met ervaring in intervisie.",
}
_INBRENGER = "Inbrenger"
"""The role of who brings in a case."""


def build_werkvormdocument(werkvorm: Werkvorm, agendas: Sequence[Agenda]) -> Document:
    """Return a method with the agenda of each of its meetings; when not to use it comes before everything else."""
    blokken: list[Blok] = [Kop(werkvorm.naam, 1), Alinea(werkvorm.doel), Alinea(_render_geschikt(werkvorm))]
    blokken += [Kop("Wanneer je dit niet kiest"), Opsomming(werkvorm.niet_als), Alinea(_VEILIG)]
    blokken += _build_vooraf(werkvorm)
    for agenda in agendas:
        blokken += build_agendablokken(agenda, len(agendas), ruim=check_ruim(werkvorm, agenda))
    blokken += _build_lijsten((("Let op", werkvorm.let_op), ("Wat hier makkelijk misgaat", werkvorm.valkuilen)))
    return Document((*blokken, Alinea(f"Bron: {werkvorm.bron}. {render_herkomst(werkvorm.herkomst)}")))


def build_agendablokken(agenda: Agenda, aantal: int = 1, *, ruim: bool = False) -> list[Blok]:
    """Return one agenda: a table of all steps, and below it what the facilitator does in each.

    `ruim` when there is time for a second question.
    """
    kop = f"Agenda van bijeenkomst {agenda.bijeenkomst}" if aantal > 1 else "Agenda"
    rijen = [
        (f"{nummer}. {punt.stap.naam}", render_kloktijd(punt.begin), str(punt.minuten))
        for nummer, punt in enumerate(agenda.punten, 1)
    ]
    tabel = Tabel(("Stap", "Start", "Minuten"), (*rijen, ("Einde", render_kloktijd(agenda.duur), str(agenda.duur))))
    erbij = (_PAUZE if agenda.duur > _ZONDER_PAUZE else "", _TWEE if ruim else "")
    stappen = (blok for nummer, punt in enumerate(agenda.punten, 1) for blok in _build_stap(nummer, punt))
    return [
        Kop(f"{kop}: {agenda.duur} minuten met {agenda.deelnemers} mensen"),
        tabel,
        *(Alinea(tekst) for tekst in erbij if tekst),
        Alinea(_PER_STAP),
        *stappen,
    ]


def render_omvang(werkvorm: Werkvorm) -> str:
    """Return in one line how long a method takes, for how many people, and with what experience."""
    delen = [
        f"{werkvorm.count_kortste(werkvorm.gewone_groep)} tot {LANGSTE} minuten",
        f"{werkvorm.geschikt.minstens} tot {werkvorm.geschikt.hoogstens} mensen",
        f"voor {'beginners' if werkvorm.geschikt.niveau is Niveau.BEGINNERS else 'ervaren groepen'}",
    ]
    return ", ".join(delen)


def build_gegevens(werkvorm: Werkvorm, agendas: Sequence[Agenda] = ()) -> dict[str, Any]:
    """Return a method as data; `agenda` is that of the first meeting, `vervolg` those of the ones after it."""
    geschikt = werkvorm.geschikt
    gegevens: dict[str, Any] = {
        "id": werkvorm.id,
        "naam": werkvorm.naam,
        "versie": werkvorm.versie,
        "doel": werkvorm.doel,
        "kortste": werkvorm.count_kortste(werkvorm.gewone_groep),
        "langste": LANGSTE,
        "gewoon": werkvorm.duur,
        "bijeenkomsten": len(werkvorm.bijeenkomsten),
        "geschikt": geschikt._asdict(),
        "niet_als": list(werkvorm.niet_als),
        "bron": werkvorm.bron,
    }
    if agendas:
        eerste, *vervolg = map(_build_agenda, agendas)
        gegevens |= {
            "duur": agendas[0].duur,
            "deelnemers": agendas[0].deelnemers,
            "agenda": eerste,
            "vervolg": vervolg,
            "rollen": [rol._asdict() for rol in werkvorm.rollen],
            "voorbereiding": list(werkvorm.voorbereiding),
            "aan_tafel": list(werkvorm.aan_tafel),
            "let_op": list(werkvorm.let_op),
            "valkuilen": list(werkvorm.valkuilen),
        }
    return gegevens


def _build_agenda(agenda: Agenda) -> list[dict[str, Any]]:
    return [
        {
            "stap": punt.stap.naam,
            "begin": punt.begin,
            "minuten": punt.minuten,
            "doet": list(punt.stap.doet),
            "zegt": list(punt.stap.zegt),
        }
        for punt in agenda.punten
    ]


def _render_geschikt(werkvorm: Werkvorm) -> str:
    geschikt = werkvorm.geschikt
    keren = len(werkvorm.bijeenkomsten)
    kortste = werkvorm.count_kortste(werkvorm.gewone_groep)
    zinnen = [
        f"Voor {geschikt.minstens} tot en met {geschikt.hoogstens} mensen, de begeleider meegerekend.",
        f"Dit zijn {keren} bijeenkomsten." if keren > 1 else "",
        f"Een bijeenkomst duurt {kortste} tot {LANGSTE} minuten, meestal {werkvorm.duur}.",
        _NIVEAUS[geschikt.niveau],
        "Doe dit alleen als de mensen in de groep elkaar vertrouwen." if geschikt.veilige_groep else "",
    ]
    return " ".join(filter(None, zinnen))


def check_ruim(werkvorm: Werkvorm, agenda: Agenda) -> bool:
    """Return True for far more time than usual, in which a method with a case also fits twice."""
    met_inbrenger = any(rol.naam == _INBRENGER for rol in werkvorm.rollen)
    vanaf = max(_RUIM * werkvorm.duur, 2 * werkvorm.count_kortste(agenda.deelnemers))
    return met_inbrenger and len(werkvorm.bijeenkomsten) == 1 and agenda.duur >= vanaf


def _build_vooraf(werkvorm: Werkvorm) -> Iterator[Blok]:
    yield from _build_lijsten((("Vooraf", werkvorm.voorbereiding),))
    if werkvorm.aan_tafel:
        wie = render_opsomming(werkvorm.aan_tafel)
        yield Kop("Wie aan tafel moet zitten")
        yield Alinea(f"Kijk voor je begint of iedereen er is: {wie}. Ontbreekt er een? Nodig die dan eerst uit.")
    yield from _build_lijsten((("Rollen", tuple(f"{rol.naam}: {rol.doet}" for rol in werkvorm.rollen)),))


def _build_lijsten(lijsten: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Blok]:
    for kop, delen in lijsten:
        if delen:
            yield Kop(kop)
            yield Opsomming(delen)


def _build_stap(nummer: int, punt: Agendapunt) -> Iterator[Blok]:
    yield Kop(f"{nummer}. {punt.stap.naam} ({punt.minuten} minuten)", KLEIN)
    yield Opsomming((*punt.stap.doet, *(f"Zegt: {zin}" for zin in punt.stap.zegt)))
