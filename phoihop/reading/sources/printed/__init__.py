"""Printed pages: from glyphs and lines on a sheet to text in reading order.

``words`` asks pdfium where letters stand, ``rulings`` finds the grids of tables,
``columns`` cuts a page where a gutter runs through it, ``paragraphs`` joins lines,
``margins`` takes out what is printed on every page, ``pages`` puts it all together.
Everything here runs in the jail.
"""
