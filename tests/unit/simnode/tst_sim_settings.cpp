// SPDX-License-Identifier: GPL-3.0-or-later
#include "app_settings.h"
#include "test_case.h"
#include "webhook_url.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

using namespace barograph::sim;

class TestSimSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyWhatIsNamed_data();
    void changesOnlyWhatIsNamed();
    void refusesBadValues_data();
    void refusesBadValues();
    void whatIsReadCanBeWrittenBack();
    void readsWebhookUrls_data();
    void readsWebhookUrls();
    void refusesWebhookUrls_data();
    void refusesWebhookUrls();
};

namespace {

boost::json::object object(const char *text)
{
    return boost::json::parse(text).as_object();
}

template<typename Change> AppSettings with(Change change)
{
    AppSettings settings;
    change(settings);
    return settings;
}

} // namespace

Q_DECLARE_METATYPE(AppSettings)

void TestSimSettings::changesOnlyWhatIsNamed_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<AppSettings>("expected");
    QTest::newRow("nothing") << QByteArray("{}") << AppSettings{};
    QTest::newRow("read off") << QByteArray(R"({"webhooks":{"message":{"read":false}}})")
                              << with([](auto &s) { s.readCallbacks = false; });
    QTest::newRow("two of three") << QByteArray(R"({"webhooks":{"message":{"delivered":false,"sent":false}}})")
                                  << with([](auto &s) { s.deliveredCallbacks = s.sentCallbacks = false; });
    QTest::newRow("url") << QByteArray(R"({"webhooks":{"url":"https://ops.example:8443/wa"}})")
                         << with([](auto &s) { s.webhookUrl = "https://ops.example:8443/wa"; });
    QTest::newRow("concurrency") << QByteArray(R"({"webhooks":{"max_concurrent_requests":24}})")
                                 << with([](auto &s) { s.maxConcurrentRequests = 24; });
    QTest::newRow("number as string") << QByteArray(R"({"callback_backoff_delay_ms":"5000"})")
                                      << with([](auto &s) { s.backoffDelayMs = 5000; });
    QTest::newRow("number") << QByteArray(R"({"max_callback_backoff_delay_ms":60000})")
                            << with([](auto &s) { s.maxBackoffDelayMs = 60000; });
    QTest::newRow("older switch") << QByteArray(R"({"sent_status":false})")
                                  << with([](auto &s) { s.sentStatus = false; });
    QTest::newRow("intervals") << QByteArray(R"({"heartbeat_interval":10,"unhealthy_interval":60})")
                               << with([](auto &s) { s.heartbeatIntervalS = 10, s.unhealthyIntervalS = 60; });
    QTest::newRow("media") << QByteArray(R"({"media":{"auto_download":["image","voice"]}})") << with([](auto &s) {
        s.autoDownload = {"image", "voice"};
    });
}

void TestSimSettings::changesOnlyWhatIsNamed()
{
    QFETCH(QByteArray, patch);
    QFETCH(AppSettings, expected);
    const auto changed = patched(AppSettings{}, object(patch.constData()));
    QVERIFY(changed);
    QVERIFY(*changed == expected);
}

void TestSimSettings::refusesBadValues_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<int>("code");
    QTest::newRow("concurrency 7") << QByteArray(R"({"webhooks":{"max_concurrent_requests":7}})") << 1009;
    QTest::newRow("plain http") << QByteArray(R"({"webhooks":{"url":"http://ops.example/"}})") << 1009;
    QTest::newRow("url is a number") << QByteArray(R"({"webhooks":{"url":5}})") << 1009;
    QTest::newRow("switch is a string") << QByteArray(R"({"webhooks":{"message":{"read":"off"}}})") << 1009;
    QTest::newRow("webhooks is a list") << QByteArray(R"({"webhooks":[]})") << 1009;
    QTest::newRow("negative delay") << QByteArray(R"({"callback_backoff_delay_ms":-1})") << 1009;
    QTest::newRow("delay in words") << QByteArray(R"({"callback_backoff_delay_ms":"3 s"})") << 1009;
    QTest::newRow("huge delay") << QByteArray(R"({"callback_backoff_delay_ms":"99999999999999999999"})") << 1009;
    QTest::newRow("media type") << QByteArray(R"({"media":{"auto_download":["hologram"]}})") << 1009;
    QTest::newRow("log level") << QByteArray(R"({"log_level":"loud"})") << 1009;
    QTest::newRow("unknown field") << QByteArray(R"({"webhook":{}})") << 1010;
    QTest::newRow("unknown nested") << QByteArray(R"({"webhooks":{"message":{"seen":true}}})") << 1010;
}

void TestSimSettings::refusesBadValues()
{
    QFETCH(QByteArray, patch);
    QFETCH(int, code);
    const auto refused = patched(AppSettings{}, object(patch.constData()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().status, 400);
    QVERIFY(!refused.error().details.empty());
}

void TestSimSettings::whatIsReadCanBeWrittenBack()
{
    const AppSettings settings = with([](auto &s) {
        s.webhookUrl = "https://[::1]:9/x";
        s.readCallbacks = false;
        s.maxConcurrentRequests = 18;
        s.autoDownload = {"audio"};
        s.collectMedia = true;
        s.verboseLogging = true;
        s.heartbeatIntervalS = 7;
    });
    // By way of text, so that nested objects are objects there and not lists of pairs.
    const auto written = patched(AppSettings{}, object(boost::json::serialize(toJson(settings)).c_str()));
    QVERIFY(written);
    QVERIFY(*written == settings);
}

void TestSimSettings::readsWebhookUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("target");
    QTest::newRow("host only") << u"https://ops.example"_qs << true << u"ops.example"_qs << 443 << u"/"_qs;
    QTest::newRow("all") << u"https://ops.example:8443/wa/x?y=1#z"_qs << true << u"ops.example"_qs << 8443
                         << u"/wa/x?y=1"_qs;
    QTest::newRow("query only") << u"https://ops.example?y"_qs << true << u"ops.example"_qs << 443 << u"/?y"_qs;
    QTest::newRow("loopback") << u"http://127.0.0.1:80/"_qs << false << u"127.0.0.1"_qs << 80 << u"/"_qs;
    QTest::newRow("loopback name") << u"http://localhost/a"_qs << false << u"localhost"_qs << 80 << u"/a"_qs;
    QTest::newRow("IPv6") << u"http://[::1]:9/a"_qs << false << u"::1"_qs << 9 << u"/a"_qs;
}

void TestSimSettings::readsWebhookUrls()
{
    QFETCH(QString, text);
    QFETCH(bool, tls);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, target);
    const auto url = parseWebhookUrl(text.toStdString());
    QVERIFY(url);
    QCOMPARE(url->tls, tls);
    QCOMPARE(QString::fromStdString(url->host), host);
    QCOMPARE(int{url->port}, port);
    QCOMPARE(QString::fromStdString(url->target), target);
}

void TestSimSettings::refusesWebhookUrls_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "ops.example", "ftp://ops.example", "https://", "https://:8443/", "https://a:0/", "https://a:70000/",
          "https://a:1x/", "https://user:pw@a/", "https://[::1/", "http://ops.example/", "http://10.0.0.1/",
          "https://a/ b", "https://a/\r\nX: y", "https://[::1]8/"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestSimSettings::refusesWebhookUrls()
{
    QFETCH(QString, text);
    const auto url = parseWebhookUrl(text.toStdString());
    QVERIFY(!url);
    QVERIFY(!url.error().empty());
}

BAROGRAPH_TEST(TestSimSettings)
#include "tst_sim_settings.moc"
