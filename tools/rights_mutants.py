#!/usr/bin/env python3
"""Is every rule of who may do and see what held by a test? rights_mutants.py TREE RECORD [list | run [COUNT] [ONLY]]

TREE is a clean working copy for this alone. Finds every place in its sources that decides who may do or see something: what a route demands, the
conditions before a refusal, the operands of the rules' functions, what names an act as allowed, the checks that are called, and the conditions of the
queries that know who asks. Each is a mutant: the right is given to all, or taken away. All are written into the text at once, each behind its number,
and built once; then one at a time is switched on, and the matrix, the worlds, the twins and the scenarios run until the first failing case, at last
the tests that only its own folder has.
RECORD keeps what became of each; a run that was cut goes on after it.
"""

import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from mutants import blanked, closing  # noqa: E402

SWITCH = "::waymark_rights_mutant"
RULE = re.compile(r"^(?:static |inline |constexpr |\[\[nodiscard\]\] )*bool (?:\w+::)*(?:may_\w+|governs|concerned|speaks_for_all|ends_\w+|runs_\w+|is_theirs|is_proposal_of|"
                  r"has_relation|leads\w*|is_fresh|hears?\w*|knows\w*)\([^;{]*\)[^;{]*\{", re.M)
DEMAND = re.compile(r"rest::(get|post|put|patch|del|stream)\(\s*(\"[^\"]*\"),\s*((?:policy::)?(?:signed_in|hr_or_administrator|hr|administrator|auditor))(?=,)")
BRANCH = re.compile(r"\bif \(")
CHECK = re.compile(r"^[ \t]+((?:require\w*|check_(?:withdraws|hands|roles_given|team|writer|reads|accountable|may_hand_over|individual_okrs|open)|relation_to|concerned_with)\()", re.M)
STRONGER = re.compile(r"\b(concerned_with|still_open|open_to|to_end)\(tx, viewer, ")
SEEN = re.compile(r"std::string\{(?:okr::)?(?:store::)?seen_by_viewer\}")
LITERAL = re.compile(r'R"sql\((.*?)\)sql"', re.S)
PLAIN = re.compile(r'"((?:[^"\\\n]|\\.)*\b(?:WHERE|AND|WHEN)\b(?:[^"\\\n]|\\.)*:viewer(?:[^"\\\n]|\\.)*)"')
OWN = re.compile(r":(?:viewer|person|executive)\b")  # who asks, in a query
slowest = 900  # seconds


class Mutant:
    def __init__(self, path, at, end, what, instead, text):
        self.path, self.at, self.end, self.what, self.instead = path, at, end, what, instead
        self.line = text.count("\n", 0, at) + 1

    def told(self):
        return f"{self.path}:{self.line}\t{' '.join(self.what.split())}"

    def number(self):
        """The same as long as it says the same: files that did not change are not built anew."""
        return zlib.crc32(self.told().encode()) & 0x7FFFFFFF


def sources(tree):
    for path in sorted(tree.glob("src/**/*.[ch]pp")):
        if not re.search(r"(_test|_fixture)\.cpp$", path.name) and not re.match(r"src/(app/demo|\w+/testing|core/(base|db|http|jobs|json)/|connect/(?:directory/people_rows|measure/reading)|okr/rules/score_faults|identity/password_rules)", str(path.relative_to(tree))):
            yield path


def committed(tree, name):
    return subprocess.run(["git", "show", f"HEAD:{name}"], cwd=tree, capture_output=True, text=True, check=True).stdout


def operands(code, begin, end):
    """(begin, end) of each operand of && and || between two places, and of what stands in their brackets."""
    depth, start, parts = 0, begin, []
    at = begin
    while at < end:
        c = code[at]
        if c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif depth == 0 and code[at:at + 2] in ("&&", "||"):
            parts.append((start, at))
            start = at + 2
            at += 1
        elif depth == 0 and c == "?":
            parts.append((start, at))
            start = at + 1
        elif depth == 0 and c == ":" and code[at - 1] != ":" and code[at + 1] != ":":
            parts.append((start, at))
            start = at + 1
        at += 1
    parts.append((start, end))
    for b, e in parts:
        while b < e and code[b].isspace():
            b += 1
        while e > b and code[e - 1].isspace():
            e -= 1
        if b == e:
            continue
        yield b, e
        inner = b + 1 if code[b] == "!" else b
        if code[inner] == "(" and closing(code, inner + 1) == e - 1:
            if len(list(operands(code, inner + 1, e - 1))) > 1:
                yield from operands(code, inner + 1, e - 1)


def statement_end(code, at):
    """Where the ; of a statement is, not that of a lambda inside it."""
    depth = 0
    while code[at] != ";" or depth:
        depth += {"{": 1, "}": -1}.get(code[at], 0)
        at += 1
    return at


def functions(code):
    """(begin, end) of the bodies of functions at the outermost level of a namespace."""
    for found in re.finditer(r"^(?!namespace|struct|class|enum|union|extern|using|#)[A-Za-z\[][^;{}]*\)[^;{}]*\{", code, re.M):
        yield found.end(), closing(code, found.end(), "{}")


def cpp_mutants(name, text):
    code = blanked(text)
    taken = set()

    def both(b, e, why):
        if (b, e) in taken or ";" in code[b:e] or re.match(r"(auto|bool) ", code[b:e]):
            return
        taken.add((b, e))
        part = text[b:e]
        for value in ("true", "false"):
            if value == part:
                continue
            yield Mutant(name, b, e, f"{why} {part} -> {value}", (value, part), text)

    for found in DEMAND.finditer(text):
        weaker = "::waymark::policy::anyone" if found[3].endswith("signed_in") else "::waymark::policy::signed_in"
        yield Mutant(name, found.start(3), found.end(3), f"route {found[1].upper()} {found[2]} {found[3]} -> {weaker.split(':')[-1]}",
                     ("demand", weaker, found[3]), text)
    if name.endswith(".hpp") and "core/rest" not in name:
        return
    for found in RULE.finditer(code):
        begin, end = found.end(), closing(code, found.end(), "{}")
        for back in re.finditer(r"\breturn ", code[begin:end]):
            b = begin + back.end()
            for part in operands(code, b, statement_end(code, b)):
                yield from both(*part, "rule")
    for begin, end in functions(code):
        body = code[begin:end]
        refuses = re.search(r"base::forbidden\(|base::not_found\(|signed_out\(|\bno_such_\w+\(", body)
        for branch in BRANCH.finditer(body):
            b = begin + branch.end()
            e = closing(code, b)
            after = text[e + 1:e + 260]
            names_act = re.match(r"\s*\{?\s*(?:\w+\.)*(?:may|acts|rights)(?:\.push_back|\.emplace_back|\s*=)|\s*\{?\s*\w+\.may\s*=", after)
            throws = re.match(r"\s*\{?\s*(?:throw|return)\b", after)
            if refuses and throws or names_act:
                for part in operands(code, b, e):
                    yield from both(*part, "condition")
    for found in CHECK.finditer(code):
        e = closing(code, found.end(1)) + 1
        if code[e] == ";" and "viewer" in code[found.end(1):e] and re.search(r"[;{})]\s*$", code[:found.start(1)]):
            yield Mutant(name, found.start(1), e, f"check {text[found.start(1):e]} -> nothing", ("nothing", text[found.start(1):e]), text)
    for found in STRONGER.finditer(code):
        e = closing(code, code.index("(", found.start()) + 1) + 1
        first = code[found.end():e - 1].split(",")[0]
        yield Mutant(name, found.start(), e, f"call {text[found.start():e]} -> relation_to",
                     ("weaker", f"relation_to(tx, viewer, {first})", text[found.start():e]), text)
    for found in SEEN.finditer(text):
        yield Mutant(name, found.start(), found.end(), "query seen_by_viewer -> all", ("seen", found[0]), text)


WORDS = re.compile(r"\b(WHERE|AND|OR|ON|WHEN|THEN|HAVING|GROUP BY|ORDER BY|UNION|LIMIT|JOIN|LEFT JOIN|CASE|ELSE|END|SELECT|FROM|SET|VALUES|RETURNING)\b")


def atoms(sql, begin, end):
    """(begin, end) of every condition of a query between two places: between WHERE, ON, WHEN, AND, OR and what ends them; in brackets too."""
    depth, start = 0, None
    at = begin
    if not re.match(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b", sql[begin:end]) and not re.match(r"\s*SELECT", sql[begin:end]):
        start = begin if begin and sql[begin - 1] == "(" else None
    first = start
    found = []
    while at < end:
        c = sql[at]
        if c == "'":
            at = sql.index("'", at + 1) + 1
            continue
        if c == "(":
            close = at + 1
            d = 1
            while d and close < end:
                d += {"(": 1, ")": -1}.get(sql[close], 0)
                close += 1
            if d:
                break
            found += atoms(sql, at + 1, close - 1)
            at = close
            continue
        if c == ")":  # of a bracket that another literal opened
            if start is not None:
                found.append((start, at))
            start = None
        word = WORDS.match(sql, at) if (at == 0 or not (sql[at - 1].isalnum() or sql[at - 1] in "_:.")) else None
        if word:
            if start is not None:
                found.append((start, at))
            start = word.end() if word[1] in ("WHERE", "AND", "OR", "ON", "WHEN", "HAVING") else None
            at = word.end()
            continue
        at += 1
    if start is not None and start is not first:
        found.append((start, end))
    elif start is not None and re.search(r"[=<>]|EXISTS|\bIN\b|NULL", sql[start:end]):
        found.append((start, end))
    clean = []
    for b, e in found:
        while b < e and sql[b].isspace():
            b += 1
        while e > b and sql[e - 1].isspace():
            e -= 1
        if re.search(r"[=<>]|EXISTS|\bIN\b|NULL", sql[b:e]) and sql[b:e].count("(") == sql[b:e].count(")"):
            clean.append((b, e))
    return clean


def sql_mutants(name, text):
    for found in list(LITERAL.finditer(text)) + list(PLAIN.finditer(text)):
        sql, base = found[1], found.start(1)
        if ":viewer" not in sql:
            continue
        places = sorted(set(atoms(sql, 0, len(sql))))
        for b, e in places:
            part = sql[b:e]
            around = [p for p in places if p[0] <= b and e <= p[1]]
            knows = OWN.search(part) or "<> 'draft'" in part or "state" in part or "sharing" in part
            inside = any("EXISTS" in sql[p[0]:p[1]] and ":viewer" in sql[p[0]:p[1]] for p in around)
            if not knows and not inside:
                continue
            for value, instead in (("true", f"(1 = 1 OR {part})"), ("false", f"(1 = 0 AND {part})")):
                yield Mutant(name, base + b, base + e, f"query {part} -> {value}", ("sql", sql, sql[:b] + instead + sql[e:]), text)


def all_mutants(tree):
    every = []
    for path in sources(tree):
        name = str(path.relative_to(tree))
        text = committed(tree, name)
        every += list(cpp_mutants(name, text)) if not re.search(r"_sql\.hpp$", name) else []
        every += list(sql_mutants(name, text)) if re.search(r"_sql\.[ch]pp$", name) else []
    seen = {}
    for mutant in every:  # twice the same on a line: the second says so
        seen[mutant.told()] = again = seen.get(mutant.told(), 0) + 1
        if again > 1:
            mutant.what += f" (no. {again})"
    return every


def written(n, instead):
    on = f"{SWITCH}({n})"
    kind = instead[0]
    if kind == "true":
        return f"({on} || ({instead[1]}))"
    if kind == "false":
        return f"(!{on} && ({instead[1]}))"
    if kind == "nothing":
        return f"if (!{on}) {instead[1]}"
    if kind in ("demand", "weaker"):
        return f"({on} ? {instead[1]} : {instead[2]})"
    if kind == "seen":
        return f"({on} ? std::string{{\"(1 = 1 OR \"}} + {instead[1]} + \")\" : {instead[1]})"
    return None


HEADER = """#pragma once
#include <cstdlib>
// Written by tools/rights_mutants.py. Which mutant is on: WAYMARK_RIGHTS_MUTANT.
inline int waymark_rights_mutant_on() {
  static int const on = std::getenv("WAYMARK_RIGHTS_MUTANT") ? std::atoi(std::getenv("WAYMARK_RIGHTS_MUTANT")) : 0;
  return on;
}
inline bool waymark_rights_mutant(int number) { return waymark_rights_mutant_on() == number; }
"""

# Queries are turned where SQLite takes them: the linker leads its callers here.
QUERIES = """#include <sqlite3.h>
#include <string>
#include "rights_mutant.hpp"
namespace { struct Query { int number; char const* before; char const* after; };
Query const queries[] = {
%s
}; }
extern "C" int __real_sqlite3_prepare_v2(sqlite3*, char const*, int, sqlite3_stmt**, char const**);
extern "C" int __wrap_sqlite3_prepare_v2(sqlite3* db, char const* sql, int size, sqlite3_stmt** out, char const** tail) {
  auto const on = waymark_rights_mutant_on();
  if (on == 0) return __real_sqlite3_prepare_v2(db, sql, size, out, tail);
  static std::string before, after;
  static bool const looked = [&] {
    for (auto const& query : queries) if (query.number == on) { before = query.before; after = query.after; }
    return true;
  }();
  (void)looked;
  std::string text = size < 0 ? std::string{sql} : std::string{sql, static_cast<std::size_t>(size)};
  auto const at = before.empty() ? std::string::npos : text.find(before);
  if (at == std::string::npos) return __real_sqlite3_prepare_v2(db, sql, size, out, tail);
  text.replace(at, before.size(), after);
  return __real_sqlite3_prepare_v2(db, text.c_str(), -1, out, nullptr);
}
"""


def put(path, text):
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def write_all(tree, every, left_out):
    """All of them into the sources. Of nested places the outer one holds the inner one."""
    queries = []
    by_file = {}
    for mutant in every:
        n = mutant.number()
        if n in left_out:
            continue
        if mutant.instead[0] == "sql":
            queries.append(f'{{{n}, R"mut({mutant.instead[1]})mut", R"mut({mutant.instead[2]})mut"}},')
        else:
            by_file.setdefault(mutant.path, []).append((n, mutant))
    for name in {mutant.path for mutant in every}:
        mutants = by_file.get(name, [])
        text = committed(tree, name)
        inserts = []  # (place, order, text): what opens stands outside in, what closes inside out
        for n, m in mutants:
            whole = written(n, m.instead)
            part = text[m.at:m.end]
            at = whole.rindex(part)
            size = m.end - m.at
            inserts.append((m.at, 1, -size, -n, whole[:at]))
            inserts.append((m.end, 0, size, n, whole[at + len(part):]))
        for place, _, _, _, extra in sorted(inserts, key=lambda i: (i[0], i[1], i[2], i[3]), reverse=True):
            text = text[:place] + extra + text[place:]
        put(tree / name, f'#include "{tree}/rights_mutant.hpp"\n' + text if mutants else text)
    put(tree / "rights_mutant.hpp", HEADER)
    put(tree / "rights_mutants.cpp", QUERIES % "\n".join(queries))
    put(tree / "tests/CMakeLists.txt", committed(tree, "tests/CMakeLists.txt") + """
foreach(test authorization worlds twins scenarios)
  if(TARGET test_${test})
    target_sources(test_${test} PRIVATE ${PROJECT_SOURCE_DIR}/rights_mutants.cpp)
    target_link_options(test_${test} PRIVATE -Wl,--wrap=sqlite3_prepare_v2)
  endif()
endforeach()
""")


EVERY = ("test_authorization", "test_twins", "test_worlds", "test_scenarios")
OWN_TESTS = {"app": ["tests/test_program"], "identity": ["test_identity"]}  # of a folder of src, where they are built


def tests_of(tree):
    listed = subprocess.run(["ninja", "-C", "build/debug", "-t", "targets", "all"], cwd=tree, capture_output=True, text=True).stdout
    return [name for name in EVERY if f"\n{name}: phony" in "\n" + listed]


def build(tree, every, jobs):
    """Builds, leaving out what does not compile; the numbers of those."""
    left_out = set()
    while True:
        write_all(tree, every, left_out)
        subprocess.run(["cmake", "--preset", "debug", "--log-level=WARNING"], cwd=tree, capture_output=True)
        run = subprocess.run(["cmake", "--build", "--preset", "debug", "--parallel", jobs, "--target", *tests_of(tree),
                              *(Path(own).name for names in OWN_TESTS.values() for own in names), "--", "-k", "0"],
                             cwd=tree, capture_output=True, text=True, env={**os.environ, "CXXFLAGS": ""})
        if run.returncode == 0:
            return left_out
        said = run.stdout + run.stderr
        broken = set()
        for name, line in re.findall(r"(?:^|/)(src/[\w/]+\.[ch]pp):(\d+):\d+: error", said, re.M):
            broken |= {m.number() for m in every if m.number() not in left_out and m.path == name and m.line == int(line) - 1}
        if not broken:
            sys.exit(said[-4000:])
        print(f"{len(broken)} do not compile, built without them", flush=True)
        left_out |= broken


def first_failure(tree, tests, number, path):
    folder = Path(path).parts[1]
    own = f"scenarios_sqlite.src_{folder}_*"
    for test in [*(f"tests/{name}" for name in tests), *OWN_TESTS.get(folder, [])]:
        name = Path(test).name
        filters = [own, f"scenarios_sqlite.*-{own}"] if name == "test_scenarios" else ["*sqlite*"] if name in EVERY else ["-*postgres*"]
        for chosen in filters:
            command = [f"build/debug/{test}", f"--gtest_filter={chosen}", "--gtest_fail_fast", "--gtest_brief=1"]
            try:
                run = subprocess.run(command, cwd=tree, capture_output=True, text=True, errors="replace", timeout=slowest,
                                     env={**os.environ, "WAYMARK_RIGHTS_MUTANT": str(number), "WAYMARK_PROGRAM": ""})
            except subprocess.TimeoutExpired:
                return f"{name}: no end in sight"
            if run.returncode != 0:
                cell = re.search(r"matrix\.txt:\d+ .*", run.stdout) or re.search(r"\[  FAILED  \] ([\w./]+)", run.stdout)
                return f"{name}: {cell[0] if cell else f'ended with {run.returncode}'}".replace("\t", " ")
    return None


def main():
    tree, record = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    what = sys.argv[3] if len(sys.argv) > 3 else "run"
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 10**6
    only = sys.argv[5] if len(sys.argv) > 5 else ""
    every = all_mutants(tree)
    if what == "list":
        for n, mutant in enumerate(every, 1):
            print(f"{n}\t{mutant.told()}")
        print(f"{len(every)} mutants of {len({m.path for m in every})} files")
        return
    done = dict(line.split("\t", 1)[::-1] for line in record.read_text().splitlines()) if record.exists() else {}
    print(f"{len(every)} mutants, {len(done)} tried before", flush=True)
    left_out = build(tree, every, os.environ.get("WAYMARK_JOBS", "2"))
    tests = tests_of(tree)
    if what == "build":
        return
    for folder in () if done else ("okr", *OWN_TESTS):
        if failure := first_failure(tree, tests, 0, f"src/{folder}/x"):
            sys.exit(f"Without any change {failure} fails: mend that first.")
    with record.open("a") as kept:
        for mutant in every:
            told, n = mutant.told(), mutant.number()
            if told in done or only not in told:
                continue
            if count == 0:
                break
            if n in left_out:
                fate = "does not compile"
            else:
                count -= 1
                failure = first_failure(tree, tests, n, mutant.path)
                fate = f"caught by {failure}" if failure else "SURVIVED"
            done[told] = fate
            print(f"{fate}\t{told}", file=kept, flush=True)
            print(f"{fate}\t{told}", flush=True)
    fates = [done[m.told()] for m in every if m.told() in done]
    survived = sum(fate == "SURVIVED" for fate in fates)
    print(f"{len(every)} mutants, {len(fates)} tried, {sum(f.startswith('caught') for f in fates)} caught, {survived} survived")


if __name__ == "__main__":
    main()
