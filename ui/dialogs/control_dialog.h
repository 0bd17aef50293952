// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "widgets/fitted_dialog.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace barograph {

/// Shows what a control would change, before anything is written, and asks for the reason. Starts busy, while the
/// present state is read; showPreview() fills it. Nothing is confirmed by Enter: Cancel is the default.
class ControlDialog : public FittedDialog
{
    Q_OBJECT

public:
    ControlDialog(const ControlRequest &request, const QString &nodeName, QWidget *parent = nullptr);

    void showPreview(const ControlPreview &preview);
    bool isBusy() const { return !m_preview.has_value(); }
    /// The request with what was entered here.
    ControlRequest editedRequest() const;

    /// What the button says that does it, e.g. "Pause outbound queue".
    static QString actionText(const ControlRequest &request);

Q_SIGNALS:
    void confirmed(quint64 ticket, const barograph::ControlRequest &request);
    /// `ticket` is 0 while no preview has arrived.
    void cancelled(quint64 ticket);

public Q_SLOTS:
    void accept() override;
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeBusyPage(const QString &nodeName);
    QWidget *makePreviewPage();
    void addResumeChoice(QVBoxLayout &layout);
    QString changesHtml(const std::vector<ControlChange> &changes) const;
    std::optional<Millis> resumeAfter() const;
    void updateConfirm();

    ControlRequest m_request;
    std::optional<ControlPreview> m_preview;
    QStackedWidget *m_pages;
    QLabel *m_title = nullptr;
    QLabel *m_simulated = nullptr;
    QLabel *m_target = nullptr;
    QLabel *m_changes = nullptr;
    QLabel *m_consequences = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_reasonHint = nullptr;
    QComboBox *m_resume = nullptr;
    QSpinBox *m_customMinutes = nullptr;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace barograph
