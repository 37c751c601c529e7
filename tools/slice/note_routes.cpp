#include "core/rest/created.hpp"
#include "sample/notes.hpp"
#include "sample/sample.hpp"

namespace waymark::sample {

using rest::Call;
using rest::Nothing;

std::vector<rest::Route> routes() {
  return {
      rest::get("/api/v1/sample-notes", policy::signed_in, "What the caller wrote down, the newest first.",
                [](Call<Nothing, NoteQuery> const& c) { return own_notes(c.tx, c.viewer, c.query); }),
      rest::post(
          "/api/v1/sample-notes", policy::signed_in, "Writes something down for oneself.",
          [](Call<NewNote> const& c) { return rest::created(write_note(c.tx, c.viewer, c.body), "sample-notes"); }),
  };
}

}  // namespace waymark::sample
