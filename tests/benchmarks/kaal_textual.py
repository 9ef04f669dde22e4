"""The page of a question in bare Textual, to hold the full screen against: a text, a list, a digit goes on."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

VRAGEN = 30
LABELS = ("1 Nooit", "2 Zelden", "3 Soms", "4 Vaak", "5 Altijd")


class Kaal(App[None]):
    """Shows one question after the other and keeps nothing."""

    nummer = 1

    def compose(self) -> ComposeResult:
        yield Static(id="kop")
        yield Static("Ik vind dat een collega en ik allebei iets moeten inleveren.")
        yield OptionList(*LABELS)

    def on_mount(self) -> None:
        self._write_kop()

    def _write_kop(self) -> None:
        self.query_one("#kop", Static).update(f"Vraag {self.nummer} van {VRAGEN}")

    def on_key(self, toets: events.Key) -> None:
        if toets.key in "12345":
            self.nummer += 1
            self._write_kop()


if __name__ == "__main__":
    Kaal().run()
