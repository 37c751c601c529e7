# Everything that is wrong without running a test: architecture, rules, text, format, generated files.

dev_check() {
  need_packages build test
  need_node
  need_web_packages
  build_server debug
  run_checks debug
}

# run_checks PRESET: PRESET names the build whose routes are compared with the generated files.
run_checks() {
  local preset=$1 status=0
  python3 tools/check_architecture.py || status=1
  python3 tools/check_rules.py || status=1
  python3 tools/check_callers.py || status=1
  python3 tools/check_text.py || status=1
  python3 tools/check_refusals.py || status=1
  check "what the API can set, a form can set (tools/for_programs.txt)" node tools/check_forms.mjs || status=1
  check "the checks see what they should" python3 tools/checks_test.py || status=1
  check "a new slice compiles and the checks are content with it" python3 tools/new_slice_test.py || status=1
  check "C++ is formatted" cpp_is_formatted || status=1
  check "web sources are formatted" npm --prefix web run --silent fmt:check || status=1
  check "docs/api/openapi.json is what the routes say" api_document_is_fresh "$preset" || status=1
  check "web/src/api is generated from docs/api/openapi.json" api_client_is_fresh || status=1
  check "systemd takes packaging/waymark.service" unit_is_good "$preset" || status=1
  if real_okrs_are_there || [ "${CI:-}" = true ]; then
    check "the real OKRs are there (WAYMARK_SHARED)" real_okrs_are_there || status=1
  else
    echo "left out: tests on real OKRs, which are not beside this checkout (CONTRIBUTING.md)"
  fi
  return "$status"
}

# check SENTENCE COMMAND…: prints a line that tools/test_report.py counts, and the output of COMMAND when it fails.
check() {
  local sentence=$1 output
  shift
  if output=$("$@" 2>&1); then echo "ok   $sentence"; return; fi
  printf '%s\n' "$output" | tail -n 30
  echo "FAIL $sentence"
  return 1
}

cpp_sources() { git ls-files -z --cached --others --exclude-standard -- '*.cpp' '*.hpp'; }

cpp_is_formatted() { cpp_sources | xargs -0 -r clang-format-14 --dry-run --Werror; }

dev_fmt() {
  need_packages build test
  need_node
  need_web_packages
  cpp_sources | xargs -0 -r clang-format-14 -i
  npm --prefix web run --silent fmt
}

api_document_is_fresh() { "build/$1/waymark" openapi | cmp - docs/api/openapi.json; }

api_client_is_fresh() {
  local fresh=build/schema.d.ts
  (cd web && node_modules/.bin/openapi-typescript ../docs/api/openapi.json -o "../$fresh" && cmp "../$fresh" src/api/schema.d.ts)
}

# Verified with the program that was built, where it is; the file names the place where it will be.
unit_is_good() {
  local unit=build/$1/waymark.service
  sed "s#^ExecStart=/usr/bin/waymark#ExecStart=$PWD/build/$1/waymark#" packaging/waymark.service >"$unit"
  local said
  said=$(systemd-analyze verify --man=no "$unit" 2>&1) && [ -z "$said" ] || { printf '%s\n' "$said"; return 1; }
}

real_okrs_are_there() { [ -d "${WAYMARK_SHARED:-../shared}/data/open/okrs" ]; }

dev_stats() { python3 tools/stats.py; }
