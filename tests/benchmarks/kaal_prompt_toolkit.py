"""The page of a question in prompt_toolkit, to hold the full screen against."""

from prompt_toolkit import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl

VRAGEN = 30
LABELS = ("1 Nooit", "2 Zelden", "3 Soms", "4 Vaak", "5 Altijd")
STAND = {"nummer": 1}


def render_pagina() -> str:
    stelling = "Ik vind dat een collega en ik allebei iets moeten inleveren."
    return "\n".join([f"Vraag {STAND['nummer']} van {VRAGEN}", "", stelling, *LABELS])


def build_toetsen() -> KeyBindings:
    toetsen = KeyBindings()

    def verder(_gebeurtenis: KeyPressEvent) -> None:
        STAND["nummer"] += 1

    for cijfer in "12345":
        toetsen.add(cijfer)(verder)
    return toetsen


if __name__ == "__main__":
    Application(
        layout=Layout(Window(FormattedTextControl(render_pagina))), key_bindings=build_toetsen(), full_screen=True
    ).run()
