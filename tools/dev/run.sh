# Running the demo world.

demo_address=127.0.0.1:8080

dev_run() {
  dev_setup
  build_server release
  build_web
  [ -e build/demo ] || make_demo
  cat build/demo/people.txt
  exec build/release/waymark serve --data build/demo --listen "${1:-$demo_address}" --web web/dist
}

dev_demo() {
  dev_setup
  build_server release
  make_demo
  cat build/demo/people.txt
}

# A world appears whole or not at all; people.txt says how to sign in.
make_demo() {
  rm -rf build/demo.new
  mkdir -p build/demo.new
  build/release/waymark demo --data build/demo.new >build/demo.txt
  mv build/demo.txt build/demo.new/people.txt
  rm -rf build/demo
  mv build/demo.new build/demo
}

# with_demo_server COMMAND…: runs COMMAND with WAYMARK_URL set to a fresh demo world on a free port, on the day that was chosen.
with_demo_server() {
  local port data status=0 waymark=${WAYMARK_BINARY:-build/release/waymark}
  port=$(free_port)
  data=$(mktemp -d)
  "$waymark" demo --data "$data/demo" >"$data/people.txt"
  "$waymark" serve --data "$data/demo" --listen "127.0.0.1:$port" --web web/dist >"$data/server.log" 2>&1 &
  local server=$!
  if wait_for_server "http://127.0.0.1:$port/"; then
    WAYMARK_URL=http://127.0.0.1:$port "$@" || status=$?
  else
    status=1
  fi
  kill "$server" 2>/dev/null || true
  wait "$server" || true
  [ "$status" -eq 0 ] || tail -n 40 "$data/server.log" >&2
  rm -rf "$data"
  return "$status"
}

wait_for_server() {
  curl --silent --fail --output /dev/null --retry 50 --retry-delay 0 --retry-max-time 20 --retry-connrefused "$1"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# dev_screens [--day DAY] [LOOK… | all]: what is kept with the sources is one look; any other, and all, go where builds go.
dev_screens() {
  need_packages build test
  take_day "$@"
  dev_setup
  build_server release
  build_web
  case ${rest[*]} in
    '') with_demo_server node tools/screens.mjs docs/screens desk-light ;;
    all) with_demo_server node tools/screens.mjs build/screens ;;
    *) with_demo_server node tools/screens.mjs build/screens "${rest[@]}" ;;
  esac
}
