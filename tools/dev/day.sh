# The day that journeys and pictures live on. The program's clock is set by Debian's libfaketime, that of the pages by tests/journeys/day.ts: both are
# as far ahead of the machine's (or behind), so they agree and go on.

# A Monday, a Sunday, the last day of a quarter, 29 February, 31 December, and the days the clocks change and the Mondays after: Europe, then the US.
days=(
  2026-11-30 2026-11-29 2026-09-30 2028-02-29 2026-12-31
  2027-03-28 2027-03-29 2026-10-25 2026-10-26
  2027-03-14@America/New_York 2027-03-15@America/New_York 2026-11-01@America/New_York 2026-11-02@America/New_York
)

# day_of COMMIT: one of the days, the same for the same commit.
day_of() { echo "${days[$((0x${1:0:8} % ${#days[@]}))]}"; }

# live_on DAY[@ZONE]: from now on it is ten in the morning (UTC) of that day, and pages are read in that time zone.
live_on() {
  local day=${1%%@*} zone=Europe/Berlin noon ahead library
  case $1 in *@*) zone=${1#*@} ;; esac
  [[ $day =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] && noon=$(date --utc --date "$day 10:00" +%s 2>/dev/null) ||
    { echo "A day reads 2026-11-29, or 2027-03-14@America/New_York." >&2; return 2; }
  library=$(find /usr/lib -name libfaketimeMT.so.1 | head -n 1)
  [ -n "$library" ] || { echo "libfaketime is missing (Debian's package faketime)." >&2; return 1; }
  ahead=$((noon - $(date +%s)))
  mkdir -p build/day
  printf '#!/bin/sh\nexec env LD_PRELOAD=%q FAKETIME=%+d FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1 %q "$@"\n' \
    "$library" "$ahead" "$PWD/build/release/waymark" >build/day/waymark
  chmod +x build/day/waymark
  export WAYMARK_BINARY=$PWD/build/day/waymark WAYMARK_DAY=$day WAYMARK_AHEAD=$ahead WAYMARK_ZONE=$zone
  say "It is $day, read in $zone"
}

# take_day ARGUMENTS…: obeys a leading "--day DAY"; what is left is in `rest`.
take_day() {
  rest=("$@")
  [ "${1:-}" = --day ] || return 0
  need_packages build test
  live_on "${2:-}"
  rest=("${@:3}")
}
