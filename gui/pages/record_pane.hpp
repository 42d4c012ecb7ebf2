#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/cell.hpp"
#include "gui/presenter/record_edit.hpp"

#include <wx/panel.h>

#include <memory>

class wxSizer;
class wxStaticText;

namespace hdskit::gui {

class FormView;

namespace pages {

/// One record of whatever kind, and what is being typed into it.
class RecordPane : public wxPanel {
public:
  RecordPane(wxWindow* parent, const Desk& desk, RecordWays ways);

  const RecordEdit* edited() const { return edit_.get(); }
  std::string key() const { return edit_ && edit_->id() ? std::to_string(*edit_->id()) : ""; } ///< "" : none, or not recorded yet

  void edit(const RecordKind& kind, std::int64_t id);                      ///< throws Problem not_found
  void edit_new(const RecordKind& kind, const Assignments& proposed = {}); ///< as RecordEdit has it
  void edit_nothing();                                                     ///< there is no record to show
  void edit_first(const RecordKind& kind);                                 ///< or nothing, when there is none
  void follow(const RecordKind& kind);                                     ///< the workspace has another revision
  /// Asks, then removes the record that is shown; the first one of its kind follows. Throws Problem refused when others cite it.
  void remove();
  bool settle();
  void focus();

  /// A line or two below the title that stay in sight while the form scrolls: what follows from what is typed. Read by screen readers as they change.
  void say(std::vector<Cell> lines);

  std::function<void()> on_changed; ///< another record is shown, or this one was saved
  std::function<void()> on_typed;   ///< the person changed a field, or the fields followed: time to say()

private:
  void show(std::unique_ptr<RecordEdit> edit); ///< nullptr: nothing is recorded yet
  void discard();
  bool save();
  bool saved(const RecordEdit::Saving& saving);
  void typed();
  void show_heading();
  void wrap_heading();

  const Desk& desk_;
  const RecordWays ways_;
  std::unique_ptr<RecordEdit> edit_;
  bool saving_ = false;
  FormView* form_ = nullptr;
  wxStaticText *title_ = nullptr, *last_change_ = nullptr;
  wxSizer* said_place_ = nullptr;
  std::vector<wxStaticText*> said_;
  std::vector<Cell> lines_; ///< of say()
  std::string words_;       ///< below the title
};

} // namespace pages
} // namespace hdskit::gui
