"""A scored profile as a neutral document: four headings, what the numbers mean and what they do not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Staaf, Staven
from conflictstijl.model.kennis import Kennis, Oefening, Profieladvies, Stijl, Vaardigheid
from conflictstijl.model.profiel import TE_WEINIG, Schaalscore, Stijlprofiel
from conflictstijl.model.vragenlijst import Herkomst, Scoresoort, Vorm, Vragenlijst
from conflictstijl.tekst import render_getal, render_opsomming, render_zin

KOPPEN = (
    "Mijn stijl",
    "Welke stijl werkt wanneer",
    "Wanneer kies ik een andere stijl",
    "Welke vaardigheid oefen ik",
)
"""The four headings of every personal report: the promise of the first source document."""

_KLEIN = 3
"""Level of a heading inside a part."""
_VOORBEELDEN = 2
"""Examples per style: a third one costs a screen and is read by few."""
_MINST_VERGELEKEN = 3
"""With two scales a difference belongs to both, so nothing is labelled (see `rekenen.zekerheid`)."""
_VEILIG = "Voelt een situatie onveilig? Kies dan geen stijl, maar haal er eerst iemand bij."
_HONDERD = 100
_TELWOORD = {2: "tweeën", 3: "drieën"}


def build_document(profiel: Stijlprofiel, vragenlijst: Vragenlijst, kennis: Kennis, advies: Profieladvies) -> Document:
    """Return the personal report of one profile."""
    bouwer = _Bouwer(profiel, vragenlijst, kennis, advies)
    delen = (bouwer.build_stijl, bouwer.build_wanneer, bouwer.build_anders, bouwer.build_oefenen)
    blokken: list[Blok] = [Kop(_build_titel(profiel, vragenlijst), 1)]
    for kop, deel in zip(KOPPEN, delen, strict=True):
        blokken += [Kop(kop), *deel()]
    return Document((*blokken, *bouwer.build_slot()))


def render_oefening(oefening: Oefening) -> str:
    """Return an exercise as one text: with whom, how long, what to do."""
    met = "Alleen" if oefening.met == 1 else f"Met z'n {_TELWOORD[oefening.met]}"
    return f"{met}, {oefening.duur} minuten: {oefening.opdracht}"


def render_herkomst(herkomst: Herkomst) -> str:
    """Return research status and licence as sentences; what is not known is left out."""
    delen = (herkomst.status, f"Licentie: {herkomst.licentie}" if herkomst.licentie else "")
    return " ".join(f"{render_zin(deel.rstrip('.'))}." for deel in delen if deel)


class _Bouwer:
    """The parts of one report; each method yields the blocks under one heading."""

    def __init__(self, profiel: Stijlprofiel, vragenlijst: Vragenlijst, kennis: Kennis, advies: Profieladvies) -> None:
        self._profiel = profiel
        self._lijst = vragenlijst
        self._kennis = kennis
        self._advies = advies
        stijlen = kennis.stijlen.stijlen
        self._stijlen = {schaal.id: stijlen[schaal.stijl] for schaal in vragenlijst.schalen if schaal.stijl}

    def build_stijl(self) -> Iterator[Blok]:
        """Yield the bars, what stands out and what the answers may suffer from."""
        staven = self._build_staven()
        yield staven
        if self._profiel.volgorde:
            yield Alinea(self._build_uitleg(staven))
        yield Alinea(" ".join(self._build_samenvatting()))
        adviezen = self._kennis.adviezen.stijlen
        for stijl in self._read_genoemd(self._profiel.duidelijk_hoog):
            yield from (Kop(stijl.naam, _KLEIN), Alinea(adviezen[stijl.id].veel))
        for stijl in self._read_genoemd(self._profiel.duidelijk_laag):
            yield from (Kop(stijl.naam, _KLEIN), Alinea(adviezen[stijl.id].weinig))
        meldingen = self._profiel.kwaliteit.meldingen
        if meldingen:
            yield from (Kop("Let op", _KLEIN), Opsomming(tuple(melding.wat for melding in meldingen)))

    def build_wanneer(self) -> Iterator[Blok]:
        """Yield for each style in what situations it works."""
        if self._stijlen:
            yield Alinea("Elke stijl past ergens. Zo herken je waar:")
            yield Opsomming(tuple(map(_build_situaties, _build_uniek(self._stijlen.values()))))
        else:
            yield Alinea("Deze vragenlijst meet geen conflictstijlen. Er hoort dus geen advies over stijlen bij.")

    def build_anders(self) -> Iterator[Blok]:
        """Yield when another style fits better than the one that stands out."""
        hoog, laag = map(self._read_genoemd, (self._profiel.duidelijk_hoog, self._profiel.duidelijk_laag))
        for stijl in hoog:
            yield Kop(f"Vaker dan de rest: {stijl.kort.lower()}", _KLEIN)
            yield Opsomming(self._kennis.adviezen.stijlen[stijl.id].anders)
            yield Alinea(f"Herken je dit? Dan is het misschien te veel: {_build_tekens(stijl.te_veel)}")
        for stijl in laag:
            yield Kop(f"Minder vaak dan de rest: {stijl.kort.lower()}", _KLEIN)
            yield Alinea(f"Herken je dit? Dan is het misschien te weinig: {_build_tekens(stijl.te_weinig)}")
        if not hoog + laag:
            yield Alinea(self._build_situatie_eerst())
        if self._stijlen:
            yield Alinea(_VEILIG)

    def build_oefenen(self) -> Iterator[Blok]:
        """Yield at most three skills with their exercises and one question to think about."""
        eerdere = ""
        for vaardigheid, reden in self._advies.vaardigheden:
            yield from _build_vaardigheid(vaardigheid, "" if reden == eerdere else reden)
            eerdere = reden
        namen = [vaardigheid.id for vaardigheid, _ in self._advies.vaardigheden]
        if namen:
            opdracht = f"'conflictstijl vaardigheden' en daarachter {render_opsomming(namen, 'of')}"
            yield Alinea(f"Meer stappen en oefeningen? Typ {opdracht}.")
        yield Kop("Een vraag om over na te denken", _KLEIN)
        yield Alinea(self._advies.leervraag)

    def build_slot(self) -> Iterator[Blok]:
        """Yield the limits of the result and where it comes from."""
        yield Kop("Goed om te weten", _KLEIN)
        yield Opsomming(self._kennis.adviezen.algemeen.let_op)
        bron = f"Vragenlijst '{self._lijst.id}', versie {self._lijst.versie}. {render_herkomst(self._lijst.herkomst)}"
        yield Alinea(bron.strip())

    def _build_staven(self) -> Staven:
        laagste, hoogste = self._read_grenzen()
        volgorde = [naam for groep in self._profiel.volgorde for naam in groep]
        zonder = [naam for naam, score in self._profiel.scores.items() if score.exact is None]
        staven = tuple(self._build_staaf(self._profiel.scores[naam]) for naam in volgorde + zonder)
        return Staven(staven, laagste, hoogste, self._build_schaaluitleg(laagste, hoogste))

    def _build_staaf(self, score: Schaalscore) -> Staaf:
        naam = self._read_naam(score.schaal)
        if score.waarde is None:
            weinig = f"te weinig ingevuld ({score.beantwoord} van de {score.items})"
            return Staaf(naam, None, "-", weinig if score.reden == TE_WEINIG else "niet van toepassing")
        if self._lijst.vorm is Vorm.KIES:
            return Staaf(naam, score.waarde * _HONDERD, f"{score.som} van {score.beantwoord}", "gekozen")
        return Staaf(
            naam, score.waarde, render_getal(score.waarde), score.duiding or "", score.ondergrens, score.bovengrens
        )

    def _read_naam(self, schaal: str) -> str:
        gevonden = self._lijst.schaal(schaal)
        if schaal in self._stijlen and gevonden.naam == schaal:
            return self._stijlen[schaal].kort
        return gevonden.naam

    def _read_genoemd(self, schalen: Sequence[str]) -> list[Stijl]:
        return _build_uniek(self._stijlen[naam] for naam in schalen if naam in self._stijlen)

    def _read_grenzen(self) -> tuple[float, float]:
        """Return the ends of the axis; for sums those of the scales that reach furthest."""
        punten = self._lijst.antwoorden
        if punten is None or self._lijst.score is Scoresoort.PROCENT:
            return 0, _HONDERD
        if self._lijst.score is Scoresoort.GEMIDDELDE:
            return punten.laagste, punten.hoogste
        gewichten = Counter[str]()
        for _, _, sleutel, _ in self._lijst.uitspraken():
            gewichten.update({deel.schaal: deel.gewicht for deel in sleutel})
        einden = [Fraction(eind) * g for eind in (punten.laagste, punten.hoogste) for g in gewichten.values()]
        return float(min(einden, default=0)), float(max(einden, default=0))

    def _build_schaaluitleg(self, laagste: float, hoogste: float) -> str:
        punten = self._lijst.antwoorden
        if punten is None:
            return "Het eerste getal is hoe vaak je iets koos, het tweede hoe vaak je het kon kiezen."
        if self._lijst.score is Scoresoort.GEMIDDELDE:
            laag, hoog = punten.punten[0], punten.punten[-1]
            return f"Van {laag.waarde} ({laag.label.lower()}) tot {hoog.waarde} ({hoog.label.lower()})."
        if self._lijst.score is Scoresoort.PROCENT:
            return "Van 0 tot 100 procent van het haalbare."
        return f"Van {_render_eind(laagste)} tot {_render_eind(hoogste)} punten."

    def _build_uitleg(self, staven: Staven) -> str:
        if self._lijst.vorm is Vorm.KIES:
            return (
                "Je koos steeds één van de twee. Kies je de ene stijl vaker, dan kies je een andere minder vaak. "
                "De getallen zeggen dus alleen iets over de volgorde."
            )
        if all(staaf.ondergrens is None for staaf in staven.staven):
            return "Voor een marge zijn er te weinig antwoorden per schaal."
        return (
            "De marge is de ruimte waarin je score kan schommelen. "
            f"Die gaat alleen over deze {len(self._lijst.items)} stellingen. "
            "Op een andere dag kan je score anders zijn."
        )

    def _build_samenvatting(self) -> Iterator[str]:
        profiel = self._profiel
        if not profiel.volgorde:
            yield "Er zijn te weinig antwoorden voor een profiel. Vul de open vragen alsnog in."
            return
        for schalen, woord in ((profiel.duidelijk_hoog, "vaker"), (profiel.duidelijk_laag, "minder vaak")):
            if schalen:
                zegt = f"Dit zeg je duidelijk {woord} te doen dan de rest"
                yield f"{zegt}: {self._render_namen(schalen)}."
        if not profiel.duidelijk_hoog + profiel.duidelijk_laag:
            yield self._build_gelijk()
        gedeeld = [groep for groep in profiel.volgorde if len(groep) > 1]
        if gedeeld and len(profiel.volgorde) > 1:
            yield f"Precies gelijk: {'; '.join(map(self._render_namen, gedeeld))}."

    def _build_gelijk(self) -> str:
        volgorde = self._profiel.volgorde
        if sum(map(len, volgorde)) < _MINST_VERGELEKEN:
            return "Om te vergelijken zijn minstens drie scores nodig."
        if len(volgorde) == 1:
            return "Al je scores zijn gelijk."
        samen = "staan samen bovenaan" if len(volgorde[0]) > 1 else "staat bovenaan"
        return (
            "De verschillen tussen je scores zijn te klein om iets over te zeggen. "
            f"{self._render_namen(volgorde[0])} {samen}, maar dat kan toeval zijn."
        )

    def _build_situatie_eerst(self) -> str:
        if not self._stijlen:
            return "Daarover zegt deze vragenlijst niets. Kijk wat de situatie vraagt en overleg met een collega."
        if sum(map(len, self._profiel.volgorde)) < _MINST_VERGELEKEN:
            return "Dat hangt van de situatie af. Kijk wat die vraagt en kies daar je stijl bij."
        return self._kennis.adviezen.algemeen.gelijk

    def _render_namen(self, schalen: Sequence[str]) -> str:
        return render_opsomming([self._read_naam(naam) for naam in schalen])


def _render_eind(getal: float) -> str:
    return render_getal(getal, 0 if getal.is_integer() else 1)


def _build_titel(profiel: Stijlprofiel, vragenlijst: Vragenlijst) -> str:
    return f"{vragenlijst.titel} - {profiel.deelnemer}" if profiel.deelnemer else vragenlijst.titel


def _build_uniek(stijlen: Iterable[Stijl]) -> list[Stijl]:
    """Return styles without doubles: two scales may stand for one style."""
    return list({stijl.id: stijl for stijl in stijlen}.values())


def _build_situaties(stijl: Stijl) -> str:
    """Return a style with examples of where it works, as one text."""
    eerste, *andere = stijl.werkt_als[:_VOORBEELDEN]
    return " ".join([f"{stijl.kort}: {eerste}", *(f"Of {zin[:1].lower()}{zin[1:]}" for zin in andere)])


def _build_tekens(zinnen: Sequence[str]) -> str:
    return " ".join(zinnen[:_VOORBEELDEN])


def _build_vaardigheid(vaardigheid: Vaardigheid, reden: str) -> Iterator[Blok]:
    yield Kop(vaardigheid.naam, _KLEIN)
    yield Alinea(f"{vaardigheid.doel} {reden}".strip())
    yield Alinea(f"{render_oefening(vaardigheid.alleen)} Zo merk je later dat het lukt: {vaardigheid.gelukt_als}")
