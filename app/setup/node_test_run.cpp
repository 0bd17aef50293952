// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/node_test_run.h"

#include "config/config_file.h"
#include "net/http_fault.h"
#include "net/shown_url.h"
#include "setup/setup_words.h"

namespace barograph {

namespace {

constexpr std::array kAllStages{TestStage::Address, TestStage::Name,   TestStage::Connect, TestStage::Tls,
                                TestStage::Login,   TestStage::Answer, TestStage::State};
/// A kind of node asks about five questions; more would be a mistake of ours.
constexpr int kMostQuestions = 12;

} // namespace

NodeTestRun::NodeTestRun(NodeTestRequest request, SecretStore &secrets, const NodeTestLimits &limits, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_node(m_request.draft.config)
    , m_secrets(secrets)
    , m_limits(limits)
{
    m_report.ticket = m_request.ticket;
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_report.finished)
            return;
        conclude(stageUnderWay(), TestOutcome::Failed,
                 SetupWords::tr("The test took longer than %1 s and was given up. The node may be overloaded.")
                     .arg(std::chrono::ceil<Seconds>(m_limits.total).count()));
    });
}

void NodeTestRun::begin()
{
    m_deadline.start(m_limits.total);
    runStage(TestStage::Address);
    checkAddress();
}

void NodeTestRun::checkAddress()
{
    // A dialog tests before it has asked for these.
    if (m_node.id.isEmpty())
        m_node.id = QStringLiteral("new");
    if (m_node.name.trimmed().isEmpty())
        m_node.name = m_node.id;
    m_url = addressOf(m_node);
    if (m_url.isEmpty()) {
        conclude(TestStage::Address, TestOutcome::Failed,
                 SetupWords::tr("There is no address. Enter it like https://10.0.0.5:9090. A node without one is known "
                                "by its webhooks only, and there is nothing to test."));
        return;
    }
    if (const auto error = checkNode(m_node)) {
        conclude(TestStage::Address, TestOutcome::Failed, error->text);
        return;
    }
    conclude(TestStage::Address, TestOutcome::Passed, SetupWords::tr("%1 can be asked.").arg(shownUrl(m_url)));
    tryConnection();
}

void NodeTestRun::tryConnection()
{
    m_connection = new ConnectionTest(m_url, m_node.tls, m_limits, this);
    connect(m_connection, &ConnectionTest::began, this, &NodeTestRun::runStage);
    connect(m_connection, &ConnectionTest::concluded, this, [this](const TestStep &step) {
        m_report.seenFingerprint = m_connection->seenFingerprint();
        m_report.certificateTrusted = m_connection->isCertificateTrusted();
        conclude(step.stage, step.outcome, step.text);
    });
    connect(m_connection, &ConnectionTest::reached, this, &NodeTestRun::readSecrets);
    m_connection->begin();
}

void NodeTestRun::readSecrets()
{
    runStage(TestStage::Login);
    readNextSecret(0);
}

void NodeTestRun::readNextSecret(std::size_t name)
{
    if (name == static_cast<std::size_t>(SecretName::kAll.size())) {
        m_client = std::make_unique<HttpClient>(m_node.tls, m_limits.http);
        take(firstQuestions(m_node, m_found));
        return;
    }
    const QString &wanted = SecretName::kAll[static_cast<qsizetype>(name)];
    const auto entered = m_request.draft.secrets.find(wanted);
    if (entered != m_request.draft.secrets.end()) {
        m_found[wanted] = entered->second;
        readNextSecret(name + 1);
        return;
    }
    if (m_request.draft.editedId.isEmpty()) {
        readNextSecret(name + 1);
        return;
    }
    m_secrets.get(m_request.draft.editedId, wanted, this, [this, name, wanted](const SecretStore::Found &found) {
        if (m_report.finished)
            return;
        if (!found) {
            conclude(TestStage::Login, TestOutcome::Failed, found.error());
            return;
        }
        if (*found)
            m_found[wanted] = **found;
        readNextSecret(name + 1);
    });
}

void NodeTestRun::take(const Judged &judged)
{
    if (m_report.finished)
        return;
    if (judged.shards)
        m_report.shards = judged.shards;
    if (!judged.accounts.isEmpty())
        m_report.accounts = judged.accounts;
    if (judged.otherKind) {
        findOutKind(judged.steps.empty() ? stepFailed(TestStage::Answer, QString()) : judged.steps.back());
        return;
    }
    bool isOver = false;
    for (const TestStep &step : judged.steps) {
        set(step);
        isOver = isOver || step.outcome == TestOutcome::Failed;
    }
    if (isOver) {
        finish();
        return;
    }
    for (const KindQuestion &question : judged.next) {
        if (m_questions.size() < kMostQuestions)
            m_questions.push_back(question);
    }
    askNext();
}

void NodeTestRun::askNext()
{
    if (m_questions.empty()) {
        finish();
        return;
    }
    if (m_report.steps.back().outcome != TestOutcome::Running && m_report.steps.back().stage != TestStage::State)
        set({kAllStages[m_report.steps.size()], TestOutcome::Running, {}});
    report();
    const KindQuestion question = std::move(m_questions.front());
    m_questions.pop_front();
    m_client->send(question.request, this,
                   [this, judge = question.judge](const HttpReply &reply) { take(judge(reply)); });
}

void NodeTestRun::findOutKind(const TestStep &complaint)
{
    m_questions.clear();
    runStage(TestStage::Answer);
    askTellingPath(0, complaint);
}

void NodeTestRun::askTellingPath(int path, const TestStep &complaint)
{
    const QStringList paths = tellingPaths();
    const QString wrong = SetupWords::tr("This is not %1").arg(kindInASentence(m_node.kind));
    if (path == paths.size()) {
        set(stepFailed(TestStage::Answer,
                       SetupWords::tr("%1, as far as can be told. %2").arg(wrong, complaint.text).trimmed()));
        finish();
        return;
    }
    QUrl url = m_url;
    url.setPath(paths[path]);
    // Without credentials: they belong to another kind of node.
    m_client->send(
        {HttpVerb::Get, url, {}, {}}, this,
        [this, path, complaint, wrong, last = path + 1 == tellingPaths().size()](const HttpReply &reply) {
            if (m_report.finished)
                return;
            const Recognised what = recogniseAnswer(reply.contentType, reply.body);
            if (what.kind && *what.kind != m_node.kind) {
                set(stepFailed(
                    TestStage::Answer,
                    (what.version.isEmpty()
                         ? SetupWords::tr("%1 but %2. Choose that kind, or correct the address.")
                         : SetupWords::tr("%1 but %2 (version %3). Choose that kind, or correct the address."))
                        .arg(wrong, kindInASentence(*what.kind), what.version)));
                finish();
            } else if (what.webPage && last) {
                set(stepFailed(TestStage::Answer,
                               SetupWords::tr("%1: a web page came back. Check the port; a proxy or a "
                                              "console may answer there.")
                                   .arg(wrong)));
                finish();
            } else {
                askTellingPath(path + 1, complaint);
            }
        });
}

TestStage NodeTestRun::stageUnderWay() const
{
    for (const TestStep &step : m_report.steps) {
        if (step.outcome == TestOutcome::Running)
            return step.stage;
    }
    return TestStage::State;
}

void NodeTestRun::set(TestStep step)
{
    for (TestStep &known : m_report.steps) {
        if (known.stage == step.stage) {
            known = std::move(step);
            return;
        }
    }
    m_report.steps.push_back(std::move(step));
    std::sort(m_report.steps.begin(), m_report.steps.end(),
              [](const TestStep &a, const TestStep &b) { return a.stage < b.stage; });
}

void NodeTestRun::runStage(TestStage stage)
{
    set({stage, TestOutcome::Running, {}});
    report();
}

void NodeTestRun::conclude(TestStage stage, TestOutcome outcome, const QString &text)
{
    if (m_report.finished)
        return;
    set({stage, outcome, text});
    if (outcome == TestOutcome::Failed)
        finish();
    else
        report();
}

void NodeTestRun::finish()
{
    m_deadline.stop();
    if (m_connection)
        m_connection->stop();
    bool failedOnce = false;
    for (TestStep &step : m_report.steps) {
        failedOnce = failedOnce || step.outcome == TestOutcome::Failed;
        if (step.outcome == TestOutcome::Running)
            step.outcome = TestOutcome::Skipped;
    }
    for (const TestStage stage : kAllStages) {
        const bool known = std::any_of(m_report.steps.begin(), m_report.steps.end(),
                                       [stage](const TestStep &step) { return step.stage == stage; });
        if (!known)
            set({stage, TestOutcome::Skipped, {}});
    }
    m_report.finished = true;
    m_report.usable = !failedOnce;
    report();
}

void NodeTestRun::report()
{
    Q_EMIT reported(m_report);
}

} // namespace barograph
