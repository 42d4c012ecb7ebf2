#pragma once

#include "gui/presenter/access_review.hpp"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxButton;
class wxRadioButton;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui::pages {

/// The account that is chosen in the work list: what is known of it, and what is decided. All of it by the keyboard: a letter proposes, Enter records.
class AccessDecisionForm : public wxPanel {
public:
  explicit AccessDecisionForm(wxWindow* parent);

  /// Another line, or the same one as it stands now; what is being typed about the same line is kept. `line` 0: none.
  void show(const CampaignWork* work, std::int64_t line);
  std::int64_t line() const { return line_; }
  /// A letter was pressed: recorded at once when nothing more is needed, otherwise the keyboard goes to the reason.
  void propose(LineDecision decision);
  void focus_reason();
  void let_go();            ///< forgets what is being typed
  bool settle();            ///< records what is typed; false: the person was told why it cannot be
  void set_open(bool open); ///< decisions may be taken

  /// Records the decision; the sentence that refuses it, or "". The reviewer and the day are filled in by whoever records.
  std::function<std::string(CampaignDecision decision)> on_record;
  std::function<void()> on_recorded; ///< by the person's wish to go on: time for the next line
  std::function<void()> on_leave;    ///< Escape: back to the list

private:
  wxSizer* new_choices();
  wxSizer* new_fields();
  void fill();
  bool dirty() const;
  bool record();
  bool hand_over(const CampaignDecision& decision);
  void record_and_go_on();
  void tell(const std::string& fault);
  LineDecision proposed() const;
  CampaignDecision typed() const;
  void key(wxKeyEvent& event);
  void wrap();

  const CampaignWork* work_ = nullptr;
  std::int64_t line_ = 0;
  bool open_ = false;
  CampaignDecision started_;
  std::string fault_words_;
  wxTextCtrl *words_ = nullptr, *reason_ = nullptr, *until_ = nullptr;
  std::vector<wxRadioButton*> choices_;
  wxButton *record_ = nullptr, *take_back_ = nullptr;
  wxStaticText *state_ = nullptr, *fault_ = nullptr;
};

} // namespace hdskit::gui::pages
