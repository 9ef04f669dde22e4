"""A worksheet to fill in by hand: every question with room to write, and a few times those about each line."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from conflictstijl.model.bladrij import INVULPLAATS
from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Schrijfruimte
from conflictstijl.model.werkblad import Bladdeel, Keuze, Regels, Stappenplan, Voorkeur, Werkblad, Werkvraag
from conflictstijl.rapport.bladdelen import KAART_NAKIJKEN, MET_DE_HAND, render_bron
from conflictstijl.rapport.gegeven import KLEIN, render_klein
from conflictstijl.tekst import render_opsomming

_VRAGEN = "Vragen"
"""What stands above the questions that are in no part."""
_KORT, _LANG = 2, 6
"""Lines to write on by hand, for a short and for a long answer."""
_KEREN = 3
"""How often there is room for the answers about a line."""
_NIEUW_BLAD = "Neem voor elke partij een nieuw blad."
_MEER = "Heb je meer regels? Schrijf verder op een nieuw blad."


def build_leegdocument(werkblad: Werkblad, alvast: Mapping[str, Regels] = MappingProxyType({})) -> Document:
    """Return a worksheet to fill in by hand; the questions per party stand there once.

    `alvast` are the answers that stand there already, by question.
    """
    schrijver = _Schrijver(werkblad, alvast)
    inleiding = f"{werkblad.doel} Dit kost ongeveer {werkblad.minuten} minuten."
    blokken: list[Blok] = [Kop(werkblad.titel, 1), Alinea(inleiding), *_build_alinea(werkblad.uitleg)]
    na_kaart = False
    for deel in werkblad.alle_delen:
        blokken += schrijver.build_deel(deel, nieuw=deel.kaart or na_kaart)
        na_kaart = deel.kaart
    return Document((*blokken, Alinea(render_bron(werkblad))))


def _build_alinea(*teksten: str) -> list[Blok]:
    tekst = " ".join(filter(None, teksten))
    return [Alinea(tekst)] if tekst else []


class _Schrijver:
    """Makes room to write; knows the short name of every question, for those that refer to another one."""

    def __init__(self, werkblad: Werkblad, alvast: Mapping[str, Regels]) -> None:
        self._namen = {vraag.id: vraag.kort for deel in werkblad.alle_delen for vraag in deel.vragen}
        self._alvast = alvast

    def build_deel(self, deel: Bladdeel, *, nieuw: bool) -> Iterator[Blok]:
        """Yield a part, and room for what follows from it; `nieuw` when it begins on a page of its own."""
        yield Kop(deel.naam or _VRAGEN, nieuw=nieuw)
        yield from _build_alinea(deel.uitleg, _NIEUW_BLAD if deel.per_partij else "")
        yield from self._build_regels(deel) if deel.per and not deel.per_partij else self._build_vragen(deel)
        if deel.beste:
            yield from self._build_beste(deel.beste)
        if deel.stappen:
            yield from _build_stappen(deel.stappen)

    def _build_vragen(self, deel: Bladdeel) -> Iterator[Blok]:
        for vraag in deel.vragen:
            yield Kop(self._fill(vraag.vraag), KLEIN)
            yield from _build_alinea(self._render_hulp(vraag))
            yield from _build_ruimte(vraag, self._alvast.get(vraag.id, ()))

    def _build_regels(self, deel: Bladdeel) -> Iterator[Blok]:
        """Yield the questions once, and then room for the answers about some lines."""
        naam = self._namen[deel.per]
        yield Alinea(f"Doe dit voor elke regel bij '{naam}':")
        vragen = (f"{vraag.kort}: {self._fill(vraag.vraag)} {self._render_hulp(vraag)}" for vraag in deel.vragen)
        yield Opsomming(tuple(tekst.strip() for tekst in vragen))
        for nummer in range(1, _KEREN + 1):
            yield Kop(f"{naam}, regel {nummer}", KLEIN)
            yield Schrijfruimte(1)
            for vraag in deel.vragen:
                keuzes = f" {' / '.join(vraag.keuzes)}" if vraag.keuzes else ""
                yield Alinea(f"{vraag.kort}:{keuzes}")
                yield from () if keuzes else (Schrijfruimte(_KORT if vraag.lang else 1),)
            if deel.kaart:
                yield from (Alinea(MET_DE_HAND), Schrijfruimte(1))
        if deel.kaart:
            yield from (Alinea(KAART_NAKIJKEN), Schrijfruimte(1))
        yield Alinea(_MEER)

    def _render_hulp(self, vraag: Werkvraag) -> str:
        """Return what helps to answer a question: when it is asked, and what to choose from."""
        eisen = [f"{_render_keuzes(eis.keuzes)} koos bij '{self._namen[eis.vraag]}'" for eis in vraag.als]
        delen = (
            f"Alleen als je {render_opsomming(eisen)}." if eisen else "",
            self._fill(vraag.uitleg),
            f"Bijvoorbeeld: {vraag.voorbeeld}" if vraag.voorbeeld else "",
            f"Kies uit: {_render_keuzes(vraag.keuzes)}." if vraag.keuzes else "",
            self._render_keus(vraag) if vraag.kies_uit else "",
        )
        return " ".join(filter(None, delen))

    def _render_keus(self, vraag: Werkvraag) -> str:
        aantal = f"hoogstens {vraag.hoogstens}" if vraag.hoogstens > 1 else "een"
        return f"Kies er {aantal} uit '{self._namen[vraag.kies_uit]}'."

    def _fill(self, tekst: str) -> str:
        return INVULPLAATS.sub(lambda plaats: f"[{self._namen[plaats[1]]}]", tekst)

    def _build_beste(self, voorkeur: Voorkeur) -> Iterator[Blok]:
        yield Kop(voorkeur.kop)
        yield Alinea(f"Kies er hoogstens {voorkeur.aantal}. Neem eerst: {self._render_eerst(voorkeur.eerst)}.")
        yield Schrijfruimte(min(voorkeur.aantal, _LANG))

    def _render_eerst(self, eerst: tuple[Keuze, ...]) -> str:
        return render_opsomming([f"{render_klein(self._namen[vraag])} '{keuze}'" for vraag, keuze in eerst])


def _render_keuzes(keuzes: Regels) -> str:
    return render_opsomming([f"'{keuze}'" for keuze in keuzes], "of")


def _build_ruimte(vraag: Werkvraag, alvast: Regels) -> Iterator[Blok]:
    if alvast:
        yield Opsomming(alvast) if len(alvast) > 1 else Alinea(alvast[0])
        yield Schrijfruimte(1)
    else:
        yield Schrijfruimte(_LANG if vraag.lang else max(_KORT, min(vraag.hoogstens, _LANG)))


def _build_stappen(plan: Stappenplan) -> Iterator[Blok]:
    yield Kop(plan.kop)
    yield Schrijfruimte(_LANG)
