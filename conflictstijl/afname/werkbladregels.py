"""What somebody types on one line of a worksheet: lines of an answer, or choices by their number or begin."""

import re
import unicodedata
from difflib import SequenceMatcher

from conflictstijl.afname.gesprek import HULP, STOP, TERUG
from conflictstijl.model.werkblad import PARTIJEN, Regels, Werkvraag
from conflictstijl.tekst import MAX_TEKST, clean_tekst, fold_tekst, parse_geheel

_NUMMERS = re.compile(r"\s*\d+(?:[\s,;.]+\d+)*[\s,;.]*")
_TUSSEN = re.compile(r"[\s,;.]+")
_AANGEHAALD = re.compile("['\"\u2018\u201c](.+)['\"\u2019\u201d]")
_BIJNA, _KORTST = 0.87, 4
"""How much of two words must be the same, and from how many letters on, for one to be a slip of the pen.

Nearer than for a hint (`advise_naam`): nobody sees what is done, and a stepmother is no mother.
"""

OVERSLAAN = {"overslaan", "sla over"}


def parse_regels(invoer: str, vraag: Werkvraag) -> Regels:
    """Return what a line adds to an answer: parties stand there with commas, and so do the numbers of choices."""
    # too long a line is refused as it is: cut off it would lose its end
    delen = (deel if len(deel) > MAX_TEKST else clean_tekst(deel) for deel in _split_regel(invoer, vraag))
    return tuple(_parse_keuze(_clean_aanhaling(deel), vraag.keuzes) for deel in delen if deel)


def _clean_aanhaling(tekst: str) -> str:
    """Return a command between quotes without these: so somebody answers with that word. Any other text stays."""
    gevonden = _AANGEHAALD.fullmatch(tekst)
    return gevonden[1] if gevonden and fold_tekst(gevonden[1]) in STOP | TERUG | HULP | OVERSLAAN else tekst


def _split_regel(invoer: str, vraag: Werkvraag) -> list[str]:
    if vraag.id == PARTIJEN:
        return invoer.replace(";", ",").split(",")
    return _TUSSEN.split(invoer) if check_nummers(invoer, vraag) else [invoer]


def check_nummers(invoer: str, vraag: Werkvraag) -> bool:
    """Return True for the numbers of some of one's own answers."""
    return bool(vraag.kies_uit) and _NUMMERS.fullmatch(invoer) is not None


def _parse_keuze(tekst: str, keuzes: Regels) -> str:
    """Return the choice that a text means, the text itself when it is none."""
    nummer = parse_geheel(tekst.rstrip("."))
    if nummer is not None and 1 <= nummer <= len(keuzes):
        return keuzes[nummer - 1]
    gevouwen = fold_tekst(tekst)
    gelijk = [keuze for keuze in keuzes if fold_tekst(keuze) == gevouwen]
    begin = gelijk or [keuze for keuze in keuzes if fold_tekst(keuze).startswith(gevouwen)]
    return begin[0] if len(begin) == 1 else tekst


def read_namen(oud: Regels, nieuw: Regels, *, alles: bool) -> dict[str, str]:
    """Return which lines that went are spelled otherwise now, as far as it is clear which one became which.

    Lines are near when they have as many words, and each word is the same but for capitals and accents, or a slip of
    the pen: from four letters on, with the ratio of difflib (which `advise_naam` uses too). So `moder` becomes
    `moeder`, but a child is no father, and `kind 1` is no `kind 2`. With `alles` a line is what stood in its place.
    """
    weg = [regel for regel in oud if regel not in nieuw]
    erbij = [regel for regel in nieuw if regel not in oud]
    if alles:
        paren = zip(oud, nieuw, strict=True) if len(oud) == len(nieuw) else ()
        return {was: wordt for was, wordt in paren if was in weg and wordt in erbij}
    dichtbij = [(was, wordt) for was in weg for wordt in erbij if _check_bijna(was, wordt)]
    eerste, tweede = zip(*dichtbij, strict=True) if dichtbij else ((), ())
    return {was: wordt for was, wordt in dichtbij if eerste.count(was) == tweede.count(wordt) == 1}


def _check_bijna(een: str, ander: str) -> bool:
    links, rechts = (_fold_kaal(tekst).split() for tekst in (een, ander))
    return len(links) == len(rechts) and all(map(_check_woord, links, rechts))


def _check_woord(een: str, ander: str) -> bool:
    lang = min(len(een), len(ander)) >= _KORTST
    return een == ander or (lang and SequenceMatcher(None, een, ander).ratio() >= _BIJNA)


def _fold_kaal(tekst: str) -> str:
    """Return a text as it counts when comparing, without accents."""
    letters = unicodedata.normalize("NFKD", fold_tekst(tekst))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
