# Building the server and the web app. Nothing is built twice from the same sources.

dev_build() {
  local preset=${1:-debug}
  case $preset in
    debug | asan | tsan) need_packages build test ;;
    fuzz) need_packages build fuzz ;;
    *) need_packages build ;;
  esac
  build_server "$preset"
}

# build_server PRESET [TARGET…]
build_server() {
  local preset=$1
  shift
  need_sqlite
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" --log-level=WARNING
  cmake --build --preset "$preset" --parallel "${WAYMARK_JOBS:-$(nproc)}" ${1:+--target "$@"}
}

# build_beside PRESET: builds in what others leave of the processors, until end_build_beside; build_server goes on from there. It has a session of its
# own, because the system shares time between sessions first.
build_beside() {
  [ -f "build/$1/build.ninja" ] || cmake --preset "$1" --log-level=WARNING
  setsid nice -n 19 bash -c '{ echo 19 >/proc/self/autogroup; } 2>/dev/null; exec cmake --build --preset "$1" --parallel "$(nproc)"' beside "$1" \
    >"build/$1/beside.log" 2>&1 &
  beside=$!
}

end_build_beside() {
  [ -n "${beside:-}" ] || return 0
  kill -- "-$beside" 2>/dev/null || true
  wait "$beside" 2>/dev/null || true
  beside=
}

build_web() {
  local stamp=web/dist/.sources now
  now=$(web_sources | xargs -0 sha256sum | sha256sum)
  [ "$now" = "$(cat "$stamp" 2>/dev/null)" ] && return
  say "Building the web app"
  npm --prefix web run --silent build >build/web.log || { cat build/web.log >&2; return 1; }
  echo "$now" >"$stamp"
}

web_sources() {
  find web \( -name node_modules -o -name dist \) -prune -o -type f -print0 | sort -z
}

dev_gen() {
  dev_setup
  build_server debug waymark
  write_api_document docs/api/openapi.json
  npm --prefix web run --silent gen
}

write_api_document() {
  mkdir -p "$(dirname "$1")"
  build/debug/waymark openapi >"$1.tmp"
  mv "$1.tmp" "$1"
}
