// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/expiry.h"
#include "test_case.h"
#include "text/node_notices.h"

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const UtcTime kNoon = fromUnixMillis(1'772'366'400'000);
constexpr std::chrono::hours kDay{24};

} // namespace

class TestExpiry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsComeAheadOfTime_data()
    {
        QTest::addColumn<int>("hoursLeft");
        QTest::addColumn<bool>("renewsItself");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("urgency");
        const auto row = [](const char *name, int hours, bool renews, ProbeFault fault, ExpiryUrgency urgency) {
            QTest::newRow(name) << hours << renews << static_cast<int>(fault) << static_cast<int>(urgency);
        };
        row("far away", 31 * 24, false, ProbeFault::None, ExpiryUrgency::None);
        row("a month", 30 * 24, false, ProbeFault::None, ExpiryUrgency::Notice);
        row("a week", 7 * 24, false, ProbeFault::None, ExpiryUrgency::Warning);
        row("a day", 24, false, ProbeFault::None, ExpiryUrgency::Critical);
        row("over", -1, false, ProbeFault::None, ExpiryUrgency::Expired);
        row("renews itself", 2, true, ProbeFault::None, ExpiryUrgency::None);
        row("the renewal fails", 2, true, ProbeFault::Unauthorized, ExpiryUrgency::Critical);
        row("something else fails", 2, true, ProbeFault::Timeout, ExpiryUrgency::None);
        row("the renewal fails, and there is time", 48, true, ProbeFault::Unauthorized, ExpiryUrgency::None);
        row("it was not renewed", -1, true, ProbeFault::None, ExpiryUrgency::Expired);
    }
    void wordsComeAheadOfTime()
    {
        QFETCH(const int, hoursLeft);
        QFETCH(const bool, renewsItself);
        QFETCH(const int, fault);
        QFETCH(const int, urgency);
        ProbeState probe;
        probe.fault = static_cast<ProbeFault>(fault);
        const Expiry expiry{ExpiringThing::AccessToken, kNoon + std::chrono::hours{hoursLeft}, renewsItself};
        QCOMPARE(static_cast<int>(expiryUrgency(expiry, probe, kNoon)), urgency);
    }

    void eachReplacesTheOneOfItsKind()
    {
        ExpiryBook book;
        book.apply({{ExpiringThing::AccessToken, kNoon + 60 * kDay, false},
                    {ExpiringThing::NodeCertificate, kNoon + 5 * kDay, false}});
        book.apply({});
        QCOMPARE(book.all().size(), std::size_t{2});
        QCOMPARE(book.all().front().what, ExpiringThing::NodeCertificate);
        book.apply({{ExpiringThing::NodeCertificate, kNoon + 90 * kDay, false}});
        QCOMPARE(book.all().size(), std::size_t{2});
        QCOMPARE(book.all().front().what, ExpiringThing::AccessToken);
    }

    void everyThingHasWordsThatSayWhatToDo()
    {
        for (const auto what :
             {ExpiringThing::LoginToken, ExpiringThing::AccessToken, ExpiringThing::NodeCertificate}) {
            for (const auto left : {-2h, 50h}) {
                const QString text = expiryText({what, kNoon + left, false}, kNoon);
                QVERIFY2(text.count(u'.') >= 2 && text.contains(QStringLiteral("UTC")), qPrintable(text));
                QVERIFY2(text.contains(left < 0h ? QStringLiteral("ended 2 h ago") : QStringLiteral("ends in 2 d 2 h")),
                         qPrintable(text));
            }
        }
    }

    void noticesAreSortedAndOnlyTheDriftCanBeDismissed()
    {
        NodeFrame node;
        QVERIFY(nodeNotices(node, kNoon).empty());
        node.drift = DriftView{kNoon - 5min, {{QStringLiteral("a"), QStringLiteral("1"), QString()}}};
        node.expiries = {{ExpiringThing::AccessToken, kNoon + 2h, false},
                         {ExpiringThing::NodeCertificate, kNoon + 20 * kDay, false}};
        const auto notices = nodeNotices(node, kNoon);
        QCOMPARE(notices.size(), std::size_t{3});
        QCOMPARE(notices[0].urgency, Urgency::Critical);
        QVERIFY(!notices[0].dismissible);
        QVERIFY(notices[1].dismissible);
        QCOMPARE(notices[1].details, QStringList{QStringLiteral("a: 1 → (none)")});
        QCOMPARE(notices[2].urgency, Urgency::Calm);
        node.enabled = false;
        QVERIFY(nodeNotices(node, kNoon).empty());
    }
};

BAROGRAPH_TEST(TestExpiry)
#include "tst_expiry.moc"
