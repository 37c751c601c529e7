#!/usr/bin/env python3
"""Sizes of files, functions and folders, the largest first. It reads formatted code by its indentation, so figures are close, not exact."""

import re
from statistics import median, quantiles

from sources import ROOT, files_in_folders, project_files

GENERATED = ("web/src/api/",)
KINDS = {
    "C++": (("*.cpp", "*.hpp"), re.compile(r"_test\.cpp$|^tests/|^bench/")),
    "TypeScript": (("*.ts", "*.tsx"), re.compile(r"\.test\.tsx?$|^tests/")),
}
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
