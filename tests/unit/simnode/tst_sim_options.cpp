// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"
#include "test_case.h"

using namespace barograph::sim;
using namespace std::chrono_literals;

class TestSimOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreAsDocumented();
    void readsEverything();
    void refuses_data();
    void refuses();
    void helpNamesEveryOption();
};

namespace {

std::vector<std::string> words(const QString &line)
{
    std::vector<std::string> made;
    for (const QString &word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        made.push_back(word.toStdString());
    return made;
}

} // namespace

void TestSimOptions::defaultsAreAsDocumented()
{
    const auto options = parseOptions({});
    QVERIFY(options);
    QCOMPARE(options->address, std::string("127.0.0.1"));
    QCOMPARE(int{options->port}, 0);
    QVERIFY(!options->http && !options->exitOnStdinClose && !options->webhookInsecure);
    QCOMPARE(options->simulation.scenarios, std::vector<std::string>{"steady"});
    QCOMPARE(options->simulation.seed, std::uint64_t{1});
    QCOMPARE(options->simulation.tps, 20.0);
    QCOMPARE(options->compress, 1.0);
    QCOMPARE(options->simulation.shards, 0);
    QCOMPARE(options->simulation.redeliver, 0.0);
    QVERIFY(!options->simulation.duration);
    QCOMPARE(options->maxConcurrent, 6);
}

void TestSimOptions::readsEverything()
{
    const auto options = parseOptions(words(QStringLiteral(
        "--listen [::1]:8080 --http --webhook http://127.0.0.1:1/x --scenario campaign --scenario=group-storm "
        "--scenario campaign --seed 18446744073709551615 --compress 60 --tps 12.5 --shards 8 --duration 300 "
        "--redeliver 0.2 --log /tmp/x --exit-on-stdin-close --incoming-capacity 77 --tls-cert-out /tmp/c "
        "--max-concurrent 24 --webhook-ca /tmp/ca --webhook-insecure --ha --varied-storms --clock-skew -2.5")));
    QVERIFY2(options, options ? "" : options.error().c_str());
    QCOMPARE(options->address, std::string("::1"));
    QCOMPARE(int{options->port}, 8080);
    QVERIFY(options->http && options->exitOnStdinClose && options->webhookInsecure);
    QCOMPARE(options->webhook, std::string("http://127.0.0.1:1/x"));
    QCOMPARE(options->simulation.scenarios, (std::vector<std::string>{"campaign", "group-storm"}));
    QCOMPARE(options->simulation.seed, UINT64_MAX);
    QCOMPARE(options->compress, 60.0);
    QCOMPARE(options->simulation.tps, 12.5);
    QCOMPARE(options->simulation.shards, 8);
    QCOMPARE(*options->simulation.duration, ModelTime(300s));
    QCOMPARE(options->simulation.redeliver, 0.2);
    QCOMPARE(options->log, std::string("/tmp/x"));
    QCOMPARE(*options->simulation.incomingCapacity, std::size_t{77});
    QCOMPARE(options->tlsCertificateOut, std::string("/tmp/c"));
    QCOMPARE(options->maxConcurrent, 24);
    QCOMPARE(options->webhookCa, std::string("/tmp/ca"));
    QVERIFY(options->simulation.highAvailability && options->simulation.variedStorms);
    QCOMPARE(options->simulation.clockSkew, std::chrono::milliseconds(-2500));
}

void TestSimOptions::refuses_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"--bogus",
                             "file",
                             "--tps",
                             "--tps 0",
                             "--tps 1x",
                             "--tps nan",
                             "--tps -5",
                             "--compress inf",
                             "--seed -1",
                             "--seed 1.5",
                             "--shards 3",
                             "--scenario storm",
                             "--redeliver 1.1",
                             "--listen 127.0.0.1",
                             "--listen 127.0.0.1:",
                             "--listen 127.0.0.1:65536",
                             "--webhook http://10.0.0.1/",
                             "--http=1",
                             "--max-concurrent 5",
                             "--clock-skew 1e9",
                             "--ha=1",
                             "--duration -1"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestSimOptions::refuses()
{
    QFETCH(QString, line);
    const auto options = parseOptions(words(line));
    QVERIFY(!options);
    // The message names what is wrong.
    const QString name = line.section(QLatin1Char(' '), 0, 0).section(QLatin1Char('='), 0, 0);
    QVERIFY(QString::fromStdString(options.error()).contains(name));
}

void TestSimOptions::helpNamesEveryOption()
{
    const QString help = QString::fromStdString(helpText());
    for (const char *name : {"--listen",
                             "--http",
                             "--webhook",
                             "--scenario",
                             "--seed",
                             "--compress",
                             "--tps",
                             "--shards",
                             "--duration",
                             "--redeliver",
                             "--log",
                             "--exit-on-stdin-close",
                             "--incoming-capacity",
                             "--tls-cert-out",
                             "--max-concurrent",
                             "--webhook-ca",
                             "--webhook-insecure",
                             "--help",
                             "--version",
                             "WA_API_KEY",
                             "BAROGRAPH_SIMNODE_PASSWORD"})
        QVERIFY2(help.contains(QLatin1String(name)), name);
    for (const auto &scenario : scenarioNames())
        QVERIFY2(help.contains(QString::fromStdString(scenario)), scenario.c_str());
}

BAROGRAPH_TEST(TestSimOptions)
#include "tst_sim_options.moc"
