"""Before and after in a group: how many people do something more or less, and what that does not prove."""

from collections.abc import Iterator

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming, Tabel
from conflictstijl.model.groepsbeeld import TE_GELIJK, Voorna
from conflictstijl.model.hertest import KEUZES
from conflictstijl.rapport.gegeven import KLEIN, Gegeven
from conflictstijl.tekst import render_zin

_GRENZEN = (
    "Een verandering bewijst niet dat een training hielp. Er gebeurde vast ook iets anders.",
    "Vaker is niet beter dan minder vaak. Elke stijl past ergens.",
    "Wie bij 'geen duidelijk verschil' staat, kan toch iets anders doen. De vragenlijst ziet dat dan niet.",
)


def build_voor_na(gegeven: Gegeven, voor_na: Voorna, minimum: int) -> Iterator[Blok]:
    """Yield how many people changed per scale, or why nothing is told."""
    yield Kop("Voor en na")
    if voor_na.n is None:
        yield Alinea(_render_reden(voor_na, minimum))
        return
    yield Alinea(
        f"Van {voor_na.n} mensen hebben we twee keer genoeg antwoorden. We legden bij ieder de eigen antwoorden naast "
        "elkaar. Een verschil telt alleen mee als het te groot is om toeval te zijn."
    )
    namen = {een.id: een.naam for een in gegeven.lijst.onderdelen}
    for onderdeel in dict.fromkeys(gegeven.lijst.schaal(schaal).onderdeel for schaal in voor_na.schalen):
        if onderdeel:
            yield Kop(namen[onderdeel], KLEIN)
        yield _build_tabel(gegeven, voor_na, onderdeel)
    yield Opsomming(_GRENZEN)


def _build_tabel(gegeven: Gegeven, voor_na: Voorna, onderdeel: str) -> Tabel:
    woorden = ("Vaker", "Minder vaak") if gegeven.stijlen else ("Hoger", "Lager")
    rijen = [
        (gegeven.read_naam(schaal), str(een.meer), str(een.minder), str(een.gelijk))
        for schaal, een in voor_na.schalen.items()
        if gegeven.lijst.schaal(schaal).onderdeel == onderdeel
    ]
    return Tabel((render_zin(gegeven.soort), *woorden, "Geen duidelijk verschil"), tuple(rijen))


def _render_reden(voor_na: Voorna, minimum: int) -> str:
    if voor_na.reden == KEUZES:
        return "Bij keuzevragen is over een verschil niets te zeggen. Daar telt alleen de volgorde."
    if voor_na.reden == TE_GELIJK:
        return "Een eerder verschil ging over bijna dezelfde mensen. Daarom staat hier niets."
    return f"Minder dan {minimum} mensen vulden de lijst twee keer genoeg in. Daarom staat hier niets."
