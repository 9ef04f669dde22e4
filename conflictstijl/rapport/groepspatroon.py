"""What a group picture shows in plain words, without praise or blame, and what a group may talk about."""

from collections.abc import Sequence

from conflictstijl.model.groepsbeeld import Groepscijfers, Groepsdeel, build_gedeeld
from conflictstijl.model.kennis import Stijl
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.tekst import render_zin

MEESTE_VRAGEN = 5
_MOOI = "samenwerken"
"""The style that most people put first: its statements sound good."""
_MEERVOUD = {"stijl": "stijlen", "schaal": "schalen"}
SCHAALVRAGEN = (
    "Wat herkennen jullie in dit beeld, en wat verrast jullie?",
    "Waar merkten jullie dat in de laatste maand?",
    "Wat willen jullie anders doen, en wie merkt dat?",
)
"""Questions for a group whose questionnaire has no styles: those in the knowledge files are about conflicts."""
_GEEN_TOP = 3
"""From so many styles that come first equally often, none stands out."""


def build_patroon(gegeven: Gegeven, deel: Groepsdeel, cijfers: Groepscijfers) -> str:
    """Return which scale comes first most often, which one never does, and what that is worth."""
    soort = gegeven.soort
    top = read_top(deel, cijfers)
    if not top:
        return f"Bij iedereen heeft meer dan één {soort} precies dezelfde hoogste score. Er is dus geen eerste {soort}."
    zinnen = [_render_gedeeld(gegeven, deel, cijfers), _render_top(gegeven, top, cijfers)]
    zinnen.append(_render_tweede(gegeven, deel, cijfers))
    if [een.id for een in gegeven.read_genoemd(top)] == [_MOOI]:
        zinnen.append("Dat komt vaker voor, want deze antwoorden klinken mooi. Vraag ook wat mensen vorige week deden.")
    gemist = read_gemist(deel, cijfers)
    if gemist:
        zinnen.append(f"Bij niemand staat {gegeven.render_klein(gemist, 'of')} bovenaan.")
        zinnen.append(f"Dat is geen gebrek: wie wil, kan zo'n {soort} toch gebruiken." if gegeven.stijlen else "")
    return " ".join(filter(None, zinnen))


def read_meervoud(gegeven: Gegeven) -> str:
    """Return what the scales stand for, as a word for several of them."""
    return _MEERVOUD[gegeven.soort]


def read_top(deel: Groepsdeel, cijfers: Groepscijfers) -> list[str]:
    """Return the scales that come first most often; none when nobody has one that does."""
    meeste = max(cijfers.eerste[naam] for naam in deel.schalen)
    return [naam for naam in deel.schalen if meeste and cijfers.eerste[naam] == meeste]


def read_gemist(deel: Groepsdeel, cijfers: Groepscijfers) -> list[str]:
    """Return the scales that come first with nobody."""
    return [naam for naam in deel.schalen if not cijfers.eerste[naam]]


def _render_top(gegeven: Gegeven, top: Sequence[str], cijfers: Groepscijfers) -> str:
    aantal = f"{cijfers.eerste[top[0]]} van de {cijfers.n}"
    namen, soort = render_zin(gegeven.render_klein(top)), gegeven.soort
    if len(top) == 1:
        return f"{namen} komt hier het meest als eerste {soort} voor ({aantal})."
    even = f"{namen} komen even vaak als eerste {soort} voor (elk {aantal})."
    return even if len(top) < _GEEN_TOP else f"Geen {soort} springt eruit. {even}"


def _render_gedeeld(gegeven: Gegeven, deel: Groepsdeel, cijfers: Groepscijfers) -> str:
    """Return that ties come before any single scale, when they do."""
    gedeeld = cijfers.eerste[build_gedeeld(deel.onderdeel)]
    if gedeeld < cijfers.eerste[read_top(deel, cijfers)[0]]:
        return ""
    wat = f"delen {read_meervoud(gegeven)} de hoogste score"
    return f"Bij {gedeeld} van de {cijfers.n} mensen {wat}. De rest van het beeld zegt daardoor minder."


def _render_tweede(gegeven: Gegeven, deel: Groepsdeel, cijfers: Groepscijfers) -> str:
    """Return what comes after a single scale at the top, and whether that is far behind: more than a tenth."""
    top = read_top(deel, cijfers)
    over = deel._replace(schalen=tuple(naam for naam in deel.schalen if naam not in top))
    tweede = read_top(over, cijfers) if over.schalen else []
    if len(top) > 1 or not tweede:
        return ""
    aantal = cijfers.eerste[tweede[0]]
    namen = gegeven.render_klein(tweede)
    if cijfers.eerste[top[0]] - aantal <= max(1, cijfers.n // 10):
        return f"Het verschil met {namen} is klein ({aantal})."
    return f"Daarna komt {namen} ({aantal})." if len(tweede) == 1 else f"Daarna komen {namen} (elk {aantal})."


def build_gespreksvragen(gegeven: Gegeven, delen: Sequence[Groepsdeel], cijfers: Groepscijfers) -> list[str]:
    """Return at most five questions: by the style at the top, by one that nobody has first, and for any group.

    When others were described, only those for any group; without styles, those of `SCHAALVRAGEN`.
    """
    if not gegeven.stijlen:
        return list(SCHAALVRAGEN)
    adviezen, algemeen = gegeven.kennis.adviezen.stijlen, gegeven.kennis.adviezen.algemeen.groep
    telt = [] if gegeven.over_ander else [deel for deel in delen if deel.eerste]
    top = _read_stijlen(gegeven, [read_top(deel, cijfers) for deel in telt if len(read_top(deel, cijfers)) < _GEEN_TOP])
    gemist = _read_stijlen(gegeven, [read_gemist(deel, cijfers) for deel in telt if read_top(deel, cijfers)])
    veel = [adviezen[stijl.id].groep_veel for stijl in top[:2] if stijl.id in adviezen]
    weinig = [adviezen[stijl.id].groep_weinig for stijl in gemist if stijl not in top and stijl.id in adviezen]
    vragen = [vraag for rij in veel for vraag in rij[: 2 if len(veel) == 1 else 1]]
    vragen += [vraag for rij in weinig[:1] for vraag in rij[:1]]
    return [*vragen, *algemeen][:MEESTE_VRAGEN]


def _read_stijlen(gegeven: Gegeven, rijen: Sequence[Sequence[str]]) -> list[Stijl]:
    return gegeven.read_genoemd([naam for rij in rijen for naam in rij])
