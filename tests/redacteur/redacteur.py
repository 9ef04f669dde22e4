"""An editor without a screen: it opens texts in the real yaml-language-server and reads what an author would see."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from .verbinding import Bericht, Verbinding

SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
GEDULD = 30.0
"""Seconds for one exchange; it takes a third of a second on a quiet machine."""
ONTSNAPT = re.compile(r"\\([\\`*_{}\[\]#+!])")
"""A sign that the server writes with a backslash, for Markdown; an author sees the sign alone."""
CURSOR = "¦"
"""Stands in a text for the place of the cursor."""
INSTELLINGEN = {
    "yaml": {
        "validate": True,
        "hover": True,
        "hoverSchemaSource": False,
        "completion": True,
        # A schema comes from the modeline, never from the network.
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}


class Plaats(NamedTuple):
    """A place in a text; line and column count from 1, as the loader counts."""

    regel: int
    kolom: int


class Melding(NamedTuple):
    """Something that an editor underlines, and what it says about it."""

    plaats: Plaats
    tekst: str


class Voorstel(NamedTuple):
    """One line of the list that completion shows."""

    woord: str
    uitleg: str


class Document(NamedTuple):
    """An open text: its address and the place of the cursor."""

    uri: str
    cursor: Plaats


class Redacteur:
    """A conversation with a running server."""

    def __init__(self, verbinding: Verbinding) -> None:
        self._verbinding = verbinding
        self._nummer = 0
        self._meldingen: dict[str, list[Melding]] = {}
        self.server = self._start()

    def _start(self) -> Bericht:
        """Greet the server, and wait until it has fetched the settings: before that it knows no schema."""
        mogelijkheden = {"workspace": {"configuration": True}}
        antwoord = self._ask("initialize", processId=None, rootUri=None, capabilities=mogelijkheden)
        with self._verbinding.deadline():
            self._verbinding.write({"method": "initialized", "params": {}})
            self._wait(lambda bericht: bericht.get("method") == "workspace/configuration")
        server: Bericht = antwoord["serverInfo"]
        return server

    def open(self, folder: Path, tekst: str) -> Document:
        """Open a text as an unsaved file in a folder."""
        self._nummer += 1
        uri = (folder / f"proef-{self._nummer}.yaml").as_uri()
        voor, _, na = tekst.partition(CURSOR)
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": voor + na}
        with self._verbinding.deadline():
            self._verbinding.write({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        return Document(uri, Plaats(voor.count("\n") + 1, len(voor) - voor.rfind("\n")))

    def read_meldingen(self, document: Document) -> list[Melding]:
        """Return everything that the editor underlines; it thinks for a fifth of a second, about all texts at once."""
        with self._verbinding.deadline():
            while document.uri not in self._meldingen:
                self._read()
        return self._meldingen[document.uri]

    def read_uitleg(self, document: Document, plaats: Plaats) -> str:
        """Return what the editor shows when the mouse rests on a place."""
        antwoord = self._ask_plaats("textDocument/hover", document, plaats)
        return ONTSNAPT.sub(r"\1", antwoord["contents"]["value"]) if antwoord else ""

    def read_voorstellen(self, document: Document) -> list[Voorstel]:
        """Return what the editor proposes at the cursor."""
        antwoord = self._ask_plaats("textDocument/completion", document, document.cursor)
        return [Voorstel(deel["label"], parse_uitleg(deel.get("documentation", ""))) for deel in antwoord["items"]]

    def _ask_plaats(self, methode: str, document: Document, plaats: Plaats) -> Any:
        positie = {"line": plaats.regel - 1, "character": plaats.kolom - 1}
        return self._ask(methode, textDocument={"uri": document.uri}, position=positie)

    def _ask(self, methode: str, **parameters: Any) -> Any:
        self._nummer += 1
        nummer = self._nummer
        with self._verbinding.deadline():
            self._verbinding.write({"id": nummer, "method": methode, "params": parameters})
            antwoord = self._wait(lambda bericht: bericht.get("id") == nummer and "method" not in bericht)
        assert "error" not in antwoord, antwoord["error"]
        return antwoord["result"]

    def _wait(self, check: Callable[[Bericht], bool]) -> Bericht:
        while not check(bericht := self._read()):
            pass
        return bericht

    def _read(self) -> Bericht:
        """Return the next message; answer what the server asks, and keep what it underlines."""
        bericht = self._verbinding.read()
        if "id" in bericht and "method" in bericht:
            self._verbinding.write({"id": bericht["id"], "result": build_antwoord(bericht)})
        if bericht.get("method") == "textDocument/publishDiagnostics":
            inhoud = bericht["params"]
            self._meldingen[inhoud["uri"]] = [parse_melding(deel) for deel in inhoud["diagnostics"]]
        return bericht


@contextmanager
def run_redacteur(
    opdracht: Sequence[str] = ("node", str(SERVER), "--stdio"), geduld: float = GEDULD
) -> Iterator[Redacteur]:
    """Run a server for as long as the block takes."""
    with Verbinding(opdracht, geduld) as verbinding:
        yield Redacteur(verbinding)


def build_antwoord(vraag: Bericht) -> Any:
    """Return the settings a server asks for; anything else it asks is only taken note of."""
    if vraag["method"] != "workspace/configuration":
        return None
    return [INSTELLINGEN.get(deel["section"]) for deel in vraag["params"]["items"]]


def parse_melding(melding: Bericht) -> Melding:
    begin = melding["range"]["start"]
    return Melding(Plaats(begin["line"] + 1, begin["character"] + 1), melding["message"])


def parse_uitleg(uitleg: str | Bericht) -> str:
    return uitleg if isinstance(uitleg, str) else str(uitleg["value"])
