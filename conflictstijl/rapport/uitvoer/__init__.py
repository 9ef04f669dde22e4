"""One renderer per format; renderers do not know each other."""
