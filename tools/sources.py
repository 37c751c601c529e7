"""What the checks share: the files of the project, the slices, and C++ text split into code and string literals."""

import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"

_LITERAL = re.compile(
    r'R"(?P<mark>[^()\\\s]{0,16})\((?P<raw>.*?)\)(?P=mark)"'
    r'|"(?P<plain>(?:\\.|[^"\\\n])*)"'
    r"|'(?:\\.|[^'\\\n])+'"
    r"|//[^\n]*"
    r"|/\*.*?\*/",
    re.DOTALL,
)


def slices():
    """Slice name -> names of the slices it may use. "*" stands for all."""
    return json.loads((ROOT / "architecture.json").read_text())["slices"]


def slice_of(path, names):
    """The slice that owns a path relative to src/, the longest match first; None when nobody does."""
    owners = [name for name in names if str(path).startswith(name + "/")]
    return max(owners, key=len, default=None)


def project_files(*patterns):
    """Tracked and new files (never ignored ones), relative to the project."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout
    return [Path(name) for name in listing.split("\0") if name and (ROOT / name).is_file()]


def literals(text):
    """(line, content) of each string literal; adjacent literals stay apart."""
    for match in _LITERAL.finditer(text):
        content = match["raw"] if match["raw"] is not None else match["plain"]
        if content is not None:
            yield text.count("\n", 0, match.start()) + 1, content


def report(name, problems):
    """Prints what a check found in the form that the test report counts; answers the exit code."""
    for problem in problems:
        print(f"  {problem}")
    print(f"{'FAIL' if problems else 'ok'}   {name}")
    return bool(problems)
