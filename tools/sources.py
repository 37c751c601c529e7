"""What the checks share: the files of the project, its slices and rooms, and C++ text split into code and string literals."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

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


class Place(NamedTuple):
    """A room of a slice; without a room it is the slice's door."""
    slice: str
    room: str = ""

    def __str__(self):
        return f"{self.slice}/{self.room}" if self.room else self.slice


class Map:
    """architecture.json: which slice may use which ("*" stands for all), and in a slice which room stands on which."""

    def __init__(self, slices, rooms=None):
        self.slices, self.rooms = slices, rooms or {}

    def place_of(self, path):
        """The place that owns a path relative to src/; None when nobody does."""
        slice_, *below = Path(path).parts
        if slice_ not in self.slices or not below:
            return None
        return Place(slice_, below[0] if len(below) > 1 and below[0] in self.rooms.get(slice_, {}) else "")

    def allows(self, owner, target):
        """A slice uses those it names; a room those below it, and never its door."""
        if owner.slice != target.slice:
            return bool({"*", target.slice} & set(self.slices[owner.slice]))
        return owner.room in ("", target.room) or target.room in self.below(owner)

    def below(self, place):
        """The rooms that a room stands on, directly or through others."""
        found, ahead = set(), [place.room]
        while ahead:
            named = set(self.rooms[place.slice].get(ahead.pop(), [])) - found
            found |= named
            ahead += named
        return found


def architecture():
    written = json.loads((ROOT / "architecture.json").read_text())
    return Map(written["slices"], written["rooms"])


def is_test(path):
    return path.name.endswith("_test.cpp") or "testing" in path.parts


def project_files(*patterns):
    """Tracked and new files (never ignored ones), relative to the project."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout
    return [Path(name) for name in listing.split("\0") if name and (ROOT / name).is_file()]


def files_in_folders():
    """Folder -> how many sources lie in it, tests and styles among them."""
    endings = ("cpp", "hpp", "ts", "tsx", "css")
    return Counter(str(path.parent) for path in project_files(*(f"{top}/*.{end}" for top in ("src", "web/src") for end in endings)))


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
