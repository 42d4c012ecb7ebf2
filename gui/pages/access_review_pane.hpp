#pragma once

#include "gui/desk.hpp"
#include "gui/pages/access_pane.hpp"
#include "gui/presenter/access_review.hpp"

class wxButton;
class wxChoice;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class ProgressLine;
class WrappedSentence;

namespace pages {

class AccessDecisionForm;

/// The newest campaign as a work list: the accounts at the left, what is known of the chosen one and what is decided at the right.
class AccessReviewPane : public AccessPane {
public:
  AccessReviewPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const AccessMap> map) override;
  bool shows(std::string_view kind) const override { return kind == ReviewCampaign::type().kind || kind == CardSignature::type().kind; }
  void reveal(const std::string&, const std::string&) override {}
  bool settle() override;
  void focus() override;
  void search() override;

private:
  wxSizer* new_buttons();
  wxSizer* new_heading();
  wxWindow* new_left(wxWindow* parent);
  void show_list();
  void show_heading();
  void choose(std::int64_t line);
  std::string record(CampaignDecision decision);
  void go_on();
  void key(wxKeyEvent& event);
  bool is_open() const { return work_ && work_->campaign.state == CampaignState::open; }

  const Desk& desk_;
  std::shared_ptr<const AccessMap> map_;
  std::shared_ptr<CampaignWork> work_; ///< as decided here: the reading that follows says the same
  ListRows rows_;
  std::string words_, next_; ///< next_: key of the line to decide after the one that was recorded last
  std::int64_t line_ = 0;
  wxButton *sign_ = nullptr, *export_ = nullptr, *compare_ = nullptr;
  wxChoice* filter_ = nullptr;
  WrappedSentence* sentence_ = nullptr;
  wxStaticText* comparison_ = nullptr;
  ProgressLine* progress_ = nullptr;
  ListView* list_ = nullptr;
  AccessDecisionForm* form_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
