// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markers/annotation.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

/// One line in which the operator writes a note at a moment, or rewrites or removes one. Not modal: everything else
/// goes on. Hidden until begin() or edit().
class AnnotationStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AnnotationStrip(QWidget *parent = nullptr);

    void begin(const QString &nodeId, UtcTime at, UtcTime now);
    void edit(const Marker &note, UtcTime now);

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
    void open(UtcTime now);
    void check();
    void save();
    void close();

    AnnotationRequest m_request;
    bool m_waiting = false;
    QLabel *m_title;
    QLineEdit *m_text;
    QLabel *m_remark;
    QPushButton *m_save;
    QPushButton *m_remove;
};

} // namespace barograph
