"""The texts of a questionnaire: one for all versions or one per version, with words filled in."""

import re
from collections.abc import Iterable, Mapping

from conflictstijl.fouten import Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.velden import Velden, advise_woord, check_id, read_tekst, render_namen
from conflictstijl.model.vragenlijst import Variant
from conflictstijl.tekst import advise_naam, clean_tekst, render_citaat, render_zin

_INVULWOORD = re.compile(r"\{ *([^\W\d_][\w-]*) *\}")

_KIJK_NA = "kijk de naam na, of haal de regel weg"

Woorden = Mapping[str, str]
"""What stands for `{word}` in a text."""


class Tekstlezer:
    """Reads texts for one version."""

    def __init__(self, varianten: Iterable[Variant], variant: Variant | None) -> None:
        self._varianten = tuple(varianten)
        self._variant = variant

    def read(self, knoop: Knoop, woorden: Woorden, bevindingen: Bevindingen) -> str | None:
        """Return the text of a node in the chosen version, or None with a finding."""
        if isinstance(knoop, Kaart) and (self._varianten or _check_per_vorm(knoop)):
            return self._read_variant(knoop, woorden, bevindingen)
        tekst = read_tekst(knoop, bevindingen)
        return None if tekst is None else self._render_gevuld(tekst, self._varianten, woorden, knoop.plek, bevindingen)

    def read_veld(self, velden: Velden, naam: str, woorden: Woorden, *, verplicht: bool = False) -> str:
        """Return the text of a key, empty when it is missing or wrong."""
        knoop = velden.read_knoop(naam, verplicht=verplicht)
        return "" if knoop is None else self.read(knoop, woorden, velden.bevindingen) or ""

    def _read_variant(self, knoop: Kaart, woorden: Woorden, bevindingen: Bevindingen) -> str | None:
        velden = Velden(knoop, bevindingen, "deze tekst")
        teksten: dict[str, str] = {}
        for variant in self._varianten:
            deel = velden.read_knoop(variant.id)
            tekst = None if deel is None else read_tekst(deel, bevindingen)
            if deel is not None and tekst is not None:
                gevuld = self._render_gevuld(tekst, (variant,), woorden, deel.plek, bevindingen)
                teksten[variant.id] = gevuld or ""
        self._check_vormen(velden)
        velden.check_onbekend()
        return teksten.get(self._variant.id) if self._variant else None

    def _check_vormen(self, velden: Velden) -> None:
        """Report texts for versions that do not exist, else versions that have no text."""
        namen = [variant.id for variant in self._varianten]
        vreemd = [sleutel for sleutel, _ in velden if sleutel.waarde not in namen]
        for sleutel in vreemd:
            wat = f"{render_citaat(sleutel.waarde)} is geen vorm van deze vragenlijst"
            hint = advise_woord(sleutel.waarde, namen) if namen else "schrijf één tekst, of zet bovenaan 'vormen:'"
            velden.bevindingen.add(sleutel.plek, "vormen", wat, hint)
        mist = [naam for naam in namen if velden.read_knoop(naam) is None]
        if 0 < len(mist) < len(namen) and not vreemd:
            wat = f"deze tekst mist vorm {render_namen(mist)}"
            hint = "geef elke vorm een tekst, of schrijf één tekst voor alle"
            velden.bevindingen.add(velden.plek, "vormen", wat, hint)

    def _render_gevuld(
        self, tekst: str, varianten: Iterable[Variant], woorden: Woorden, plek: Plek, bevindingen: Bevindingen
    ) -> str | None:
        """Return a text with its words filled in; every version must know them, not only the chosen one."""
        namen = set(_INVULWOORD.findall(tekst))
        kaarten = [{**dict(variant.woorden), **woorden} for variant in varianten] or [dict(woorden)]
        onbekend = sorted({naam for naam in namen for kaart in kaarten if naam not in kaart})
        for naam in onbekend:
            anders = f"zet '{naam}: ...' bij elk onderdeel of elke vorm, of haal de accolades weg"
            hint = advise_naam(naam, sorted({naam for kaart in kaarten for naam in kaart}.difference(onbekend)))
            wat = f"voor {{{clean_tekst(naam, 40)}}} in deze tekst is niets ingevuld"
            bevindingen.add(plek, "invulwoord", wat, hint or anders)
        if onbekend:
            return None
        eigen = {**(dict(self._variant.woorden) if self._variant else {}), **woorden}
        gevuld = _INVULWOORD.sub(lambda treffer: eigen.get(treffer[1], ""), tekst)
        return render_zin(gevuld) if tekst.startswith("{") else gevuld


def _check_per_vorm(kaart: Kaart) -> bool:
    """Return True when a mapping holds a text per version, whether there are versions or not."""
    stil = Bevindingen()
    return bool(kaart.paren) and all(check_id(naam, stil) and read_tekst(deel, stil) for naam, deel in kaart.paren)


def read_woorden(velden: Velden, vast: Iterable[str]) -> dict[str, tuple[str, Plek]]:
    """Return the keys of a part or version that are no fixed name: the words it fills in, with their places."""
    woorden: dict[str, tuple[str, Plek]] = {}
    for sleutel, waarde in velden:
        if sleutel.waarde in vast:
            continue
        if isinstance(waarde, Tekst):
            tekst = read_tekst(waarde, velden.bevindingen, "een woord om in te vullen")
            woorden[sleutel.waarde] = tekst or "", sleutel.plek
        else:
            wat = f"{render_citaat(sleutel.waarde)} is hier geen bekende naam"
            velden.bevindingen.add(
                sleutel.plek, "onbekende-sleutel", wat, advise_naam(sleutel.waarde, vast) or _KIJK_NA
            )
    return woorden


def read_invulwoorden(knoop: Knoop) -> set[str]:
    """Return every word that a text in a tree asks for."""
    if isinstance(knoop, Tekst):
        return set(_INVULWOORD.findall(knoop.waarde))
    delen = knoop.delen if isinstance(knoop, Lijst) else [waarde for _, waarde in knoop.paren]
    return set[str]().union(*map(read_invulwoorden, delen))


def check_gebruikt(
    woorden: Mapping[str, tuple[str, Plek]], vast: Iterable[str], wortel: Knoop, bevindingen: Bevindingen
) -> None:
    """Report words that no text of the file asks for: most often a fixed name (`vast`) that was mistyped."""
    gebruikt = read_invulwoorden(wortel) if woorden else set()
    for naam, (_, plek) in woorden.items():
        if naam not in gebruikt:
            wat = f"{render_citaat(naam)} is hier geen bekende naam, en geen tekst gebruikt {{{clean_tekst(naam, 40)}}}"
            bevindingen.add(plek, "invulwoord", wat, advise_naam(naam, vast) or _KIJK_NA)
