"""Before and after in a group: how many people do something more or less, and what that does not prove."""

from collections.abc import Iterator

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming, Tabel
from conflictstijl.model.groepsbeeld import TE_GELIJK, Voorna
from conflictstijl.model.hertest import KEUZES
from conflictstijl.rapport.gegeven import KLEIN, Gegeven
from conflictstijl.tekst import render_zin

_BEWIJS = "Een verandering bewijst niet dat een training hielp. Er gebeurde vast ook iets anders."
_STIJLEN = "Vaker is niet beter dan minder vaak. Elke stijl past ergens."
_SCHALEN = "Hoger is niet altijd beter dan lager."
_RUIS = "Wie bij 'geen duidelijk verschil' staat, kan toch iets anders doen. De vragenlijst ziet dat dan niet."


def build_voor_na(gegeven: Gegeven, voor_na: Voorna, minimum: int) -> Iterator[Blok]:
    """Yield how many people changed per scale, or why nothing is told."""
    yield Kop("Voor en na")
    if voor_na.n is None:
        yield Alinea(render_reden(voor_na, minimum))
        return
    yield Alinea(render_wie(voor_na))
    namen = {een.id: een.naam for een in gegeven.lijst.onderdelen}
    for onderdeel in dict.fromkeys(gegeven.lijst.schaal(schaal).onderdeel for schaal in voor_na.schalen):
        if onderdeel:
            yield Kop(namen[onderdeel], KLEIN)
        yield _build_tabel(gegeven, voor_na, onderdeel)
    yield Opsomming(build_grenzen(gegeven))


def render_wie(voor_na: Voorna) -> str:
    """Return of how many people there are answers twice, and which differences count."""
    return (
        f"Van {voor_na.n} mensen hebben we twee keer genoeg antwoorden. We legden bij ieder de eigen antwoorden naast "
        "elkaar. Een verschil telt alleen mee als het te groot is om toeval te zijn."
    )


def build_grenzen(gegeven: Gegeven) -> tuple[str, ...]:
    """Return what before and after does not prove."""
    return _BEWIJS, _STIJLEN if gegeven.stijlen else _SCHALEN, _RUIS


def build_koppen(gegeven: Gegeven) -> tuple[str, str, str, str]:
    """Return the heads of a table of counts: the scale, and how many people went up, down or neither."""
    meer, minder = ("Vaker", "Minder vaak") if gegeven.stijlen else ("Hoger", "Lager")
    return render_zin(gegeven.soort), meer, minder, "Geen duidelijk verschil"


def _build_tabel(gegeven: Gegeven, voor_na: Voorna, onderdeel: str) -> Tabel:
    rijen = [
        (gegeven.read_naam(schaal), str(een.meer), str(een.minder), str(een.gelijk))
        for schaal, een in voor_na.schalen.items()
        if gegeven.lijst.schaal(schaal).onderdeel == onderdeel
    ]
    return Tabel(build_koppen(gegeven), tuple(rijen))


def render_reden(voor_na: Voorna, minimum: int) -> str:
    """Return why nothing is told about before and after."""
    if voor_na.reden == KEUZES:
        return "Bij keuzevragen is over een verschil niets te zeggen. Daar telt alleen de volgorde."
    if voor_na.reden == TE_GELIJK:
        return "Een eerder verschil ging over bijna dezelfde mensen. Daarom staat hier niets."
    return f"Minder dan {minimum} mensen vulden de lijst twee keer genoeg in. Daarom staat hier niets."
