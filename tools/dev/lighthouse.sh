# Lighthouse on the built web app, served by the release binary with the demo world.

dev_lighthouse() {
  need_packages build test
  dev_setup
  build_server release
  build_web
  with_demo_server run_lighthouse --performance
}

# run_lighthouse [--performance]: the flag also holds the speed against what we promise.
run_lighthouse() {
  need_lighthouse
  node tests/lighthouse/audit.mjs "$@"
}

# In a package of its own: its dependencies are many and move fast.
need_lighthouse() {
  local lock=tests/lighthouse/package-lock.json stamp=tests/lighthouse/node_modules/.lock-installed
  cmp -s "$lock" "$stamp" && return
  say "Installing Lighthouse from npm"
  NODE_NO_WARNINGS=1 recent_npm --prefix tests/lighthouse ci --no-audit --no-fund --loglevel=error
  cp "$lock" "$stamp"
}

# Debian's npm 9 stumbles over an override of a package that another one wants as "latest".
recent_npm() {
  case $(npm --version) in
    [0-9].*) npm exec --yes --loglevel=error npm@10.9.4 -- "$@" ;;
    *) npm "$@" ;;
  esac
}
