from __future__ import annotations
from typing import NamedTuple
from selectolax.lexbor import LexborNode
class Candidate(NamedTuple):
    node: LexborNode
    attributes: dict
    is_byline: bool
    at_block: int
class Found(NamedTuple):
    scripts: list
    metas: list
    titles: list
    candidates: list
    x: list
    def address(self): return None
class Metadata(NamedTuple):
    warnings: tuple=()
def read_metadata(*a): return Metadata()
