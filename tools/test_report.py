#!/usr/bin/env python3
"""Adds up a test run: test_report.py REPORTS SUITE…

REPORTS holds stages.tsv (stage, seconds, exit status), STAGE.log, and per stage what its runner wrote:
STAGE/*.xml of GoogleTest with STAGE.junit of CTest, or STAGE.json of Vitest. Every SUITE must have run at least one test.
Names each test that failed and ends with "N passed, N failed"; exit code 1 when a test failed or a suite did not run.
"""

import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree


def main():
    reports, suites = Path(sys.argv[1]), sys.argv[2:]
    total = [0, 0]
    broken = []
    print(f"\n{'stage':<16}{'seconds':>8}{'passed':>8}{'failed':>8}")
    stages = read_stages(reports)
    for name, seconds, status in stages:
        passed, names = outcome(reports, name)
        failed = len(names)
        broken += [f"{name}: {test}" for test in names]
        if failed == 0 and (status != 0 or (name in suites and passed == 0)):
            failed = 1
        print(f"{name:<16}{seconds:>8}{passed or '':>8}{failed or '':>8}")
        total = [total[0] + passed, total[1] + failed]
    ran = {name for name, _, _ in stages}
    for suite in suites:
        if suite not in ran:
            print(f"{suite:<16} did not run")
            total[1] += 1
    print(f"{'all':<16}{sum(seconds for _, seconds, _ in stages):>8}")
    print("".join(f"failed  {test}\n" for test in broken), end="")
    print(f"{total[0]} passed, {total[1]} failed")
    return total[1] > 0


def read_stages(reports):
    table = reports / "stages.tsv"
    if not table.exists():
        return []
    rows = (line.split("\t") for line in table.read_text().splitlines())
    return [(name, int(seconds), int(status)) for name, seconds, status in rows]


def outcome(reports, stage):
    """How many tests of one stage passed, and which failed, from everything its runners left."""
    found = [read_lines(reports / f"{stage}.log"), read_vitest(reports / f"{stage}.json"),
             read_gtest(reports / stage, reports / f"{stage}.junit")]
    return sum(passed for passed, _ in found), [test for _, failed in found for test in failed]


def read_lines(log):
    """Lines "ok   …" and "FAIL …", or the last "N passed, N failed" of a runner that counts for itself."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", log.read_text(errors="replace")) if log.exists() else ""
    own = re.findall(r"^(\d+) passed, (\d+) failed$", text, re.MULTILINE)
    passed, failed = map(int, own[-1]) if own else (0, 0)
    named = re.findall(r"^FAIL (.*)", text, re.MULTILINE)
    return passed + len(re.findall(r"^ok   ", text, re.MULTILINE)), named + ["see its log"] * failed


def read_vitest(path):
    if not path.exists():
        return 0, []
    result = json.loads(path.read_text())
    failed = []
    for file in result["testResults"]:
        tests = file["assertionResults"]
        failed += [f"{Path(file['name']).name} {test['fullName']}" for test in tests if test["status"] == "failed"]
        if file["status"] == "failed" and not tests:
            failed.append(f"{Path(file['name']).name} did not start")
    return result["numPassedTests"], failed


def read_gtest(folder, junit):
    """Sums the GoogleTest reports; a program that ended before writing its report counts as one failure."""
    passed, failed = 0, []
    for path in folder.glob("*.xml"):
        suites = ElementTree.parse(path).getroot()
        bad = [f"{case.get('classname')}.{case.get('name')}" for case in suites.iter("testcase")
               if case.find("failure") is not None]
        bad += ["around its tests"] * (int(suites.get("failures")) + int(suites.get("errors")) - len(bad))
        passed += int(suites.get("tests")) - len(bad) - int(suites.get("disabled"))
        failed += [f"{path.stem} {name}" for name in bad]
    programs = ElementTree.parse(junit).getroot().iter("testcase") if junit.exists() else []
    failed += [f"{case.get('name')} ended before its report" for case in programs
               if case.get("status") != "run" and not (folder / f"{case.get('name')}.xml").exists()]
    return passed, failed


if __name__ == "__main__":
    sys.exit(main())
