"""A cell of a LibreOffice workbook as text: what kind it is stands in its attributes."""

import re

from conflictstijl.invoer.celwaarde import render_duur, render_getal
from conflictstijl.invoer.xmldeel import Eigenschappen
from conflictstijl.model.tabel import Bijzonder, Celsoort

_GETAL = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
_DUUR = r"(-?)P(?:([0-9]{1,6})D)?T(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})(?:[.,][0-9]{0,9})?S)?"
_SECONDEN = (86_400, 3_600, 60, 1)
_GETALLEN = ("float", "percentage", "currency")
_LANGSTE_GETAL = 400
_LANGSTE_TIJD = 40


def render_odscel(eigenschappen: Eigenschappen, tekst: str) -> str:
    """Return a cell as text; what is neither text nor a number says what it is.

    A formula that shows nothing is a cell that is not filled in.
    """
    if eigenschappen.get("calcext:value-type") == "error":
        waarde: str = Bijzonder(tekst, Celsoort.FOUT)
    else:
        waarde = _render_soort(eigenschappen, tekst)
    if "table:formula" in eigenschappen and (waarde or "office:value-type" not in eigenschappen):
        return Bijzonder(waarde, Celsoort.FORMULE)
    return waarde


def parse_keer(aantal: str | None) -> int:
    """Return how many times something stands there; nonsense is once."""
    return max(int(aantal), 1) if aantal and re.fullmatch("[0-9]{1,9}", aantal) else 1


def _render_soort(eigenschappen: Eigenschappen, tekst: str) -> str:
    soort = eigenschappen.get("office:value-type", "")
    if soort in _GETALLEN:
        return _parse_getal(eigenschappen.get("office:value", "")[:_LANGSTE_GETAL])
    if soort == "boolean":
        return Bijzonder("WAAR" if eigenschappen.get("office:boolean-value") == "true" else "ONWAAR", Celsoort.JA_NEE)
    if soort == "date":
        return Bijzonder(eigenschappen.get("office:date-value", "")[:_LANGSTE_TIJD], Celsoort.DATUM)
    if soort == "time":
        return Bijzonder(_parse_duur(eigenschappen.get("office:time-value", "")), Celsoort.DATUM)
    return tekst or eigenschappen.get("office:string-value", "")


def _parse_getal(tekst: str) -> str:
    return render_getal(float(tekst)) if re.fullmatch(_GETAL, tekst) else Bijzonder(tekst, Celsoort.FOUT)


def _parse_duur(tekst: str) -> str:
    delen = re.fullmatch(_DUUR, tekst[:_LANGSTE_TIJD])
    if delen is None:
        return tekst[:_LANGSTE_TIJD]
    seconden = sum(int(deel or 0) * maat for deel, maat in zip(delen.groups()[1:], _SECONDEN, strict=True))
    return render_duur(-seconden if delen[1] else seconden)
