"""The record of a session for a professional register: what was done together, and what somebody learned."""

from typing import NamedTuple

from conflictstijl.tekst import parse_kloktijd

VORMEN = {
    "intervisie": "intervisie",
    "supervisie": "supervisie",
    "casuistiek": "casuïstiekbespreking",
    "coaching": "werkgerichte coaching",
    "consultatie": "collegiale consultatie",
    "werkbegeleiding": "werkbegeleiding",
}
"""The forms of a session, with their names."""
ONLINE = "online"
PLAATSEN = {"fysiek": "bij elkaar", ONLINE: "online"}
"""Where people met, with its name."""
EIGEN_WOORDEN = ("thema", "rol", "technisch", "normatief", "persoonlijk", "opbrengst", "afspraken")
"""What somebody writes in own words, and may tell about others."""


class Bewijs(NamedTuple):
    """A record of one session. Empty, 0 and None stand for what was not given: there comes room to write."""

    datum: str = ""
    begin: str = ""
    """Time of day as text; one that is no time of day gives no net time."""
    einde: str = ""
    pauze: int = 0
    """Minutes of all breaks together."""
    groepsnaam: str = ""
    begeleider: str = ""
    registernummer: str = ""
    """Number of the facilitator."""
    werkvorm: str = ""
    """Id or path of a method, or its name in own words."""
    vorm: str = ""
    begeleid: bool | None = None
    plaats: str = ""
    deelnemers: int = 0
    thema: str = ""
    rol: str = ""
    technisch: str = ""
    normatief: str = ""
    persoonlijk: str = ""
    opbrengst: str = ""
    afspraken: str = ""
    akkoord: bool = False
    """Somebody agreed to what looked as if it may lead to a person."""

    @property
    def bruto(self) -> int | None:
        """Minutes from begin to end; None when one of them is not known."""
        begin, einde = parse_kloktijd(self.begin), parse_kloktijd(self.einde)
        return None if begin is None or einde is None else einde - begin

    @property
    def netto(self) -> int | None:
        """Minutes that a register counts: from begin to end, without the breaks."""
        return None if self.bruto is None else self.bruto - self.pauze
