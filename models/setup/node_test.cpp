// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/node_test.h"

#include <QCoreApplication>

namespace barograph {

QString testStageText(TestStage stage)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("NodeTest", source); };
    switch (stage) {
    case TestStage::Address:
        return text("Address");
    case TestStage::Name:
        return text("Name lookup");
    case TestStage::Connect:
        return text("Connection");
    case TestStage::Tls:
        return text("Certificate");
    case TestStage::Login:
        return text("Login");
    case TestStage::Answer:
        return text("Answer");
    case TestStage::State:
        break;
    }
    return text("State of the number");
}

} // namespace barograph
