# The benchmarks; what they load and measure stands in bench/README.md.

dev_bench() {
  need_packages build bench
  need_node
  build_server release
  node bench/run.mjs "$@"
}
