// SPDX-License-Identifier: GPL-3.0-or-later
// Boost.JSON's one translation unit: it is used without its shared library, which would be one more to install.
#include <boost/json/src.hpp>
