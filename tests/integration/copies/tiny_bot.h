// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

/// A bot's webhook: answers each POST with its own number, and keeps what came.
class TinyBot : public QTcpServer
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray head;
        QByteArray body;
        QByteArray header(const QByteArray &name) const; ///< its value; empty if it is not there
    };

    TinyBot();

    const QList<Request> &requests() const { return m_requests; }
    /// Takes requests and never answers them.
    void setSilent(bool silent) { m_silent = silent; }

private:
    void onData(QTcpSocket *socket);

    QList<Request> m_requests;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    bool m_silent = false;
};
