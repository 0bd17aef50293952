// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/setup/node_dialog.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
QT_END_NAMESPACE

namespace barograph {

class FirstEventPanel;
class Fold;
class KindPage;

/// From "what kind of node is it" to its first event, page by page.
class AddNodeWizard : public NodeDialog
{
    Q_OBJECT

public:
    enum Page : int { KindChoice, Details, Test, Route, FirstEvent, PageCount };
    using Clock = std::function<UtcTime()>;

    AddNodeWizard(Clock clock, QWidget *parent);

    /// Starts at the webhook route of a node that is configured already.
    void openRoute(const NodeConfig &node);
    void setFrame(const Frame &frame, UtcTime now) override;
    QString nodeId() const override { return m_savedId; }
    Page page() const;

Q_SIGNALS:
    /// It is saved and the operator is through with it.
    void finished(const QString &nodeId);

protected:
    void saved(const QString &nodeId) override;
    void notSaved(const QString &field) override;
    void testChanged() override { updateButtons(); }
    void done(int result) override;

private:
    QWidget *makeDetailsPage();
    QScrollArea *scrolled(QWidget *content);
    void addPage(Page page, QWidget *content);
    void goTo(Page page);
    void next();
    void back();
    void saveDraft();
    void updateButtons();
    void updateHeader();
    void focusFirst();

    Clock m_clock;
    QString m_savedId;
    QLabel *m_steps;
    QLabel *m_title;
    QLabel *m_intro;
    QStackedWidget *m_pages;
    KindPage *m_kinds;
    Fold *m_more = nullptr;
    FirstEventPanel *m_firstEvent;
    QPushButton *m_back;
    QPushButton *m_untested;
    QPushButton *m_next;
    QPushButton *m_close;
};

} // namespace barograph
