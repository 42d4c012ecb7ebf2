#include "toolkit/page/annex_copy.hpp"

#include "tests/page/witness.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>

namespace hdskit::page {
namespace {

using testing::HasSubstr;

constexpr std::string_view font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

/// A PDF of one page, whose resources are what `resources` writes.
std::filesystem::path annex_with(const ScratchFolder& folder, const std::function<std::string(PdfFile&)>& resources) {
  const auto path = folder.path() / "annex.pdf";
  PdfFile file{path};
  const int pages = file.reserve();
  const int content = file.reserve();
  file.write_stream(content, "", "0 0 10 10 re f");
  const int page = file.add("<< /Type /Page /Parent " + pdf_reference(pages) + " /MediaBox [0 0 200 200] /Contents " + pdf_reference(content) + " /Resources " +
                            resources(file) + " >>");
  file.write(pages, "<< /Type /Pages /Count 1 /Kids [" + pdf_reference(page) + "] >>");
  file.finish(file.add("<< /Type /Catalog /Pages " + pdf_reference(pages) + " >>"), 0);
  return path;
}

int copied_pages(const std::filesystem::path& annex, const std::filesystem::path& target, const Progress& progress = {}) {
  PdfFile out{target};
  const int pages = out.reserve();
  const auto copied = copy_annex(out, annex, "annex.pdf", pages, {}, progress);
  std::string kids;
  for (const int page : copied) kids += pdf_reference(page) + " ";
  out.write(pages, "<< /Type /Pages /Count " + std::to_string(copied.size()) + " /Kids [" + kids + "] >>");
  out.finish(out.add("<< /Type /Catalog /Pages " + pdf_reference(pages) + " >>"), 0);
  return static_cast<int>(copied.size());
}

std::string refusal_of(const std::filesystem::path& annex) {
  const ScratchFolder folder;
  try {
    copied_pages(annex, folder.path() / "out.pdf");
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    return problem.what();
  }
  return "accepted";
}

TEST(AnnexBounds, a_chain_of_100_000_objects_is_followed_without_a_deep_stack) {
  const ScratchFolder folder;
  const auto annex = annex_with(folder, [](PdfFile& file) {
    int last = file.add(font);
    for (int i = 0; i < 100'000; ++i) last = file.add("[" + pdf_reference(last) + "]");
    return "<< /Properties << /P << /Chain " + pdf_reference(last) + " >> >> >>";
  });
  EXPECT_EQ(copied_pages(annex, folder.path() / "out.pdf"), 1);
}

TEST(AnnexBounds, values_nested_without_end_are_refused) {
  const ScratchFolder folder;
  const std::string open(1'000'000, '['), close(1'000'000, ']');
  EXPECT_THAT(refusal_of(annex_with(folder, [&](PdfFile& file) { return "<< /Properties << /P " + pdf_reference(file.add(open + close)) + " >> >>"; })),
              HasSubstr("damaged"));
}

TEST(AnnexBounds, objects_that_refer_to_each_other_are_copied_once) {
  const ScratchFolder folder;
  const auto annex = annex_with(folder, [](PdfFile& file) {
    const int first = file.reserve(), second = file.reserve();
    file.write(first, "<< /Next " + pdf_reference(second) + " /Font " + pdf_reference(first) + " >>");
    file.write(second, "<< /Next " + pdf_reference(first) + " >>");
    return pdf_reference(first);
  });
  EXPECT_EQ(copied_pages(annex, folder.path() / "out.pdf"), 1);
  EXPECT_EQ(tests::qpdf_check((folder.path() / "out.pdf").string()).status, 0);
}

TEST(AnnexBounds, a_reference_back_to_the_catalogue_does_not_copy_the_annex_into_itself) {
  const ScratchFolder folder;
  const auto annex = annex_with(folder, [](PdfFile& file) {
    return "<< /Properties << /P << /Up " + pdf_reference(file.add("<< /Type /Catalog /Secret (left behind) >>")) + " >> >> >>";
  });
  copied_pages(annex, folder.path() / "out.pdf");
  EXPECT_EQ(read_file(folder.path() / "out.pdf").find("left behind"), std::string::npos);
}

/// A page tree whose nodes are what `build` makes of the number of its only page.
std::filesystem::path tree_of(const ScratchFolder& folder, const std::function<int(PdfFile&, int)>& build) {
  const auto path = folder.path() / "tree.pdf";
  PdfFile file{path};
  const int page = file.add("<< /Type /Page /MediaBox [0 0 200 200] /Resources << >> >>");
  file.finish(file.add("<< /Type /Catalog /Pages " + pdf_reference(build(file, page)) + " >>"), 0);
  return path;
}

TEST(AnnexBounds, a_page_tree_of_100_000_levels_is_refused) {
  const ScratchFolder folder;
  const auto annex = tree_of(folder, [](PdfFile& file, int page) {
    for (int i = 0; i < 100'000; ++i) page = file.add("<< /Type /Pages /Count 1 /Kids [" + pdf_reference(page) + "] >>");
    return page;
  });
  EXPECT_THAT(refusal_of(annex), HasSubstr("its pages cannot be read"));
}

TEST(AnnexBounds, more_than_20_000_pages_are_refused) {
  const ScratchFolder folder;
  const auto tree = [&folder](int count) {
    return tree_of(folder, [count](PdfFile& file, int page) {
      std::string kids;
      for (int i = 0; i < count; ++i) kids += pdf_reference(page) + " ";
      return file.add("<< /Type /Pages /Kids [" + kids + "] >>");
    });
  };
  EXPECT_THAT(refusal_of(tree(20'001)), HasSubstr("more than 20000 pages"));
  EXPECT_EQ(inspect_annex(tree(20'000), "annex.pdf").pages, 20'000);
}

TEST(AnnexBounds, a_page_that_stands_twice_in_the_tree_is_copied_twice) {
  const ScratchFolder folder;
  const auto annex = tree_of(
      folder, [](PdfFile& file, int page) { return file.add("<< /Type /Pages /Count 2 /Kids [" + pdf_reference(page) + " " + pdf_reference(page) + "] >>"); });
  EXPECT_EQ(copied_pages(annex, folder.path() / "out.pdf"), 2);
  EXPECT_EQ(tests::qpdf_check((folder.path() / "out.pdf").string()).status, 0);
}

std::filesystem::path large_annex(const ScratchFolder& folder, int megabytes) {
  return annex_with(folder, [megabytes](PdfFile& file) {
    const int image = file.reserve();
    const std::string piece(1u << 20, 'x');
    file.write_stream(image, "/Type /XObject /Subtype /Image /Width 1024 /Height 1024 /BitsPerComponent 8 /ColorSpace /DeviceGray", [&](const auto& take) {
      for (int i = 0; i < megabytes; ++i) take(piece);
    });
    return "<< /XObject << /I " + pdf_reference(image) + " >> >>";
  });
}

TEST(AnnexBounds, memory_does_not_grow_with_the_bytes_of_an_annex) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "the sanitizer keeps what is freed";
#else
  const ScratchFolder folder;
  const auto annex = large_annex(folder, 150);
  struct rusage before {
  }, after{};
  getrusage(RUSAGE_SELF, &before);
  copied_pages(annex, folder.path() / "out.pdf");
  getrusage(RUSAGE_SELF, &after);
  EXPECT_GT(std::filesystem::file_size(folder.path() / "out.pdf"), 150u << 20);
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 20'000); // kilobytes
#endif
}

TEST(AnnexBounds, a_person_who_stops_is_heard_and_nothing_is_left) {
  const ScratchFolder folder;
  const auto annex = large_annex(folder, 1);
  Progress progress;
  progress.cancelled = [] { return true; };
  try {
    copied_pages(annex, folder.path() / "out.pdf", progress);
    FAIL() << "went on";
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::cancelled); }
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "out.pdf"));
}

TEST(AnnexBounds, a_disk_that_fills_up_is_not_taken_for_damage_of_the_annex) {
  const ScratchFolder folder;
  const auto annex = large_annex(folder, 8);
  const auto mount = folder.path() / "disk";
  std::filesystem::create_directory(mount);
  if (tests::run("mount -t tmpfs -o size=2m none " + mount.string()).status != 0) GTEST_SKIP() << "no right to mount a small disk";
  try {
    copied_pages(annex, mount / "out.pdf");
    ADD_FAILURE() << "a disk of 2 MB held 8 MB";
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::no_space); }
  tests::run("umount " + mount.string());
}

} // namespace
} // namespace hdskit::page
