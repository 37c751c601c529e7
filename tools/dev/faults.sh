# Calls that fail at every place, power cuts, kills and an hour of load: more of what `./dev test` tries in part. Figures come as a table.

# dev_faults [--deep]: with --deep a million power cuts and 2,000 kills as well, which takes hours.
dev_faults() {
  need_packages build test
  build_shipped
  build_server debug test_faults test_kill failing_calls
  trap stop_postgres EXIT
  start_postgres
  local status=0
  each_place_fails || status=1
  [ "${1:-}" != --deep ] || power_goes_and_programs_die || status=1
  return "$status"
}

each_place_fails() {
  local table=$PWD/build/faults.tsv status=0
  printf 'operation\tfailure\thow often\ttried\tmet\tdone\trefused\tcut off\tstarted anew\tlongest s\n' >"$table"
  WAYMARK_FAULTS=all WAYMARK_FAULTS_TABLE=$table WAYMARK_PROGRAM=$PWD/build/release/waymark \
    build/debug/tests/test_faults --gtest_brief=1 >build/faults.log 2>&1 || status=$?
  column -t -s $'\t' "$table"
  [ "$status" -eq 0 ] || tail -n 60 build/faults.log
  return "$status"
}

# Two processes, each with runs of its own.
power_goes_and_programs_die() {
  local status=0 halves=()
  for seed in 1 1000001; do
    WAYMARK_POWER_CUTS=500000 WAYMARK_POWER_CUT_SEED=$seed build/release/tests/powercut/test_powercut --gtest_brief=1 &
    halves+=($!)
  done
  for half in "${halves[@]}"; do wait "$half" || status=1; done
  WAYMARK_KILLS=2000 WAYMARK_PROGRAM=$PWD/build/release/waymark build/debug/tests/test_kill --gtest_brief=1 || status=1
  return "$status"
}

# dev_soak [MINUTES]
dev_soak() {
  need_packages build test
  need_node
  build_shipped
  build_web
  node tools/soak.mjs "${1:-60}"
}
