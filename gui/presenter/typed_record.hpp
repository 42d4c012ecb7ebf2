#pragma once

#include "gui/presenter/form.hpp"

namespace hdskit::gui {

/// The record as it would be stored; a field that cannot be read is as if it were empty.
template <typename Record> Record typed_record(const Form& form) {
  Record record;
  for (std::size_t i = 0; i < form.fields().size(); ++i) {
    const auto* field = Record::type().find(form.fields()[i].name);
    if (!field) continue;
    try {
      field->set(record, form.value(i));
    } catch (const Problem&) {} // told at the field itself
  }
  return record;
}

} // namespace hdskit::gui
