# Whether the scenarios can fail: tools/mutants.py in a working copy of what is committed. The same seed at the same commit goes on where it was cut.

# dev_mutants [COUNT] [SEED]
dev_mutants() {
  local count=${1:-100} seed=${2:-$RANDOM} commit folder=$PWD/build/mutants
  need_packages build test
  commit=$(git rev-parse HEAD)
  mkdir -p "$folder"
  git worktree prune
  [ -e "$folder/tree/.git" ] || git worktree add --quiet --force --detach "$folder/tree" "$commit"
  git -c safe.directory="$folder/tree" -C "$folder/tree" checkout --quiet --force --detach "$commit"
  [ -f "$folder/tree/build/debug/build.ninja" ] || (cd "$folder/tree" && cmake --preset debug --log-level=WARNING)
  python3 tools/mutants.py "$folder/tree" "$folder/${commit:0:10}-$seed.tsv" "$count" "$seed" "${WAYMARK_JOBS:-$(nproc)}"
}
