// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/test_panel.h"

#include "dialogs/setup/fingerprint_box.h"
#include "widgets/badge.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace barograph {

namespace {

enum StepColumn : int { OutcomeColumn, StageColumn, TextColumn };

Mark markOfOutcome(TestOutcome outcome)
{
    switch (outcome) {
    case TestOutcome::Running:
        return Mark::Playing;
    case TestOutcome::Passed:
        return Mark::Ok;
    case TestOutcome::Warning:
        return Mark::Warning;
    case TestOutcome::Failed:
        return Mark::Critical;
    case TestOutcome::Skipped:
        break;
    }
    return Mark::Skipped;
}

QString outcomeWord(TestOutcome outcome)
{
    switch (outcome) {
    case TestOutcome::Running:
        return TestPanel::tr("running");
    case TestOutcome::Passed:
        return TestPanel::tr("passed");
    case TestOutcome::Warning:
        return TestPanel::tr("look at it");
    case TestOutcome::Failed:
        return TestPanel::tr("FAILED");
    case TestOutcome::Skipped:
        break;
    }
    return TestPanel::tr("skipped");
}

} // namespace

TestPanel::TestPanel(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_outcome(new MarkLabel(this))
    , m_fingerprint(new FingerprintBox(this))
    , m_accountRow(new QWidget(this))
    , m_accounts(new QComboBox(m_accountRow))
    , m_again(new QPushButton(tr("&Test again"), this))
    , m_stop(new QPushButton(tr("St&op"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(10);
    auto *top = new QHBoxLayout;
    top->addWidget(m_outcome, 1, Qt::AlignVCenter);
    top->addWidget(m_again, 0, Qt::AlignTop);
    top->addWidget(m_stop, 0, Qt::AlignTop);
    layout->addLayout(top);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(TextColumn, 1);
    layout->addLayout(m_grid);
    layout->addWidget(m_fingerprint);
    auto *accountLayout = new QHBoxLayout(m_accountRow);
    accountLayout->setContentsMargins({});
    auto *accountLabel = new QLabel(tr("&Found there, choose one:"), m_accountRow);
    accountLabel->setWordWrap(true);
    accountLabel->setBuddy(m_accounts);
    accountLayout->addWidget(accountLabel, 1);
    accountLayout->addWidget(m_accounts, 1);
    layout->addWidget(m_accountRow);
    layout->addStretch();
    m_outcome->setWordWrap(true);
    m_outcome->setObjectName(QStringLiteral("testOutcome"));
    m_accounts->setObjectName(QStringLiteral("foundAccounts"));
    m_accounts->setAccessibleName(tr("Found there"));
    m_again->setObjectName(QStringLiteral("testAgain"));
    m_again->setAutoDefault(false);
    m_stop->setObjectName(QStringLiteral("stopTest"));
    m_stop->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, &TestPanel::testRequested);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        Q_EMIT cancelRequested();
        reset(tr("The test was stopped."));
    });
    connect(m_fingerprint, &FingerprintBox::pinRequested, this, &TestPanel::pinRequested);
    connect(m_accounts, &QComboBox::activated, this, [this](int at) {
        if (!m_accounts->itemData(at).toString().isEmpty())
            Q_EMIT accountChosen(m_accounts->itemData(at).toString());
    });
    reset({});
}

void TestPanel::begin()
{
    m_running = true;
    m_everRan = true;
    m_usable = false;
    showSteps({});
    m_fingerprint->setVisible(false);
    m_accountRow->setVisible(false);
    setOutcome(Mark::Playing, tr("Testing. Nothing is changed at the node."));
    updateButtons();
}

void TestPanel::reset(const QString &why)
{
    m_running = false;
    m_usable = false;
    showSteps({});
    m_fingerprint->setVisible(false);
    m_accountRow->setVisible(false);
    setOutcome(Mark::Unknown, why.isEmpty() ? tr("Not tested yet.") : why);
    updateButtons();
}

void TestPanel::showReport(const NodeTestReport &report, int port, const QString &account)
{
    m_running = !report.finished;
    m_usable = report.finished && report.usable;
    showSteps(report.steps);
    const bool untrusted = !report.seenFingerprint.isEmpty() && !report.certificateTrusted;
    if (untrusted)
        m_fingerprint->setFingerprint(report.seenFingerprint, port);
    m_fingerprint->setVisible(untrusted && report.finished);
    const QSignalBlocker blocker(m_accounts);
    m_accounts->clear();
    if (!report.accounts.contains(account))
        m_accounts->addItem(tr("none chosen yet"), QString());
    for (const QString &found : report.accounts)
        m_accounts->addItem(found, found);
    m_accounts->setCurrentIndex(std::max(0, m_accounts->findData(account)));
    m_accountRow->setVisible(report.finished && !report.accounts.isEmpty());
    if (report.finished) {
        if (!m_usable)
            setOutcome(Mark::Critical, tr("This does not work yet. Put right what failed and test again."));
        else if (std::any_of(report.steps.begin(), report.steps.end(),
                             [](const TestStep &step) { return step.outcome == TestOutcome::Warning; }))
            setOutcome(Mark::Warning, tr("It works. Look at what is marked."));
        else
            setOutcome(Mark::Ok, tr("It works."));
    }
    updateButtons();
}

void TestPanel::showSteps(const std::vector<TestStep> &steps)
{
    while (m_rows.size() < steps.size()) {
        StepRow row{new MarkLabel(this), new QLabel(this), new QLabel(this)};
        const int at = static_cast<int>(m_rows.size());
        row.outcome->setObjectName(QStringLiteral("step.%1").arg(at));
        row.text->setObjectName(QStringLiteral("stepText.%1").arg(at));
        row.text->setWordWrap(true);
        row.text->setTextFormat(Qt::PlainText);
        row.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_grid->addWidget(row.outcome, at, OutcomeColumn, Qt::AlignTop);
        m_grid->addWidget(row.stage, at, StageColumn, Qt::AlignTop);
        m_grid->addWidget(row.text, at, TextColumn);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const StepRow &row = m_rows[i];
        const bool used = i < steps.size();
        row.outcome->setVisible(used);
        row.stage->setVisible(used);
        row.text->setVisible(used);
        if (!used)
            continue;
        row.outcome->setContent(markOfOutcome(steps[i].outcome), outcomeWord(steps[i].outcome));
        row.stage->setText(testStageText(steps[i].stage));
        row.text->setText(steps[i].text);
        row.text->setAccessibleName(
            QStringLiteral("%1: %2").arg(testStageText(steps[i].stage), outcomeWord(steps[i].outcome)));
        row.text->setAccessibleDescription(steps[i].text);
    }
}

void TestPanel::setOutcome(Mark mark, const QString &text)
{
    m_outcome->setContent(mark, text);
    m_outcome->setAccessibleName(text);
}

void TestPanel::updateButtons()
{
    m_again->setVisible(!m_running);
    m_again->setText(m_everRan ? tr("&Test again") : tr("&Test now"));
    m_stop->setVisible(m_running);
}

} // namespace barograph
