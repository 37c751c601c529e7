#!/usr/bin/env python3
"""Keeps architecture.json true: who includes whom, who writes which table, where SQL and the network live, what a folder holds."""

import re
import sys
from pathlib import Path

from sources import ROOT, SOURCE, Place, architecture, files_in_folders, is_test, literals, project_files, report

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
STATEMENT = re.compile(
    r"^\s*(?:SELECT\s.*\bFROM\b|SELECT\s+\d|INSERT\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|WITH\s+(?:RECURSIVE\s+)?\w+.*\bAS\s*\(|"
    r"CREATE\s+(?:TABLE|INDEX|UNIQUE)\b|DROP\s+TABLE\b|ALTER\s+TABLE\b)",
    re.DOTALL,
)
WRITE = re.compile(r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+([a-z]\w*_\w+)")
READ = re.compile(r"\b(?:FROM|JOIN)\s+([a-z]\w*_\w+)")
READS_ALL = {"app", "insight", "report", "search"}
MOST_FILES = 40


def main():
    map_ = architecture()
    sources = [path for path in project_files("src/*.cpp", "src/*.hpp") if map_.place_of(path.relative_to("src"))]
    texts = {path: (ROOT / path).read_text() for path in sources}
    failed = [
        report("architecture.json names known slices and rooms and has no loop", map_problems(map_)),
        report("every source file belongs to a slice, and to a room where its slice has rooms", homeless(map_)),
        report("includes follow architecture.json", include_problems(texts, map_)),
        report("rules reach no database", rule_problems(texts, map_)),
        report("a store is included by its own slice", store_problems(texts, map_)),
        report("only core/http includes Beast and Asio", network_problems(texts, map_)),
        report("SQL stands in *_sql.cpp", sql_problems(texts)),
        report("a table is written by its own slice and read along the arrows", table_problems(texts, map_)),
        report(f"no folder holds over {MOST_FILES} files", folder_problems(files_in_folders())),
    ]
    return any(failed)


def map_problems(map_):
    problems = graph_problems(map_.slices, "slice")
    for slice_, rooms in map_.rooms.items():
        if slice_ not in map_.slices:
            problems.append(f"{slice_} has rooms and is no slice")
        problems += graph_problems({f"{slice_}/{room}": [f"{slice_}/{used}" for used in uses] for room, uses in rooms.items()}, "room")
    return problems


def graph_problems(uses_of, kind):
    problems = [
        f"{name} may use {used}, which is no {kind}"
        for name, uses in uses_of.items() for used in uses if used != "*" and used not in uses_of
    ]
    done, problems_of_loops = set(), []

    def visit(name, path):
        if name in path:
            problems_of_loops.append(" -> ".join([*path[path.index(name):], name]))
        elif name not in done:
            for used in uses_of.get(name, []):
                if used != "*":
                    visit(used, [*path, name])
            done.add(name)

    for name in uses_of:
        visit(name, [])
    return problems + problems_of_loops


def homeless(map_):
    problems = []
    for path in project_files("src/*.cpp", "src/*.hpp"):
        place = map_.place_of(path.relative_to("src"))
        in_no_room = place and place.slice in map_.rooms and not place.room and len(path.parts) > 3 and not is_test(path)
        if str(path) != "src/main.cpp" and (not place or in_no_room):
            problems.append(str(path))
    return problems + [f"src/{slice_}/{room} is not there" for slice_, rooms in map_.rooms.items() for room in rooms
                       if not (SOURCE / slice_ / room).is_dir()]


def include_problems(texts, map_):
    with_door = {map_.place_of(path.relative_to("src")).slice for path in texts if path.suffix == ".cpp" and len(path.parts) == 3}
    problems = []
    for path, text in texts.items():
        owner = map_.place_of(path.relative_to("src"))
        if is_test(path) and owner.slice in with_door and owner.room != "rules":
            owner = Place(owner.slice)  # the tests of all rooms build the door
        for match in INCLUDE.finditer(text):
            kind, name = match.groups()
            where = f"{path}:{text.count(chr(10), 0, match.start(2)) + 1}"
            if "../" in name:
                problems.append(f'{where}: "{name}" climbs out of its folder; name the slice instead')
            elif kind == '"' and (SOURCE / name).is_file():
                target = map_.place_of(name)
                if not map_.allows(owner, target):
                    problems.append(f"{where}: {owner} may not use {target} ({name})")
    return problems


def rule_problems(texts, map_):
    def reached(path, seen):
        for _, name in INCLUDE.findall(texts[path]):
            header = Path("src", name)
            if header in texts and header not in seen:
                seen.add(header)
                reached(header, seen)
        return seen

    return [
        f"{path} reaches {header.relative_to('src')}"
        for path in texts if map_.place_of(path.relative_to("src")).room == "rules"
        for header in sorted(reached(path, set())) if header.is_relative_to("src/core/db")
    ]


def store_problems(texts, map_):
    return [
        f"{path} includes {name}"
        for path, text in texts.items() for _, name in INCLUDE.findall(text)
        if name.endswith("_store.hpp") and map_.place_of(name).slice != map_.place_of(path.relative_to("src")).slice
    ]


def folder_problems(folders):
    return [f"{folder} holds {count}" for folder, count in folders.items() if count > MOST_FILES]


def network_problems(texts, map_):
    return [
        f"{path} includes {name}"
        for path, text in texts.items()
        if map_.place_of(path.relative_to("src")) != Place("core", "http")
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


def table_problems(texts, map_):
    problems = []
    for path, text in texts.items():
        if not path.name.endswith("_sql.cpp"):
            continue
        owner = map_.place_of(path.relative_to("src")).slice
        for line, content in literals(text):
            for table in WRITE.findall(content):
                if table_owner(table, map_) not in (owner, None):
                    problems.append(f"{path}:{line}: {owner} writes {table}")
            for table in READ.findall(content):
                home = table_owner(table, map_)
                if home not in (owner, None) and owner not in READS_ALL and home not in map_.slices[owner]:
                    problems.append(f"{path}:{line}: {owner} reads {table}")
    return problems


def table_owner(table, map_):
    """The slice whose name starts the table's: okr_objective is okr's."""
    start = table.split("_")[0]
    return start if start in map_.slices else None


if __name__ == "__main__":
    sys.exit(main())
