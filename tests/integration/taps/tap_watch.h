// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/session_store.h"
#include "taps/tap_hub.h"

#include <QTest>

#include <mutex>

/// A hub with one node, and all that comes out of it.
class TapWatch
{
public:
    static constexpr int kPatienceMs = 20'000;

    explicit TapWatch(barograph::NodeKind kind, const barograph::TapTimings &timings = impatient())
        : hub(
              secrets,
              [this](const QString &nodeId, const QByteArray &body) {
                  const std::lock_guard lock(m_mutex);
                  if (nodeId == QLatin1String("shop"))
                      m_bodies << body;
              },
              timings)
    {
        node.id = QStringLiteral("shop");
        node.kind = kind;
        QObject::connect(&hub, &barograph::TapHub::noted, &hub, [this](const barograph::TapNote &note) {
            last = note;
            notes.push_back(note);
        });
    }
    ~TapWatch() { hub.stop(); }

    /// Everything quick, so that failures show at once; silence long, so that a loaded machine makes none.
    static barograph::TapTimings impatient()
    {
        barograph::TapTimings timings;
        timings.firstBackOff = barograph::Millis{20};
        timings.longestBackOff = barograph::Millis{100};
        timings.doubt = timings.silence;
        return timings;
    }
    void storeKey(const QByteArray &key)
    {
        bool stored = false;
        secrets.set(node.id, barograph::SecretName::kTapKey, barograph::Secret(key), &hub,
                    [&stored](const auto &) { stored = true; });
        QVERIFY(QTest::qWaitFor([&stored] { return stored; }, kPatienceMs));
    }
    void tap(const QUrl &url, const QString &instance = {})
    {
        node.tap.emplace();
        node.tap->url = url;
        node.tap->instance = instance;
        hub.setNodes({{3, node}});
    }
    QByteArrayList bodies()
    {
        const std::lock_guard lock(m_mutex);
        return m_bodies;
    }
    bool saw(barograph::TapView::State state) const
    {
        return std::any_of(notes.begin(), notes.end(), [state](const auto &note) { return note.state == state; });
    }

    barograph::NodeConfig node;
    barograph::SessionSecretStore secrets{{}, barograph::SessionSecretStore::Keychain::DoNotUse};
    barograph::TapHub hub;
    barograph::TapNote last;
    std::vector<barograph::TapNote> notes;

private:
    std::mutex m_mutex;
    QByteArrayList m_bodies;
};

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, TapWatch::kPatienceMs)
#define WAIT_TO_BE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, TapWatch::kPatienceMs)
