# The tests. A stage is timed, logged to build/reports/STAGE.log and counted by tools/test_report.py.

reports=$PWD/build/reports
suites=(web checks corpus journeys lighthouse bench server shipped answers)

dev_test() {
  rm -rf "$reports" && mkdir -p "$reports"
  trap finish_tests EXIT
  case ${1:-} in
    '' | --day) test_everything "$@" ;;
    --quick) test_quickly ;;
    *) test_slice "$@" ;;
  esac
}

dev_ci() { bash .ci/run; }

# test_everything [--day DAY]: without a day it is today here, and in CI the day that is drawn from the commit.
test_everything() {
  stage setup set_up_tests
  need_node
  [ -n "${1:-}" ] || [ "${CI:-}" != true ] || set -- --day "$(day_of "$(git rev-parse HEAD)")"
  take_day "$@"
  start_postgres
  stage build-web build_web
  stage web test_web
  stage build-release build_shipped
  build_beside asan  # a browser leaves a third of the time
  stage checks run_checks release
  WAYMARK_SENTENCES=1000000 WAYMARK_POWER_CUTS=25000 stage corpus test_server release --tests-regex '^(corpus|powercut_.*)$'
  stage journeys with_demo_server test_journeys
  end_build_beside
  WAYMARK_BINARY='' stage lighthouse with_demo_server run_lighthouse  # its browser knows no other day than today
  stage bench check "the benchmark loads, gets right answers and prints ratios" node bench/run.mjs --smoke
  stage build-asan build_server asan
  # What counts memory and time, or cuts the power, is tried on the program that ships alone.
  WAYMARK_ANSWERS=$reports/answers/sanitized stage server test_server asan --exclude-regex '^(faults|abuse|backup|kill|corpus|powercut_.*)$'
  stage shipped test_shipped
  stage answers check "both builds give the same answers" \
    python3 tools/compare_answers.py "$reports/answers/sanitized" "$reports/answers/shipped"
}

# What tells soonest whether a change is right: one build, the tests of functions and slices, the scenarios on both databases, the web app's, the checks.
test_quickly() {
  suites=(web checks server)
  stage setup set_up_tests
  need_node
  start_postgres
  stage build build_server debug waymark quick_tests
  stage web test_web
  stage checks run_checks debug
  stage server test_server debug --label-regex '^quick$'
}

# The program that ships, and the tests that need its compiler flags.
build_shipped() {
  cmake --preset release -DWAYMARK_CORPUS=ON --log-level=WARNING >/dev/null
  build_server release
}

# What is asked over HTTP or on the command line is asked of the program that ships as well; only the one who asks is built otherwise.
test_shipped() {
  WAYMARK_PROGRAM=$PWD/build/release/waymark WAYMARK_ANSWERS=$reports/answers/shipped WAYMARK_KILLS=300 \
    test_server asan --tests-regex '^(scenarios|program|real_data|last_run|backup|kill|faults|upgrade|abuse)$'
}

set_up_tests() {
  need_packages build test bench
  need_node
  need_sqlite
  need_web_packages
}

# stage NAME COMMAND…: runs COMMAND in a shell of its own; a failure is remembered and the next stage still runs.
stage() {
  local name=$1 started=$SECONDS status
  shift
  results=$reports/$name
  say "== $name"
  set +e
  (set -e; "$@") 2>&1 | tee "$reports/$name.log"
  status=${PIPESTATUS[0]}
  set -e
  printf '%s\t%s\t%s\n' "$name" "$((SECONDS - started))" "$status" >>"$reports/stages.tsv"
}

finish_tests() {
  local status=$?
  end_build_beside
  stop_postgres
  command -v python3 >/dev/null || { echo "0 passed, 1 failed"; exit 1; }
  python3 tools/test_report.py "$reports" "${suites[@]}" || status=1
  exit "$status"
}

# test_server PRESET [CTEST OPTION…]
test_server() {
  local preset=$1
  shift
  local written=$PWD/build/$preset/reports status=0
  rm -rf "$written"
  ctest --test-dir "build/$preset" --parallel 2 --timeout 1800 --no-tests=error --output-on-failure \
    --output-junit "$results.junit" "$@" || status=$?
  [ ! -d "$written" ] || cp -r "$written" "$results"
  return "$status"
}

test_web() {
  local status=0
  check "web lint" npm --prefix web run --silent lint || status=1
  check "web types" npm --prefix web run --silent typecheck || status=1
  npm --prefix web run --silent test -- --reporter=default --reporter=json --outputFile.json="$results.json" || status=1
  return "$status"
}

test_journeys() {
  npm --prefix web run --silent e2e -- --reporter=default --reporter=json --outputFile.json="$results.json"
}

dev_races() {
  need_packages build test
  rm -rf "$reports" && mkdir -p "$reports"
  trap stop_postgres EXIT
  start_postgres
  build_server tsan
  results=$reports/races
  test_server tsan --exclude-regex "^faults\$" "$@"
}

# test_slice SLICE[/ROOM] [--units]. The scenarios of one slice run in seconds; WAYMARK_ACCEPT_SLICE is how their runner is told which. Of a room only its
# tests are run. --units: neither scenarios, which link the whole product, nor the web app's.
test_slice() {
  local slice=$1 only=${2:-} name=${1//\//_} tests
  suites=("$name")
  [ -d "src/$slice" ] || { echo "There is no src/$slice." >&2; return 2; }
  case $only in '' | --units) ;; *) echo "./dev test SLICE [--units]" >&2; return 2 ;; esac
  mapfile -t tests < <(programs_of "$slice")
  [ "${tests[*]}" = "$name" ] || [ "$slice" = "${slice%%/*}" ] || export GTEST_FILTER=$(suites_of "src/$slice")
  [ -n "$only" ] || ! compgen -G "src/$slice/api/*.api" >/dev/null || tests+=(scenarios)
  set_up_tests
  start_postgres
  build_server debug "${tests[@]/#/test_}"
  WAYMARK_ACCEPT_SLICE=$slice stage "$name" test_server debug --tests-regex "^($(IFS='|' && echo "${tests[*]}"))\$"
  [ -n "$only" ] || [ ! -d "web/src/features/$slice" ] || stage "web-$name" npm --prefix web run --silent test -- "src/features/$slice" \
    --reporter=default --reporter=json --outputFile.json="$reports/web-$name.json" --passWithNoTests
}

# The programs that hold the tests of a slice or room: cmake/slice.cmake puts those of rooms into one where there is a door, but for those of rules.
programs_of() {
  local slice=${1%%/*} room apart=rules
  compgen -G "src/$slice/*.cpp" >/dev/null || apart='*'
  if [ "$1" != "$slice" ]; then
    if [ "$apart" = '*' ] || [ "${1##*/}" = rules ]; then echo "${1//\//_}"; else echo "$slice"; fi
    return
  fi
  [ "$apart" = '*' ] || echo "$slice"
  for room in src/"$slice"/$apart/; do
    ! compgen -G "$room*_test.cpp" >/dev/null || echo "${slice}_$(basename "$room")"
  done
}

# What to ask of a program so that it runs the tests of a folder alone.
suites_of() {
  sed -nE 's/^ *(TEST|TEST_F|TEST_P|RC_GTEST_PROP)\((\w+),.*/\2/p' "$1"/*_test.cpp | sort -u | sed 's#.*#&.*:*/&.*#' | paste --serial --delimiters=:
}

dev_accept() {
  need_packages build test
  trap stop_postgres EXIT
  start_postgres
  build_server debug test_scenarios
  WAYMARK_ACCEPT=1 WAYMARK_ACCEPT_SLICE=${1:-} ctest --test-dir build/debug --tests-regex '^scenarios$' --output-on-failure
  git diff --stat -- '*.api'
}
