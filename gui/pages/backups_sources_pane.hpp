#pragma once

#include "gui/pages/record_pane.hpp"
#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/backups_map.hpp"

class wxButton;
class wxCheckBox;
class wxStaticText;

namespace hdskit::gui {

class ListView;

namespace pages {

/// A tab of the page “Backups”. To send the person elsewhere: desk.go_to("backups", "restore_run:TR12").
using BackupsPane = TabPane<BackupsMap>;

/// The sources with the state of their proof; the form of the chosen one at the right.
class BackupsSourcesPane : public BackupsPane {
public:
  BackupsSourcesPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const BackupsMap> map) override;
  bool shows(std::string_view kind) const override { return kind == BackupSource::type().kind; }
  void reveal(const std::string& kind, const std::string& reference) override;
  bool settle() override { return record_->settle(); }
  void focus() override;
  void search() override;

private:
  wxSizer* new_buttons();
  wxWindow* new_left(wxWindow* parent);
  void choose(const std::string& reference);
  void follow_record();
  void show_list();
  void test();
  void make_manifest();
  const BackupSource* chosen() const;

  const Desk& desk_;
  std::shared_ptr<const BackupsMap> map_;
  std::string words_;
  wxButton *remove_ = nullptr, *test_ = nullptr, *tests_ = nullptr;
  wxCheckBox* attention_ = nullptr;
  wxStaticText* sentence_ = nullptr;
  ListView* list_ = nullptr;
  RecordPane* record_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
