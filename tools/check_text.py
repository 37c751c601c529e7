#!/usr/bin/env python3
"""Text that must not be in the project: paths of one machine, download addresses, unfinished work, switched-off tests, pay."""

import json
import re
import sys

from sources import ROOT, project_files, report

MACHINE_PATH = re.compile(r"(?<![.\w$}])/(?:work/|root/|home/\w+|tmp/[A-Za-z])")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|HACK)\b")
SWITCHED_OFF = re.compile(r"\b(?:GTEST_SKIP|DISABLED_)|\b(?:test|it|describe)\.(?:skip|only)\b|\bxit\(|expect\(true\)|EXPECT_TRUE\(true\)")
UNHEARD = re.compile(r"^\s*rc::check\(")
PAY = {"salary", "salaries", "wage", "wages", "pay", "payroll", "payout", "bonus", "bonuses", "compensation", "remuneration"}
CHECKERS = {"tools/check_text.py"}


def main():
    texts = {str(path): read(path) for path in project_files() if str(path) not in CHECKERS}
    sources = {path: text for path, text in texts.items() if path.endswith((".cpp", ".hpp", ".ts", ".tsx", ".mjs", ".py", ".sh", ".sql"))}
    locks = {path: text for path, text in texts.items() if path.endswith("package-lock.json")}
    failed = [
        report("no paths of one machine", find(MACHINE_PATH, without_data(texts))),
        report("no unfinished work", find(UNFINISHED, sources)),
        report("no test is switched off", find(SWITCHED_OFF, sources)),
        report("what a property found is asked", find(UNHEARD, sources)),
        report("lock files hold no download addresses", find(re.compile(r'"resolved": "https?:'), locks)),
        report("no pay in the schema", pay_in_migrations(texts)),
        report("no pay in the API", pay_in_api(texts.get("docs/api/openapi.json"))),
    ]
    return any(failed)


def read(path):
    try:
        return (ROOT / path).read_text()
    except UnicodeDecodeError:
        return ""


def without_data(texts):
    return {path: text for path, text in texts.items() if not path.endswith(("package-lock.json", ".csv"))}


def find(pattern, texts):
    return [
        f"{path}:{number}: {line.strip()[:120]}"
        for path, text in texts.items()
        for number, line in enumerate(text.split("\n"), 1) if pattern.search(line)
    ]


def words(name):
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}


def pay_in_migrations(texts):
    return [
        f"{path}: {name}"
        for path, text in texts.items() if path.startswith("migrations/")
        for name in re.findall(r"[A-Za-z_]\w*", re.sub(r"--[^\n]*", "", text)) if words(name) & PAY
    ]


def pay_in_api(text):
    if text is None:
        return ["docs/api/openapi.json is missing; run ./dev gen"]
    return [f"docs/api/openapi.json: {name}" for name in names(json.loads(text)) if words(name) & PAY]


def names(node):
    """Every key, parameter name and permitted value; sentences for readers may say that pay is refused."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            if key in ("name", "operationId", "const") and isinstance(value, str):
                yield value
            if key == "enum":
                yield from (item for item in value if isinstance(item, str))
            yield from names(value)
    elif isinstance(node, list):
        for item in node:
            yield from names(item)


if __name__ == "__main__":
    sys.exit(main())
