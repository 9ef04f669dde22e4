"""Side by side: the same scales in several parts, or in two versions of one questionnaire."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Punt, Puntenrij, Tabel
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.profiel import NIET_GEVRAAGD, Schaalscore, Stijlprofiel, Verschuiving
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.rapport.overander import KOPPEN_ANDER
from conflictstijl.rapport.puntenbeeld import PAAR, build_beeld, build_rij
from conflictstijl.rapport.staven import (
    build_schaaluitleg,
    build_uitleg,
    check_gemengd,
    render_kant,
    render_waarde,
    render_woord,
)
from conflictstijl.tekst import render_getal, render_zin

_GEEN_SCORE = "geen score"
_ANDERS_NIETS = "Anders zegt dit verschil niets."
_TWEE_ANDER = f"Beide uitslagen gaan over een ander. Gaan ze over dezelfde persoon? {_ANDERS_NIETS}"
_GEEN_GOED = "Geen van beide is het goede antwoord. Een ander ziet alleen wat je daar laat zien."
_VRAGEN = (
    "Welk verschil verrast jullie het meest?",
    "Wat zag of hoorde de ander precies? Noem één moment.",
    "Waar zijn jullie het over eens?",
    "Wat hebben jullie van elkaar nodig als jullie het oneens zijn?",
)


class _Rij(NamedTuple):
    """One scale with its score in each column; None where it was not asked."""

    schaal: str
    naam: str
    scores: tuple[Schaalscore | None, ...]


def build_onderdelen(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the scores of all parts side by side, and where they differ by more than noise."""
    scores, profiel = gegeven.profiel.scores, gegeven.profiel
    namen = {deel.id: deel.naam for deel in gegeven.delen}
    kaal = dict.fromkeys(naam.rpartition(".")[2] for naam in gegeven.vergelijkbaar)
    rijen = [
        _Rij(schaal, _read_naam(gegeven, schaal), tuple(scores.get(f"{deel}.{schaal}") for deel in namen))
        for schaal in kaal
    ]
    gevuld = [rij for rij in rijen if any(_render_cel(gegeven, score) for score in rij.scores)]
    uitleg = build_uitleg(gegeven, _render_marge(gegeven)) if profiel.volgorde else ""
    if gevuld:
        yield from _build_tabel(gegeven, namen, gevuld, uitleg, profiel.verschuivingen)
    if len(namen) >= PAAR and len(profiel.volgorde) > 1:
        yield from _build_verschuivingen(gegeven, profiel.verschuivingen, namen)


def _build_tabel(
    gegeven: Gegeven,
    kolommen: Mapping[str, str],
    rijen: Sequence[_Rij],
    uitleg: str,
    verschuivingen: Sequence[Verschuiving],
) -> Iterator[Blok]:
    """Yield scores in columns with what they mean."""
    cellen = [(rij.naam, *(_render_cel(gegeven, score) for score in rij.scores)) for rij in rijen]
    tabel = Tabel((render_zin(gegeven.soort), *kolommen.values()), tuple(cellen))
    schaal = build_schaaluitleg(gegeven, gegeven.vergelijkbaar)
    if check_gemengd(gegeven) or gegeven.lijst.keuzes:
        # of choices only the order tells something
        yield tabel
    else:
        punten = [_build_puntenrij(gegeven, rij, list(kolommen), verschuivingen) for rij in rijen]
        bereiken = {read_bereik(gegeven.lijst, naam) for naam in gegeven.vergelijkbaar}
        yield build_beeld(tabel, list(kolommen.values()), punten, bereiken, schaal)
    geen = "Geen score: daarvoor zijn er te weinig antwoorden." if any(_GEEN_SCORE in rij for rij in cellen) else ""
    yield Alinea(" ".join(filter(None, (schaal, geen, uitleg))))


def _build_puntenrij(
    gegeven: Gegeven, rij: _Rij, kolommen: Sequence[str], verschuivingen: Sequence[Verschuiving]
) -> Puntenrij:
    """Return the scores of a scale as values: of two the difference has a word, of more each that stands out."""
    eigen = {een.onderdeel: een for een in verschuivingen if een.schaal == rij.schaal}
    if len(kolommen) == PAAR:
        punten = [_build_punt(gegeven, score) for score in rij.scores]
        een = next(iter(eigen.values()), None)
        return build_rij(rij.naam, punten, verschil=een and een.verschil, duidelijk=een and een.duidelijk)
    woorden = {
        deel: render_kant(gegeven, gegeven.vergelijkbaar, 1 if een.verschil > 0 else -1)
        for deel, een in eigen.items()
        if een.duidelijk
    }
    punten = [
        _build_punt(gegeven, score, woorden.get(deel, "")) for deel, score in zip(kolommen, rij.scores, strict=True)
    ]
    return Puntenrij(rij.naam, tuple(punten))


def _build_punt(gegeven: Gegeven, score: Schaalscore | None, woord: str = "") -> Punt:
    if score is None or score.waarde is None:
        return Punt(None, _render_cel(gegeven, score))
    return Punt(score.waarde, render_waarde(gegeven, score), woord)


def _read_naam(gegeven: Gegeven, schaal: str) -> str:
    """Return the name of a scale that several parts have, by the first of them."""
    return gegeven.read_naam(next(naam for naam in gegeven.vergelijkbaar if naam.rpartition(".")[2] == schaal))


def _render_cel(gegeven: Gegeven, score: Schaalscore | None) -> str:
    """Return a score with its meaning; empty where a scale was not asked, or none of its questions applied."""
    if score is None or score.reden == NIET_GEVRAAGD:
        return ""
    return _GEEN_SCORE if score.waarde is None else f"{render_waarde(gegeven, score)} {render_woord(score)}".strip()


def _render_marge(gegeven: Gegeven) -> str:
    """Return the largest margin of all scores, as it stands in a sentence."""
    marges = [
        max(score.bovengrens - score.waarde, score.waarde - score.ondergrens)
        for score in gegeven.profiel.scores.values()
        if score.ondergrens is not None and score.bovengrens is not None and score.waarde is not None
    ]
    return f": hoogstens {render_getal(max(marges))} {gegeven.punt} naar beide kanten" if marges else ""


def _build_verschuivingen(
    gegeven: Gegeven, verschuivingen: Sequence[Verschuiving], namen: Mapping[str, str]
) -> Iterator[Blok]:
    """Yield what shifts by more than noise, or that nothing does, or that it cannot be told."""
    duidelijk = [een for een in verschuivingen if een.duidelijk]
    tussen = f"verschillen tussen {'deze twee' if len(namen) == PAAR else 'de delen'}"
    if all(een.duidelijk is None for een in verschuivingen):
        yield Alinea(f"Of de {tussen} groter zijn dan toeval, is hier niet te zeggen.")
    elif not duidelijk:
        yield Alinea(f"De {tussen} zijn te klein om iets over te zeggen.")
    else:
        dan = "" if len(namen) == PAAR else ", vergeleken met het gemiddelde van de andere delen"
        yield Alinea(f"Dit verschilt meer dan toeval verklaart{dan}:")
        yield Opsomming(tuple(_render_verschuiving(gegeven, een, namen) for een in duidelijk))
        andere = [een.verschil for een in verschuivingen if not een.duidelijk]
        if andere:
            wat = "verschillen zijn te klein om iets over te zeggen" if any(andere) else "scores zijn precies gelijk"
            yield Alinea(f"De andere {wat}.")


def _render_verschuiving(gegeven: Gegeven, een: Verschuiving, namen: Mapping[str, str]) -> str:
    """Return one shift, as `Doorzetten: 1,2 punt hoger bij 'Gespannen' dan bij 'Rustig'`."""
    richting = "hoger" if een.verschil > 0 else "lager"
    anderen = [naam for deel, naam in namen.items() if deel != een.onderdeel]
    dan = f" dan bij '{anderen[0]}'" if len(anderen) == 1 else ""
    punten = render_getal(abs(float(een.verschil)))
    return f"{_read_naam(gegeven, een.schaal)}: {punten} {gegeven.punt} {richting} bij '{namen[een.onderdeel]}'{dan}."


def build_naast(
    paren: Sequence[tuple[Vragenlijst, Stijlprofiel]], verschuivingen: Sequence[Verschuiving], kennis: Kennis
) -> Document:
    """Return two versions of one questionnaire side by side: what someone says, and what another sees."""
    gegevens = [Gegeven(profiel, lijst, kennis) for lijst, profiel in paren]
    namen = {lijst.variant.id: lijst.variant.naam for lijst, _ in paren if lijst.variant}
    eerste = gegevens[0]
    rijen = [
        _Rij(naam, eerste.read_naam(naam), tuple(een.profiel.scores[naam] for een in gegevens))
        for naam in eerste.vergelijkbaar
    ]
    blokken: list[Blok] = [Kop(f"{eerste.lijst.titel}: naast elkaar", 1), *_build_begin(gegevens)]
    blokken += _build_tabel(eerste, namen, rijen, "", verschuivingen)
    blokken += _build_verschuivingen(eerste, verschuivingen, namen)
    if any(een.over_ander for een in gegevens):
        blokken += [Alinea(_GEEN_GOED), Kop(KOPPEN_ANDER[2]), Opsomming(_VRAGEN)]
    else:
        blokken.append(Alinea("Denk bij een verschil aan een voorbeeld. Wat was daar anders?"))
    return Document(tuple(blokken))


def _build_begin(gegevens: Sequence[Gegeven]) -> Iterator[Blok]:
    """Yield the heading of the table, and that a difference only counts when both are about the same person.

    The program cannot know: somebody may fill in both on one computer, about two people.
    """
    over_ander = [nummer for nummer, een in zip(("eerste", "tweede"), gegevens, strict=True) if een.over_ander]
    if len(over_ander) == 1:
        yield Kop("Zelf en ander")
        vraag = "Vulde die ander dit over jou in?"
        yield Alinea(f"De {over_ander[0]} uitslag gaat over een ander. {vraag} {_ANDERS_NIETS}")
    elif over_ander:
        yield Kop(KOPPEN_ANDER[0])
        yield Alinea(_TWEE_ANDER)
    else:
        yield Kop("Mijn stijl")
