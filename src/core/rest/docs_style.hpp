#pragma once

#include <string_view>

namespace waymark::rest {

inline constexpr std::string_view docs_style = R"css(
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --quiet: color-mix(in srgb, currentColor 72%, transparent); }
body { font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 6rem; }
h1 { font-size: 1.9rem; margin-bottom: .25rem; }
h2 { border-bottom: 1px solid var(--line); font-size: 1.3rem; margin-top: 3rem; padding-bottom: .3rem; }
h3 { font-size: 1rem; margin: 2rem 0 .25rem; }
h4 { color: var(--quiet); font-size: .85rem; margin: .75rem 0 0; }
p { margin: .25rem 0; }
nav ul { columns: 12rem; list-style: none; padding: 0; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
.method { border: 1px solid currentColor; border-radius: .3rem; display: inline-block; font-size: .75rem; margin-right: .5rem; min-width: 3.6rem; text-align: center; }
.quiet { color: var(--quiet); }
table { border-collapse: collapse; font-size: .92rem; width: 100%; }
td, th { border-bottom: 1px solid var(--line); padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
td:first-child { width: 16rem; }
@media (max-width: 40rem) { td:first-child { width: 40%; } }
)css";

}  // namespace waymark::rest
