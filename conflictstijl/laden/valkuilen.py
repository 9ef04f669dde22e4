"""Why Dutch sentences break YAML, told to an author in Dutch.

The parser stops at its first structural error, often far below the cause. A look for the known traps
('s Avonds, Ik zeg: stop, a text that starts with @ or [) on the lines in between finds candidates, and
a candidate is blamed only when quoting its text moves the error or takes it away: a good line never is.
"""

import re
from collections.abc import Callable
from typing import NamedTuple, cast

from conflictstijl.fouten import Bevinding, Plek
from conflictstijl.laden.knopen import Tekst
from conflictstijl.tekst import render_citaat

AANHALEN = "zet de hele tekst tussen dubbele aanhalingstekens"
_MEESTE_POGINGEN = 12
# patterns as text: they are compiled when a file is broken, not at every start
_WAARDE = r"""\s*(?:- +)*(?:(?:-?\w[\w ,.-]*|"[^"]*"|'[^']*'): +)?(?P<waarde>.*)"""
_ENKEL_GESLOTEN = r"'(?:[^']|'')*'\s*(?:#.*)?$"
_DUBBEL_GESLOTEN = r'"(?:[^"\\]|\\.)*"\s*(?:#.*)?$'
_HAAKJE_GESLOTEN = r"[\]}]\s*(?:#.*)?$"
_DUBBELE_PUNT = r":(?= |$)"
_INVULWOORD = r"\{ *[^\W\d_][\w-]* *\}"
_BIJZONDER = "@`%&*!>|]},-?:"
_HAAKJES = {"[": "]", "{": "}"}
# the quotes of a word processor; an apostrophe before a short word ('s, 't) is none
_WOORDQUOTE = "[\u201c\u201d\u201e]|\u2018(?![stnkrm]\\b)"
_WOORDQUOTES = "\u201c\u201d\u201e\u2018\u2019"

_ENKEL = ("aanhaling", "de tekst begint met ' en YAML denkt dan aan een aanhaling", AANHALEN)
_WORD = (
    "aanhaling",
    "deze aanhalingstekens komen uit Word, en voor YAML zijn het gewone letters",
    "typ rechte aanhalingstekens",
)
_PUNT = ("dubbele-punt", "er staat een dubbele punt met spatie midden in de tekst", AANHALEN)
_ESCAPE = ("een \\ heeft tussen dubbele aanhalingstekens een eigen betekenis", "schrijf er \\\\ voor")
_SPRING_IN = "lijn deze regel uit met de regels erboven, en begin een regel van de lijst met '- '"
_UITLEG = (
    ("escape character", *_ESCAPE),
    ("a quoted scalar: did", *_ESCAPE),
    ("double-quoted", *_ESCAPE),
    ("escape", "deze \\ met cijfers staat niet voor een teken", "schrijf het teken zelf"),
    ("mapping values are not", "hier past geen dubbele punt", f"kijk het inspringen na of {AANHALEN}"),
    ("expected ':'", "achter deze naam ontbreekt een dubbele punt", "schrijf 'naam: waarde', met een spatie"),
    ("cannot start any token", "met dit teken kan een waarde niet beginnen", AANHALEN),
    ("expected node content", "met dit teken kan een waarde niet beginnen", AANHALEN),
    ("the node content", "met dit teken kan een waarde niet beginnen", AANHALEN),
    ("expected key", "deze regel staat niet op de goede plaats", _SPRING_IN),
    ("expected '-'", "deze regel staat niet op de goede plaats", _SPRING_IN),
    ("expected <block end>", "deze regel staat niet op de goede plaats", _SPRING_IN),
    ("entries are not allowed", "hier past geen streepje", f"kijk het inspringen na of {AANHALEN}"),
    ("scanning a quoted scalar", "deze tekst heeft geen sluitend aanhalingsteken", "sluit de tekst af"),
    ("parsing a flow sequence", "in deze lijst ontbreekt een komma of het haakje ]", "sluit de lijst af met ]"),
    ("parsing a flow mapping", "in deze groep ontbreekt een komma of het haakje }", "sluit de groep af met }"),
    ("<document start>", "hier hoort het bestand op te houden", "maak van de rest een eigen bestand"),
)


class Breuk(NamedTuple):
    """Where the structure breaks, in lines and columns from 0.

    `regel` and `kolom` are the place to show, `einde` is the line where the parser stopped, `begin` the
    first line on which the cause can be.
    """

    regel: int
    kolom: int
    einde: int
    begin: int
    probleem: str

    @property
    def kern(self) -> tuple[int, int, str]:
        """Place and problem, for comparing two breaks."""
        return self.regel, self.kolom, self.probleem


Proef = Callable[[list[str]], Breuk | None]
"""Tells where the structure of these lines breaks, None when it is whole."""

_Val = tuple[int, str, str, str]
"""A trap on a line: column from 0, code, what and what to do."""


def split_regels(tekst: str) -> list[str]:
    """Return the lines of a text as YAML counts them; str.splitlines knows more line ends."""
    return re.split(r"\r\n|\r|\n", tekst)


def check_structuur(regels: list[str], bestand: str, breuk: Breuk, proef: Proef) -> Bevinding:
    """Return the finding for a broken structure: the trap that causes it, else what the parser saw."""
    pogingen = 0
    for nummer in range(breuk.begin, breuk.einde + 1):
        val = _check_tab(regels[nummer]) if nummer == breuk.regel else None
        if val is None and pogingen < _MEESTE_POGINGEN:
            val = _check_regel(regels[nummer], breuk)
            pogingen += val is not None
            if val is not None and not _check_helpt(regels, nummer, breuk, proef):
                continue
        if val is not None:
            kolom, code, wat, hint = val
            return Bevinding(Plek(bestand, nummer + 1, kolom + 1), code, wat, hint)
    return _build_bevinding(regels, bestand, breuk)


def check_hekje(plek: Plek, rest: str, *, leeg: bool) -> Bevinding | None:
    """Return a finding when ` #` and a word cut off a text: what stands there is then no comment."""
    commentaar = rest.lstrip()
    if not commentaar.startswith("#") or commentaar[1:2] in ("", " ", "#"):
        return None
    plek = plek._replace(kolom=plek.kolom + len(rest) - len(commentaar))
    wat = (
        "de tekst begint met # en YAML leest de rest dan als commentaar"
        if leeg
        else "de tekst stopt bij ' #' en YAML leest de rest als commentaar"
    )
    return Bevinding(plek, "hekje", wat, f"{AANHALEN}, of zet bij echt commentaar een spatie achter #")


def check_word(knoop: Tekst) -> Bevinding | None:
    """Return a finding when the quotes of a word processor stand before a text that has none of YAML."""
    if not knoop.kaal or not re.match(_WOORDQUOTE, knoop.waarde):
        return None
    return Bevinding(knoop.plek, *_WORD)


def check_omsloten(tekst: str) -> bool:
    """Return True when quotes stand around a whole text, or are not closed: not around its first words."""
    midden = tekst[1:-1]
    return not any(teken in midden for teken in _WOORDQUOTES)


def check_komma(sleutel: Tekst, vorige: Tekst) -> Bevinding:
    """Return the finding for a name without a value behind a bare text: a comma split that text."""
    word = check_word(vorige)
    if word is not None:
        return word
    if sleutel.waarde.isdecimal() and vorige.waarde[-1:].isdecimal():
        wat, hint = "een komma knipt dit getal in tweeën", "schrijf een punt in plaats van een komma"
        return Bevinding(sleutel.plek, "komma", wat, hint)
    wat = f"tussen accolades begint na een komma iets nieuws, en {render_citaat(sleutel.waarde)} heeft geen waarde"
    hint = "zet een tekst met een komma tussen dubbele aanhalingstekens"
    return Bevinding(sleutel.plek, "komma", wat, hint)


def _check_helpt(regels: list[str], nummer: int, breuk: Breuk, proef: Proef) -> bool:
    """Return True when quoting the text on a line brings the parser further than it came."""
    begin, waarde = _read_waarde(regels[nummer])
    tekst = waarde.replace("\\", "\\\\").replace('"', '\\"')
    hersteld = f'{regels[nummer][:begin]}"{tekst}"'
    over = proef([*regels[:nummer], hersteld, *regels[nummer + 1 :]])
    if over is None:
        return True
    return over.regel > nummer and over.regel >= breuk.regel and over.kern != breuk.kern


def _check_tab(regel: str) -> _Val | None:
    inspringing = regel[: len(regel) - len(regel.lstrip())]
    if "\t" not in inspringing:
        return None
    return inspringing.index("\t"), "tab", "deze regel springt in met een tab", "spring in met spaties"


def _read_waarde(regel: str) -> tuple[int, str]:
    """Return where the value on a line begins (behind dashes and a key) and what it is."""
    treffer = cast("re.Match[str]", re.match(_WAARDE, regel))
    return treffer.start("waarde"), treffer["waarde"].rstrip()


def _check_regel(regel: str, breuk: Breuk) -> _Val | None:
    begin, waarde = _read_waarde(regel)
    val = _check_waarde(waarde, begin) if waarde and not regel.lstrip().startswith("#") else None
    if val is None or val[1] != "haakje" or val[3] == AANHALEN:
        return val
    # An open bracket is only blamed when the parser was inside it, and not for a whole file in JSON.
    return val if "flow" in breuk.probleem and val[0] == breuk.kolom > 0 else None


def _check_waarde(waarde: str, kolom: int) -> _Val | None:
    eerste = waarde[0]
    if eerste == "'":
        return None if re.match(_ENKEL_GESLOTEN, waarde) else (kolom, *_ENKEL)
    if eerste == '"':
        return None if re.match(_DUBBEL_GESLOTEN, waarde) else (kolom, *_build_dubbel(waarde))
    if eerste in _HAAKJES:
        return kolom, *_build_haakje(waarde)
    if re.match(_WOORDQUOTE, waarde):
        return kolom, *_WORD
    if eerste in _BIJZONDER:
        wat = f"de tekst begint met {eerste} en dat heeft in YAML een eigen betekenis"
        return kolom, "bijzonder-teken", wat, AANHALEN
    punt = re.search(_DUBBELE_PUNT, waarde.partition(" #")[0])
    return (kolom + punt.start(), *_PUNT) if punt else None


def _build_dubbel(waarde: str) -> tuple[str, str, str]:
    if '"' not in waarde[1:]:
        return (
            "aanhaling",
            'de tekst begint met " en het sluitende aanhalingsteken ontbreekt',
            'sluit de tekst af met "',
        )
    wat = 'de tekst begint met " en gaat na het sluitende aanhalingsteken verder'
    return "aanhaling", wat, "zet de hele tekst tussen enkele aanhalingstekens: '\"Ja\" zeg ik'"


def _build_haakje(waarde: str) -> tuple[str, str, str]:
    open_, dicht = waarde[0], _HAAKJES[waarde[0]]
    if dicht in waarde and not re.search(_HAAKJE_GESLOTEN, waarde):
        wat = f"de tekst begint met {open_} en gaat na {dicht} verder"
        return "haakje", wat, AANHALEN
    wat = f"wat hier met {open_} begint, wordt niet goed gesloten met {dicht}"
    return "haakje", wat, f"sluit het af met {dicht}, of {AANHALEN}"


def _build_bevinding(regels: list[str], bestand: str, breuk: Breuk) -> Bevinding:
    plek = Plek(bestand, breuk.regel + 1, breuk.kolom + 1)
    begin = regels[breuk.regel][breuk.kolom :]
    if "scanning a quoted scalar" in breuk.probleem and begin.startswith("'"):
        return Bevinding(plek, *_ENKEL)
    if "flow" in breuk.probleem and re.match(_INVULWOORD, begin):
        wat = "in een lijst of groep op één regel kan een woord tussen accolades niet los in de tekst staan"
        return Bevinding(plek, "haakje", wat, AANHALEN)
    if _check_streepje(regels, breuk.regel):
        kolom = regels[breuk.regel].index("-") + 1
        wat = "dit streepje staat niet recht onder het streepje erboven"
        return Bevinding(plek._replace(kolom=kolom), "inspringen", wat, "spring evenveel spaties in")
    for woorden, wat, hint in _UITLEG:
        if woorden in breuk.probleem:
            return Bevinding(plek, "structuur", wat, hint)
    return Bevinding(plek, "structuur", "hier klopt de opbouw van het bestand niet", "kijk inspringen en haakjes na")


def _check_streepje(regels: list[str], nummer: int) -> bool:
    """Return True when a line starts with a dash that stands elsewhere than the dash above it."""
    eerder = [regel for regel in regels[: nummer + 1] if regel.lstrip().startswith("- ")]
    if len(eerder) <= 1 or eerder[-1] is not regels[nummer]:
        return False
    deze, vorige = (len(regel) - len(regel.lstrip()) for regel in (eerder[-1], eerder[-2]))
    return deze != vorige
