#!/usr/bin/env python3
"""Sizes of files, functions and folders, the largest first, and how far a change reaches. It reads formatted code by its indentation, so figures are
close, not exact."""

import re
import subprocess
from pathlib import Path
from statistics import mean, median, quantiles

from sources import ROOT, files_in_folders, project_files

GENERATED = ("web/src/api/",)
KINDS = {
    "C++": (("*.cpp", "*.hpp"), re.compile(r"_test\.cpp$|^tests/|^bench/")),
    "TypeScript": (("*.ts", "*.tsx"), re.compile(r"\.test\.tsx?$|^tests/")),
}
CHANGES = 300  # commits that are looked at, the newest; what came before the rooms stood in other folders
FEW, MANY = 2, 40  # sources of a change: one alone says nothing, and what touches more is a move
OPENING = re.compile(r"^( *)(?!(?:if|for|while|switch|else|do|try|namespace|struct|class|enum|union|return|interface|type)\b)\S.*\(.*\{$")


def main():
    for kind, (patterns, is_test) in KINDS.items():
        files = {str(path): (ROOT / path).read_text().splitlines() for path in project_files(*patterns)
                 if not str(path).startswith(GENERATED)}
        for title, group in (("source", {p: t for p, t in files.items() if not is_test.search(p)}),
                             ("tests", {p: t for p, t in files.items() if is_test.search(p)})):
            if group:
                show(f"{kind} {title}", group)
    show_folders(files_in_folders())
    show_changes(changes_of(log_of_changes()))


def show(title, files):
    lines = {path: len(text) for path, text in files.items()}
    functions = {f"{path}:{start}": size for path, text in files.items() for start, size in function_sizes(text)}
    print(f"\n{title}: {len(files)} files, {sum(lines.values())} lines")
    print(f"  lines per file      {spread(lines.values())}")
    print(f"  lines per function  {spread(functions.values())}")
    print_large("file", lines, 250)
    print_large("function", functions, 30)


def show_folders(files):
    print(f"\nfolders: {len(files)}, {files.total()} sources of the product with their tests")
    print(f"  files per folder    {spread(files.values())}")
    print_large("folder", files, 30)


def show_changes(changes):
    print(f"\nchanges: {len(changes)} of the last {CHANGES} commits, those with {FEW} to {MANY} sources")
    for kind, part in (("files", str), ("folders", folder_of), ("rooms", room_of), ("slices", slice_of)):
        counts = [len({part(path) for path in paths}) for paths in changes]
        print(f"  {kind + ' per change':<20}{f'median {median(counts):.0f}, mean {mean(counts):.1f}' if counts else 'none'}")


def log_of_changes():
    return subprocess.run(
        ["git", "log", "--no-merges", f"--max-count={CHANGES}", "--find-renames", "--name-status", "--format=format:commit", "--", "src", "web/src"],
        cwd=ROOT, capture_output=True, text=True,
    ).stdout


def changes_of(log):
    """The sources that each commit touched, by where they are after it; a file that only moved is none."""
    changes = []
    for commit in re.split(r"^commit$", log, flags=re.MULTILINE):
        rows = (line.split("\t") for line in commit.splitlines() if "\t" in line)
        paths = [row[-1] for row in rows if row[0] != "R100" and row[-1].endswith((".cpp", ".hpp", ".ts", ".tsx", ".css"))]
        if FEW <= len(paths) <= MANY:
            changes.append(paths)
    return changes


def folder_of(path):
    return str(Path(path).parent)


def room_of(path):
    """A room and its twin in the web app are one: src/okr/check_in and web/src/features/okr/check_in."""
    parts = Path(path.removeprefix("web/src/features/").removeprefix("src/").replace("web/src/", "web/")).parts
    return "/".join(parts[:2] if len(parts) > 2 else parts[:1])


def slice_of(path):
    return room_of(path).split("/")[0]


def print_large(kind, sizes, limit):
    for place, size in sorted(((p, s) for p, s in sizes.items() if s > limit), key=lambda row: -row[1])[:8]:
        print(f"  large {kind:<10}{size:>5}  {place}")


def spread(sizes):
    sizes = sorted(sizes)
    if not sizes:
        return "none"
    tenth = quantiles(sizes, n=10)[-1] if len(sizes) > 1 else sizes[0]
    return f"median {median(sizes):.0f}, 90 % under {tenth:.0f}, largest {sizes[-1]}"


def function_sizes(text):
    """(line, length) of each outermost block that opens like a function and closes at its own indentation."""
    open_at, indent = None, ""
    for number, line in enumerate(text, 1):
        if open_at is None:
            match = OPENING.match(line)
            if match:
                open_at, indent = number, match[1]
        elif line.startswith(indent + "}"):
            yield open_at, number - open_at + 1
            open_at = None


if __name__ == "__main__":
    main()
