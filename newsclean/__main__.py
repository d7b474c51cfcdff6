"""`python -m newsclean` and the command `newsclean`. What it needs is loaded where Ctrl-C is already heard."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command, gives its exit status. Ctrl-C ends it in silence, at whatever it is.

    It ends by the signal, which a shell shows as 130: where it ended as others do, a loop of a shell would go on.
    """
    try:
        from newsclean.cli import main as command

        return command()
    except KeyboardInterrupt:
        sys.excepthook = _silent
        raise


def _silent(*_: object) -> None:
    """No traceback."""


if __name__ == "__main__":
    raise SystemExit(main())
