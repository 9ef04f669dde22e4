"""Results into a neutral document."""
