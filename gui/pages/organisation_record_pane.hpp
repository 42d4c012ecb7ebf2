#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/organisation_edit.hpp"

#include <wx/panel.h>

#include <memory>

class wxStaticText;

namespace hdskit::gui {

class FormView;

namespace pages {

/// The right part of the page: one record and what is being typed into it.
class RecordPane : public wxPanel {
public:
  RecordPane(wxWindow* parent, const Desk& desk);

  const RecordEdit* edited() const { return edit_.get(); }
  std::string key() const { return edit_ && edit_->id() ? std::to_string(*edit_->id()) : ""; } ///< "" : none, or not recorded yet

  void edit(std::unique_ptr<RecordEdit> edit); ///< nullptr: nothing is recorded yet
  void edit_first(const RecordKind& kind);     ///< or nothing
  void follow(const RecordKind& kind);         ///< the workspace has another revision
  bool settle();
  void focus();

  std::function<void()> on_changed; ///< another record is shown, or this one was saved

private:
  void discard();
  bool save();
  bool saved(const RecordEdit::Saving& saving);
  void show_heading();
  void wrap_heading();

  const Desk& desk_;
  std::unique_ptr<RecordEdit> edit_;
  bool saving_ = false;
  FormView* form_ = nullptr;
  wxStaticText *title_ = nullptr, *last_change_ = nullptr;
  std::string words_; ///< below the title
};

} // namespace pages
} // namespace hdskit::gui
