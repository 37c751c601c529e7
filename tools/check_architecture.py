#!/usr/bin/env python3
"""Keeps architecture.json true: who includes whom, who writes which table, where SQL and the network live."""

import re
import sys

from sources import ROOT, SOURCE, literals, project_files, report, slice_of, slices

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
STATEMENT = re.compile(
    r"^\s*(?:SELECT\s.*\bFROM\b|SELECT\s+\d|INSERT\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|WITH\s+(?:RECURSIVE\s+)?\w+.*\bAS\s*\(|"
    r"CREATE\s+(?:TABLE|INDEX|UNIQUE)\b|DROP\s+TABLE\b|ALTER\s+TABLE\b)",
    re.DOTALL,
)
WRITE = re.compile(r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+([a-z]\w*_\w+)")
READ = re.compile(r"\b(?:FROM|JOIN)\s+([a-z]\w*_\w+)")
READS_ALL = {"app", "insight", "report", "search"}


def main():
    allowed = slices()
    sources = [path for path in project_files("src/*.cpp", "src/*.hpp") if slice_of(path.relative_to("src"), allowed)]
    texts = {path: (ROOT / path).read_text() for path in sources}
    failed = [
        report("architecture.json names known slices and has no loop", map_problems(allowed)),
        report("every source file belongs to a slice", homeless(allowed)),
        report("includes follow architecture.json", include_problems(texts, allowed)),
        report("only core/http includes Beast and Asio", network_problems(texts, allowed)),
        report("SQL stands in *_sql.cpp", sql_problems(texts)),
        report("a table is written by its own slice and read along the arrows", table_problems(texts, allowed)),
    ]
    return any(failed)


def map_problems(allowed):
    problems = [
        f"{name} may use {used}, which is no slice"
        for name, uses in allowed.items() for used in uses if used != "*" and used not in allowed
    ]
    done, problems_of_loops = set(), []

    def visit(name, path):
        if name in path:
            problems_of_loops.append(" -> ".join([*path[path.index(name):], name]))
        elif name not in done:
            for used in allowed.get(name, []):
                if used != "*":
                    visit(used, [*path, name])
            done.add(name)

    for name in allowed:
        visit(name, [])
    return problems + problems_of_loops


def homeless(allowed):
    files = (path.relative_to("src") for path in project_files("src/*.cpp", "src/*.hpp"))
    return [f"src/{path}" for path in files if str(path) != "main.cpp" and not slice_of(path, allowed)]


def include_problems(texts, allowed):
    problems = []
    for path, text in texts.items():
        owner = slice_of(path.relative_to("src"), allowed)
        for match in INCLUDE.finditer(text):
            kind, name = match.groups()
            where = f"{path}:{text.count(chr(10), 0, match.start(2)) + 1}"
            if "../" in name:
                problems.append(f'{where}: "{name}" climbs out of its folder; name the slice instead')
            elif kind == '"' and (SOURCE / name).is_file():
                target = slice_of(name, allowed)
                if target != owner and "*" not in allowed[owner] and target not in allowed[owner]:
                    problems.append(f"{where}: {owner} may not use {target} ({name})")
    return problems


def network_problems(texts, allowed):
    return [
        f"{path} includes {name}"
        for path, text in texts.items()
        if slice_of(path.relative_to("src"), allowed) != "core/http"
        for _, name in INCLUDE.findall(text) if re.match(r"boost/(beast|asio)\b", name)
    ]


def sql_problems(texts):
    def may_hold_sql(path):
        return path.name.endswith(("_sql.cpp", "_test.cpp")) or path.is_relative_to("src/core/db")

    return [
        f"{path}:{line}: SQL outside a *_sql.cpp file"
        for path, text in texts.items() if not may_hold_sql(path)
        for line, content in literals(text) if STATEMENT.search(content)
    ]


def table_problems(texts, allowed):
    problems = []
    for path, text in texts.items():
        if not path.name.endswith("_sql.cpp"):
            continue
        owner = slice_of(path.relative_to("src"), allowed)
        for line, content in literals(text):
            for table in WRITE.findall(content):
                if table_owner(table, allowed) not in (owner, None):
                    problems.append(f"{path}:{line}: {owner} writes {table}")
            for table in READ.findall(content):
                home = table_owner(table, allowed)
                if home not in (owner, None) and owner not in READS_ALL and home not in allowed[owner]:
                    problems.append(f"{path}:{line}: {owner} reads {table}")
    return problems


def table_owner(table, allowed):
    """The slice whose name starts the table's: okr_objective is okr's, events_outbox is core/events'."""
    start = table.split("_")[0]
    return next((name for name in allowed if name.rsplit("/")[-1] == start), None)


if __name__ == "__main__":
    sys.exit(main())
