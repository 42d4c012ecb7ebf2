#pragma once

#include "toolkit/exchange/record_import.hpp"

namespace hdskit {

/// Reads cells as people in French hospitals fill them in.
class ImportCells {
public:
  /// Both must outlive this.
  ImportCells(const RecordKind& kind, const ImportRules& rules);

  /// The text as it is stored; "" empties the field. Throws Problem bad_input whose sentence says what is wrong with the cell.
  std::string read(std::size_t field, const std::string& cell) const;

private:
  struct Words {
    std::map<std::string, std::string_view, std::less<>> folded, keys; ///< what people may write, and the stored word
  };
  std::string as_written(const FieldView& field, std::size_t index, const std::string& text) const;

  const RecordKind& kind_;
  const ImportRules& rules_;
  std::vector<Words> words_; ///< one a field
};

/// The text of a cell with LF between its lines. Throws Problem bad_input for control characters and for more than import_cell_limit characters.
std::string cleaned_cell(const std::string& cell);

} // namespace hdskit
