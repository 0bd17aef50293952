// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a screen reader hears it: another process, over the bus of assistive technology, with the calls that
// Orca makes. What is on a widget is tested elsewhere; here it is what comes through.
#include "reader_bus.h"
#include "test_case.h"

#include <QProcess>

using namespace barograph::testing;

namespace {

constexpr int kReaderPatience = 60'000;
/// More is a table that is walked cell by cell, which nobody must do.
constexpr int kMostChildren = 400;

struct Heard
{
    Spoken object;
    QString role;
    QString name;
};

} // namespace

class TestScreenReader : public QObject
{
    Q_OBJECT

    QProcess m_window;
    std::unique_ptr<ReaderBus> m_bus;
    Spoken m_application;
    std::vector<Heard> m_heard; ///< everything that shows, in the order of the tree
    QStringList m_faults;

    void order(const char *what)
    {
        m_window.write(QByteArray(what) + '\n');
        QTRY_VERIFY_WITH_TIMEOUT(m_window.canReadLine(), kReaderPatience);
        QCOMPARE(m_window.readLine().trimmed(), QByteArray(what));
    }

    void walk(const Spoken &object, const QString &where)
    {
        const QString role = m_bus->roleName(object);
        const QString name = m_bus->name(object);
        const QString here = where + u'/' + role + (name.isEmpty() ? QString() : u'“' + name + u'”');
        m_heard.push_back({object, role, name});
        if (m_bus->hasState(object, kFocusableState) && name.isEmpty())
            m_faults << QStringLiteral("no name: ") + here;
        if (role.isEmpty() || role == QLatin1String("invalid") || role == QLatin1String("unknown"))
            m_faults << QStringLiteral("no role: ") + here;
        const int children = m_bus->childCount(object);
        if (children > kMostChildren)
            return;
        for (int i = 0; i < children; ++i) {
            const Spoken child = m_bus->child(object, i);
            if (!child.isValid())
                m_faults << QStringLiteral("child %1 is nothing: ").arg(i) + here;
            else if (m_bus->hasState(child, kShowingState))
                walk(child, here);
        }
    }

    std::vector<Heard> withRole(const char *role) const
    {
        std::vector<Heard> found;
        std::copy_if(m_heard.begin(), m_heard.end(), std::back_inserter(found),
                     [role](const Heard &heard) { return heard.role == QLatin1String(role); });
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bus = std::make_unique<ReaderBus>();
        QVERIFY(m_bus->isConnected());
        QTRY_VERIFY_WITH_TIMEOUT(m_bus->listen(), kReaderPatience);
        m_window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_window.start(QStringLiteral(BAROGRAPH_SPOKEN_WINDOW), QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(m_window.canReadLine(), kReaderPatience);
        QCOMPARE(m_window.readLine().trimmed(), QByteArray("ready"));
        order("node");
        order("log");
        QTRY_VERIFY_WITH_TIMEOUT((m_application = m_bus->application(QStringLiteral("barograph"))).isValid(),
                                 kReaderPatience);
        // Panels are made when they are seen first, i.e. a moment after the window.
        const auto walked = [this] {
            m_heard.clear();
            m_faults.clear();
            walk(m_application, {});
            return m_heard.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(walked() > 150, kReaderPatience);
    }

    void cleanupTestCase()
    {
        m_window.closeWriteChannel();
        QVERIFY(m_window.waitForFinished(kReaderPatience));
        QCOMPARE(m_window.exitStatus(), QProcess::NormalExit);
    }

    void everythingHasANameAndARole()
    {
        QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
        // One window: docks are no windows within it.
        QCOMPARE(withRole("frame").size(), std::size_t{1});
    }

    void chartsAreSummedUp()
    {
        const auto charts = withRole("chart");
        QVERIFY(!charts.empty());
        QCOMPARE(charts.front().name, QStringLiteral("Events per second over time"));
        const QString summary = m_bus->description(charts.front().object);
        QVERIFY2(summary.startsWith(QStringLiteral("Last 10 minutes:")), qPrintable(summary));
    }

    /// Its cells are asked for one by one, also at its end, without a list of all of them.
    void aFullEventLogAnswers()
    {
        const auto tables = withRole("table");
        const auto log = std::find_if(tables.begin(), tables.end(), [](const Heard &table) {
            return table.name == QStringLiteral("Events, newest first");
        });
        QVERIFY(log != tables.end());
        const int rows = m_bus->tableRows(log->object);
        QVERIFY2(rows > 500'000, qPrintable(QString::number(rows)));
        for (const int row : {0, rows / 2, rows - 1}) {
            const Spoken cell = m_bus->tableCell(log->object, row, 0);
            QVERIFY(cell.isValid());
            QVERIFY2(m_bus->name(cell).startsWith(QStringLiteral("Arrived: ")), qPrintable(m_bus->name(cell)));
        }
    }

    /// Wherever the focus is.
    void newStatesAreSpoken()
    {
        m_bus->heard.clear();
        order("down");
        QTRY_VERIFY_WITH_TIMEOUT(m_bus->heard.join(u'\n').contains(QStringLiteral("Down")), kReaderPatience);
    }

    void tabsSayWhatTheirPanelsSay()
    {
        const auto tabs = withRole("page tab");
        QVERIFY(std::any_of(tabs.begin(), tabs.end(),
                            [](const Heard &tab) { return tab.name == QStringLiteral("Storms (2 running)"); }));
    }

    void numbersSayTheirState()
    {
        const auto cards = withRole("list item");
        QVERIFY(!cards.empty());
        QVERIFY2(cards.front().name.contains(QStringLiteral("State: ")), qPrintable(cards.front().name));
    }
};

BAROGRAPH_TEST(TestScreenReader)
#include "tst_screen_reader.moc"
