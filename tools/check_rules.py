#!/usr/bin/env python3
"""Every tagged rule of a slice's README is proven through the product: a scenario or a journey names it.

A test of a function alone shows that the function is right, not that anybody asks it.
"""

import re
import sys
from collections import defaultdict

from sources import ROOT, project_files, report

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


def main():
    rules = defaultdict(list)
    for path in project_files("src/*README.md"):
        for tag in RULE.findall((ROOT / path).read_text()):
            rules[tag].append(path)
    tests = tags_in(*TESTS)
    failed = [
        report("every rule has a test", sorted(f"[{tag}] of {rules[tag][0]} has no test" for tag in rules if tag not in tests)),
        report("every tag in a test is a rule", sorted(f"[{tag}] in {min(tests[tag])} is written in no README" for tag in tests if tag not in rules)),
        report("a rule is written once", sorted(f"[{tag}] stands twice" for tag in rules if len(rules[tag]) > 1)),
        report("a rule is proven through the product", unproven(rules, tags_in(*THROUGH_THE_PRODUCT))),
    ]
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
