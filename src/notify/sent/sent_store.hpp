#pragma once

#include "notify/notice/notice_store.hpp"
#include "notify/sent/sent_shapes.hpp"

// The lines of what was sent. They are only ever added, and forgotten when they are old.
namespace waymark::notify::store {

void log_sent(db::Tx& tx, Fresh const& fresh);
void log_passed_on(db::Tx& tx, NoticeId notice);          // as it stands in the inbox now
void log_held(db::Tx& tx, Fresh const& fresh, Held why);  // once for a reason
void log_more(db::Tx& tx, Fresh const& fresh);            // the line about the same speaks of more
SentId log_everybody(db::Tx& tx, Fresh const& fresh, std::int64_t people);
void log_more_people(db::Tx& tx, SentId line, std::int64_t people);

// What HR alone may know is there for HR alone, and nothing of what is a draft is there.
std::vector<SentLine> sent_lines(db::Tx& tx, SentFilter const& filter, bool hr, std::int64_t most);

void forget_sent(db::Tx& tx, base::Millis before);

}  // namespace waymark::notify::store
