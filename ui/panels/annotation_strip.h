// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markers/annotation.h"

#include <QWidget>

#include <deque>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

/// One line in which the operator writes a note at a moment, or rewrites or removes one. Not modal: everything else
/// goes on. Hidden until begin() or edit().
///
/// What was asked for is under way until it is answered, and said to be; the line may be closed or used for another
/// note meanwhile. What failed comes back with its text, as soon as the line is free and its node is looked at.
class AnnotationStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AnnotationStrip(QWidget *parent = nullptr);

    void begin(const QString &nodeId, UtcTime at, UtcTime now);
    void edit(const Marker &note, UtcTime now);
    /// Another node is looked at now: what was being written about the one before waits until that is looked at again.
    void setNode(const QString &nodeId, UtcTime now);

public Q_SLOTS:
    /// Closes when it is the answer to what was saved here, or says why not.
    void takeAnswer(const barograph::AnnotationAnswer &answer);

Q_SIGNALS:
    void requested(const barograph::AnnotationRequest &request);
    void removalRequested(const barograph::AnnotationRemoval &removal);
    /// It went away again.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Wish : quint8 { None, Save, Remove };
    /// A note that is written, or that comes back.
    struct Draft
    {
        AnnotationRequest request;
        QString failure;        ///< why it was not saved, or not removed
        Wish wish = Wish::None; ///< what is under way
    };

    void open(Draft draft, UtcTime now);
    /// Takes the line for something else; what is not finished is kept.
    void putAside();
    void comeBack();
    void check();
    void send(Wish wish);
    void cancel();
    bool isUnderWay() const { return m_draft.wish != Wish::None; }

    Draft m_draft;                 ///< in the line, while that is shown
    QString m_opened;              ///< its text when it was opened
    std::vector<Draft> m_underWay; ///< the answers to come, also of the one in the line
    std::deque<Draft> m_aside;     ///< to be shown again
    QString m_nodeId;
    UtcTime m_now{};
    quint64 m_lastTicket = 0;
    QLabel *m_title;
    QLineEdit *m_text;
    QLabel *m_remark;
    QPushButton *m_save;
    QPushButton *m_remove;
    QPushButton *m_cancel;
};

} // namespace barograph
