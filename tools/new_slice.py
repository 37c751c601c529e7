#!/usr/bin/env python3
"""new_slice.py NAME [ROOT]: a slice to begin with, made from tools/slice: its folder, its table, its line in the map, its routes in the product.

Everything it writes is right as it stands: it builds, its rules are proven, the matrix knows who may do it.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

TEMPLATE = Path(__file__).resolve().parent / "slice"
WORD = re.compile(r"[a-z]{3,20}")
# Words of C++, namespaces that are there, and the name of a file of the template.
TAKEN = {"alignas", "alignof", "and", "asm", "auto", "base", "bitand", "bitor", "bool", "boost", "break", "case", "catch", "char", "class", "compl",
         "concept", "const", "consteval", "constexpr", "constinit", "continue", "core", "db", "decltype", "default", "delete", "detail", "double", "else",
         "enum", "events", "explicit", "export", "extern", "false", "float", "fmt", "for", "friend", "goto", "http", "icu", "inline", "int", "jobs", "json",
         "long", "mutable", "namespace", "new", "noexcept", "not", "notes", "nullptr", "operator", "policy", "private", "protected", "public", "register",
         "requires", "rest", "return", "sample", "short", "signed", "sizeof", "soci", "spdlog", "static", "std", "store", "struct", "switch", "template",
         "testing", "this", "throw", "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "waymark",
         "while", "xor"}


def main():
    name, root = sys.argv[1] if len(sys.argv) > 1 else "", Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).resolve().parent.parent)
    if problem := problem_with(name, root):
        sys.exit(problem)
    written = make(name, root)
    # Names have their lengths, and includes their order.
    subprocess.run(["clang-format-14", "-i", *(path for path in written if path.endswith(("cpp", "hpp")))], cwd=root, check=True)
    print("\n".join(written))


def problem_with(name, root):
    slices = json.loads((root / "architecture.json").read_text())["slices"]
    if not WORD.fullmatch(name):
        return "A slice is named by one word of small letters: ./dev new slice pulse"
    if name in slices or name in TAKEN or (root / "src" / name).exists():
        return f'"{name}" is taken.'
    return None


def make(name, root):
    """Writes all of it; answers what was written or changed, relative to `root`."""
    return folder(name, root) + [
        migration(name, root),
        changed(root, "architecture.json", '    "app": [', f'    "{name}": ["core", "people"],\n    "app": ['),
        *product(name, root),
        changed(root, "tests/authorization/matrix.txt", OWN, f"{OWN}GET /api/v1/{name}-notes\nPOST /api/v1/{name}-notes\n"),
        added(root, "tests/authorization/requests.txt",
              f"GET /api/v1/{name}-notes | /api/v1/{name}-notes\nPOST /api/v1/{name}-notes | /api/v1/{name}-notes {{\"text\": \"Ask Ben.\"}}\n"),
        added(root, "tools/for_programs.txt", f"POST /api/v1/{name}-notes: for programs: until the slice has a page\n"),
    ]


OWN = "== What is one's own is there for oneself (bar 2.2 row 28)\n"


def named(name, text):
    return text.replace("sample", name).replace("SAMPLE", name.upper()).replace("Sample", name.capitalize())


def folder(name, root):
    written = []
    for path in sorted(TEMPLATE.rglob("*.*")):
        if path.suffix in (".cpp", ".hpp", ".md", ".api"):
            target = Path("src", name, named(name, str(path.relative_to(TEMPLATE))))
            (root / target).parent.mkdir(parents=True, exist_ok=True)
            (root / target).write_text(named(name, path.read_text()))
            written.append(str(target))
    return written


def migration(name, root):
    last = max(int(path.name[:4]) for path in (root / "migrations").glob("*.sql"))
    target = Path("migrations", f"{last + 1:04}_{name}.sql")
    (root / target).write_text(named(name, (TEMPLATE / "sample.sql").read_text()))
    return str(target)


def product(name, root):
    """The one place that knows every slice."""
    path = "src/app/wiring.cpp"
    yield changed(root, path, "  router.add(search::routes());\n", f"  router.add({name}::routes());\n  router.add(search::routes());\n")
    changed(root, path, '#include "search/search.hpp"\n', f'#include "search/search.hpp"\n#include "{name}/{name}.hpp"\n')


def changed(root, path, before, after):
    text = (root / path).read_text()
    if text.count(before) != 1:
        sys.exit(f"{path} does not hold {before!r} once; tools/new_slice.py has to follow it.")
    (root / path).write_text(text.replace(before, after))
    return path


def added(root, path, lines):
    with (root / path).open("a") as file:
        file.write(lines)
    return path


if __name__ == "__main__":
    main()
