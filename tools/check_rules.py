#!/usr/bin/env python3
"""Every tagged rule of a slice's or room's README is proven through the product: a scenario or a journey names it.

A test of a function alone shows that the function is right, not that anybody asks it.
Where the rooms of a slice have READMEs, the rules stand there, and the slice's README names each room.
"""

import re
import sys
from collections import defaultdict

from sources import ROOT, architecture, project_files, report

TAG = re.compile(r"\[([A-Z][A-Z0-9]*-\d+)\]")
RULE = re.compile(r"^[-*]?\s*(?:\*\*)?\[([A-Z][A-Z0-9]*-\d+)\]", re.MULTILINE)
TESTS = ("src/*_test.cpp", "src/*.api", "tests/*", "web/*.test.ts", "web/*.test.tsx")
THROUGH_THE_PRODUCT = ("src/*.api", "tests/journeys/*.ts", "tests/abuse/*")


def tags_in(*patterns):
    """Tag -> the files that name it."""
    found = defaultdict(set)
    for path in project_files(*patterns):
        for tag in TAG.findall((ROOT / path).read_text(errors="replace")):
            found[tag].add(path)
    return found


def unproven(rules, proven):
    """The rules that nothing shows through the product."""
    return [f"[{tag}] is named by no scenario, no journey and no test of abuse" for tag in rules if tag not in proven]


def room_problems(map_, readmes):
    """`readmes`: path -> text. A slice whose rooms have none keeps its rules at its door."""
    problems = []
    for slice_, rooms in map_.rooms.items():
        door, written = f"src/{slice_}/README.md", [room for room in rooms if f"src/{slice_}/{room}/README.md" in readmes]
        if not written:
            continue
        said = readmes.get(door, "")
        problems += [f"src/{slice_}/{room} has no README.md, and its neighbours have" for room in rooms if room not in written]
        problems += [f"{door} does not name {room}" for room in written if f"({room}/README.md)" not in said]
        problems += [f"[{tag}] stands in {door} and belongs into a room" for tag in RULE.findall(said)]
    return problems


def main():
    rules = defaultdict(list)
    readmes = {str(path): (ROOT / path).read_text() for path in project_files("src/*README.md")}
    for path, text in readmes.items():
        for tag in RULE.findall(text):
            rules[tag].append(path)
    tests = tags_in(*TESTS)
    failed = [
        report("every rule has a test", sorted(f"[{tag}] of {rules[tag][0]} has no test" for tag in rules if tag not in tests)),
        report("every tag in a test is a rule", sorted(f"[{tag}] in {min(tests[tag])} is written in no README" for tag in tests if tag not in rules)),
        report("each room says its rules", room_problems(architecture(), readmes)),
        report("a rule is written once", sorted(f"[{tag}] stands twice" for tag in rules if len(rules[tag]) > 1)),
        report("a rule is proven through the product", unproven(rules, tags_in(*THROUGH_THE_PRODUCT))),
    ]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
