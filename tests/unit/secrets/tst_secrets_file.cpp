// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secrets_file.h"
#include "test_case.h"

#include <QFile>
#include <QTemporaryDir>

using namespace barograph;

class TestSecretsFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString fileWith(const QByteArray &content, QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
    {
        const QString path = m_folder.filePath(QStringLiteral("secrets.toml"));
        QFile::remove(path);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
            !file.setPermissions(permissions))
            qFatal("cannot write");
        return path;
    }

private Q_SLOTS:
    void reads()
    {
        const auto secrets =
            loadSecretsFile(fileWith("[support-eu]\npassword = \"p\\\"w\"\napi-key = 'k'\n[b]\nnew-password='n'\n"));
        QVERIFY2(secrets.has_value(), secrets ? "" : qPrintable(secrets.error()));
        QCOMPARE(secrets->size(), std::size_t{3});
        QCOMPARE(secrets->at({QStringLiteral("support-eu"), QStringLiteral("password")}).reveal(), QByteArray("p\"w"));
        QCOMPARE(secrets->at({QStringLiteral("b"), QStringLiteral("new-password")}).reveal(), QByteArray("n"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("syntax") << QByteArray("[a]\npassword = \"hunter2") << "line 2";
        QTest::newRow("unknown name") << QByteArray("[a]\npasword = \"hunter2\"") << "line 2";
        QTest::newRow("number") << QByteArray("[a]\npassword = 12345678") << "text in quotes";
        QTest::newRow("no table") << QByteArray("password = \"hunter2\"") << "square brackets";
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe", 3) << "TOML";
    }
    void refuses()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const auto secrets = loadSecretsFile(fileWith(content));
        QVERIFY(!secrets);
        QVERIFY2(secrets.error().contains(says), qPrintable(secrets.error()));
        QVERIFY2(!secrets.error().contains(QStringLiteral("hunter2")), qPrintable(secrets.error()));
    }

    void refusesWhatOthersCanRead_data()
    {
        QTest::addColumn<int>("extra");
        QTest::newRow("group") << int(QFile::ReadGroup);
        QTest::newRow("others") << int(QFile::ReadOther);
        QTest::newRow("writable") << int(QFile::WriteGroup);
    }
    void refusesWhatOthersCanRead()
    {
        QFETCH(int, extra);
        const auto secrets =
            loadSecretsFile(fileWith("[a]\npassword='x'", QFile::ReadOwner | QFile::Permission(extra)));
        QVERIFY(!secrets);
        QVERIFY2(secrets.error().contains(QStringLiteral("chmod 600")), qPrintable(secrets.error()));
    }

    void saysWhenItIsNotThere()
    {
        QVERIFY(
            loadSecretsFile(m_folder.filePath(QStringLiteral("none"))).error().contains(QStringLiteral("--secrets")));
    }

    void namesVariables()
    {
        QCOMPARE(secretVariable(QStringLiteral("support-eu"), QStringLiteral("api-key")),
                 QByteArray("BAROGRAPH_SECRET_SUPPORT_EU_API_KEY"));
    }
};

BAROGRAPH_TEST(TestSecretsFile)
#include "tst_secrets_file.moc"
