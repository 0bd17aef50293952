// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// How one number's webhook route is protected, whether it was verified, what its gateway says of its session, the
/// connection that fetches a copy of its events, and the recording of raw bodies.
class RouteSection : public QWidget
{
    Q_OBJECT

public:
    explicit RouteSection(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);

Q_SIGNALS:
    void verifyTokenRequested();
    void captureRequested(bool on);

private:
    struct Row
    {
        QLabel *name = nullptr;
        MarkLabel *value = nullptr;
        QPushButton *button = nullptr; ///< null where there is none
    };
    Row addRow(QGridLayout &grid, const QString &name);
    QPushButton *addButton(QGridLayout &grid, const QString &text); ///< to the row that was added last
    static void setRowVisible(const Row &row, bool visible);
    void setHandshake(const RouteView &route, UtcTime now);
    void setSession(const NodeFrame &node, UtcTime now);
    void setTap(const std::optional<TapView> &tap, UtcTime now);
    void setRefused(const RouteView &route, UtcTime now);
    void setCapture(const RouteView &route, UtcTime now);

    Row m_protection;
    Row m_secret;
    QLabel *m_command;
    Row m_handshake;
    Row m_session;
    Row m_tap;
    Row m_refused;
    Row m_capture;
    QLabel *m_captureHelp;
    bool m_capturing = false;
};

/// What is kept while raw bodies are recorded, in plain words. `folder` may be empty.
QString captureExplanation(const QString &folder);

} // namespace barograph
