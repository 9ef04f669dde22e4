"""Random edits of files: what a tired author, a bad editor or a half download can make of them."""

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

TEKENS = "abz A0129-_:;,.#'\"[]{}()&*!|>%@`?~\\/\t\n\r \u00e9\u0301\u2019\u200b\x00\x1b\u2028\ud7ff\U0001f600"
STUKKEN = (
    ": ", " #", " #x", "- ", "\n- ", "---\n", "...\n", "'s ", '"', "''", "[[", "{}", "null", "~", "*a", "&a ", "!!x ",
    "? ", "| ", ">\n", "\n\t", "\r\n", "1.0", "-1", "99999999999", "0x1", "\\ud83d", "\ufeff", "geen", "id: a",
)  # fmt: skip
WAARDEN = (
    "", "null", "''", "ja", "nee", "yes", "0", "1", "-0", "007", "10", "1.5", "1e3", "+2", "1_000", "nan", "[]", "{}",
    "[1, 2]", "[a, b, c]", "[ja, nee]", "{a: b}", "{a: 3, b: 7}", "{1: 2}", "{zelf: x, ander: y}", "[[a]]", "kies",
    "stellingen", "verdeel", "rangschik", "beste_en_slechtste", "streng", "willekeurig", "forceren", "-vermijden",
    "samenwerken 2, compromis", "{ander}", "'{ander} doet het.'", "{naam: Strijd, stijl: forceren}", "a - b", "(a + 2",
    "storm.forceren - kalm.forceren", "[Nooit, Soms, Vaak]", "{0: nee, 1: ja, nvt: weet ik niet}", "1899", "50%",
    "hoog", "weet-ik-niet", "{emoties: hoog}", "{macht: [meer, minder]}", "[emoties, emoties]", "-2", "'{wie} wacht.'",
    "Hoe doe ik dat?", "veilig", "tussenpersoon", "{minstens: 10, deel: 1}", "{per_deelnemer: 2}", "ervaren",
)  # fmt: skip
REGELS = (
    "vorm: kies", "vorm: verdeel", "vorm: stellingen", "totaal: 10", "totaal: 0", "antwoorden: [Nooit, Soms]", "items:",
    "items: [{forceren: a}]", "onderdelen: {een: {naam: Een}}", "onderdelen:", "per_onderdeel: ja", "opties:",
    "vormen: {zelf: {naam: Zelf}, ander: {naam: Ander}}", "vraag: Wat doe je?", "casus: Een overleg.", "id: een",
    "achtergrond: {leiding: {vraag: a, antwoorden: [ja, nee]}}", "als: {leiding: ja}", "als: {1: [1, 2]}", "als: 1",
    "open: [{vraag: Wat nog?}]", "oefen: Ik drink koffie.", "banden: {laag: 0, hoog: 2}", "ander: mijn collega",
    "afgeleid: {som: forceren + vermijden}", "evenwicht: streng", "bij: likert-lijst", "kenmerken: {macht: gelijk}",
    "normen: {naam: a, n: 100, jaar: 2025, bron: b, populatie: c, bestand: norm.csv}", "toelichting: Zo.", "zaad: 3",
    "schalen: {a1: A, b1: {naam: B, soort: prestatie}}", "uitleg: {zelf: a, ander: b}", "standaard: ja", "naam: Naam",
    "achtergrond: {leiding: ja}", "open: {gesprek: ja}", "met: verdieping", "vorm: ander", "- forceren: Ik beslis.",
    "- {vraag: a, opties: [{forceren: a}, {vermijden: b}]}", "- forceren 2: Ik beslis.", "vooraf: Mag dit?",
    "over: ander", "gewichten: {forceren: 1, toegeven: -2}", "bron: Thomas 1977", "want: er is haast", "wie: je cliënt",
    "als: {emoties: hoog}", "tenzij: {macht: meer}", "nooit: [forceren, toegeven]", "eerst: vermijden", "rol: partij",
    "betrouwbaarheid: {soort: alfa, waarden: {forceren: 0.8}}", "soort: hertest", "waarden: {a1: 0.7}",
    "hoog: {antwoord: Veel}", "veiligheid: {antwoord: Ja}", "kennis: Hoe merk ik dat?", "weet_ik: gevraagd",
    "minuten: 15", "minuten: {deel: 2}", "bijeenkomst: 2", "minstens: 20", "hoogstens: 3", "zegt: Wat nu?", "duur: 150",
)  # fmt: skip
_WAARDE = re.compile(r"(?<=: )[^\n:]*|(?<=:)$", re.MULTILINE)
_SLEUTEL = re.compile(r"[^\s\-{\[,:][^\s{\[,:]*(?=:)")


def mutate(kans: Random, tekst: str) -> str:
    """Return a text after one to four random edits of characters, pieces, values, keys, lines or blocks of lines."""
    for _ in range(kans.choice((1, 1, 1, 2, 4))):
        tekst = kans.choice(_BEWERKINGEN)(kans, tekst)
    return tekst


def _delete(kans: Random, tekst: str) -> str:
    plaats = kans.randrange(len(tekst) + 1)
    return tekst[:plaats] + tekst[plaats + kans.choice((1, 1, 2, 5, 40)) :]


def _insert(kans: Random, tekst: str) -> str:
    plaats = kans.randrange(len(tekst) + 1)
    return tekst[:plaats] + kans.choice((kans.choice(TEKENS), kans.choice(STUKKEN))) + tekst[plaats:]


def _replace(kans: Random, tekst: str) -> str:
    plaats = kans.randrange(len(tekst) + 1)
    return tekst[:plaats] + kans.choice(TEKENS) + tekst[plaats + 1 :]


def _swap(kans: Random, tekst: str) -> str:
    plaats = kans.randrange(len(tekst) + 1)
    return tekst[:plaats] + tekst[plaats + 1 : plaats + 2] + tekst[plaats : plaats + 1] + tekst[plaats + 2 :]


def _shuffle_regels(kans: Random, tekst: str) -> str:
    regels = tekst.split("\n")
    plaats, ander = kans.randrange(len(regels)), kans.randrange(len(regels))
    soort = kans.randrange(4)
    if soort == 0:
        del regels[plaats]
    elif soort == 1:
        regels.insert(ander, regels[plaats])
    elif soort == 2:
        regels[plaats], regels[ander] = regels[ander], regels[plaats]
    else:
        regels[plaats] = regels[plaats].lstrip() if kans.random() < 0.3 else " " * kans.randrange(1, 4) + regels[plaats]
    return "\n".join(regels)


def _cut(kans: Random, tekst: str) -> str:
    return tekst[: kans.randrange(len(tekst) + 1)]


def _replace_woord(kans: Random, tekst: str) -> str:
    woorden = tekst.split(" ")
    woorden[kans.randrange(len(woorden))] = kans.choice(woorden + list(STUKKEN))
    return " ".join(woorden)


def _replace_treffer(kans: Random, tekst: str, patroon: re.Pattern[str], keuzes: tuple[str, ...]) -> str:
    """Put another text, of the file or from a list, in the place of something that a pattern finds."""
    treffers = list(patroon.finditer(tekst))
    if not treffers:
        return tekst
    treffer = kans.choice(treffers)
    nieuw = kans.choice(keuzes) if keuzes and kans.random() < 0.7 else kans.choice(treffers)[0]
    return tekst[: treffer.start()] + nieuw + tekst[treffer.end() :]


def _replace_waarde(kans: Random, tekst: str) -> str:
    return _replace_treffer(kans, tekst, _WAARDE, WAARDEN)


def _replace_sleutel(kans: Random, tekst: str) -> str:
    return _replace_treffer(kans, tekst, _SLEUTEL, tuple(regel.partition(":")[0] for regel in REGELS))


def _count_inspringing(regel: str) -> int:
    return len(regel) - len(regel.lstrip(" "))


def _insert_regel(kans: Random, tekst: str) -> str:
    """Put a line of the format at the indentation of a line, or of what stands behind its dash."""
    regels = tekst.split("\n")
    plaats = kans.randrange(len(regels))
    inspringing = _count_inspringing(regels[plaats])
    inspringing += 2 * (regels[plaats].lstrip().startswith("- ") and kans.random() < 0.7)
    regels.insert(plaats + 1, " " * inspringing + kans.choice(REGELS))
    return "\n".join(regels)


def _move_blok(kans: Random, tekst: str) -> str:
    """Take out a line with all that is indented below it; put it back elsewhere, twice, or not at all."""
    regels = tekst.split("\n")
    begin = kans.randrange(len(regels))
    diep = _count_inspringing(regels[begin])
    einde = begin + 1
    while einde < len(regels) and _count_inspringing(regels[einde]) > diep:
        einde += 1
    blok = regels[begin:einde]
    rest = regels[:begin] + regels[einde:] if kans.random() < 0.7 else regels
    doel = kans.randrange(len(rest) + 1)
    if not rest or kans.random() < 0.4:
        return "\n".join(rest)
    anders = _count_inspringing(rest[doel - 1])
    verplaatst = [" " * max(anders + _count_inspringing(regel) - diep, 0) + regel.lstrip(" ") for regel in blok]
    return "\n".join(rest[:doel] + verplaatst + rest[doel:])


_BEWERKINGEN = (
    _delete,
    _insert,
    _insert,
    _replace,
    _swap,
    _shuffle_regels,
    _shuffle_regels,
    _cut,
    _replace_woord,
    _replace_woord,
    _replace_waarde,
    _replace_waarde,
    _replace_waarde,
    _replace_sleutel,
    _insert_regel,
    _insert_regel,
    _insert_regel,
    _move_blok,
    _move_blok,
)


Plaats = tuple[Any, Any]
"""A list or mapping, and the index or key of one value in it."""


def mutate_waarde(kans: Random, waarde: Any, vreemd: list[Any]) -> None:
    """Change a tree of lists and mappings in place, one to three times; `vreemd` holds trees to take parts from."""
    for _ in range(kans.choice((1, 1, 2, 3))):
        plaatsen = list(_list_plaatsen(waarde))
        if plaatsen:
            kans.choice(_BOOMBEWERKINGEN)(kans, kans.choice(plaatsen), kans.choice([waarde, kans.choice(vreemd)]))


def _list_plaatsen(waarde: Any) -> Iterator[Plaats]:
    namen = range(len(waarde)) if isinstance(waarde, list) else list(waarde) if isinstance(waarde, dict) else ()
    for naam in namen:
        yield waarde, naam
        yield from _list_plaatsen(waarde[naam])


def _copy(waarde: Any) -> Any:
    """Return a copy that stays within the bounds on depth."""
    return json.loads(json.dumps(waarde))


def _remove_deel(_: Random, plaats: Plaats, __: Any) -> None:
    bak, naam = plaats
    del bak[naam]


def _replace_deel(kans: Random, plaats: Plaats, bron: Any) -> None:
    bak, naam = plaats
    bak[naam] = _copy(_choose_deel(kans, bron))


def _choose_deel(kans: Random, bron: Any) -> Any:
    plaatsen = list(_list_plaatsen(bron))
    if not plaatsen:
        return bron
    bak, naam = kans.choice(plaatsen)
    return bak[naam]


def _insert_deel(kans: Random, plaats: Plaats, bron: Any) -> None:
    bak, _ = plaats
    anders = [deel for deel in _list_plaatsen(bron) if isinstance(deel[0], type(bak))]
    if anders:
        ander, naam = kans.choice(anders)
        deel = _copy(ander[naam])
        if isinstance(bak, list):
            bak.insert(kans.randrange(len(bak) + 1), deel)
        else:
            bak[naam] = deel


def _wrap_deel(kans: Random, plaats: Plaats, _: Any) -> None:
    bak, naam = plaats
    bak[naam] = kans.choice(([bak[naam]], {"naam": bak[naam]}, {"zelf": bak[naam], "ander": bak[naam]}, [], {}))


def _unwrap_deel(kans: Random, plaats: Plaats, _: Any) -> None:
    bak, naam = plaats
    bak[naam] = _choose_deel(kans, bak[naam])


_BOOMBEWERKINGEN = (_remove_deel, _replace_deel, _replace_deel, _insert_deel, _insert_deel, _wrap_deel, _unwrap_deel)
