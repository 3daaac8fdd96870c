"""Pictures as path strings: numbers in, what an SVG element needs out. Templates write the elements."""
