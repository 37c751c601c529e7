"""Each check must see what it is there to see, and leave honest code alone."""

import json
import tempfile
import unittest
from pathlib import Path

import check_architecture as architecture
import check_callers
import check_refusals as refusals
import check_rules
import check_text as text
import compare_answers
import mutants
import test_report
from sources import Map, literals
from stats import changes_of, function_sizes, room_of, slice_of

MAP = Map(
    {"core": [], "people": ["core"], "identity": ["core", "people"], "okr": ["core", "people"], "app": ["*"]},
    {"core": {"db": [], "http": []}, "okr": {"rules": [], "cycle": ["rules"], "closing": ["cycle"]}},
)


def source(path, content):
    return {Path(path): content}


class Architecture(unittest.TestCase):
    def with_headers(self, *headers):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(setattr, architecture, "SOURCE", architecture.SOURCE)
        architecture.SOURCE = Path(folder.name)
        for header in headers:
            (architecture.SOURCE / header).parent.mkdir(parents=True, exist_ok=True)
            (architecture.SOURCE / header).touch()

    def test_unknown_names_and_loops_are_found(self):
        self.assertEqual(architecture.map_problems(Map({"a": ["b"], "b": []}, {"a": {"c": [], "d": ["c"]}})), [])
        self.assertEqual(len(architecture.map_problems(Map({"a": ["c"]}))), 1)
        self.assertEqual(architecture.map_problems(Map({"a": ["b"], "b": ["a"]})), ["a -> b -> a"])
        self.assertEqual(architecture.map_problems(Map({"a": []}, {"a": {"c": ["d"], "d": ["c"]}})), ["a/c -> a/d -> a/c"])
        self.assertEqual(architecture.map_problems(Map({"a": []}, {"b": {}})), ["b has rooms and is no slice"])
        self.assertEqual(architecture.map_problems(Map({"a": []}, {"a": {"c": ["e"]}})), ["a/c may use a/e, which is no room"])

    def test_includes_follow_the_arrows(self):
        self.with_headers("people/person.hpp", "okr/okr.hpp")
        person, okr = '#include "people/person.hpp"\n', '#include "okr/okr.hpp"\n'
        self.assertEqual(architecture.include_problems(source("src/okr/a.cpp", okr + person), MAP), [])
        self.assertEqual(architecture.include_problems(source("src/app/a.cpp", okr + person), MAP), [])
        self.assertEqual(architecture.include_problems(source("src/people/a.cpp", "\n" + okr), MAP),
                         ["src/people/a.cpp:2: people may not use okr (okr/okr.hpp)"])

    def test_a_room_knows_what_stands_below_it(self):
        self.with_headers("okr/okr.hpp", "okr/rules/score.hpp", "okr/closing/closing.hpp")
        door, score, closing = (f'#include "okr/{name}.hpp"\n' for name in ("okr", "rules/score", "closing/closing"))
        self.assertEqual(architecture.include_problems(source("src/okr/closing/a.cpp", score + closing), MAP), [])
        self.assertEqual(architecture.include_problems(source("src/okr/okr.cpp", score + closing), MAP), [])
        self.assertEqual(architecture.include_problems(source("src/app/a.cpp", score), MAP), [])
        self.assertEqual(architecture.include_problems(source("src/okr/cycle/a.cpp", closing), MAP),
                         ["src/okr/cycle/a.cpp:1: okr/cycle may not use okr/closing (okr/closing/closing.hpp)"])
        self.assertEqual(architecture.include_problems(source("src/okr/closing/a.cpp", door), MAP),
                         ["src/okr/closing/a.cpp:1: okr/closing may not use okr (okr/okr.hpp)"])

    def test_tests_of_a_room_build_the_door_and_those_of_rules_do_not(self):
        self.with_headers("okr/okr.hpp")
        door = '#include "okr/okr.hpp"\n'
        tests = {**source("src/okr/okr.cpp", ""), **source("src/okr/cycle/a_test.cpp", door)}
        self.assertEqual(architecture.include_problems(tests, MAP), [])
        self.assertEqual(len(architecture.include_problems({**tests, **source("src/okr/rules/a_test.cpp", door)}, MAP)), 1)

    def test_rules_reach_no_database(self):
        texts = {
            **source("src/okr/rules/score.hpp", '#include "okr/rules/ids.hpp"'), **source("src/okr/rules/ids.hpp", ""),
            **source("src/core/db/db.hpp", ""), **source("src/okr/cycle/cycles.hpp", '#include "core/db/db.hpp"'),
        }
        self.assertEqual(architecture.rule_problems(texts, MAP), [])
        texts |= source("src/okr/rules/ids.hpp", '#include "core/db/db.hpp"')
        self.assertIn("src/okr/rules/score.hpp reaches core/db/db.hpp", architecture.rule_problems(texts, MAP))

    def test_stores_are_seen_by_their_own_slice(self):
        store = '#include "okr/cycle/cycle_store.hpp"'
        self.assertEqual(architecture.store_problems(source("src/okr/closing/a.cpp", store), MAP), [])
        app = source("src/app/a.cpp", store)
        self.assertEqual(architecture.store_problems(app, MAP), ["src/app/a.cpp includes okr/cycle/cycle_store.hpp"])

    def test_large_folders_are_found(self):
        self.assertEqual(architecture.folder_problems({"src/a": 40, "src/b": 41}), ["src/b holds 41"])

    def test_includes_do_not_climb(self):
        self.assertEqual(len(architecture.include_problems(source("src/okr/a.cpp", '#include "../people/person.hpp"'), MAP)), 1)

    def test_the_network_stays_in_core_http(self):
        beast = "#include <boost/beast/http.hpp>\n#include <boost/json.hpp>"
        self.assertEqual(architecture.network_problems(source("src/core/http/a.cpp", beast), MAP), [])
        self.assertEqual(architecture.network_problems(source("src/okr/a.cpp", beast), MAP),
                         ["src/okr/a.cpp includes boost/beast/http.hpp"])

    def test_sql_stands_in_sql_files(self):
        query = 'auto q = R"sql(\n  SELECT o.id\n    FROM okr_objective o)sql";'
        self.assertEqual(architecture.sql_problems(source("src/okr/objective_sql.cpp", query)), [])
        self.assertEqual(architecture.sql_problems(source("src/okr/objective.cpp", query)),
                         ["src/okr/objective.cpp:1: SQL outside a *_sql.cpp file"])
        for honest in ('"Select a cycle from the list"', '// SELECT a FROM b', '"Update your profile"', '"With love, as ever"'):
            self.assertEqual(architecture.sql_problems(source("src/okr/a.cpp", f"auto a = {honest};")), [], honest)
        for sql in ("INSERT INTO a (b) VALUES (1)", "UPDATE okr_a SET b = 1", "DELETE FROM a", "WITH a AS (SELECT 1) SELECT 2"):
            self.assertEqual(len(architecture.sql_problems(source("src/okr/a.cpp", f'auto a = "{sql}";'))), 1, sql)

    def test_tables_belong_to_slices(self):
        def problems(path, sql):
            return architecture.table_problems(source(path, f'auto a = "{sql}";'), MAP)

        self.assertEqual(problems("src/okr/a_sql.cpp", "UPDATE okr_a SET b = (SELECT 1 FROM people_person)"), [])
        self.assertEqual(problems("src/okr/a_sql.cpp", "DELETE FROM people_person"), ["src/okr/a_sql.cpp:1: okr writes people_person"])
        self.assertEqual(problems("src/okr/a_sql.cpp", "SELECT 1 FROM identity_session"), ["src/okr/a_sql.cpp:1: okr reads identity_session"])


class Text(unittest.TestCase):
    def test_machine_paths_are_found(self):
        for path in ("/" + "work/main", '"/' + 'tmp/x"', "/" + "root/a", "cd /" + "home/ana/x"):
            self.assertTrue(text.MACHINE_PATH.search(path), path)
        for honest in ("the /workload page", "a/work/b", "https://example.org/work", "how/root"):
            self.assertFalse(text.MACHINE_PATH.search(honest), honest)

    def test_a_property_that_nobody_asks_is_found(self):
        self.assertTrue(text.UNHEARD.search('  rc::check("any plan", [] {'))
        self.assertFalse(text.UNHEARD.search('  EXPECT_TRUE(rc::check("any plan", [] {'))

    def test_pay_is_found_in_names_and_not_in_sentences(self):
        schema = {"properties": {"payGrade": {"type": "integer"}}, "description": "A pay column is refused."}
        self.assertEqual([name for name in text.names(schema) if text.words(name) & text.PAY], ["payGrade"])
        self.assertFalse(text.words("payload_bytes") & text.PAY)
        self.assertEqual(text.pay_in_migrations({"migrations/1.sql": "-- no salary here\na_bonus INTEGER"}), ["migrations/1.sql: a_bonus"])

    def test_literals_know_comments_strings_and_raw_strings(self):
        code = 'a("x\\"y"); // "no"\n/* "no" */ R"sql(raw "text")sql" \'"\' "z"'
        self.assertEqual(list(literals(code)), [(1, 'x\\"y'), (2, 'raw "text"'), (2, "z")])


class Rules(unittest.TestCase):
    def test_a_rule_opens_its_line(self):
        self.assertEqual(check_rules.RULE.findall("- [OKR-4] A rule.\nas [OKR-5] says\n**[KPI-1]** Bold."), ["OKR-4", "KPI-1"])

    def test_a_rule_is_proven_through_the_product(self):
        self.assertEqual(check_rules.unproven({"A-1": [], "A-2": []}, {"A-1", "A-2"}), [])
        self.assertEqual(check_rules.unproven({"A-1": [], "A-2": []}, {"A-1"}), ["[A-2] is named by no scenario, no journey and no test of abuse"])


    def test_rooms_say_their_rules(self):
        map_ = Map({"okr": []}, {"okr": {"rules": [], "cycle": ["rules"]}})
        rooms = {"src/okr/rules/README.md": "- [OKR-1] A rule.", "src/okr/cycle/README.md": ""}
        door = {"src/okr/README.md": "[rules](rules/README.md) [cycle](cycle/README.md)"}
        self.assertEqual(check_rules.room_problems(map_, {"src/okr/README.md": "- [OKR-1] A rule."}), [])
        self.assertEqual(check_rules.room_problems(map_, rooms | door), [])
        self.assertEqual(check_rules.room_problems(map_, rooms), ["src/okr/README.md does not name rules", "src/okr/README.md does not name cycle"])
        del rooms["src/okr/cycle/README.md"]
        self.assertEqual(check_rules.room_problems(map_, rooms | door), ["src/okr/cycle has no README.md, and its neighbours have"])
        rooms["src/okr/cycle/README.md"] = ""
        door["src/okr/README.md"] += "\n- [OKR-2] Another."
        self.assertEqual(check_rules.room_problems(map_, rooms | door), ["[OKR-2] stands in src/okr/README.md and belongs into a room"])


class Callers(unittest.TestCase):
    HEADER = "struct Graph {\n  int level(int id) const;\n};\nint depth(Graph const& graph);\n"
    BODY = "int Graph::level(int id) const {\n  return id;\n}\n\nint depth(Graph const& graph) {\n  return 1;\n}\n"

    def alone(self, more=""):
        sources = {Path("src/a.hpp"): self.HEADER, Path("src/a.cpp"): self.BODY, Path("src/b.cpp"): more}
        return [name for _, name in check_callers.without_callers({Path("src/a.hpp"): self.HEADER}, sources)]

    def test_what_nobody_calls_is_told(self):
        self.assertEqual(self.alone(), ["depth", "level"])
        self.assertEqual(self.alone("int main() {\n  return depth(graph) + graph.level(1);\n}\n"), [])
        self.assertEqual(self.alone("// depth() and level() in a comment\n"), ["depth", "level"])

    def test_headers_that_only_tests_include_are_left_out(self):
        sources = {Path("src/a.hpp"): "", Path("src/b.hpp"): '#include "a.hpp"\n', Path("src/c.cpp"): ""}
        self.assertEqual(list(check_callers.of_the_product(sources)), [Path("src/c.cpp")])


class Report(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_lines_of_checks_are_read(self):
        (self.folder / "checks.log").write_text("ok   a\nFAIL b\n  okay\nok   c\n")
        self.assertEqual(test_report.outcome(self.folder, "checks"), (2, ["b"]))

    def test_a_runner_may_count_for_itself(self):
        (self.folder / "journeys.log").write_text("1 passed, 0 failed\n\x1b[32m5 passed, 2 failed\x1b[0m\n")
        self.assertEqual(test_report.outcome(self.folder, "journeys"), (5, ["see its log"] * 2))

    def test_a_program_that_died_is_a_failure(self):
        (self.folder / "server").mkdir()
        broken = '<testcase classname="Okr" name="closes"><failure/></testcase>'
        (self.folder / "server" / "okr.xml").write_text(
            f'<testsuites tests="5" failures="1" errors="0" disabled="0">{broken}</testsuites>')
        (self.folder / "server.junit").write_text('<testsuite><testcase name="okr" status="fail"/><testcase name="kpi" status="fail"/></testsuite>')
        self.assertEqual(test_report.outcome(self.folder, "server"), (4, ["okr Okr.closes", "kpi ended before its report"]))

    def test_a_web_test_file_that_does_not_load_is_a_failure(self):
        broken = {"status": "failed", "fullName": "says so"}
        files = [{"name": "/a/lost.test.ts", "status": "failed", "assertionResults": []},
                 {"name": "/a/b.test.ts", "status": "failed", "assertionResults": [broken]}]
        (self.folder / "web.json").write_text(json.dumps({"numPassedTests": 3, "numFailedTests": 1, "testResults": files}))
        self.assertEqual(test_report.outcome(self.folder, "web"), (3, ["lost.test.ts did not start", "b.test.ts says so"]))


class Stats(unittest.TestCase):
    def test_functions_are_measured_and_control_flow_is_not(self):
        code = ["int a() {", "  if (b) {", "  }", "}", "class C {", "  void d() {", "  }", "};"]
        self.assertEqual(list(function_sizes(code)), [(1, 4), (6, 2)])


    def test_a_change_is_what_it_edited(self):
        log = "commit\n\nM\tsrc/a.cpp\nR100\tsrc/b.cpp\tsrc/c/b.cpp\nR090\tsrc/d.cpp\tsrc/c/d.cpp\nM\tsrc/okr/README.md\ncommit\n\nM\tsrc/a.cpp\n"
        self.assertEqual(changes_of(log), [["src/a.cpp", "src/c/d.cpp"]])

    def test_a_room_and_its_twin_are_one(self):
        self.assertEqual(room_of("src/okr/check_in/a.cpp"), "okr/check_in")
        self.assertEqual(room_of("web/src/features/okr/check_in/A.tsx"), "okr/check_in")
        self.assertEqual(room_of("src/okr/okr.cpp"), "okr")
        self.assertEqual(room_of("web/src/ui/marks/A.tsx"), "web/ui")
        self.assertEqual([slice_of(path) for path in ("web/src/ui/marks/A.tsx", "web/src/features/okr/B.tsx")], ["web", "okr"])


class Mutants(unittest.TestCase):
    def changed(self, code):
        return [code[:begin] + instead + code[end:] for begin, end, instead in mutants.mutants_of(code)]

    def test_comparisons_are_turned_and_moved(self):
        self.assertEqual(self.changed("a <= b;"), ["a > b;", "a < b;"])
        self.assertEqual(self.changed("a && b == c;"), ["a || b == c;", "a && b != c;"])

    def test_constants_change(self):
        self.assertEqual(self.changed("x = 7;"), ["x = 8;"])
        self.assertEqual(self.changed("x = 0.7;"), ["x = 0.8;"])
        self.assertEqual(self.changed("x = true;"), ["x = false;"])

    def test_branches_are_taken_the_other_way(self):
        self.assertEqual(self.changed("if (f(a)) return;"), ["if (!(f(a))) return;"])

    def test_what_is_no_code_stays(self):
        for text in ("// a < b", "#if A < 1", 'f("a < 1");', "std::vector<int> v;", "x1 = 'a';", "/* 1\n2 */"):
            self.assertEqual(self.changed(text), [], text)


class Answers(unittest.TestCase):
    def test_differences_name_their_place_and_both_texts(self):
        with tempfile.TemporaryDirectory() as folder:
            one, other = Path(folder) / "one", Path(folder) / "other"
            one.write_text("a.api:3\tGET /x\t200\t{}\nb\tGET /y\t200\t1\n")
            other.write_text("a.api:3\tGET /x\t404\t{}\nb\tGET /y\t200\t1\n")
            found, lines = compare_answers.compare(one, other)
            self.assertEqual((len(found), lines), (1, 2))
            self.assertIn("a.api:3: GET /x", found[0])
            self.assertIn("404", found[0])
            self.assertEqual(compare_answers.compare(one, Path(folder) / "none")[1], 0)
            other.write_text("a.api:3\tGET /x\t200\t{}\n")
            self.assertEqual(len(compare_answers.compare(one, other)[0]), 1)


class Refusals(unittest.TestCase):
    def test_sentences_are_found_where_they_are_thrown(self):
        text = 'throw base::conflict("gone", fmt::format("{:.1f} of "\n    "\\"{}\\" is gone.", a, b));'
        self.assertEqual(refusals.sentences("src/a.cpp", text), ['{} of "{}" is gone.'])

    def test_a_piece_stands_in_a_whole_sentence(self):
        catalog = {"{} has left already.": "", "Please wait.": ""}
        self.assertTrue(refusals.said(catalog, " has left already."))
        self.assertTrue(refusals.said(catalog, "Please wait."))
        self.assertFalse(refusals.said(catalog, "Please"))
        self.assertFalse(refusals.said(catalog, " has gone."))


if __name__ == "__main__":
    unittest.main()
