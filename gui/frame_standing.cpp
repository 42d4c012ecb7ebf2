#include "gui/frame.hpp"

namespace hdskit::gui {

void Frame::with_standing(wxWindow* owner, std::function<void(std::shared_ptr<const Standing>)> take) {
  const auto revision = session_->revision();
  if (standing_ && standing_revision_ == revision && standing_->day == session_->today()) return take(standing_);
  awaiting_.push_back({wxWeakRef<wxWindow>{owner}, std::move(take)});
  if (reading_revision_ == revision) return; // on its way
  reading_revision_ = revision;
  background_->run(
      this, "", [location = session_->location(), day = session_->today()](const Progress&) { return read_standing(Workspace::open(location), day); },
      [this, revision](std::shared_ptr<const Standing> standing) {
        if (!session_ || reading_revision_ != revision) return; // another reading is on its way
        reading_revision_.reset();
        standing_ = std::move(standing);
        standing_revision_ = revision;
        for (auto& waiting : std::exchange(awaiting_, {}))
          if (waiting.owner) waiting.take(standing_);
      },
      [this, revision](const std::exception_ptr& failure) { standing_failed(revision, failure); });
}

void Frame::standing_failed(std::int64_t revision, const std::exception_ptr& failure) {
  if (reading_revision_ != revision) return;
  reading_revision_.reset();
  awaiting_.clear();
  if (session_) tell_problem(failure);
}

} // namespace hdskit::gui
