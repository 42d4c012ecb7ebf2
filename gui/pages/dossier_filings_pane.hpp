#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/filings.hpp"

#include <wx/panel.h>

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class ListView;
struct FilingOrder;

/// What was sent, frozen: to be read, copied and verified, never changed.
class FilingsPane : public wxPanel {
public:
  FilingsPane(wxWindow* parent, const Desk& desk);

  void refresh();
  void show(std::shared_ptr<const Standing> standing);
  void reveal(const std::string& number);
  void focus();

  std::function<void(std::shared_ptr<const std::string> pdf, const std::string& title)> on_read;

private:
  wxSizer* new_details();
  wxButton* new_button(wxSizer& line, const std::string& label, void (FilingsPane::*run)());
  const Filing* chosen() const;
  void show_details();
  void read_kept();
  void save_copy();
  void verify();
  void verified(const FilingCheck& check, const std::string& name);
  void file();
  void start_filing(const FilingOrder& wanted);
  void filed(const Filing& filing, const std::filesystem::path& output);

  const Desk& desk_;
  std::shared_ptr<const Standing> standing_;
  std::vector<Filing> filings_;
  bool filing_ = false;
  ListView* list_ = nullptr;
  wxTextCtrl* details_ = nullptr;
  wxStaticText* verdict_ = nullptr;
  wxButton *read_ = nullptr, *save_ = nullptr, *verify_ = nullptr, *file_ = nullptr;
};

} // namespace hdskit::gui
