#include "cli/command.hpp"

#include "cli/risk_scale_view.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/risk/study_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "list", .placeholder = nullptr, .help = marked("List the scales that come with the program."), .kind = OptionKind::flag},
    {.name = "set",
     .placeholder = marked("SCALE"),
     .help = marked("Judge the study on this scale from now on: one that comes with the program, such as pgssi-s-4x4, or the JSON file of your own.")},
    {.name = "preview", .placeholder = nullptr, .help = marked("With --set: only say which risks would move."), .kind = OptionKind::flag},
    {.name = "export", .placeholder = marked("FILE"), .help = marked("Write the scale in force as JSON, to be edited."), .kind = OptionKind::path},
};

constexpr std::size_t scale_size_limit = 1u << 20; // bytes

RiskScale asked_scale(const std::string& words) {
  const bool file = words.ends_with(".json") || words.find('/') != std::string::npos;
  return file ? parse_scale(read_file(words, scale_size_limit), words) : shipped_scale(words);
}

int list_scales(Context& context) {
  json::array all;
  for (const auto& scale : shipped_scales())
    all.push_back(json::object{{"id", json_text(scale.id)}, {"title", json_text(scale.title.in_current_language())}, {"levels", scale.classes.size()}});
  if (context.json) print_json(context.out, all);
  else print_scale_list(context);
  return 0;
}

int set_scale(Context& context) {
  auto workspace = context.open_workspace();
  const auto to = asked_scale(context.arguments.text("set"));
  const auto previewed = preview_scale(read_study(workspace), to);
  const bool applied = !context.arguments.has("preview");
  if (applied) workspace.change(context.acting(), [&](Change& change) { apply_scale(change, previewed); });
  if (context.json) {
    auto object = scale_change_json(previewed);
    object["applied"] = applied;
    print_json(context.out, object);
  } else {
    print_scale_change(context, previewed);
    context.out << (applied ? tr("The study is now judged on the scale “{1}”.", {to.title.in_current_language()}) : tr("Nothing was changed.")) << '\n';
  }
  return 0;
}

int run(Context& context) {
  if (context.arguments.has("list")) return list_scales(context);
  if (context.arguments.has("set")) return set_scale(context);
  const auto scale = workspace_scale(context.open_workspace());
  if (const auto file = context.arguments.text("export"); !file.empty()) {
    write_file(file, text_of(scale));
    if (context.json) print_json(context.out, json::object{{"written", json_text(file)}});
    else context.out << tr("Written: {1}", {file}) << '\n';
  } else if (context.json) {
    print_json(context.out, scale_json(scale));
  } else {
    print_scale(context, scale);
  }
  return 0;
}

} // namespace

extern const Command risk_scale;
const Command risk_scale{
    .name = "risk scale",
    .summary = marked("Show the scale and the matrix of the study, or choose others and see which risks move"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
