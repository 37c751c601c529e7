#!/usr/bin/env python3
"""Can the proof fail? mutants.py TREE RECORD COUNT SEED [JOBS]

TREE is a clean working copy for this alone. Changes one comparison, constant or branch of a rule's file there at a time, builds the scenarios' runner
anew and runs the scenarios until the first that fails. A mutant that none of them sees has survived: it wants a case, or a reason why nobody can see it.
The rules' files are those of the slices that know no database and hold no text to read. RECORD keeps what became of each mutant, a line each; a run that was cut goes on after it.
"""

import random
import re
import subprocess
import sys
from pathlib import Path

TURNED = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "==", "&&": "||", "||": "&&"}
MOVED = {"<": "<=", ">": ">=", "<=": "<", ">=": ">"}
OPERATOR = re.compile(r" (<=|>=|==|!=|&&|\|\||<|>) ")
NUMBER = re.compile(r"(?<![\w.'])\d[\d']*(?:\.\d+)?(?![\w.'])")
WORD = re.compile(r"\b(true|false)\b")
BRANCH = re.compile(r"\bif (?:constexpr )?\(")
NO_RULE = re.compile(r"(_sql|_test|_routes|_shapes|_table|_tables|_examples|_templates)\.cpp$")
KNOWS_DATABASE = re.compile(r"\bdb::|\brest::")
slowest = 900  # seconds that the scenarios may take with a mutant that makes them slow


def rule_files(tree):
    files = (path for path in sorted(tree.glob("src/*/**/*.cpp")) if path.relative_to(tree).parts[1] not in ("core", "app"))
    return [path for path in files if not NO_RULE.search(path.name) and not KNOWS_DATABASE.search(path.read_text())]


def mutants_of(text):
    """(begin, end, instead) for each change of a text, which are in code: not in a comment, a literal or a preprocessor's line."""
    code = blanked(text)
    for found in OPERATOR.finditer(code):
        for table in (TURNED, MOVED):
            if found[1] in table:
                yield found.start(1), found.end(1), table[found[1]]
    for found in NUMBER.finditer(code):
        yield found.start(), found.end(), other_number(found[0])
    for found in WORD.finditer(code):
        yield found.start(), found.end(), "false" if found[0] == "true" else "true"
    for found in BRANCH.finditer(code):
        end = closing(code, found.end())
        condition = text[found.end():end]
        if ";" not in condition and not re.match(r"(auto|\w+) (const)?[*& ]*\w+ = ", condition):
            yield found.end(), end, f"!({condition})"


def blanked(text):
    """The text with everything that is no code as blanks, so that places stay."""
    blank = lambda found: re.sub(r"[^\n]", " ", found[0])
    text = re.sub(r"//[^\n]*|/\*.*?\*/", blank, text, flags=re.DOTALL)
    text = re.sub(r"^[ \t]*(#|template|using|static_assert|BOOST_DESCRIBE)[^\n]*", blank, text, flags=re.MULTILINE)
    return re.sub(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', blank, text, flags=re.DOTALL)


def other_number(number):
    plain = number.replace("'", "")
    return f"{float(plain) + 0.1:.4g}" if "." in plain else str(int(plain) + 1)


def closing(code, at, pair="()"):
    """Where the bracket closes that was opened before `at`."""
    depth = 1
    while depth:
        depth += {pair[0]: 1, pair[1]: -1}.get(code[at], 0)
        at += 1
    return at - 1


def drawn(tree, seed):
    """Every mutant there is, in an order that the seed decides: file, begin, end, instead."""
    every = [(str(path.relative_to(tree)), *mutant) for path in rule_files(tree) for mutant in mutants_of(path.read_text())]
    random.Random(seed).shuffle(every)
    return every


def build(tree, jobs):
    return subprocess.run(["cmake", "--build", "--preset", "debug", "--parallel", jobs, "--target", "test_scenarios"],
                          cwd=tree, capture_output=True, text=True)


def first_failure(tree, slice_name):
    """The first scenario that fails, those of the slice itself first; None when all pass."""
    own = f"scenarios_sqlite.src_{slice_name}_*"
    for chosen in (own, f"scenarios_sqlite.*-{own}"):
        command = ["build/debug/tests/test_scenarios", f"--gtest_filter={chosen}", "--gtest_fail_fast", "--gtest_brief=1"]
        try:
            run = subprocess.run(command, cwd=tree, capture_output=True, text=True, errors="replace", timeout=slowest)
        except subprocess.TimeoutExpired:
            return "no end in sight"
        if run.returncode != 0:
            named = re.search(r"\[  FAILED  \] ([\w.]+)", run.stdout)
            return named[1] if named else f"ended with {run.returncode}"
    return None


def try_mutant(tree, mutant, jobs):
    name, begin, end, instead = mutant
    path = tree / name
    text = path.read_text()
    path.write_text(text[:begin] + instead + text[end:])
    try:
        if build(tree, jobs).returncode != 0:
            return "does not compile"
        failure = first_failure(tree, Path(name).parts[1])
        return f"seen by {failure}" if failure else "SURVIVED"
    finally:
        path.write_text(text)


def told(tree, mutant):
    name, begin, end, instead = mutant
    text = (tree / name).read_text()
    line = text.count("\n", 0, begin) + 1
    whole = text.splitlines()[line - 1].strip()
    return f"{name}:{line}\t{' '.join(text[begin:end].split())} -> {' '.join(instead.split())}\t{whole}"


def main():
    tree, record, count, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    jobs = sys.argv[5] if len(sys.argv) > 5 else "2"
    every = drawn(tree, seed)
    done = record.read_text().splitlines() if record.exists() else []
    print(f"seed {seed}: {len(every)} mutants of {len(rule_files(tree))} files, {len(done)} tried before", flush=True)
    unchanged = build(tree, jobs)
    if unchanged.returncode != 0:
        sys.exit(unchanged.stdout[-3000:] + unchanged.stderr[-3000:])
    if (failure := first_failure(tree, "okr")) is not None:
        sys.exit(f"Without any change {failure} fails: mend that first.")
    with record.open("a") as kept:
        for mutant in every[len(done):]:
            if sum("does not compile" not in line for line in done) >= count:
                break
            place = told(tree, mutant)
            done.append(f"{try_mutant(tree, mutant, jobs)}\t{place}")
            print(done[-1], file=kept, flush=True)
            print(done[-1], flush=True)
    survivors = [line for line in done if line.startswith("SURVIVED")]
    tried = sum("does not compile" not in line for line in done)
    print("".join(f"\n{line}" for line in survivors))
    print(f"{tried} mutants tried, {tried - len(survivors)} seen, {len(survivors)} survived")


if __name__ == "__main__":
    main()
