// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlog/event_filter.h"
#include "panels/event_filter_choice.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QCheckBox;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

/// What of the event log is to be shown: a line to type into, switches for the kinds, and how many there are.
class EventFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit EventFilterBar(QWidget *parent = nullptr);

    /// Node and time range are not asked for here.
    const EventFilter &filter() const { return m_filter; }
    bool allNodes() const;
    bool onlyShownRange() const;
    bool followsCrosshair() const;
    /// Something is left out by what is typed or switched here.
    bool hidesSomething() const;

    QString line() const;
    void setLine(const QString &line);
    /// Everything, of this node.
    void clear();
    void focusLine();

    EventFilterChoice choice() const;
    /// Is no choice of the operator's, so that nothing is told to be chosen.
    void setChoice(const EventFilterChoice &choice);
    /// Letters that come now belong to what was typed just before: no pause yet, and the line was not left.
    bool isTyping() const { return m_pause.isActive(); }

    /// Terms to offer while a filter is typed.
    void setCompletions(const QStringList &terms);
    void setCounts(qint64 shown, qint64 all, bool searching);
    /// `newer`: rows that came in above those on screen.
    void setPaused(bool paused, int newer);

Q_SIGNALS:
    void changed();
    void crosshairOptionChanged();
    /// The operator has typed or switched; `what` names it, as a step that can be undone. Changes with the same `edit`
    /// (0: none) are letters of one step.
    void chosen(const QString &what, int edit);
    void liveRequested();
    /// The operator is done with typing.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addSwitch(const QString &text, const QString &toolTip);
    void buildApartMenu();
    /// Makes of what is typed and switched what is searched for.
    EventFilter readParts();
    void read();
    void onTyped(const QString &line);
    void endTyping();
    void tellChosen(const QString &what);
    bool leavesUndoToTheView(const QKeyEvent &event) const;
    void paintSwatches();

    EventFilter m_filter;
    QTimer m_typing; ///< until it is searched
    QTimer m_pause;  ///< until what is typed is a step of its own
    int m_edit = 1;
    qsizetype m_typedLength = 0;
    bool m_sets = false; ///< just now, and not the operator
    QLineEdit *m_line;
    QLabel *m_counts;
    QLabel *m_error;
    QPushButton *m_live;
    std::array<QToolButton *, kEventKindCount> m_kinds{};
    QToolButton *m_apart = nullptr;
    std::vector<QAction *> m_apartKinds;
    QToolButton *m_redelivered = nullptr;
    QCheckBox *m_range;
    QCheckBox *m_crosshair;
    QCheckBox *m_all;
};

} // namespace barograph
