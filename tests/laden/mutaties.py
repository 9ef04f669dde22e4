"""Random edits of files: what a tired author, a bad editor or a half download can make of them."""

from random import Random

TEKENS = "abz A0129-_:;,.#'\"[]{}()&*!|>%@`?~\\/\t\n\r \u00e9\u0301\u2019\u200b\x00\x1b\u2028\ud7ff\U0001f600"
STUKKEN = (
    ": ", " #", " #x", "- ", "\n- ", "---\n", "...\n", "'s ", '"', "''", "[[", "{}", "null", "~", "*a", "&a ", "!!x ",
    "? ", "| ", ">\n", "\n\t", "\r\n", "1.0", "-1", "99999999999", "0x1", "\\ud83d", "\ufeff", "geen", "id: a",
)  # fmt: skip


def mutate(kans: Random, tekst: str) -> str:
    """Return a text after one to four random edits of characters, pieces, lines or indentation."""
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
)
