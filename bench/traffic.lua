-- Requests for wrk. {id} in the path is the public id of a row, {row} in the body its number;
-- rows follow one pseudo-random sequence, the same in every run.
local path = os.getenv("BENCH_PATH")
local body = os.getenv("BENCH_BODY")
local rows = tonumber(os.getenv("BENCH_ROWS"))
local headers = { ["Accept"] = "application/json" }
local token = os.getenv("BENCH_TOKEN")
if token then headers["Authorization"] = "Bearer " .. token end
if body then headers["Content-Type"] = "application/json" end

local ids
local id_file = os.getenv("BENCH_IDS")
if id_file then
  ids = {}
  for line in io.lines(id_file) do ids[#ids + 1] = line end
end

local before, after = path:match("^(.-){id}(.*)$")
local seed = 12345

function request()
  seed = (seed * 16807) % 2147483647
  local row = seed % rows + 1
  local target = before and (before .. (ids and ids[row] or row) .. after) or path
  local text = body and body:gsub("{row}", row):gsub("{value}", row * 7 % 101):gsub("{confidence}", row % 10 + 1)
  return wrk.format(body and "POST" or "GET", target, headers, text)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'BENCH {"requests":%d,"us":%d,"bytes":%d,"p50_us":%d,"p99_us":%d,"bad_status":%d,"broken":%d}\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
