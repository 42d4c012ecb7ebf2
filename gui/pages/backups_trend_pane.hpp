#pragma once

#include "gui/pages/backups_sources_pane.hpp"

class wxChoice;

namespace hdskit::gui {

class ListView;
class PictureCanvas;

namespace pages {

/// How long restores of one source took over time, beside what is promised; the same as a list below.
class BackupsTrendPane : public BackupsPane {
public:
  BackupsTrendPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const BackupsMap> map) override;
  bool shows(std::string_view) const override { return false; }
  void reveal(const std::string&, const std::string&) override {}
  void focus() override;

private:
  void show_source();
  void go_to_run(const std::string& reference);

  const Desk& desk_;
  std::shared_ptr<const BackupsMap> map_;
  std::string source_;
  wxChoice* sources_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  PictureCanvas* picture_ = nullptr;
  ListView* list_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
