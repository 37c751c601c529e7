# Whether the tests can fail: tools/mutants.py turns the rules and runs the scenarios, tools/rights_mutants.py turns who may do and see what. Each in a working copy of what is
# committed, and goes on where it was cut.

# dev_mutants [COUNT] [SEED] | --rights [COUNT] [ONLY]
dev_mutants() {
  if [ "${1:-}" = --rights ]; then
    rights_mutants "${2:-1000000}" "${3:-}"
    return
  fi
  local count=${1:-100} seed=${2:-$RANDOM} commit folder=$PWD/build/mutants
  mutants_tree "$folder"
  commit=$(git rev-parse HEAD)
  python3 tools/mutants.py "$folder/tree" "$folder/${commit:0:10}-$seed.tsv" "$count" "$seed" "${WAYMARK_JOBS:-$(nproc)}"
}

# The list is that of the sources: what was tried before counts as long as the line says the same.
rights_mutants() {
  local folder=$PWD/build/rights_mutants
  mutants_tree "$folder"
  python3 tools/rights_mutants.py "$folder/tree" "$folder/tried.tsv" run "$1" "$2"
}

# mutants_tree FOLDER: a clean working copy of the commit in FOLDER/tree, configured.
mutants_tree() {
  need_packages build test
  mkdir -p "$1"
  git worktree prune
  [ -e "$1/tree/.git" ] || git worktree add --quiet --force --detach "$1/tree" "$(git rev-parse HEAD)"
  git -c safe.directory="$1/tree" -C "$1/tree" checkout --quiet --force --detach "$(git rev-parse HEAD)"
  (cd "$1/tree" && need_sqlite && { [ -f build/debug/build.ninja ] || cmake --preset debug --log-level=WARNING; })
}
