"""``python -m app.commands``: runs a command and turns its errors into sentences and exit codes.

0: done. 1: the data is bad, every problem is listed. 2: a tool could not run. 130: ended with Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from app.commands.registry import command_line
from loaders.errors import DataError, ToolError

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with ``arguments`` (the process's own where None) and give its exit code."""
    try:
        code = command_line()(args=arguments, prog_name="run.py", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except DataError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        count = len(error.problems)
        print(
            f"{count} problem{'s' if count != 1 else ''} in the data; nothing was written.", file=sys.stderr
        )
        return DataError.exit_code
    except ToolError as error:
        print(f"{error.what}\n{error.do}", file=sys.stderr)
        return ToolError.exit_code
    except TyperException as error:
        said = error.format_message().replace("Value error, ", "")  # the library's own word for it
        print(f"{said}\nSee run.py --help.", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        return 0


if __name__ == "__main__":
    sys.exit(main())
