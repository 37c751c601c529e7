#!/usr/bin/env python3
"""Every tagged rule of a slice's README is proven through the product: a scenario or a journey names it.

A test of a function alone shows that the function is right, not that anybody asks it. Rules that no scenario and no
journey names stand in `unproven_rules.txt` with the reason; that list only becomes shorter.
"""

import re
import sys
from collections import defaultdict

from sources import ROOT, project_files, report

TAG = re.compile(r"\[([A-Z][A-Z0-9]*-\d+)\]")
RULE = re.compile(r"^[-*]?\s*(?:\*\*)?\[([A-Z][A-Z0-9]*-\d+)\]", re.MULTILINE)
TESTS = ("src/*_test.cpp", "src/*.api", "tests/*", "web/*.test.ts", "web/*.test.tsx")
THROUGH_THE_PRODUCT = ("src/*.api", "tests/journeys/*.ts")
UNPROVEN = ROOT / "tools" / "unproven_rules.txt"
LONGEST = 13  # rules that may stand in the list: as many as there are, so that none joins unseen


def tags_in(*patterns):
    """Tag -> the files that name it."""
    found = defaultdict(set)
    for path in project_files(*patterns):
        for tag in TAG.findall((ROOT / path).read_text(errors="replace")):
            found[tag].add(path)
    return found


def listed(text):
    """Tag -> reason, of lines such as "CORE-3  power cuts need a machine of their own: tests/powercut"."""
    lines = (line.split(maxsplit=1) for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {tag: rest[0] if rest else "" for tag, *rest in lines}


def faults_of_list(rules, proven, unproven, longest):
    """What is wrong with the list of unproven rules."""
    return (
        [f"[{tag}] is named by no scenario and no journey" for tag in rules if tag not in proven and tag not in unproven]
        + [f"[{tag}] is proven: take it off the list" for tag in unproven if tag in proven]
        + [f"[{tag}] of the list is no rule" for tag in unproven if tag not in rules]
        + [f"[{tag}] stands in the list without a reason" for tag, reason in unproven.items() if not reason]
        + ([f"the list has grown to {len(unproven)} rules, LONGEST says {longest}"] if len(unproven) > longest else [])
    )


def main():
    rules = defaultdict(list)
    for path in project_files("src/*README.md"):
        for tag in RULE.findall((ROOT / path).read_text()):
            rules[tag].append(path)
    tests = tags_in(*TESTS)
    unproven = listed(UNPROVEN.read_text())
    failed = [
        report("every rule has a test", sorted(f"[{tag}] of {rules[tag][0]} has no test" for tag in rules if tag not in tests)),
        report("every tag in a test is a rule", sorted(f"[{tag}] in {min(tests[tag])} is written in no README" for tag in tests if tag not in rules)),
        report("a rule is written once", sorted(f"[{tag}] stands twice" for tag in rules if len(rules[tag]) > 1)),
        report("a rule is proven through the product", faults_of_list(rules, tags_in(*THROUGH_THE_PRODUCT), unproven, LONGEST)),
    ]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
