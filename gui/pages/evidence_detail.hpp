#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/evidence_edit.hpp"

#include <wx/panel.h>
#include <wx/timer.h>

class wxNotebook;
class wxStaticText;

namespace hdskit::gui {
class FormView;
class ListView;
class PdfView;
} // namespace hdskit::gui

namespace hdskit::gui::pages {

/// The right half of the page: one document, its pages, its description, its history, and what can be done with it.
class EvidenceDetail : public wxPanel {
public:
  EvidenceDetail(wxWindow* parent, const Desk& desk);

  void show(const std::optional<Evidence>& evidence); ///< another document, or none
  void follow(const EvidenceChecks& checks);          ///< the same one at another revision
  void offer(const ObligationTitles& obligations);
  void name_items(std::shared_ptr<const Standing> standing); ///< of all that is answered
  bool settle();                                             ///< saves what was typed; false: it could not be saved, and that was told
  EvidenceId id() const { return shown_ ? edit_.evidence().id : EvidenceId{}; }

  void focus_description();
  bool search_preview(); ///< Ctrl+F while the preview has the keyboard

private:
  // evidence_detail.cpp
  wxSizer* new_buttons();
  void build_tabs();
  void fill();
  void show_heading();
  void show_items();
  bool try_to_save();
  RecordEdit::Questions questions();

  // evidence_detail_document.cpp
  void load_preview();
  void preview_failed(const std::exception_ptr& failure);
  void replace_file();
  void save_copy();
  void remove();

  const Desk& desk_;
  EvidenceEdit edit_;
  EvidenceChecks checks_;
  bool shown_ = false;
  std::string previewed_; ///< digest of the document whose preview stands there or is on its way
  int preview_job_ = 0;
  wxTimer pause_{this};
  wxStaticText *title_ = nullptr, *standing_ = nullptr, *empty_ = nullptr;
  wxPanel* content_ = nullptr;
  wxNotebook* tabs_ = nullptr;
  PdfView* preview_ = nullptr;
  FormView* description_ = nullptr;
  std::shared_ptr<const Standing> standing_of_items_;
  ListView *items_ = nullptr, *history_ = nullptr;
};

} // namespace hdskit::gui::pages
