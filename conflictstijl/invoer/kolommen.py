"""Lines into columns: of many rows together a cell costs far less than one by one."""

from collections.abc import Sequence
from itertools import takewhile

from conflictstijl.model.tabel import GEEN_LETTER

_MINSTE_LETTERS = 8
"""Fewer columns of single letters than this are not worth a way of their own."""


def build_kolommen(regels: str, teken: str) -> Sequence[Sequence[str]]:
    """Return the columns of lines, each with its end, in which `teken` parts the cells and nothing is in quotes.

    Columns of single letters at the end come as a text (see `Rijstapel`). None where one line has more cells than
    another.
    """
    eerste = regels[: regels.index("\n")].split(teken)
    letters = sum(1 for _ in takewhile(lambda cel: len(cel) <= 1, reversed(eerste)))
    if letters >= _MINSTE_LETTERS and regels.isascii() and GEEN_LETTER not in regels:
        kolommen = _split_letters(regels, teken, letters)
        if len(kolommen) == len(eerste):
            return kolommen
    return _split_regels(regels, teken)


def _split_letters(regels: str, teken: str, aantal: int) -> Sequence[Sequence[str]]:
    """Return the columns of lines, the last so many of them as texts; none where these are no single letters."""
    dubbel, vol, breedte = f"{teken}{teken}", f"{teken}{GEEN_LETTER}{teken}", 2 * aantal + 1
    rijen = f"{teken}{regels}".replace("\n", f"{teken}\n{teken}").split("\n")[:-1]
    # a blank cell gets a letter: so all lines have the last columns in the same places from their end
    rijen = [rij.replace(dubbel, vol).replace(dubbel, vol) if dubbel in rij else rij for rij in rijen]
    staart = "".join([rij[-breedte:] for rij in rijen])
    vast = {staart[plaats::breedte] for plaats in range(0, breedte, 2)}
    if vast != {teken * len(rijen)} or staart.count(teken) != (aantal + 1) * len(rijen):
        return []
    letters = [staart[plaats::breedte] for plaats in range(1, breedte, 2)]
    begin = "\n".join([*[rij[1:-breedte] for rij in rijen], ""])
    if not begin.strip("\n"):
        return letters
    # of a line with nothing before its letters a cell is missing: a blank one has a letter as well
    return [] if "\n\n" in f"\n{begin}" else [*_split_regels(begin.replace(GEEN_LETTER, ""), teken), *letters]


def _split_regels(regels: str, teken: str) -> Sequence[Sequence[str]]:
    """Return the columns of lines; none where one has more cells than another."""
    if teken not in regels:
        return [regels[:-1].split("\n")]
    # what ends a line becomes a cell of its own: every row has it in the same place
    cellen = regels.replace("\n", f"{teken}\n{teken}").split(teken)
    breedte, aantal = cellen.index("\n"), regels.count("\n")
    if len(cellen) != (breedte + 1) * aantal + 1 or cellen[breedte :: breedte + 1] != ["\n"] * aantal:
        return []
    return [cellen[plaats : -1 : breedte + 1] for plaats in range(breedte)]
