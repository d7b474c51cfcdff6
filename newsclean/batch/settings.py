"""What the commands are told: languages, cue files, and the errors that are one line for the user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.page.page import Preference
from newsclean.phrases.lexicon import lexicon
from newsclean.read.read import Form
from newsclean.rulebook import Rulebook
from newsclean.site import SiteProfile


class InputError(Exception):
    """There is nothing to clean; the message is for the user."""


class OptionError(Exception):
    """An option's value is of no use; the message is for the user."""


class Options(NamedTuple):
    """What `clean_article` is called with, for every page of a run."""

    url: str | None = None
    form: Form = "auto"
    languages: frozenset[str] | None = None
    rules: Rulebook | None = None
    prefer: Preference = "balance"
    profile: SiteProfile | None = None


def languages_of(codes: str | None) -> frozenset[str] | None:
    """The codes of a list such as “en,de”. Raises OptionError for one without phrases, naming those that have some."""
    if codes is None:
        return None
    found = frozenset(code.strip() for code in codes.split(","))
    if "" in found:
        raise OptionError(f"--languages: expected codes such as en,de, got {codes!r}")
    try:
        lexicon(found)  # compiled once: the page is cleaned with the same
    except ValueError as error:
        raise OptionError(f"--{error}") from error
    return found


def rulebook_of(files: Sequence[str]) -> Rulebook | None:
    """The phrases of all these cue files. Raises OptionError for one that cannot be read or is wrong."""
    try:
        return Rulebook.read(*files) if files else None
    except OSError as error:
        raise OptionError(f"--rules: cannot read {error.filename}: {error.strerror}") from error
    except ValueError as error:
        raise OptionError(f"--rules: {error}") from error


def profile_of(file: str | None) -> SiteProfile | None:
    """The profile of a file. Raises OptionError for one that cannot be read or is wrong."""
    try:
        return None if file is None else SiteProfile.load(file)
    except OSError as error:
        raise OptionError(f"--profile: cannot read {file}: {error.strerror}") from error
    except ValueError as error:
        raise OptionError(f"--profile: {error}") from error
