// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/node_test.h"
#include "theme/icons.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class FingerprintBox;
class MarkLabel;

/// Runs the test of a draft and shows each step as it comes: a shape, a word and what was found. Offers what the test
/// found for taking it over. Knows no ticket: whoever connects it hands on the reports that belong to it.
class TestPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TestPanel(QWidget *parent = nullptr);

    /// A test has been asked for.
    void begin();
    void showReport(const NodeTestReport &report, int port, const QString &account);
    /// Nothing was tested yet, or what was tested has changed since.
    void reset(const QString &why);
    bool isRunning() const { return m_running; }
    /// The last test ended well, and nothing has changed since.
    bool isUsable() const { return m_usable; }
    QPushButton *againButton() const { return m_again; }

Q_SIGNALS:
    void testRequested();
    void cancelRequested();
    void pinRequested(const QString &sha256);
    void accountChosen(const QString &account);

private:
    void showSteps(const std::vector<TestStep> &steps);
    void setOutcome(Mark mark, const QString &text);
    void updateButtons();

    struct StepRow
    {
        MarkLabel *outcome = nullptr; ///< shape and word
        QLabel *stage = nullptr;
        QLabel *text = nullptr;
    };

    QGridLayout *m_grid;
    std::vector<StepRow> m_rows;
    MarkLabel *m_outcome;
    FingerprintBox *m_fingerprint;
    QWidget *m_accountRow;
    QComboBox *m_accounts;
    QPushButton *m_again;
    QPushButton *m_stop;
    bool m_running = false;
    bool m_usable = false;
    bool m_everRan = false;
};

} // namespace barograph
