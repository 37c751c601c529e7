# libFuzzer targets of tests/fuzz, each for a while from its corpus. A crash leaves its input in build/fuzz/crashes.

dev_fuzz() {
  local seconds=${1:-30} target passed=0 failed=0 name
  need_packages build test fuzz
  build_server fuzz fuzz_targets
  mkdir -p build/fuzz/crashes
  for target in $(find build/fuzz/tests/fuzz -maxdepth 1 -type f -executable -name 'fuzz_*' | sort); do
    name=${target##*/fuzz_}
    say "== $name, $seconds s"
    mkdir -p "build/fuzz/corpus/$name"
    if "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=1 \
      -artifact_prefix="build/fuzz/crashes/$name-" "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name" \
      2>"build/fuzz/$name.log"; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1))
    fi
    tail -n 6 "build/fuzz/$name.log"
  done
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
