// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"
#include "simnode.h"

#include <exception>
#include <iostream>

int main(int argc, char **argv)
{
    using namespace barograph::sim;
    constexpr int kBadArguments = 2;
    const auto options = parseOptions(std::vector<std::string>(argv + 1, argv + argc));
    if (!options) {
        std::cerr << "barograph-simnode: " << options.error() << '\n';
        return kBadArguments;
    }
    if (options->help) {
        std::cout << helpText();
        return 0;
    }
    if (options->version) {
        std::cout << "barograph-simnode " BAROGRAPH_VERSION "\n";
        return 0;
    }
    try {
        SimNode node(*options);
        if (const auto started = node.start(); !started) {
            std::cerr << "barograph-simnode: " << started.error() << '\n';
            return 1;
        }
        std::cout << node.readyLine() << std::endl;
        node.run();
    } catch (const std::exception &failure) {
        std::cerr << "barograph-simnode: " << failure.what() << '\n';
        return 1;
    }
    return 0;
}
