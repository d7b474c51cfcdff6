"""The arguments that several commands have: how a page is cleaned, and what records of pages are called."""

from __future__ import annotations

import argparse
from typing import get_args

from newsclean.batch.settings import Options, languages_of, profile_of, rulebook_of
from newsclean.batch.sources import FORMS, RAW_NAMES
from newsclean.page.page import Preference
from newsclean.read.read import Form


def add_form(parser: argparse.ArgumentParser) -> None:
    """What a page is."""
    parser.add_argument(
        "--form", choices=sorted(get_args(Form)), default="auto", help="what a page is; auto, as without: to look"
    )


def add_cleaning(parser: argparse.ArgumentParser) -> None:
    """What `clean_article` takes beside a page and its address."""
    add_form(parser)
    parser.add_argument(
        "--languages", metavar="CODES", help="whose phrases count, such as en,de; all do where this is left out"
    )
    parser.add_argument(
        "--rules", metavar="FILE", action="append", default=[],
        help="a file of phrases of your own (docs/rulebook.md); may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--prefer", choices=get_args(Preference), default="balance",
        help="what weighs more where a line may be of the story or not: recall keeps it, precision takes it out",
    )  # fmt: skip
    parser.add_argument(
        "--profile", metavar="FILE",
        help="what recurs on the pages of sites (newsclean profile); one of several sites needs a page's url",
    )  # fmt: skip


def cleaning_of(given: argparse.Namespace) -> Options:
    """What `add_cleaning` was given. Raises OptionError for what is of no use."""
    return Options(
        form=given.form,
        languages=languages_of(given.languages),
        rules=rulebook_of(given.rules),
        prefer=given.prefer,
        profile=profile_of(given.profile),
    )


def add_records(parser: argparse.ArgumentParser) -> None:
    """What the inputs are, and under what names a record has its page and the page's address."""
    parser.add_argument("--from", dest="source", choices=FORMS, help="what IN is; by its name where this is left out")
    parser.add_argument("--raw", metavar="COLUMN", help=f"the page; where left out the first of {', '.join(RAW_NAMES)}")
    parser.add_argument("--url", metavar="COLUMN", default="url", help="the page's address (url)")
