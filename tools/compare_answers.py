#!/usr/bin/env python3
"""No answer may depend on the build: compare_answers.py ONE OTHER

Each folder holds what the scenarios were answered by one build (tests/api/answers.cpp): a line for each request with its place, the
request, the status, the headers and the body, apart by tabs. Says where they differ and how; exit code 1 when they do.
"""

import sys
from pathlib import Path

most_shown = 20
around = 160


def main():
    one, other = (Path(folder) for folder in sys.argv[1:3])
    names = {file.name for folder in (one, other) for file in folder.glob("*.api.*")}
    found = [] if names else ["There are no answers to compare."]
    compared = 0
    for name in sorted(names):
        differences, lines = compare(one / name, other / name)
        found += differences
        compared += lines
    print("".join(text + "\n" for text in found[:most_shown]), end="")
    print(f"{compared} answers of {len(names)} files compared, {len(found)} differ")
    return bool(found)


def compare(one, other):
    missing = [file for file in (one, other) if not file.exists()]
    if missing:
        return [f"{missing[0]} was not written"], 0
    ours, theirs = one.read_text().splitlines(), other.read_text().splitlines()
    pairs = list(zip(ours, theirs))
    found = [f"{one.name}, " + told(a, b) for a, b in pairs if a != b]
    if len(ours) != len(theirs):
        found.append(f"{one.name}: {len(ours)} answers here, {len(theirs)} there")
    return found, len(pairs)


def told(ours, theirs):
    """The place, and both texts from a little before they part."""
    place, request = ours.split("\t")[:2]
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    start = max(0, at - around // 4)
    return f"{place}: {request}\n  one   …{ours[start:start + around]}\n  other …{theirs[start:start + around]}"


if __name__ == "__main__":
    sys.exit(main())
