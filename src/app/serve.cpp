#include "app/serve.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <thread>

#include "app/edge.hpp"
#include "app/health.hpp"
#include "app/last_run.hpp"
#include "app/organisation.hpp"
#include "app/place.hpp"
#include "app/wiring.hpp"
#include "connect/rehearsal.hpp"
#include "core/base/memory.hpp"
#include "core/http/server.hpp"

namespace waymark::app {

void start_log() {
  auto log = std::make_shared<spdlog::logger>("waymark", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  log->set_pattern("time=%Y-%m-%dT%H:%M:%S.%e%z level=%l message=\"%v\"");
  spdlog::set_default_logger(log);
}

namespace {

// A connection needs a descriptor, and the files of the database need some: where the system gives fewer than that,
// there are fewer places. Behind a proxy all connections come from one address.
http::Limits limits_of(Config const& config) {
  constexpr rlim_t others = 256;
  http::Limits limits;
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, std::max<rlim_t>(files.rlim_cur, limits.connections + others));
    setrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_cur < limits.connections + others)
      limits.connections = files.rlim_cur > 2 * others ? files.rlim_cur - others : others;
  }
  limits.connections_of_a_house = config.behind_proxy ? limits.connections : limits.connections / 2;
  return limits;
}

std::unique_ptr<http::Server> listen(Config const& config, http::Handler handler, http::Hooks hooks) {
  try {
    return std::make_unique<http::Server>(config.address, config.port, std::move(handler), limits_of(config),
                                          std::move(hooks));
  } catch (std::runtime_error const& e) {
    throw base::Problem{base::Code::too_busy, "cannot_listen", e.what()};
  }
}

// A reader for each processor keeps all of them busy, and 24 MiB together hold the upper pages of a large company's
// tables. PostgreSQL commits together what comes over many connections.
db::Options connections_for(std::string const& place) {
  if (place.starts_with("postgres")) return {.readers = 16, .wait = std::chrono::seconds{5}};
  auto const readers = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 2, 8);
  return {.readers = readers, .cache_kib = 24 * 1024 / readers};
}

void tell_about(RunNote const& note) {
  if (note.last()) spdlog::warn("the last run ended by {}", *note.last());
}

}  // namespace

void serve(Config const& config, identity::Options options) {
  base::let_threads_wait_for_memory();
  base::SystemClock const clock;
  std::optional<RunNote> note;  // first, so that it is taken away when all else has stopped
  auto const database = open_existing(config.data, clock, connections_for(config.data));
  connect::clear_rehearsal(*database);
  options.organisation = organisation_of(*database);
  options.answer_first = true;
  Product product{*database, options};
  product.router.limit_callers({.per_second = config.rate, .burst = 10 * config.rate});
  product.jobs.start();
  Health health{*database};
  Edge const edge{config, [&](http::Request const& request) { return product.router.answer(request); },
                  [&] { return health.answer(); }};
  auto const server = listen(
      config, [&](http::Request const& request) { return edge.answer(request); }, hooks_of(edge, product));
  server->stop_on_signals();
  if (auto const file = run_file(config.data, server->port())) tell_about(note.emplace(*file, clock));
  spdlog::info("serving on http://{}:{}", config.address, server->port());
  server->run();
  spdlog::info("stopped");
}

}  // namespace waymark::app
