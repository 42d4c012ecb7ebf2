#include "gui/frame.hpp"

namespace hdskit::gui {

void Frame::with_standing(wxWindow* owner, const std::string& framework, TakeStanding take) {
  auto& known = standings_[framework];
  const bool now = known.revision == session_->revision();
  if (now && known.standing && known.standing->day == session_->today()) return take(std::shared_ptr{known.standing});
  known.awaiting.push_back({wxWeakRef<wxWindow>{owner}, std::move(take)});
  if (!now || known.reading == 0) read_standing_of(framework);
}

void Frame::read_standing_of(const std::string& framework) {
  const auto revision = session_->revision();
  std::erase_if(standings_, [&](const auto& other) { // each holds the whole file: those of before are not kept
    return other.first != framework && other.second.revision != revision && other.second.reading == 0;
  });
  auto& known = standings_[framework];
  known.revision = revision;
  known.standing.reset();
  const int reading = known.reading = ++readings_;
  background_->run(
      this, "",
      [location = session_->location(), day = session_->today(), framework](const Progress&) {
        return read_standing(Workspace::open(location), day, framework);
      },
      [this, framework, reading](std::shared_ptr<const Standing> standing) { standing_read(framework, reading, std::move(standing)); },
      [this, framework, reading](const std::exception_ptr& failure) { standing_failed(framework, reading, failure); });
}

void Frame::standing_read(const std::string& framework, int reading, std::shared_ptr<const Standing> standing) {
  const auto found = standings_.find(framework);
  if (!session_ || found == standings_.end() || found->second.reading != reading) return; // another reading is on its way
  auto& known = found->second;
  known.reading = 0;
  known.standing = standing;
  for (auto& waiting : std::exchange(known.awaiting, {}))
    if (waiting.owner) waiting.take(standing);
}

void Frame::standing_failed(const std::string& framework, int reading, const std::exception_ptr& failure) {
  const auto found = standings_.find(framework);
  if (found == standings_.end() || found->second.reading != reading) return;
  standings_.erase(found);
  if (session_) tell_problem(failure);
}

} // namespace hdskit::gui
