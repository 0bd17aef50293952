// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer: gives every file of the folders on the command line to the fuzz target once, whole and cut
// off at every length.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto &entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
            for (std::size_t size = 0; size <= bytes.size(); ++size)
                LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), size);
            ++files;
        }
    }
    std::printf("%d seeds replayed\n", files);
    return files > 0 ? 0 : 1; // a run without seeds tests nothing
}
