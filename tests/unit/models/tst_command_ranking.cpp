// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/command_ranking.h"
#include "palette/fuzzy_match.h"
#include "test_case.h"

using namespace barograph;

namespace {

std::optional<FuzzyMatch> match(const char *wanted, const char *text)
{
    return fuzzyMatch(QString::fromUtf8(wanted), QString::fromUtf8(text));
}

std::vector<CommandText> someCommands()
{
    const auto command = [](const char *id, const char *name, const char *section, bool enabled = true) {
        return CommandText{QString::fromUtf8(id), QString::fromUtf8(name), QString::fromUtf8(section), {}, enabled};
    };
    std::vector<CommandText> all{
        command("pause", "Pause outbound queue…", "Node"), command("peak", "Reset peak", "Node"),
        command("export", "Export report…", "File"),       command("exportConfig", "Export configuration…", "Numbers"),
        command("eu", "Go to Support EU", "Europe"),       command("us", "Go to Sales US", "Americas", false)};
    all[4].keywords = QStringList{QStringLiteral("support-eu")};
    return all;
}

QStringList ranked(const char *typed, const QStringList &recent = {})
{
    const std::vector<CommandText> commands = someCommands();
    QStringList ids;
    for (const RankedCommand &command : rankCommands(commands, QString::fromUtf8(typed), recent))
        ids << commands[command.at].id;
    return ids;
}

} // namespace

class TestCommandRanking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersInTheirOrder()
    {
        QVERIFY(match("rpk", "Reset peak"));
        QVERIFY(!match("kpr", "Reset peak"));
        QVERIFY(!match("resetpeaks", "Reset peak"));
        QCOMPARE(match("", "Reset peak")->score, 0);
        QVERIFY(!match("a", ""));
    }

    void caseAndAccentsDoNotMatter()
    {
        QVERIFY(match("PÉAK", "reset peak"));
        QVERIFY(match("accion", "Acción"));
        QCOMPARE(match("accion", "Acción")->positions.size(), std::size_t{6});
    }

    void wordsComeInAnyOrder()
    {
        const auto found = match("peak res", "Reset peak");
        QVERIFY(found);
        QCOMPARE(found->positions, (std::vector<qsizetype>{0, 1, 2, 6, 7, 8, 9}));
    }

    void theBestPlaceIsMarked()
    {
        // Not the first e that comes, but the words' beginnings.
        QCOMPARE(match("er", "Prefer: Export report")->positions, (std::vector<qsizetype>{8, 15}));
        QCOMPARE(match("abc", "axbxc abc")->positions, (std::vector<qsizetype>{6, 7, 8}));
    }

    void gapsCountAgainst()
    {
        QVERIFY(match("ab", "ab")->score > match("ab", "a b")->score - 1);
        QVERIFY(match("ad", "axd")->score > match("ad", "axxxxxd")->score);
        QVERIFY(match("go", "Go to")->score > match("go", "Logo")->score);
    }

    void aLongTextStaysCheap()
    {
        const QString text(100'000, u'a');
        QVERIFY(fuzzyMatch(QStringLiteral("aaa"), text));
        QVERIFY(!fuzzyMatch(QStringLiteral("b"), text));
    }

    void nothingTypedIsRecentThenAll()
    {
        QCOMPARE(ranked("").first(), QStringLiteral("pause"));
        QCOMPARE(ranked("", {QStringLiteral("us"), QStringLiteral("export")}).mid(0, 3),
                 (QStringList{QStringLiteral("us"), QStringLiteral("export"), QStringLiteral("pause")}));
        QCOMPARE(ranked("  ").size(), 6);
    }

    void nameBeforeSectionAndKeywords()
    {
        QCOMPARE(ranked("export").mid(0, 2), (QStringList{QStringLiteral("export"), QStringLiteral("exportConfig")}));
        QCOMPARE(ranked("numbers"), QStringList{QStringLiteral("exportConfig")});
        QCOMPARE(ranked("support-eu"), QStringList{QStringLiteral("eu")});
        QCOMPARE(ranked("export numbers").first(), QStringLiteral("exportConfig"));
        QVERIFY(ranked("zzz").isEmpty());
    }

    void whatCannotBeDoneComesLater()
    {
        QCOMPARE(ranked("go to").mid(0, 2), (QStringList{QStringLiteral("eu"), QStringLiteral("us")}));
        QCOMPARE(ranked("go to sales").first(), QStringLiteral("us"));
    }

    void recentWinsATie()
    {
        QCOMPARE(ranked("export", {QStringLiteral("exportConfig")}).first(), QStringLiteral("exportConfig"));
    }

    void whatWasKeptIsNotTrusted()
    {
        QStringList kept{QString(), QStringLiteral("a"), QStringLiteral("a"), QString(5'000, u'x')};
        for (int i = 0; i < 50; ++i)
            kept.append(QString::number(i));
        const auto recent = readRecent(kept);
        QCOMPARE(recent.size(), 10);
        QCOMPARE(recent[0], QStringLiteral("a"));
        QCOMPARE(recent[1], QStringLiteral("0"));
    }

    void recentIsShortAndWithoutDoubles()
    {
        QStringList recent;
        for (int i = 0; i < 15; ++i)
            recent = withRecent(recent, QString::number(i));
        QCOMPARE(recent.size(), 10);
        QCOMPARE(recent.first(), QStringLiteral("14"));
        QCOMPARE(withRecent(recent, QStringLiteral("9")).count(QStringLiteral("9")), 1);
    }
};

BAROGRAPH_TEST(TestCommandRanking)
#include "tst_command_ranking.moc"
