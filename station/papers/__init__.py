"""Printed sheets: PDF files in the fonts and the manner of the project, each made by a module of its own.

`sheet.py` is the page that all are made on, `barcodes.py` the codes on it.
"""
