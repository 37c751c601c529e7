#pragma once

#include <cstddef>

namespace waymark::http {

// What all connections together may hold of bytes that came in or wait to go out, and how much of it callers who are
// not known. On the I/O thread only.
class Budget {
 public:
  Budget(std::size_t whole, std::size_t of_unknown) : whole_(whole), of_unknown_(of_unknown) {}

  // What one connection holds.
  class Hold {
   public:
    explicit Hold(Budget& budget) : budget_(budget) {}
    ~Hold() { cover(0, true); }
    Hold(Hold const&) = delete;
    Hold& operator=(Hold const&) = delete;

    // Holds so many bytes from now on, more or fewer than before; false, and nothing changes, where there is no room.
    bool cover(std::size_t bytes, bool known);

   private:
    Budget& budget_;
    std::size_t bytes_{0};
    bool known_{false};
  };

  std::size_t used() const { return used_; }

 private:
  std::size_t whole_;
  std::size_t of_unknown_;
  std::size_t used_{0};
  std::size_t used_by_unknown_{0};
};

}  // namespace waymark::http
