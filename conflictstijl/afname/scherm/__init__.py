"""The full screen: the only part that knows Textual. Decide with `afname.modus` before importing from here."""
