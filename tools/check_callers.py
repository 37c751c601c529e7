#!/usr/bin/env python3
"""What a header of a slice declares is called by the product, not by tests alone."""

import re
import sys
from collections import Counter

from sources import ROOT, is_test, project_files, report

# A declaration or definition at the beginning of a line or of a member: its result, its name, an open parenthesis.
DECLARED = re.compile(
    r"^(?: {2})?(?:template <[^\n]*>\n(?: {2})?)?"
    r"(?:(?:static|constexpr|explicit|inline|virtual|friend|\[\[nodiscard\]\]) )*"
    r"(?!return |throw |else |using |typedef |co_return |delete )[A-Za-z_][\w:<>,&* ]*?[ &*>](?P<name>[a-z_]\w*)\(",
    re.MULTILINE,
)
NAME = re.compile(r"[A-Za-z_]\w*")
COMMENT = re.compile(r"//[^\n]*")


INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)

# Called by tests alone, and why that is right.
FOR_TESTS = {
    "erase_words": "the words of one person in the log; erasure asks for it, and is not there yet",
    "in_loops": "which dependencies form a loop; no answer says it yet",
    "run_due": "tests take the turn of the thread that works jobs off",
}


def of_the_product(sources):
    """The sources without the headers that only tests include."""
    while True:
        included = {name for text in sources.values() for name in INCLUDE.findall(text)}
        left = {
            path: text
            for path, text in sources.items()
            if path.suffix != ".hpp" or str(path.relative_to("src")) in included
        }
        if len(left) == len(sources):
            return left
        sources = left


def declared_in(text):
    """The names of the functions that a header declares."""
    return {match["name"] for match in DECLARED.finditer(COMMENT.sub("", text))}


def without_callers(headers, sources):
    """(header, name) of each function that stands nowhere but where it is declared and defined.

    `headers` and `sources` map paths to texts; a header is a source too.
    """
    said = Counter()
    written = Counter()
    for text in sources.values():
        plain = COMMENT.sub("", text)
        said.update(NAME.findall(plain))
        written.update(match["name"] for match in DECLARED.finditer(plain))
        written.update(re.findall(r"^\S[^\n;]*?\w::([a-z_]\w*)\([^;]*?(?:\{|try)", plain, re.MULTILINE))
    return [
        (path, name)
        for path, text in sorted(headers.items())
        for name in sorted(declared_in(text))
        if said[name] <= max(written[name], 1)
    ]


def main():
    sources = of_the_product(
        {path: (ROOT / path).read_text() for path in project_files("src/*.cpp", "src/*.hpp") if not is_test(path)}
    )
    headers = {path: text for path, text in sources.items() if path.suffix == ".hpp"}
    alone = without_callers(headers, sources)
    return report(
        "what a header declares has a caller besides tests",
        [f"{path}: {name}() is called by nothing but tests" for path, name in alone if name not in FOR_TESTS],
    )


if __name__ == "__main__":
    sys.exit(main())
