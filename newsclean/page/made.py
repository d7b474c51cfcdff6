"""Values of which a page makes thousands, made fast."""

from __future__ import annotations

made = tuple.__new__
"""`made(Links, (0.5, 1, url, text))`: a NamedTuple of all its fields, in order.

Its own constructor is a function of Python with an argument for each field, and takes three times as long: of the 1,600
that a page of HTML makes that was a twentieth of its time. For what is made once or more for each block or element;
whatever else there is is made by name.
"""
