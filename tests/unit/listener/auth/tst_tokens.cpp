// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/base64.h"
#include "listener/auth/jwt.h"
#include "signing.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

Q_DECLARE_METATYPE(RefusalReason)

namespace {

const QByteArray kKey = "evolution-key";
constexpr qint64 kNowSeconds = 1'780'000'000;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray claims(const QByteArray &name, qint64 seconds)
{
    return "{\"app\":\"evolution\",\"" + name + "\":" + QByteArray::number(seconds) + "}";
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void base64_data();
    void base64();
    void base64NeedsRoom();
    void rfc7515Example();
    void judges_data();
    void judges();
};

void TestTokens::base64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("url");
    QTest::addColumn<bool>("right");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *text, bool url, bool right, const QByteArray &bytes = {}) {
        QTest::addRow("%s %s", url ? "url" : "standard", text) << QByteArray(text) << url << right << bytes;
    };
    row("", true, true);
    row("Zg", true, true, "f");
    row("Zm8", true, true, "fo");
    row("Zm9v", true, true, "foo");
    row("-_8", true, true, "\xfb\xff");
    row("Zg==", true, false);
    row("Z", true, false);
    row("Zh", true, false); // bits left over
    row("Zm9=", true, false);
    row("+/8", true, false);
    row("Zm 9v", true, false);
    row("Zm9v\n", true, false);
    row("", false, true);
    row("Zg==", false, true, "f");
    row("Zm8=", false, true, "fo");
    row("Zm9v", false, true, "foo");
    row("+/8=", false, true, "\xfb\xff");
    row("Zg", false, false);
    row("Zg=", false, false);
    row("Z===", false, false);
    row("====", false, false);
    row("Zg==Zg==", false, false);
    row("-_8=", false, false);
    row("Zh==", false, false);
}

void TestTokens::base64()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, url);
    QFETCH(bool, right);
    QFETCH(QByteArray, bytes);
    std::array<char, 64> room{};
    const auto decoded = decodeBase64(view(text), url ? Base64::Url : Base64::Standard, room);
    QCOMPARE(decoded.has_value(), right);
    if (right)
        QCOMPARE(QByteArray(decoded->data(), static_cast<qsizetype>(decoded->size())), bytes);
}

void TestTokens::base64NeedsRoom()
{
    std::array<char, 2> room{};
    QVERIFY(decodeBase64("Zm8", Base64::Url, room));
    QVERIFY(!decodeBase64("Zm9v", Base64::Url, room));
}

// RFC 7515, appendix A.1
void TestTokens::rfc7515Example()
{
    const auto key =
        QByteArray::fromBase64("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
                               QByteArray::Base64UrlEncoding);
    const QByteArray token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
                             ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0"
                             "cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const KeyedMac mac(KeyedMac::Hash::Sha256, key);
    QCOMPARE(judgeToken(view(token), mac, fromUnixSeconds(1'300'819'379)), RefusalReason::None);
    QCOMPARE(judgeToken(view(token), mac, fromUnixSeconds(1'300'819'380 + 59)), RefusalReason::None);
    QCOMPARE(judgeToken(view(token), mac, fromUnixSeconds(1'300'819'380 + 60)), RefusalReason::ExpiredToken);
}

void TestTokens::judges_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<RefusalReason>("reason");
    const auto row = [](const char *name, const QByteArray &token, RefusalReason reason) {
        QTest::newRow(name) << token << reason;
    };
    const auto right = RefusalReason::None;
    const auto wrong = RefusalReason::WrongCredentials;
    const auto expired = RefusalReason::ExpiredToken;
    const QByteArray fine = signedToken(kTokenHeader, claims("exp", kNowSeconds + 600), kKey);
    row("right", fine, right);
    row("without a time", signedToken(kTokenHeader, "{}", kKey), right);
    row("expired within the leeway", signedToken(kTokenHeader, claims("exp", kNowSeconds - 59), kKey), right);
    row("expired", signedToken(kTokenHeader, claims("exp", kNowSeconds - 60), kKey), expired);
    row("long expired", signedToken(kTokenHeader, claims("exp", 0), kKey), expired);
    row("begins soon", signedToken(kTokenHeader, claims("nbf", kNowSeconds + 60), kKey), right);
    row("begins later", signedToken(kTokenHeader, claims("nbf", kNowSeconds + 61), kKey), expired);
    row("fraction of a second", signedToken(kTokenHeader, R"({"exp":1780000000.5})", kKey), right);
    row("time as text", signedToken(kTokenHeader, R"({"exp":"1780000600"})", kKey), wrong);
    row("time is null", signedToken(kTokenHeader, R"({"nbf":null})", kKey), wrong);
    row("other key", signedToken(kTokenHeader, claims("exp", kNowSeconds + 600), "other"), wrong);
    row("expired, other key", signedToken(kTokenHeader, claims("exp", 0), "other"), wrong);
    row("none", base64Url(R"({"alg":"none"})") + '.' + base64Url("{}") + '.', wrong);
    row("none, signed", signedToken(R"({"alg":"none"})", "{}", kKey), wrong);
    row("None, signed", signedToken(R"({"alg":"NONE"})", "{}", kKey), wrong);
    row("HS512, signed with HS256", signedToken(R"({"alg":"HS512"})", "{}", kKey), wrong);
    row("RS256", signedToken(R"({"alg":"RS256"})", "{}", kKey), wrong);
    row("hs256", signedToken(R"({"alg":"hs256"})", "{}", kKey), wrong);
    row("no algorithm", signedToken("{}", "{}", kKey), wrong);
    row("algorithm is no text", signedToken(R"({"alg":256})", "{}", kKey), wrong);
    row("critical extension", signedToken(R"({"alg":"HS256","crit":["exp"]})", "{}", kKey), wrong);
    row("header is no object", signedToken(R"(["HS256"])", "{}", kKey), wrong);
    row("header is no JSON", signedToken("{alg", "{}", kKey), wrong);
    row("claims are no object", signedToken(kTokenHeader, "[]", kKey), wrong);
    row("claims are no JSON", signedToken(kTokenHeader, "{", kKey), wrong);
    row("claims are empty", signedToken(kTokenHeader, "", kKey), wrong);
    row("padded signature", fine + '=', wrong);
    row("short signature", fine.chopped(1), wrong);
    row("signature missing", fine.left(fine.lastIndexOf('.') + 1), wrong);
    row("two parts", fine.left(fine.lastIndexOf('.')), wrong);
    row("four parts", fine + ".e30", wrong);
    row("dots alone", "..", wrong);
    row("empty", "", wrong);
    row("no dot", "abc", wrong);
    row("too long", signedToken(kTokenHeader, '"' + QByteArray(5000, 'a') + '"', kKey), wrong);
    // The signature covers exactly what was sent.
    const auto firstDot = fine.indexOf('.');
    row("other claims", fine.left(firstDot + 1) + base64Url("{}") + fine.mid(fine.lastIndexOf('.')), wrong);
}

void TestTokens::judges()
{
    QFETCH(QByteArray, token);
    QFETCH(RefusalReason, reason);
    const KeyedMac mac(KeyedMac::Hash::Sha256, kKey);
    QCOMPARE(judgeToken(view(token), mac, fromUnixSeconds(kNowSeconds)), reason);
}

BAROGRAPH_TEST(TestTokens)
#include "tst_tokens.moc"
