"""A rule of the checker: the page behind the code of a finding."""

from typing import NamedTuple


class Controleregel(NamedTuple):
    """The page about one rule: what is wrong, why that matters, and lines that break it beside lines that keep it."""

    id: str
    titel: str
    wat: str
    waarom: str
    voorbeeld: str
    remedie: str
