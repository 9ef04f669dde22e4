"""The five styles by name: what nearly everything needs, without what is known about them."""

STIJLEN = ("forceren", "samenwerken", "compromis", "vermijden", "toegeven")
"""Ids of the five styles, in the order in which tables and files list them."""
