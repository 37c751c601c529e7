# A private PostgreSQL cluster for the tests: made anew, reachable on 127.0.0.1 only, gone afterwards.

start_postgres() {
  postgres_dir=$(mktemp -d)
  local port as=() bin=/usr/lib/postgresql/15/bin
  port=$(free_port)
  if [ "$EUID" -eq 0 ]; then  # PostgreSQL refuses to run as root
    chown postgres "$postgres_dir"
    as=(runuser -u postgres --)
  fi
  (cd "$postgres_dir" && "${as[@]}" "$bin/initdb" --pgdata cluster --username waymark --auth trust --encoding UTF8 \
    --locale C.UTF-8 --no-sync >initdb.log)
  local options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$postgres_dir -c max_connections=200"
  options+=" -c fsync=${WAYMARK_PG_FSYNC:-off}"
  (cd "$postgres_dir" && "${as[@]}" "$bin/pg_ctl" --pgdata cluster --log server.log --options "$options" --wait start >/dev/null)
  postgres_stop=("${as[@]}" "$bin/pg_ctl" --pgdata "$postgres_dir/cluster" --mode immediate stop)
  "$bin/createdb" --host 127.0.0.1 --port "$port" --username waymark waymark_test
  export WAYMARK_TEST_PG=postgresql://waymark@127.0.0.1:$port/waymark_test
}

stop_postgres() {
  [ -n "${postgres_dir:-}" ] || return 0
  (cd / && "${postgres_stop[@]}" >/dev/null 2>&1) || true
  rm -rf "$postgres_dir"
}
