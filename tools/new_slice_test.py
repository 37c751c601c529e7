#!/usr/bin/env python3
"""A new slice, in a copy of the project: the checks are content, CMake knows it, and its sources and its test compile."""

import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sources import ROOT, project_files

NAME = "pulse"
CHECKS = ("architecture", "rules", "callers", "text", "refusals")


def main():
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        copy_to(copy)
        run(copy, sys.executable, "tools/new_slice.py", NAME)
        run(copy, "git", "add", "--all")
        for check in CHECKS:
            run(copy, sys.executable, f"tools/check_{check}.py")
        run(copy, "clang-format-14", "--dry-run", "--Werror", "src/app/wiring.cpp", *map(str, (copy / "src" / NAME).glob("*pp")))
        run(copy, "cmake", "--preset", "debug", "--log-level=WARNING")
        for command in commands(copy):
            run(Path(command["directory"]), *shlex.split(command["command"]), "-fsyntax-only")


def commands(copy):
    """How CMake would compile what is new, and what joins it. Nothing is linked: the rest of the product is built elsewhere."""
    all_ = json.loads((copy / "build/debug/compile_commands.json").read_text())
    wanted = [one for one in all_ if f"/src/{NAME}/" in one["file"] or one["file"].endswith("/src/app/wiring.cpp")]
    written = {path.name for path in (copy / "src" / NAME).glob("*.cpp")}
    if missing := written - {Path(one["file"]).name for one in wanted}:
        sys.exit(f"CMake does not know {', '.join(sorted(missing))}")
    return wanted


def copy_to(copy):
    for path in project_files():
        if not path.is_relative_to("docs/screens"):
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, copy / path)
    (copy / "build").mkdir()
    (copy / "build/sqlite").symlink_to(ROOT / "build/sqlite")
    run(copy, "git", "init", "--quiet")


def run(copy, *command):
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{(done.stdout + done.stderr)[-4000:]}")


if __name__ == "__main__":
    main()
