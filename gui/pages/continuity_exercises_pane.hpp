#pragma once

#include "gui/pages/continuity_record.hpp"
#include "gui/presenter/continuity_exercises.hpp"

class wxButton;
class wxChoice;
class wxStaticText;

namespace hdskit::gui {

class ListView;

namespace pages {

/// The exercises; below them the chronicle of the chosen one, corrective actions, the programme or what was exercised; the chosen record at the right.
class ContinuityExercisesPane : public ContinuityPane {
public:
  ContinuityExercisesPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const ContinuityMap> map) override;
  bool shows(std::string_view kind) const override;
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override;
  void focus() override;

private:
  wxSizer* new_buttons();
  wxWindow* new_left(wxWindow* parent);
  wxWindow* new_below(wxWindow* parent);
  void choose(const std::string& key);
  void observe();
  void follow_record();
  void show_view(ExerciseView view);
  void wrap();

  const Desk& desk_;
  std::shared_ptr<const ContinuityMap> map_;
  std::string exercise_; ///< reference of the chosen one
  ExerciseView view_ = ExerciseView::chronicle;
  wxButton *observe_ = nullptr, *remove_ = nullptr;
  wxStaticText *sentence_ = nullptr, *sentences_ = nullptr;
  wxWindow* below_ = nullptr;
  wxChoice* views_ = nullptr;
  ListView *exercises_ = nullptr, *list_ = nullptr;
  ContinuityRecord* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
