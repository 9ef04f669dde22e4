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
from conflictstijl.rapport.groepspatroon import build_gespreksvragen, build_patroon
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
_GRENZEN = (
    "Dit is geen norm. Het beeld zegt niet of deze groep het goed of slecht doet.",
    "Het gaat over wat mensen nu zeggen te doen. Het zegt niet wie ze zijn.",
    "Elke stijl past ergens. Wat vaak bovenaan staat, is niet altijd wat een situatie vraagt.",
    "Bij veel mensen liggen scores dicht bij elkaar. Wat dan bovenaan staat, kan toeval zijn.",
)
_STAP = "Preciezer kan niet: dan kun je iemands score uitrekenen."
_KEUZES = "Mensen kozen steeds tussen stijlen. Een gemiddelde past daar niet bij."


def build_groep(
    beeld: Groepsbeeld, vragenlijst: Vragenlijst, kennis: Kennis, voor_na: Voorna | None = None
) -> Document:
    """Return the report of a group; of one that nothing may be told of only why."""
    gegeven = build_gegeven(vragenlijst, kennis)
    titel = Kop(f"{vragenlijst.titel}: beeld van de groep", 1)
    verandering = build_voor_na(gegeven, voor_na, beeld.minimum) if voor_na else ()
    if beeld.geheel is None:
        return Document((titel, Alinea(_render_niets(beeld)), *verandering))
    return Document(
        (
            titel,
            Alinea(_render_inleiding(gegeven, beeld.geheel)),
            *(blok for deel in beeld.delen for blok in _build_deel(gegeven, deel, beeld.geheel)),
            *build_ondergroepen(gegeven, beeld),
            *verandering,
            *_build_gesprek(gegeven, beeld.delen, beeld.geheel),
            *_build_slot(gegeven, beeld, beeld.geheel),
        )
    )


def build_gegeven(vragenlijst: Vragenlijst, kennis: Kennis) -> Gegeven:
    """Return what names and axes are made with, for a report that is about no single profile."""
    niemand = Stijlprofiel(vragenlijst.id, vragenlijst.versie, "", 0, 0, {}, (), Kwaliteit(0, 0.0, None, 0.0))
    return Gegeven(niemand, vragenlijst, kennis)


def _render_niets(beeld: Groepsbeeld) -> str:
    return _TE_GELIJK if beeld.weigering else _TE_KLEIN.format(beeld.minimum)


def _render_inleiding(gegeven: Gegeven, geheel: Groepscijfers) -> str:
    over = "hoe zij een ander zien" if gegeven.over_ander else "wat zij zelf zeggen te doen"
    return (
        f"Dit beeld gaat over {geheel.n} mensen. Het laat zien {over} bij een conflict. "
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
        return f"De gemiddelden zijn afgerond op een achtste van de schaal. {_STAP}"
    ((stap, bereik),) = stappen.items()
    getal = render_getal(float(stap), count_decimalen(bereik))
    return f"De gemiddelden zijn afgerond op stappen van {getal}. {_STAP}"


def _read_bereiken(gegeven: Gegeven, deel: Groepsdeel) -> Iterator[tuple[Fraction, Fraction]]:
    return (read_bereik(gegeven.lijst, naam) for naam in deel.schalen)


def _build_gesprek(gegeven: Gegeven, delen: Iterable[Groepsdeel], geheel: Groepscijfers) -> Iterator[Blok]:
    vragen = build_gespreksvragen(gegeven, tuple(delen), geheel)
    if vragen:
        yield Kop("Om over te praten")
        yield Alinea("Niemand hoeft te vertellen wat bij hem of haar bovenaan staat.")
        yield Opsomming(tuple(vragen), genummerd=True)


def _build_slot(gegeven: Gegeven, beeld: Groepsbeeld, geheel: Groepscijfers) -> Iterator[Blok]:
    yield Kop("Wat dit beeld niet zegt")
    keuzes = [] if all(deel.gemiddelden for deel in beeld.delen) else [_KEUZES]
    over = ["Het gaat over anderen, zoals deze mensen hen zien."] if gegeven.over_ander else []
    zonder = _build_zonder(gegeven, beeld)
    yield Opsomming((*_GRENZEN, *keuzes, *over, *zonder, *gegeven.kennis.adviezen.algemeen.let_op))
    yield Kop("Privacy")
    yield Opsomming(
        (
            "Namen en scores van één persoon staan hier niet in.",
            f"Over minder dan {beeld.minimum} mensen laten we niets zien. Dat geldt ook voor wat je kunt uitrekenen.",
            "Leg dit niet naast een beeld van bijna dezelfde mensen. Het verschil gaat dan over een paar van hen.",
            "Wie de groep goed kent, kan soms toch iets raden. Deel dit daarom alleen met de groep.",
            *build_eenvormig(beeld, geheel),
        )
    )


def _build_zonder(gegeven: Gegeven, beeld: Groepsbeeld) -> Iterator[str]:
    """Yield which parts are left out because only some people were asked them."""
    met = {deel.onderdeel for deel in beeld.delen}
    namen = [een.naam for een in gegeven.lijst.onderdelen if een.id in gegeven.lijst.groepen and een.id not in met]
    if namen:
        yield f"Niet iedereen kreeg alle vragen. Daarom ontbreekt: {render_opsomming(namen)}."
