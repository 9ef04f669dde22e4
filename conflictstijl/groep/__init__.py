"""The use cases about groups: reading a group file, scoring it, and telling about the group."""
