# What begins with a form: `./dev new slice NAME`.

dev_new() {
  [ "${1:-}" = slice ] && [ $# -eq 2 ] || { echo "./dev new slice NAME" >&2; return 2; }
  need_packages build test
  python3 tools/new_slice.py "$2"
  dev_gen
  say "Next: say in ARCHITECTURE.md what $2 is, then ./dev test $2"
}
