"""Frozen records of the domain; no I/O, no third-party imports."""
