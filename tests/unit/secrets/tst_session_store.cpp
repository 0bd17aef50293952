// SPDX-License-Identifier: GPL-3.0-or-later
// The session's secret store, and answers that cross threads. The keychain of this test's session is one that does not
// run: what a keychain itself does is QtKeychain's business.
#include "secrets/session_store.h"
#include "test_case.h"

#include <QSignalSpy>
#include <QThread>

#include <atomic>

using namespace barograph;

namespace {

const QString kNode = QStringLiteral("support-eu");

QByteArray get(SecretStore &store, const QString &name)
{
    QObject context;
    std::optional<SecretStore::Found> found;
    store.get(kNode, name, &context, [&](const SecretStore::Found &answer) { found = answer; });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, 30'000))
        qFatal("no answer");
    if (!*found)
        return "error: " + found->error().toUtf8();
    return found->value() ? found->value()->reveal() : QByteArray("(none)");
}

bool set(SecretStore &store, const QString &name, const QByteArray &value)
{
    QObject context;
    std::optional<SecretStore::Stored> stored;
    store.set(kNode, name, Secret(value), &context, [&](const SecretStore::Stored &answer) { stored = answer; });
    return QTest::qWaitFor([&] { return stored.has_value(); }, 30'000) && stored->has_value();
}

} // namespace

class TestSessionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // No session bus, so that no keychain of whoever runs this is touched.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }

    void remembersForTheSession()
    {
        SessionSecretStore store({}, SessionSecretStore::Keychain::DoNotUse);
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("(none)"));
        QVERIFY(set(store, SecretName::kPassword, "p1"));
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("p1"));
        QObject context;
        bool removed = false;
        store.remove(kNode, SecretName::kPassword, &context, [&](const SecretStore::Stored &) { removed = true; });
        QTRY_VERIFY(removed);
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("(none)"));
        QVERIFY(!store.isPersistent());
        QVERIFY(!store.statusText().isEmpty());
    }

    void looksInOrder()
    {
        GivenSecrets given;
        given.insert_or_assign({kNode, SecretName::kPassword}, Secret("from file"));
        SessionSecretStore store(given, SessionSecretStore::Keychain::DoNotUse);
        qputenv("BAROGRAPH_SECRET_SUPPORT_EU_PASSWORD", "from environment");
        qputenv("BAROGRAPH_SECRET_SUPPORT_EU_API_KEY", "key from environment");
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("from file"));
        QCOMPARE(get(store, SecretName::kApiKey), QByteArray("key from environment"));
        QVERIFY(set(store, SecretName::kPassword, "set now"));
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("set now"));
        qunsetenv("BAROGRAPH_SECRET_SUPPORT_EU_PASSWORD");
        qunsetenv("BAROGRAPH_SECRET_SUPPORT_EU_API_KEY");
    }

    void storesNothingUntilItWasChosenWhere()
    {
        SessionSecretStore store;
        QSignalSpy changed(&store, &SecretStore::statusChanged);
        QCOMPARE(store.status().home, SecretsHome::Asking);
        QVERIFY(!set(store, SecretName::kPassword, "p1"));
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("(none)"));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30'000);
        QCOMPARE(store.status().home, SecretsHome::Undecided);
        QVERIFY(!store.isPersistent());
        QVERIFY2(store.statusText().contains(QStringLiteral("Choose where")), qPrintable(store.statusText()));

        store.applyChoice({SecretsHome::Memory, {}});
        QCOMPARE(store.status().home, SecretsHome::Memory);
        QVERIFY(set(store, SecretName::kPassword, "p1"));
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("p1"));
        QVERIFY(!store.isPersistent());
        QVERIFY2(store.statusText().contains(QStringLiteral("in memory only")), qPrintable(store.statusText()));
    }

    void movesIntoAFileAndAsksForItsPassphraseNextTime()
    {
        QTemporaryDir folder;
        const SecretPlaces places{folder.filePath(QStringLiteral("secrets.sealed")),
                                  folder.filePath(QStringLiteral("secrets-home")), SealCost{1, 64}};
        {
            SessionSecretStore store({}, SessionSecretStore::Keychain::UseIfThere, places);
            QTRY_COMPARE_WITH_TIMEOUT(store.status().home, SecretsHome::Undecided, 30'000);
            QVERIFY(!store.status().fileExists);
            store.applyChoice({SecretsHome::Memory, {}});
            QVERIFY(set(store, SecretName::kPassword, "entered before"));
            store.applyChoice({SecretsHome::File, Secret("short")});
            QTRY_VERIFY_WITH_TIMEOUT(!store.status().error.isEmpty(), 30'000);
            QCOMPARE(store.status().home, SecretsHome::Memory);
            store.applyChoice({SecretsHome::File, Secret("a long passphrase")});
            QTRY_COMPARE_WITH_TIMEOUT(store.status().home, SecretsHome::File, 30'000);
            QVERIFY(store.status().error.isEmpty() && store.isPersistent());
            QVERIFY(set(store, SecretName::kApiKey, "entered after"));
            QCOMPARE(get(store, SecretName::kPassword), QByteArray("entered before"));
        }
        SessionSecretStore store({}, SessionSecretStore::Keychain::UseIfThere, places);
        QCOMPARE(store.status().home, SecretsHome::FileLocked);
        QVERIFY(store.status().fileExists);
        QVERIFY2(get(store, SecretName::kPassword).contains("Enter the passphrase"), "locked");
        QVERIFY(!set(store, SecretName::kPassword, "x"));
        QSignalSpy changed(&store, &SecretStore::statusChanged);
        store.applyChoice({SecretsHome::File, Secret("another passphrase")});
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 30'000);
        QVERIFY(store.status().error.contains(QStringLiteral("not the passphrase")));
        QCOMPARE(store.status().home, SecretsHome::FileLocked);
        store.applyChoice({SecretsHome::File, Secret("a long passphrase")});
        QTRY_COMPARE_WITH_TIMEOUT(store.status().home, SecretsHome::File, 30'000);
        QVERIFY(store.status().error.isEmpty());
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("entered before"));
        QCOMPARE(get(store, SecretName::kApiKey), QByteArray("entered after"));
        // Memory again: the file stays, but is not asked for any more.
        store.applyChoice({SecretsHome::Memory, {}});
        QVERIFY(!QFile::exists(places.choiceFile) && QFile::exists(places.file));
    }

    void findsWhatAnotherProcessStores()
    {
        QTemporaryDir folder;
        const SecretPlaces places{folder.filePath(QStringLiteral("secrets.sealed")), {}, SealCost{1, 64}};
        SessionSecretStore store({}, SessionSecretStore::Keychain::UseIfThere, places);
        store.applyChoice({SecretsHome::File, Secret("a long passphrase")});
        QTRY_COMPARE_WITH_TIMEOUT(store.status().home, SecretsHome::File, 30'000);
        QVERIFY(set(store, SecretName::kPassword, "old"));
        SecretVault other(places.file, places.cost);
        QVERIFY(other.open(Secret("a long passphrase")).has_value());
        QVERIFY(other.set(kNode, SecretName::kPassword, Secret("new")).has_value());
        QCOMPARE(get(store, SecretName::kPassword), QByteArray("new"));
    }

    void answersOnTheThreadOfTheContext()
    {
        SessionSecretStore store({}, SessionSecretStore::Keychain::DoNotUse);
        store.keepForSession(kNode, SecretName::kPassword, Secret("p1"));
        QThread thread;
        auto *context = new QObject;
        context->moveToThread(&thread);
        thread.start();
        std::atomic<bool> right = false;
        std::atomic<bool> told = false;
        QMetaObject::invokeMethod(context, [&] {
            store.get(kNode, SecretName::kPassword, context, [&](const SecretStore::Found &found) {
                right = QThread::currentThread() == &thread && found->value().reveal() == "p1";
                told = true;
            });
        });
        QTRY_VERIFY(told.load());
        QVERIFY(right.load());
        context->deleteLater();
        thread.quit();
        QVERIFY(thread.wait());
    }

    void isSafeWhenContextsGoAtAnyMoment()
    {
        SessionSecretStore store({}, SessionSecretStore::Keychain::DoNotUse);
        QThread thread;
        auto *boss = new QObject;
        boss->moveToThread(&thread);
        thread.start();
        std::atomic<int> rounds = 0;
        constexpr int kRounds = 300;
        for (int i = 0; i < kRounds; ++i) {
            QMetaObject::invokeMethod(boss, [&, i] {
                auto *context = new QObject;
                // Destroyed on its own thread while the store answers on this one.
                store.get(kNode, SecretName::kPassword, context, [](const SecretStore::Found &) {});
                if (i % 2 == 0)
                    delete context;
                else
                    context->deleteLater();
                ++rounds;
            });
        }
        QTRY_COMPARE(rounds.load(), kRounds);
        boss->deleteLater();
        thread.quit();
        QVERIFY(thread.wait());
    }

    void printsNothing()
    {
        QString text;
        QDebug(&text) << Secret("hunter2");
        QVERIFY(!text.contains(QStringLiteral("hunter2")));
        QVERIFY(text.contains(QStringLiteral("•••")));
    }
};

BAROGRAPH_TEST(TestSessionStore)
#include "tst_session_store.moc"
