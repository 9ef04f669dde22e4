"""Reading the keys of a mapping: every wrong value becomes a finding, the reading goes on."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.stijlnamen import advise_stijlnaam
from conflictstijl.laden.valkuilen import check_omsloten, check_word
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragenlijst import Herkomst
from conflictstijl.tekst import (
    MAX_TEKST,
    advise_naam,
    clean_tekst,
    fold_tekst,
    parse_geheel,
    render_citaat,
    render_opsomming,
)

E = TypeVar("E", bound=StrEnum)

FORMAAT = 1
SOORTEN = (
    "vragenlijst", "vertaling", "stijlen", "situaties", "vaardigheden", "adviezen", "casus", "werkvorm", "werkblad",
    "normgroep",
)  # fmt: skip
"""The kinds of files: the first key says which."""


class JaNee(StrEnum):
    """The two words for a choice that is on or off."""

    JA = "ja"
    NEE = "nee"


_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_MAX_ID = 40
_MEESTE_NAMEN = 12
"""How many names a message lists: nobody reads more."""
_GEEN_ID = ("null", "true", "false")
_LEEG = ("", "~", "null", "Null", "NULL")


def check_leeg(knoop: Knoop) -> bool:
    """Return True for a value that stands for nothing: empty, `null` or `~` without quotes."""
    return isinstance(knoop, Tekst) and knoop.kaal and knoop.waarde in _LEEG


def read_tekst(knoop: Knoop, bevindingen: Bevindingen, wat: str = "een tekst") -> str | None:
    """Return the text of a node, or None with a finding when it is no text, empty or too long."""
    if not isinstance(knoop, Tekst):
        hint = "zet tekst die met [ of { begint tussen dubbele aanhalingstekens"
        bevindingen.add(knoop.plek, "geen-tekst", f"hier hoort {wat}, geen lijst of groep", hint)
    elif check_leeg(knoop) or not knoop.waarde.strip():
        bevindingen.add(knoop.plek, "lege-tekst", f"hier ontbreekt {wat}", "vul hem in")
    elif len(knoop.waarde) > MAX_TEKST:
        bevindingen.add(knoop.plek, "te-lang", f"deze tekst is langer dan {MAX_TEKST} tekens", "maak hem korter")
    else:
        word = check_word(knoop)
        if word and check_omsloten(knoop.waarde):
            bevindingen.add_waarschuwing(*word[:4])
        return " ".join(knoop.waarde.split())
    return None


def check_id(knoop: Knoop, bevindingen: Bevindingen) -> str | None:
    """Return an id (lower case, digits, hyphens), or None with a finding."""
    naam = knoop.waarde if isinstance(knoop, Tekst) else ""
    if len(naam) <= _MAX_ID and _ID.fullmatch(naam) and naam not in _GEEN_ID:
        return naam
    wat = "hier ontbreekt een id" if check_leeg(knoop) else f"{render_citaat(naam)} kan geen id zijn"
    if not isinstance(knoop, Tekst):
        wat = "hier hoort een id, geen lijst of groep"
    hint = "gebruik kleine letters, cijfers en streepjes, bijvoorbeeld 'mijn-lijst'"
    bevindingen.add(knoop.plek, "ongeldig-id", wat, hint)
    return None


def advise_woord(woord: str, keuzes: Collection[str]) -> str:
    """Return what to do about a word that is not one of the choices: the nearest one, else all of them."""
    hint = advise_stijlnaam(woord, keuzes) or advise_naam(woord, keuzes)
    return hint or f"kies uit: {', '.join(keuzes)}"


def read_stijl(knoop: Knoop, bevindingen: Bevindingen, wat: str = "een stijl", *, anders: str = "") -> str | None:
    """Return the id of a style, or None with a finding; `anders` tells what else could be written there."""
    naam = knoop.waarde if isinstance(knoop, Tekst) else ""
    if naam in STIJLEN:
        return naam
    if read_tekst(knoop, bevindingen, wat) is not None:
        hint = advise_woord(naam, STIJLEN)
        hint += anders if hint.startswith("kies") else ""
        bevindingen.add(knoop.plek, "onbekende-stijl", f"{render_citaat(naam)} is geen stijl", hint)
    return None


def read_janee(velden: "Velden", naam: str) -> bool:
    """Return True for `ja`, False for `nee` or a missing key."""
    return velden.read_woord(naam, JaNee) is JaNee.JA


def check_dubbel(kaart: Kaart, bevindingen: Bevindingen) -> bool:
    """Return True after a finding for each key that stands twice in a mapping, whatever its spelling."""
    eerder: dict[str, int] = {}
    dubbel = False
    for sleutel, _ in kaart.paren:
        gevouwen = fold_tekst(sleutel.waarde)
        if gevouwen in eerder:
            dubbel = True
            wat = f"{render_citaat(sleutel.waarde)} staat hier twee keer, ook op regel {eerder[gevouwen]}"
            bevindingen.add_onbruikbaar(sleutel.plek, "dubbele-sleutel", wat, "haal een van de twee weg")
        eerder.setdefault(gevouwen, sleutel.plek.regel)
    return dubbel


class Velden:
    """The keys of one mapping. Read what is known, then call `check_onbekend` for the rest."""

    def __init__(self, knoop: Knoop, bevindingen: Bevindingen, waar: str, *, stil: bool = False) -> None:
        self.bevindingen = bevindingen
        self.knoop = knoop
        self.plek = knoop.plek
        self._waar = waar
        self._leeg = not stil and (check_leeg(knoop) or (isinstance(knoop, Kaart) and not knoop.paren))
        self._stil = stil or not isinstance(knoop, Kaart)
        self._gelezen: set[str] = set()
        self._ontbreekt: list[str] = []
        self._paren: dict[str, tuple[Tekst, Knoop]] = {}
        if isinstance(knoop, Kaart):
            check_dubbel(knoop, bevindingen)
            self._paren = {sleutel.waarde: (sleutel, waarde) for sleutel, waarde in reversed(knoop.paren)}
        elif not self._leeg:
            bevindingen.add(knoop.plek, "geen-groep", f"{waar} bestaat uit regels 'naam: waarde'", _advise_groep(knoop))

    def __iter__(self) -> Iterator[tuple[Tekst, Knoop]]:
        """Yield every pair of key and value in the order of the file, marking them as read."""
        self._gelezen.update(self._paren)
        yield from reversed(self._paren.values())

    def read_knoop(self, naam: str, *, verplicht: bool = False) -> Knoop | None:
        """Return the node of a key, or None; a missing `verplicht` key becomes a finding in `check_onbekend`."""
        self._gelezen.add(naam)
        if naam in self._paren:
            return self._paren[naam][1]
        if verplicht:
            self._ontbreekt.append(naam)
        return None

    def read_tekst(self, naam: str, *, verplicht: bool = False) -> str:
        """Return the text of a key, empty when it is missing or wrong."""
        knoop = self.read_knoop(naam, verplicht=verplicht)
        return "" if knoop is None else read_tekst(knoop, self.bevindingen) or ""

    def read_teksten(self, naam: str, *, verplicht: bool = False) -> tuple[str, ...]:
        """Return a list of texts; one text counts as a list of one."""
        knoop = self.read_knoop(naam, verplicht=verplicht)
        if knoop is None:
            return ()
        delen = knoop.delen if isinstance(knoop, Lijst) else [knoop]
        if not delen:
            hint = "vul de lijst aan of haal de regel weg"
            self.bevindingen.add(knoop.plek, "lege-lijst", f"de lijst '{naam}' is leeg", hint)
        return tuple(tekst for deel in delen if (tekst := read_tekst(deel, self.bevindingen)))

    def read_groep(self, naam: str, waar: str = "") -> "Velden":
        """Return the mapping of a required key; a missing one is silent and empty, for this mapping reports it."""
        knoop = self.read_knoop(naam, verplicht=True)
        if knoop is not None:
            return Velden(knoop, self.bevindingen, waar or f"'{naam}'")
        return Velden(Kaart(self.plek, []), self.bevindingen, waar, stil=True)

    def read_geheel(self, naam: str, laagste: int, hoogste: int, *, verplicht: bool = False) -> int | None:
        """Return a whole number within bounds, or None."""
        knoop = self.read_knoop(naam, verplicht=verplicht)
        if knoop is None:
            return None
        waarde = parse_geheel(knoop.waarde) if isinstance(knoop, Tekst) else None
        if waarde is None or not laagste <= waarde <= hoogste:
            hint = f"schrijf een geheel getal van {laagste} tot en met {hoogste}"
            self.bevindingen.add(knoop.plek, "geen-getal", f"'{naam}' heeft hier geen bruikbaar getal", hint)
            return None
        return waarde

    def read_keuze(self, naam: str, keuzes: type[E], standaard: E) -> E:
        """Return one of the words of an enumeration."""
        return self.read_woord(naam, keuzes) or standaard

    def read_woord(self, naam: str, keuzes: type[E]) -> E | None:
        """Return one of the words of an enumeration, None when the key is missing or wrong."""
        knoop = self.read_knoop(naam)
        if knoop is None:
            return None
        woorden = [str(keuze) for keuze in keuzes]
        woord = knoop.waarde if isinstance(knoop, Tekst) else ""
        if woord in woorden:
            return keuzes(woord)
        wat = f"'{naam}' kan niet {render_citaat(woord)} zijn" if woord else f"'{naam}' is een woord"
        self.bevindingen.add(knoop.plek, "onbekende-keuze", wat, advise_woord(woord, woorden))
        return None

    def read_versie(self) -> str:
        """Return the version of the content, which must stand between quotes: 1.10 is not 1.1."""
        knoop = self.read_knoop("versie", verplicht=True)
        if knoop is None:
            return ""
        if isinstance(knoop, Tekst) and knoop.kaal and not check_leeg(knoop):
            wat = f'versie moet tussen aanhalingstekens: "{clean_tekst(knoop.waarde, _MAX_ID)}"'
            self.bevindingen.add(knoop.plek, "versie", wat)
            return knoop.waarde
        return read_tekst(knoop, self.bevindingen, "een versie") or ""

    def read_kop(self, soort: str) -> str:
        """Return the id of a file after checking its kind and format number."""
        self._check_soort(soort)
        knoop = self.read_knoop(soort, verplicht=True)
        formaat = self.read_knoop("formaat", verplicht=True)
        getal = parse_geheel(formaat.waarde) if isinstance(formaat, Tekst) else None
        if formaat is not None and getal != FORMAAT:
            self.bevindingen.add(
                formaat.plek, "formaat", "dit programma leest alleen formaat 1", "schrijf 'formaat: 1'"
            )
        return "" if knoop is None else check_id(knoop, self.bevindingen) or ""

    def _check_soort(self, soort: str) -> None:
        """Report a file of another kind once, and nothing that follows from it."""
        if soort in self._paren or not self._paren:
            return
        eerste = next(reversed(self._paren.values()))[0]
        if eerste.waarde in SOORTEN:
            self._stil = True
            wat = f"dit is een bestand van de soort '{eerste.waarde}', en hier hoort de soort '{soort}'"
            self.bevindingen.add(eerste.plek, "andere-soort", wat, "geef een ander bestand")

    def read_herkomst(self) -> Herkomst:
        """Return the provenance of the content; licence, author and status belong to every file."""
        velden = self.read_groep("herkomst", "de herkomst")
        herkomst = Herkomst(
            licentie=velden.read_tekst("licentie", verplicht=True),
            auteur=velden.read_tekst("auteur", verplicht=True),
            status=velden.read_tekst("status", verplicht=True),
            bron=velden.read_tekst("bron"),
        )
        velden.check_onbekend()
        return herkomst

    def check_onbekend(self, toegestaan: tuple[str, ...] = (), nog_niet: tuple[str, ...] = ()) -> None:
        """Report every key that nothing has read, with the nearest known name, and what is missing.

        A key that was mistyped is one mistake: the name it should have had is not called missing.
        """
        if self._leeg:
            aanvulling = f"voeg toe: {render_opsomming(self._ontbreekt)}" if self._ontbreekt else "vul het aan"
            self.bevindingen.add(self.plek, "leeg", f"{self._waar} is leeg", aanvulling)
        elif not self._stil:
            bedoeld = self._check_namen(self._gelezen.union(toegestaan), nog_niet)
            self._check_ontbreekt([naam for naam in self._ontbreekt if advise_naam(naam, [naam]) not in bedoeld])

    def _check_namen(self, bekend: set[str], nog_niet: tuple[str, ...]) -> set[str]:
        """Return the hints that were given for unknown keys."""
        bedoeld: set[str] = set()
        for naam in [naam for naam in self._paren if naam not in bekend]:
            sleutel = self._paren[naam][0]
            if naam in nog_niet:
                wat = f"'{naam}' kan deze versie van het programma nog niet"
                self.bevindingen.add(sleutel.plek, "nog-niet", wat, "haal deze naam weg")
                continue
            hint = advise_naam(naam, bekend)
            bedoeld.add(hint)
            wat = f"onbekende naam {render_citaat(naam)} in {self._waar}"
            self.bevindingen.add(
                sleutel.plek, "onbekende-sleutel", wat, hint or _advise_keuze(bekend.difference(self._paren))
            )
        return bedoeld

    def _check_ontbreekt(self, namen: list[str]) -> None:
        if namen:
            werkwoord = "ontbreekt" if len(namen) == 1 else "ontbreken"
            wat = f"in {self._waar} {werkwoord} {render_namen(namen)}"
            hint = f"voeg '{namen[0]}:' toe" if len(namen) == 1 else "voeg ze toe"
            self.bevindingen.add(self.plek, "ontbreekt", wat, hint)


def render_namen(namen: Iterable[str]) -> str:
    """Return names between quotes as a Dutch enumeration."""
    return render_opsomming([f"'{naam}'" for naam in namen])


def _advise_keuze(bekend: set[str]) -> str:
    if len(bekend) > _MEESTE_NAMEN:
        return "kijk de naam na, of haal de regel weg"
    return f"mogelijk is nog: {', '.join(sorted(bekend))}" if bekend else "haal hem weg"


def _advise_groep(knoop: Knoop) -> str:
    """Return what to do about a list or a text where a mapping belongs."""
    if isinstance(knoop, Lijst):
        return "haal de streepjes of de blokhaken weg"
    if isinstance(knoop, Tekst) and re.match(r"[\w-]+:\S", knoop.waarde):
        return "zet een spatie achter de dubbele punt"
    return "schrijf de naam, een dubbele punt, een spatie en de waarde"


def read_rij(
    knoop: Knoop | None, naam: str, read: Callable[[Knoop], str | None], bevindingen: Bevindingen
) -> tuple[str, ...]:
    """Return a list of names, each of them once; one name counts as a list of one."""
    if knoop is None:
        return ()
    delen = knoop.delen if isinstance(knoop, Lijst) else [knoop]
    if not delen:
        bevindingen.add(knoop.plek, "lege-lijst", f"de lijst '{naam}' is leeg", "vul de lijst aan of haal de regel weg")
    gevonden: dict[str, None] = {}
    for deel in delen:
        een = read(deel)
        if een in gevonden:
            wat = f"{render_citaat(een)} staat twee keer in '{naam}'"
            bevindingen.add(deel.plek, "dubbel-in-lijst", wat, "haal een van de twee weg")
        elif een:
            gevonden[een] = None
    return tuple(gevonden)
