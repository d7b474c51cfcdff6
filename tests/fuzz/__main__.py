"""Runs one target with atheris, which looks for inputs that reach code not reached before."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import count
from pathlib import Path
from random import Random
from zlib import crc32

import atheris

with atheris.instrument_imports(include=["newsclean"]):
    from .checks import TARGETS, ChangedError, most_changed
    from .shapes import DICTIONARY, mutated, seeds

MOST_CHARACTERS = 20_000  # of an input: long pages are for tests/test_limits.py
TO_ATHERIS = 0.25  # share of changes that are left to the fuzzer's own, which knows bytes and no lines


def main(arguments: Sequence[str]) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    many = parser.add_mutually_exclusive_group()
    many.add_argument("--seconds", type=int, default=20, help="how long (default 20)")
    many.add_argument("--runs", type=int, help="how many inputs: with PYTHONHASHSEED=0 the same ones on each machine")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tries the same inputs (default 1)")
    parser.add_argument("--findings", type=Path, default=".", metavar="FOLDER", help="where inputs that break go")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="where inputs that reached something are kept")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        corpus = given.corpus or work / "corpus"
        for needed in (corpus, given.findings):
            needed.mkdir(parents=True, exist_ok=True)
        limit = f"-max_total_time={given.seconds}" if given.runs is None else f"-runs={given.runs}"
        options = [
            limit, "-reload=0", f"-seed={given.seed}", f"-max_len={MOST_CHARACTERS}", "-timeout=300",
            "-rss_limit_mb=4096", "-len_control=0", "-print_final_stats=1", f"-artifact_prefix={given.findings}/",
            f"-dict={written_words(work / 'words', given.target)}",
            str(corpus), *written_seeds(work / "seeds", given.target),
        ]  # fmt: skip
        changed: set[bytes] = set()
        check = but_for_some(TARGETS[given.target], given.findings, changed)
        atheris.Setup(["fuzz", *options], check, custom_mutator=mutator(given.target, changed))
        atheris.Fuzz()


def mutator(target: str, changed: Collection[bytes]) -> Callable[[bytes, int, int], bytes]:
    """How an input is changed: by lines and pieces of pages mostly, by bytes sometimes.

    Of one that broke law 3 no more are made, or one fault would be counted as often as it is passed on.
    """
    begin = [seed.encode("utf-8", "surrogatepass") for seed in seeds(target)]

    def change(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 - inputs are drawn, no keys
        if data in changed:
            data = random.choice(begin)[:most]
        if random.random() < TO_ATHERIS:
            return bytes(atheris.Mutate(data, most))
        text = data.decode("utf-8", "surrogateescape")
        return mutated(target, text, random).encode("utf-8", "surrogatepass")[:most]

    return change


def but_for_some(check: Callable[[bytes], None], findings: Path, changed: set[bytes]) -> Callable[[bytes], None]:
    """The check, of which law 3 may be broken by a few of the inputs: they are told, kept, and added to a set.

    What a text shows may look otherwise without what was taken out of it, whatever is done (README.md has the share).
    """
    runs = count(1)

    def checked(data: bytes) -> None:
        run = next(runs)
        try:
            check(data)
        except ChangedError as error:
            changed.add(data)
            (findings / f"changed-{crc32(data):08x}").write_bytes(data)
            print(f"law 3: {len(changed)} of {run}: {ascii(error)[:200]}", file=sys.stderr)
            if len(changed) > most_changed(run):
                raise

    return checked


def written_seeds(folder: Path, target: str) -> Iterator[str]:
    """A folder of the inputs to begin with, each in a file."""
    folder.mkdir()
    for n, seed in enumerate(seeds(target)):
        (folder / f"{n:04}").write_bytes(seed.encode("utf-8", "surrogatepass"))
    yield str(folder)


def written_words(path: Path, target: str) -> Path:
    """A dictionary as libFuzzer reads it: a word a line, in quotation marks, all that is no letter escaped."""
    words = [word.encode("utf-8", "surrogatepass") for word in DICTIONARY[target]]
    lines = ["".join(chr(b) if chr(b).isalnum() and b < 128 else f"\\x{b:02x}" for b in word) for word in words]
    path.write_text("".join(f'"{line}"\n' for line in lines if line), "utf-8")
    return path


if __name__ == "__main__":
    main(sys.argv[1:])
