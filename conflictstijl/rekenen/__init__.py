"""Scoring, certainty, answer quality, advice and lint: pure functions."""
