# What a fresh Debian 12 lacks: packages from Debian, a Node that Vite accepts, the web app's packages from npm.

node_wanted=20.19.0
node_package=24.21.0
sqlite_package=better-sqlite3@12.11.1  # carries the source of SQLite 3.53.2

dev_setup() { need_packages build; need_node; need_sqlite; need_web_packages; }

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

as_root() {
  if [ "$EUID" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages LIST…: LIST is build, test, fuzz or bench.
need_packages() {
  local list packages=()
  for list in "$@"; do
    case $list in build) list=tools/packages.txt ;; *) list=tools/packages-$list.txt ;; esac
    mapfile -t -O "${#packages[@]}" packages <"$list"
  done
  local missing
  mapfile -t missing < <(comm -13 <(installed_packages) <(printf '%s\n' "${packages[@]}" | sort -u))
  [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
}

installed_packages() {
  dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u
}

install_packages() {
  say "Installing from Debian: $*"
  local quiet=/usr/sbin/policy-rc.d  # keeps database and web server packages from starting their services
  local placed='' log=build/apt.log status=0
  mkdir -p build
  if [ ! -e "$quiet" ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root install -m 755 /dev/stdin "$quiet"
    placed=yes
  fi
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    </dev/null >"$log" 2>&1 || status=$?
  [ -z "$placed" ] || as_root rm -f "$quiet"
  [ "$status" -eq 0 ] || tail -n 20 "$log" >&2
  return "$status"
}

need_node() {
  [ -x build/node/node_modules/.bin/node ] && PATH=$PWD/build/node/node_modules/.bin:$PATH
  if node_is_new_enough && command -v npm >/dev/null; then return; fi
  command -v npm >/dev/null || install_packages nodejs npm
  node_is_new_enough || install_newer_node
}

node_is_new_enough() {
  command -v node >/dev/null &&
    printf '%s\n' "$node_wanted" "$(node --version | tr -d v)" | sort --version-sort --check=quiet
}

install_newer_node() {
  local arch
  case $(uname -m) in x86_64) arch=x64 ;; aarch64) arch=arm64 ;; *) echo "No Node package for $(uname -m)." >&2; return 1 ;; esac
  say "Node $(node --version) is too old for Vite; taking $node_package from npm"
  npm install --prefix build/node --no-save --no-audit --no-fund --loglevel=error "node-linux-$arch@$node_package"
  PATH=$PWD/build/node/node_modules/.bin:$PATH
}

# The source alone, byte for byte the one that was looked at; nothing of the package is run.
need_sqlite() {
  sqlite_is_there && return
  need_node
  say "Taking the source of SQLite from npm"
  mkdir -p build/sqlite
  npm pack --silent --pack-destination build "$sqlite_package" >/dev/null
  tar -xzf "build/${sqlite_package/@/-}.tgz" -C build/sqlite --strip-components=3 package/deps/sqlite3
  rm "build/${sqlite_package/@/-}.tgz"
  sqlite_is_there || { echo "What came is not the SQLite of cmake/sqlite.sha256." >&2; return 1; }
}

sqlite_is_there() { (cd build/sqlite 2>/dev/null && sha256sum --check --status ../../cmake/sqlite.sha256); }

need_web_packages() {
  local stamp=web/node_modules/.lock-installed
  cmp -s web/package-lock.json "$stamp" && return
  say "Installing the web app's packages from npm"
  NODE_NO_WARNINGS=1 npm --prefix web ci --no-audit --no-fund --loglevel=error
  cp web/package-lock.json "$stamp"
}
