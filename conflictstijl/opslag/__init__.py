"""What is kept on disk: the journal of a running test, and finished tests."""
