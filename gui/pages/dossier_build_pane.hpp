#pragma once

#include "gui/desk.hpp"
#include "gui/pages/dossier_kept.hpp"

#include <wx/scrolwin.h>

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

class OrderForm;

/// Builds the dossier in the background, and says what came of it.
class BuildPane : public wxScrolledWindow {
public:
  BuildPane(wxWindow* parent, const Desk& desk);

  void show(std::shared_ptr<const Standing> standing);

  std::function<void(const BuiltDossier& built)> on_read;  ///< the person wants to read it here
  std::function<void(const BuiltDossier& built)> on_built; ///< another one stands there now

private:
  wxSizer* new_result();
  wxButton* new_button(wxSizer& line, const std::string& label, std::function<void()> run);
  void edited();
  void tell_gaps();
  void build();
  bool may_replace(const DossierOrder& order);
  void built(KeptDossier& kept, BuiltDossier dossier);
  void show_result();
  void wrap_sentence();
  void launch(const std::filesystem::path& file);

  const Desk& desk_;
  KeptDossier* kept_; ///< of the framework that is shown
  std::shared_ptr<const Standing> standing_;
  bool building_ = false;
  std::string sentence_; ///< about the build, not yet wrapped
  OrderForm* form_ = nullptr;
  wxStaticText *gaps_ = nullptr, *result_ = nullptr;
  wxTextCtrl* facts_ = nullptr;
  wxButton* build_ = nullptr;
  wxSizer* buttons_ = nullptr;
};

} // namespace hdskit::gui
