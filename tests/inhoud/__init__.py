"""Tests of what the shipped questionnaires tell, against tables that were written beside the files."""
