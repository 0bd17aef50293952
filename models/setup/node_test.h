// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/node_draft.h"

#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace barograph {

/// What is looked at, in this order; a step that failed ends the test.
enum class TestStage : quint8 {
    Address, ///< the address can be read; nothing was sent yet
    Name,    ///< DNS
    Connect, ///< TCP
    Tls,     ///< handshake and whose certificate it is
    Login,   ///< 401 and 403 end here
    Answer,  ///< it is the kind of node that it should be, in a version we understand
    State    ///< how the number is
};
QString testStageText(TestStage stage);

enum class TestOutcome : quint8 {
    Running,
    Passed,
    Warning, ///< usable, but look at it
    Failed,
    Skipped ///< not needed for this kind, or an earlier step failed
};

struct TestStep
{
    TestStage stage = TestStage::Address;
    TestOutcome outcome = TestOutcome::Running;
    QString text; ///< one or two sentences: what was found, or what failed and what to do; no secrets

    friend bool operator==(const TestStep &, const TestStep &) = default;
};

/// How far a test has come. The last report of a ticket is `finished`.
struct NodeTestReport
{
    quint64 ticket = 0;
    std::vector<TestStep> steps;
    bool finished = false;
    bool usable = false;     ///< finished, and nothing failed
    QString seenFingerprint; ///< lower-case hex SHA-256 of the certificate, where TLS was spoken; to compare and pin
    bool certificateTrusted = false;
    std::optional<int> shards; ///< as the node tells, to fill in
    QStringList accounts;      ///< sessions, instances or devices found there, to choose from

    friend bool operator==(const NodeTestReport &, const NodeTestReport &) = default;
};

struct NodeTestRequest
{
    quint64 ticket = 0;
    NodeDraft draft;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::NodeTestReport)
Q_DECLARE_METATYPE(barograph::NodeTestRequest)
