#pragma once

#include "notify/notice/notice_shapes.hpp"

namespace waymark::notify {

// Does a notice of this kind lead to one objective and speak of another? Its place is then the other one: whoever may
// not open both is not told. The page needs the first alone. [NOT-29]
constexpr bool speaks_of_another(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::dependency_asked:
    case NoticeKind::dependency_answered:
    case NoticeKind::link_proposed:
    case NoticeKind::link_accepted:
    case NoticeKind::parent_cancelled:
    case NoticeKind::parent_retitled: return true;
    default: return false;
  }
}

}  // namespace waymark::notify
