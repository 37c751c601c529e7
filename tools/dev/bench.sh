# The benchmarks; what they load and measure stands in bench/README.md.

dev_bench() {
  need_packages build test bench
  dev_setup
  build_server release
  build_web
  node bench/run.mjs "$@"
}
