"""The command `newsclean profile`: counts what recurs on the pages of sites, and shows what was counted."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import TextIO, cast

from newsclean.batch.arguments import add_form, add_records
from newsclean.batch.settings import InputError, OptionError, profile_of
from newsclean.batch.sources import check, found
from newsclean.page.site import Site
from newsclean.rules.site import LEAST_PAGES, LEAST_SITE
from newsclean.site import host_of

SOME_BAD = 3  # the exit status where all was counted, but for some bad records


def add_profile(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("inputs", metavar="IN", nargs="*", help="pages, in all forms that newsclean batch reads")
    parser.add_argument("-o", "--out", metavar="PROFILE.json", help="where the profile goes")
    parser.add_argument("--show", metavar="FILE", dest="file", help="print what a profile has counted")
    parser.add_argument("--host", help="the site of pages without an address")
    add_records(parser)
    add_form(parser)


def profile(options: argparse.Namespace) -> int:
    """Runs the command; gives its exit status. Raises InputError and OptionError.

    What counting takes is loaded here: the commands for one page do not wait for it.
    """
    from tempfile import TemporaryDirectory

    from newsclean.batch.counted import merged, spill

    if options.file is not None:
        shown = profile_of(options.file)
        if shown is not None:
            sys.stdout.write("\n\n".join(map(_shown, shown.sites.values())) + "\n")
        return 0
    if not options.inputs or not options.out:
        raise OptionError("profile: expected IN and -o PROFILE.json, or --show FILE")
    check(options.inputs)
    bad: Counter[str] = Counter()
    try:
        with TemporaryDirectory() as folder:
            opened = partial(_packed, folder)
            names = spill(_pages(options, bad), "counted-", opened, options.form)
            merged(names, "merged-", opened).save(options.out)
    except OSError as error:
        raise InputError(f"cannot write {error.filename or options.out}: {error.strerror}") from error
    for reason, n in bad.most_common():
        sys.stderr.write(f"newsclean: {n} record{'' if n == 1 else 's'} left out: {reason}\n")
    return SOME_BAD if bad else 0


def _packed(folder: str, name: str, mode: str) -> TextIO:
    """A file of counts, which pack to a fifth."""
    import gzip

    return cast("TextIO", gzip.open(f"{folder}/{name}", mode, compresslevel=1, encoding="ascii"))


def _pages(options: argparse.Namespace, bad: Counter[str]) -> Iterator[tuple[str, str | bytes]]:
    """Each page with its address, or the host that was given; those without are counted as bad."""
    from newsclean.batch.opened import Meter
    from newsclean.batch.readers import Columns, records
    from newsclean.batch.results import PageError

    meter, columns = Meter(), Columns(options.raw, url=options.url)
    for source in found(options.inputs, options.source):
        for record in records(source, columns, meter):
            if isinstance(record, PageError):
                bad[record.reason] += 1
            elif not isinstance(record.raw, str | bytes):
                bad["no page"] += 1
            elif (address := _address(record.url, options.host)) is None:
                bad["no address with a host: see --url and --host"] += 1
            else:
                yield address, record.raw


def _address(url: object, host: str | None) -> str | None:
    from newsclean.batch.results import is_missing

    address = host if is_missing(url) or url == "" else str(url)
    try:
        return address and host_of(address) and address
    except ValueError:
        return None


def _shown(site: Site) -> str:
    """A site's lines that may go, with the number of their pages, the most frequent first."""
    lines = sorted([(-line.pages, key) for key, line in site.lines.items() if line.pages >= LEAST_PAGES])
    few = f" (nothing is taken from a site of fewer than {LEAST_SITE})" if site.pages < LEAST_SITE else ""
    return "\n".join([f"{site.host}: {site.pages} pages{few}", *[f"{-n:>6}  {key}" for n, key in lines]])
