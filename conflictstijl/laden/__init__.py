"""YAML and JSON files into the model; findings instead of exceptions."""
