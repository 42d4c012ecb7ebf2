#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/deadlines_procedures.hpp"

#include <wx/panel.h>

class wxButton;
class wxStaticText;

namespace hdskit::gui {

class ListView;
class TimelineView;

namespace pages {

/// The procedures above; below, where the chosen one stands: its alarm, its time line, the same in words, what was recorded.
class ProceduresPane : public wxPanel {
public:
  ProceduresPane(wxWindow* parent, const Desk& desk);

  void show(Procedures procedures);
  void select(const std::string& key);
  void focus();
  void focus_search();

private:
  wxWindow* new_list(wxWindow* parent);
  wxWindow* new_detail(wxWindow* parent);
  wxSizer* new_tables(wxWindow* parent);
  void show_rows();
  void show_chosen();
  void wrap();
  void start();
  void record();
  std::optional<std::size_t> chosen() const;

  const Desk& desk_;
  Procedures procedures_{{}, {}, desk_.session.today()};
  std::string words_, sentence_, alarm_words_;
  ListView *list_ = nullptr, *stages_ = nullptr, *events_ = nullptr;
  wxWindow* detail_ = nullptr;
  wxStaticText *title_ = nullptr, *standing_ = nullptr, *alarm_ = nullptr;
  TimelineView* line_ = nullptr;
  wxButton* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
