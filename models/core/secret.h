// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>

namespace barograph {

/// A password, token or key. Prints as ••• and is overwritten when the last copy goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    {}
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) noexcept = default;
    ~Secret()
    {
        if (m_value.isDetached())
            m_value.fill('\0');
    }

    bool isEmpty() const { return m_value.isEmpty(); }
    /// Only for the moment of use: never store, log or show the result.
    const QByteArray &reveal() const { return m_value; }
    friend bool operator==(const Secret &a, const Secret &b) { return a.m_value == b.m_value; }

private:
    QByteArray m_value;
};

inline QDebug operator<<(QDebug debug, const Secret &secret)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << (secret.isEmpty() ? QStringLiteral("(none)") : QStringLiteral("•••"));
    return debug;
}

} // namespace barograph
