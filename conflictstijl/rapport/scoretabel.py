"""Scores of people as the cells of a spreadsheet."""

from typing import NamedTuple

_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")
_DECIMALEN = 4


class Csvstijl(NamedTuple):
    """How a CSV file is written: what stands between cells, the decimal sign, and whether it opens with a BOM."""

    scheiding: str
    komma: str
    bom: bool
    decimalen: int | None
    """None for unrounded values."""


CSVSTIJLEN = {
    "nederlands": Csvstijl(";", ",", bom=True, decimalen=_DECIMALEN),
    "internationaal": Csvstijl(",", ".", bom=False, decimalen=None),
}
"""By the name that a user gives; the first opens well in a Dutch Excel, the second reads well in a program."""


def clean_cel(tekst: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{tekst}" if tekst.startswith(_GEVAARLIJK) else tekst


class Getallen(dict[float | None, str]):
    """Scores as text by their value; a text is made once."""

    def __init__(self, stijl: Csvstijl) -> None:
        super().__init__()
        self._stijl = stijl

    def __missing__(self, waarde: float | None) -> str:
        self[waarde] = tekst = "" if waarde is None else self._render(waarde)
        return tekst

    def _render(self, waarde: float) -> str:
        afgerond = waarde if self._stijl.decimalen is None else round(waarde, self._stijl.decimalen)
        return repr(afgerond).removesuffix(".0").replace(".", self._stijl.komma)
