// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/shown_url.h"
#include "test_case.h"

using namespace barograph;

class TestShownUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesWhatMayBeSecret_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("webhook");
        const auto row = [](const char *name, const char *url, const char *shown, const char *webhook) {
            QTest::newRow(name) << QUrl(QString::fromUtf8(url)) << QString::fromUtf8(shown)
                                << QString::fromUtf8(webhook);
        };
        row("hook", "https://ops.example:8443/hook/c2VjcmV0", "https://ops.example:8443/hook/c2VjcmV0",
            "https://ops.example:8443/hook/•••");
        row("deep", "https://h/a/b/c", "https://h/a/b/c", "https://h/a/•••");
        row("one segment", "https://h/wa", "https://h/wa", "https://h/wa");
        row("trailing slash", "https://h/wa/", "https://h/wa/", "https://h/wa");
        row("no path", "https://h:1", "https://h:1", "https://h:1");
        row("user info", "https://u:p@h/wa", "https://h/wa", "https://h/wa");
        row("query", "https://h/wa?token=s3cret", "https://h/wa", "https://h/wa/•••");
        row("fragment", "https://h/wa#s3cret", "https://h/wa", "https://h/wa/•••");
        row("empty", "", "", "");
    }
    void hidesWhatMayBeSecret()
    {
        QFETCH(QUrl, url);
        QFETCH(QString, shown);
        QFETCH(QString, webhook);
        QCOMPARE(shownUrl(url), shown);
        QCOMPARE(shownWebhookUrl(url), webhook);
    }

    void writesHostAndPort()
    {
        QCOMPARE(hostAndPort(QUrl(QStringLiteral("https://h:9090/x"))), QStringLiteral("h:9090"));
        QCOMPARE(hostAndPort(QUrl(QStringLiteral("https://h"))), QStringLiteral("h"));
        QCOMPARE(hostAndPort(QUrl(QStringLiteral("https://[::1]:9090"))), QStringLiteral("[::1]:9090"));
    }
};

BAROGRAPH_TEST(TestShownUrl)
#include "tst_shown_url.moc"
