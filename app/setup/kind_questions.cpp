// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/kind_questions.h"

#include "setup/setup_words.h"

namespace barograph {

QUrl addressOf(const NodeConfig &node)
{
    if (!node.baseUrl.isEmpty())
        return node.baseUrl;
    if (node.kind == NodeKind::CloudApi)
        return QUrl(QStringLiteral("https://graph.facebook.com"));
    if (node.kind == NodeKind::PickyAssist)
        return QUrl(QStringLiteral("https://pickyassist.com"));
    return {};
}

Judged firstQuestions(const NodeConfig &node, const TestSecrets &secrets)
{
    switch (node.kind) {
    case NodeKind::OnPremises:
        return onPremTest(node, secrets);
    case NodeKind::CloudApi:
        return cloudTest(node, secrets);
    case NodeKind::PickyAssist:
        return pickyTest(node, secrets);
    case NodeKind::Waha:
        return wahaTest(node, secrets);
    case NodeKind::Evolution:
        return evolutionTest(node, secrets);
    case NodeKind::Gowa:
        return gowaTest(node, secrets);
    }
    return {};
}

Secret secretNamed(const TestSecrets &secrets, const QString &name)
{
    const auto found = secrets.find(name);
    return found == secrets.end() ? Secret() : found->second;
}

QUrl testUrl(const NodeConfig &node, const QString &path, const QString &query)
{
    QUrl url = addressOf(node);
    url.setPath(path);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

TestStep stepPassed(TestStage stage, const QString &text)
{
    return {stage, TestOutcome::Passed, text};
}

TestStep stepWarning(TestStage stage, const QString &text)
{
    return {stage, TestOutcome::Warning, text};
}

TestStep stepFailed(TestStage stage, const QString &text)
{
    return {stage, TestOutcome::Failed, text};
}

Judged onlyStep(TestStep step)
{
    Judged judged;
    judged.steps.push_back(std::move(step));
    return judged;
}

Judged judgeRefusal(const HttpReply &reply, const QString &when401, const QString &when403)
{
    switch (reply.fault) {
    case ProbeFault::Unauthorized:
        return onlyStep(stepFailed(TestStage::Login, when401));
    case ProbeFault::Forbidden:
        return onlyStep(stepFailed(TestStage::Login, when403));
    case ProbeFault::None:
    case ProbeFault::BadAnswer: {
        Judged judged;
        judged.otherKind = true;
        judged.steps.push_back(stepFailed(TestStage::Answer, reply.detail));
        return judged;
    }
    default:
        return onlyStep(stepFailed(TestStage::Answer, reply.detail));
    }
}

TestStep stateStep(const QString &what, const QString &account, const std::map<QString, QString> &states,
                   const QStringList &working)
{
    QStringList names;
    for (const auto &[name, state] : states)
        names << name;
    const QString all = names.join(QLatin1String(", "));
    if (states.empty())
        return stepWarning(TestStage::State,
                           SetupWords::tr("There is no %1 yet. Make one there and connect its number.").arg(what));
    if (account.isEmpty())
        return stepWarning(TestStage::State, SetupWords::tr("Choose which %1 this node is: %2.").arg(what, all));
    const auto found = states.find(account);
    if (found == states.end())
        return stepFailed(TestStage::State, SetupWords::tr("There is no %1 “%2”. Found: %3.").arg(what, account, all));
    if (working.contains(found->second))
        return stepPassed(TestStage::State, SetupWords::tr("The %1 “%2” is %3.").arg(what, account, found->second));
    return stepWarning(
        TestStage::State,
        SetupWords::tr("The %1 “%2” says %3: no messages come or go until it is connected "
                       "again.")
            .arg(what, account, found->second.isEmpty() ? SetupWords::tr("nothing about its state") : found->second));
}

} // namespace barograph
