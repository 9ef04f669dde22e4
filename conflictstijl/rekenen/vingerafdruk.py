"""What a result rests on: a hash over everything in a questionnaire that decides a score."""

from collections.abc import Iterable
from functools import lru_cache

from conflictstijl.model.norm import Normgroep
from conflictstijl.model.uitkomst import Uitkomst
from conflictstijl.model.vragen import Antwoordschaal, Item, Sleutel, Stelling, Voorwaarde, Vorm
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import fold_tekst

SCOREVERSIE = 1
"""Version of the scoring rules; goes up when the same answers would give another score."""


@lru_cache(maxsize=8)
def build_vingerafdruk(vragenlijst: Vragenlijst) -> str:
    """Return `sha256:` and the hash of texts, keys, answers and rules, each in a normal form.

    White space, case and Unicode form of a text do not matter; layout and comments of the file neither.
    Kept, because every sheet of a group asks for it.
    """
    import json
    from hashlib import sha256

    inhoud = {
        "scoreversie": SCOREVERSIE,
        "vragenlijst": vragenlijst.id,
        "vorm": vragenlijst.vorm,
        "score": vragenlijst.score,
        "ontbrekend": str(vragenlijst.ontbrekend),
        "schalen": [schaal.id for schaal in vragenlijst.schalen],
        "antwoorden": _build_punten(vragenlijst.antwoorden),
        "nvt": bool(vragenlijst.antwoorden and vragenlijst.antwoorden.nvt),
        "uitspraken": [
            [naam, fold_tekst(t), _build_delen(sleutel)] for naam, t, sleutel, _ in vragenlijst.uitspraken()
        ],
        # what few questionnaires have counts only where it stands, so that it never changed the hash of the others
        **{naam: waarde for naam, waarde in _build_bijzonder(vragenlijst).items() if waarde},
    }
    canoniek = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(canoniek.encode()).hexdigest()}"


def _build_bijzonder(vragenlijst: Vragenlijst) -> dict[str, object]:
    variant, normen = vragenlijst.variant, vragenlijst.normen
    return {
        "variant": "" if variant is None or variant.standaard else variant.id,
        "met": vragenlijst.met,
        "prestatie": [schaal.id for schaal in vragenlijst.schalen if schaal.prestatie],
        "keuzes": [regel for item in vragenlijst.items if any((regel := _build_item(item, vragenlijst))[1:])],
        "achtergrond": [
            [v.id, *map(fold_tekst, (v.tekst, *v.antwoorden)), *_build_als(v.als)] for v in vragenlijst.achtergrond
        ],
        "open": [[vraag.id, fold_tekst(vraag.tekst), *_build_als(vraag.als)] for vraag in vragenlijst.open],
        # what a part says is the situation that its questions are about
        "onderdelen": [[deel.id, fold_tekst(deel.naam), fold_tekst(deel.uitleg)] for deel in vragenlijst.onderdelen],
        "banden": [[band.id, str(band.ondergrens)] for band in vragenlijst.banden],
        "afgeleid": [[een.id, *map(str, een.stappen)] for een in vragenlijst.afgeleid],
        "normen": [[naam, *map(str, rij)] for naam, tabel in normen.tabel.items() for rij in tabel] if normen else [],
        "decimalen": str(normen.decimalen) if normen else "",
        "klassen": normen is not None and normen.klassen,
        "marges": _build_marges(normen),
        "uitkomsten": list(map(_build_uitkomst, vragenlijst.uitkomsten)),
    }


def _build_uitkomst(uitkomst: Uitkomst) -> list[object]:
    """Return which outcome it is and when; the advice in it may be put in better words."""
    banden = [[eis.schaal, *eis.banden] for eis in uitkomst.banden]
    return [fold_tekst(uitkomst.titel), banden, _build_als(uitkomst.als)]


def _build_marges(normen: Normgroep | None) -> list[list[str]]:
    """Return what a norm group makes intervals of."""
    if normen is None or normen.spreiding is None or normen.betrouwbaarheid is None:
        return []
    vast = normen.betrouwbaarheid.waarden
    return [[naam, str(een), str(vast[naam])] for naam, een in normen.spreiding.items()]


def _build_item(item: Item, vragenlijst: Vragenlijst) -> list[object]:
    """Return what an item has beside its texts and keys; empty values where it is as items mostly are."""
    als = _build_als(item.als)
    if isinstance(item, Stelling):
        eigen = None if item.antwoorden == vragenlijst.antwoorden else _build_punten(item.antwoorden)
        return [item.id, eigen, als]
    bijzonder = "" if item.vorm is Vorm.KIES else item.vorm
    return [item.id, bijzonder, item.totaal, fold_tekst(item.casus), fold_tekst(item.vraag), als]


def _build_als(als: Iterable[Voorwaarde]) -> list[list[str]]:
    return [[eis.vraag, *map(str, eis.antwoorden)] for eis in als]


def _build_punten(schaal: Antwoordschaal | None) -> list[list[int | str]] | None:
    return [[punt.waarde, fold_tekst(punt.label)] for punt in schaal.punten] if schaal else None


def _build_delen(sleutel: Sleutel) -> list[list[str | bool]]:
    return sorted([deel.schaal, str(deel.gewicht), deel.omgekeerd] for deel in sleutel)
