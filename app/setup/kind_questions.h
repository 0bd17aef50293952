// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_types.h"
#include "setup/node_test.h"

#include <functional>
#include <map>

namespace barograph {

struct KindQuestion;

/// What came of one question.
struct Judged
{
    std::vector<TestStep> steps; ///< each replaces the one of its stage
    std::vector<KindQuestion> next;
    bool otherKind = false; ///< it does not answer as this kind does: worth finding out what it is
    std::optional<int> shards;
    QStringList accounts;
};

/// Something to ask a node during a test, and how its answer is understood.
struct KindQuestion
{
    HttpRequest request;
    std::function<Judged(const HttpReply &)> judge;
};

/// Secrets by SecretName; those that are not there are empty.
using TestSecrets = std::map<QString, Secret>;

/// Where a node of this kind is asked: its own address, or the kind's public one. Invalid: it has neither.
QUrl addressOf(const NodeConfig &node);

/// How a test of this node begins behind the TLS handshake: questions, or steps that say what is missing. Nothing that
/// is asked changes anything at the node. Pure.
Judged firstQuestions(const NodeConfig &node, const TestSecrets &secrets);

// What the kinds have in common, for their own files.

Judged onPremTest(const NodeConfig &node, const TestSecrets &secrets);
Judged cloudTest(const NodeConfig &node, const TestSecrets &secrets);
Judged pickyTest(const NodeConfig &node, const TestSecrets &secrets);
Judged wahaTest(const NodeConfig &node, const TestSecrets &secrets);
Judged evolutionTest(const NodeConfig &node, const TestSecrets &secrets);
Judged gowaTest(const NodeConfig &node, const TestSecrets &secrets);

Secret secretNamed(const TestSecrets &secrets, const QString &name);
QUrl testUrl(const NodeConfig &node, const QString &path, const QString &query = {});
TestStep stepPassed(TestStage stage, const QString &text);
TestStep stepWarning(TestStage stage, const QString &text);
TestStep stepFailed(TestStage stage, const QString &text);
Judged onlyStep(TestStep step);
/// What an answer that is not 2xx means: 401 and 403 end at the login with these sentences, what is no such API may be
/// another kind, everything else ends at the answer.
Judged judgeRefusal(const HttpReply &reply, const QString &when401, const QString &when403);
/// How a session, instance or device is; `states` by name. Says which there are where the configured one is none.
TestStep stateStep(const QString &what, const QString &account, const std::map<QString, QString> &states,
                   const QStringList &working);

} // namespace barograph
