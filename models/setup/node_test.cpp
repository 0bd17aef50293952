// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/node_test.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct NodeTestWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeTest)
};

} // namespace

QString testStageText(TestStage stage)
{
    switch (stage) {
    case TestStage::Address:
        return NodeTestWords::tr("Address");
    case TestStage::Name:
        return NodeTestWords::tr("Name lookup");
    case TestStage::Connect:
        return NodeTestWords::tr("Connection");
    case TestStage::Tls:
        return NodeTestWords::tr("Certificate");
    case TestStage::Login:
        return NodeTestWords::tr("Login");
    case TestStage::Answer:
        return NodeTestWords::tr("Answer");
    case TestStage::State:
        break;
    }
    return NodeTestWords::tr("State of the number");
}

} // namespace barograph
