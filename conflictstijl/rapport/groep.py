"""The report of a group: which styles come first, what to talk about, and what the picture does not say."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Staaf, Staven
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.groepsbeeld import Groepsbeeld, Groepscijfers, Groepsdeel, Voorna, build_gedeeld
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.profiel import Kwaliteit, Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegeven import KLEIN, Gegeven
from conflictstijl.rapport.groepspatroon import build_gespreksvragen, build_patroon, read_meervoud
from conflictstijl.rapport.ondergroepen import build_eenvormig, build_ondergroepen, count_decimalen
from conflictstijl.rapport.staven import build_schaaluitleg
from conflictstijl.rapport.voorna import build_voor_na
from conflictstijl.tekst import render_getal, render_opsomming

_GEDEELD = "Gedeelde eerste plaats"
_TE_KLEIN = (
    "Hier staat geen beeld van de groep. Daarvoor zijn minstens {} mensen nodig die genoeg invulden. "
    "Een beeld van minder mensen kan iemand verraden."
)
_TE_GELIJK = (
    "Hier staat geen beeld van de groep. Deze groep lijkt te veel op een eerdere groep. "
    "Het verschil tussen twee beelden gaat dan over een paar mensen."
)
_NORM = "Dit is geen norm. Het beeld zegt niet of deze groep het goed of slecht doet."
_STIJLGRENZEN = (
    "Het gaat over wat mensen nu zeggen te doen. Het zegt niet wie ze zijn.",
    "Elke stijl past ergens. Wat vaak bovenaan staat, is niet altijd wat een situatie vraagt.",
)
_SCHAALGRENS = "Het gaat over wat mensen nu antwoorden. Het zegt niet wie ze zijn."
_DICHTBIJ = "Bij veel mensen liggen scores dicht bij elkaar. Wat dan bovenaan staat, kan toeval zijn."
_STAP = "Preciezer kan niet: dan kun je iemands score uitrekenen."
_ACHTSTE = "De gemiddelden zijn afgerond op een achtste van de schaal."
_KEUZES = "Mensen kozen steeds tussen {}. Een gemiddelde past daar niet bij."
_APART = "Verderop staat de uitslag per persoon. Geef dit verslag daarom niet aan de groep."
_VOOR_DE_GROEP = "Maak voor de groep een eigen beeld, zonder de uitslag per persoon."


def build_groep(
    beeld: Groepsbeeld,
    vragenlijst: Vragenlijst,
    kennis: Kennis,
    voor_na: Voorna | None = None,
    *,
    met_mensen: bool = False,
) -> Document:
    """Return the report of a group; of one that nothing may be told of only why.

    `met_mensen` is True when something about every person comes after it: then it is confidential from its title on.
    """
    gegeven = build_gegeven(vragenlijst, kennis)
    begin = _build_begin(vragenlijst, met_mensen=met_mensen)
    verandering = build_voor_na(gegeven, voor_na, beeld.minimum) if voor_na else ()
    if beeld.geheel is None:
        return Document((*begin, Alinea(_render_niets(beeld)), *verandering))
    privacy = (_APART, _VOOR_DE_GROEP) if met_mensen else _build_privacy(beeld, beeld.geheel)
    return Document(
        (
            *begin,
            Alinea(_render_inleiding(gegeven, beeld.geheel)),
            *(blok for deel in beeld.delen for blok in _build_deel(gegeven, deel, beeld.geheel)),
            *build_ondergroepen(gegeven, beeld),
            *verandering,
            *_build_gesprek(gegeven, beeld.delen, beeld.geheel),
            *_build_slot(gegeven, beeld),
            Kop("Privacy"),
            Opsomming(tuple(privacy)),
        )
    )


def build_gegeven(vragenlijst: Vragenlijst, kennis: Kennis) -> Gegeven:
    """Return what names and axes are made with, for a report that is about no single profile."""
    niemand = Stijlprofiel(vragenlijst.id, vragenlijst.versie, "", 0, 0, {}, (), Kwaliteit(0, 0.0, None, 0.0))
    return Gegeven(niemand, vragenlijst, kennis)


def _build_begin(vragenlijst: Vragenlijst, *, met_mensen: bool) -> tuple[Blok, ...]:
    if met_mensen:
        return Kop(f"VERTROUWELIJK: {vragenlijst.titel}, groep en personen", 1), Alinea(_APART)
    return (Kop(f"{vragenlijst.titel}: beeld van de groep", 1),)


def _render_niets(beeld: Groepsbeeld) -> str:
    return _TE_GELIJK if beeld.weigering else _TE_KLEIN.format(beeld.minimum)


def _render_inleiding(gegeven: Gegeven, geheel: Groepscijfers) -> str:
    over = "hoe zij een ander zien" if gegeven.over_ander else "wat zij zelf zeggen te doen"
    wat = f"{over} bij een conflict" if gegeven.stijlen else "wat zij antwoordden"
    return (
        f"Dit beeld gaat over {geheel.n} mensen. Het laat zien {wat}. "
        f"Alleen wie voor elke {gegeven.soort} genoeg invulde, telt mee."
    )


def _build_deel(gegeven: Gegeven, deel: Groepsdeel, geheel: Groepscijfers) -> Iterator[Blok]:
    """Yield the figures of a part, and in words what they show."""
    naam = {een.id: f": {een.naam}" for een in gegeven.lijst.onderdelen}.get(deel.onderdeel, "")
    if deel.eerste:
        yield Kop(f"Wat staat bij hoeveel mensen bovenaan{naam}")
        yield _build_aantallen(gegeven, deel, geheel)
        yield Alinea(build_patroon(gegeven, deel, geheel))
    if deel.gemiddelden:
        yield Kop(f"Gemiddelden{naam}", KLEIN if deel.eerste else KLEIN - 1)
        yield _build_gemiddelden(gegeven, deel, geheel)
        yield Alinea(_render_stap(gegeven, deel))


def _build_aantallen(gegeven: Gegeven, deel: Groepsdeel, geheel: Groepscijfers) -> Staven:
    gedeeld = geheel.eerste[build_gedeeld(deel.onderdeel)]
    aantallen = {gegeven.read_naam(naam): geheel.eerste[naam] for naam in deel.schalen}
    aantallen |= {_GEDEELD: gedeeld} if gedeeld else {}
    staven = tuple(Staaf(naam, aantal, f"{aantal} van {geheel.n}", "") for naam, aantal in aantallen.items())
    bij = " Een gedeelde eerste plaats betekent: twee of meer scores zijn precies gelijk." if gedeeld else ""
    return Staven(staven, 0, geheel.n, f"Bij hoeveel mensen iets bovenaan staat.{bij}", "de")


def _build_gemiddelden(gegeven: Gegeven, deel: Groepsdeel, geheel: Groepscijfers) -> Staven:
    staven = [(gegeven.read_naam(naam), float(geheel.gemiddelden[naam])) for naam in deel.schalen]
    bereiken = [read_bereik(gegeven.lijst, naam) for naam in deel.schalen]
    decimalen = max(count_decimalen(bereik) for bereik in bereiken)
    return Staven(
        tuple(Staaf(naam, waarde, render_getal(waarde, decimalen), "") for naam, waarde in staven),
        float(min(laagste for laagste, _ in bereiken)),
        float(max(hoogste for _, hoogste in bereiken)),
        build_schaaluitleg(gegeven, deel.schalen),
        "de",
    )


def _render_stap(gegeven: Gegeven, deel: Groepsdeel) -> str:
    stappen = {(hoogste - laagste) / 8: (laagste, hoogste) for laagste, hoogste in _read_bereiken(gegeven, deel)}
    if len(stappen) > 1:
        return f"{_ACHTSTE} {_STAP}"
    ((stap, bereik),) = stappen.items()
    cijfers = count_decimalen(bereik)
    if (stap * 10**cijfers).denominator > 1:
        return f"{_ACHTSTE} {_STAP}"
    return f"De gemiddelden zijn afgerond op stappen van {render_getal(float(stap), cijfers)}. {_STAP}"


def _read_bereiken(gegeven: Gegeven, deel: Groepsdeel) -> Iterator[tuple[Fraction, Fraction]]:
    return (read_bereik(gegeven.lijst, naam) for naam in deel.schalen)


def _build_gesprek(gegeven: Gegeven, delen: Iterable[Groepsdeel], geheel: Groepscijfers) -> Iterator[Blok]:
    vragen = build_gespreksvragen(gegeven, tuple(delen), geheel)
    if vragen:
        yield Kop("Om over te praten")
        yield Alinea("Niemand hoeft de eigen uitslag te vertellen.")
        yield Opsomming(tuple(vragen), genummerd=True)


def _build_slot(gegeven: Gegeven, beeld: Groepsbeeld) -> Iterator[Blok]:
    yield Kop("Wat dit beeld niet zegt")
    keuzes = [] if all(deel.gemiddelden for deel in beeld.delen) else [_KEUZES.format(read_meervoud(gegeven))]
    over = ["Het gaat over anderen, zoals deze mensen hen zien."] if gegeven.over_ander else []
    zonder = _build_zonder(gegeven, beeld)
    algemeen = gegeven.kennis.adviezen.algemeen.let_op
    yield Opsomming((*_build_grenzen(gegeven, beeld), *keuzes, *over, *zonder, *algemeen))


def _build_grenzen(gegeven: Gegeven, beeld: Groepsbeeld) -> Iterator[str]:
    yield _NORM
    yield from _STIJLGRENZEN if gegeven.stijlen else (_SCHAALGRENS,)
    if any(deel.eerste for deel in beeld.delen):
        yield _DICHTBIJ


def _build_privacy(beeld: Groepsbeeld, geheel: Groepscijfers) -> Iterator[str]:
    """Yield what the picture of a group holds back, which is true only when no people are told about beside it."""
    yield "Namen en scores van één persoon staan hier niet in."
    yield f"Over minder dan {beeld.minimum} mensen laten we niets zien. Dat geldt ook voor wat je kunt uitrekenen."
    yield "Leg dit niet naast een beeld van bijna dezelfde mensen. Het verschil gaat dan over een paar van hen."
    yield "Wie de groep goed kent, kan soms toch iets raden. Deel dit daarom alleen met de groep."
    yield from build_eenvormig(beeld, geheel)


def _build_zonder(gegeven: Gegeven, beeld: Groepsbeeld) -> Iterator[str]:
    """Yield which parts are left out because only some people were asked them."""
    met = {deel.onderdeel for deel in beeld.delen}
    namen = [een.naam for een in gegeven.lijst.onderdelen if een.id in gegeven.lijst.groepen and een.id not in met]
    if namen:
        yield f"Niet iedereen kreeg alle vragen. Daarom ontbreekt: {render_opsomming(namen)}."
