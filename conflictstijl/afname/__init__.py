"""Taking a questionnaire: the state machine and the line mode."""
