"""Group files (CSV and workbooks) into rows of answers."""
