// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fingerprinter.h"
#include "ingest/group_prints.h"
#include "meters/node_meter.h"
#include "nodes/decoder.h"
#include "nodes/name_tally.h"
#include "storms/group_directory.h"
#include "test_case.h"

using namespace barograph;

namespace {

Fingerprinter makePrints()
{
    return Fingerprinter(InstallationKey(InstallationKey::Bytes{}));
}

std::vector<DecodedItem> decode(NodeKind kind, const Fingerprinter &prints, std::string body)
{
    const auto size = body.size();
    body.resize(size + kBodyPadding);
    NameTally unknown;
    std::vector<DecodedItem> items;
    const auto decoder = makeDecoder(kind);
    if (!decoder->decode({body.data(), size}, {prints, unknown}, items))
        qFatal("body refused");
    return items;
}

} // namespace

class TestGroupPrints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A receipt of a member has to give the same hash as the list of members did.
    void membersAreHashedAsReceiptsAre_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("listed");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("on-premises") << int(NodeKind::OnPremises) << QByteArray("16505550123")
                                     << QByteArray(R"({"statuses":[{"id":"gBEGk","recipient_id":"16505550123",)"
                                                   R"("status":"read","timestamp":"1772366400"}]})");
        QTest::newRow("with a plus") << int(NodeKind::OnPremises) << QByteArray("+16505550123")
                                     << QByteArray(R"({"statuses":[{"id":"gBEGk","recipient_id":"16505550123",)"
                                                   R"("status":"read","timestamp":"1772366400"}]})");
    }
    void membersAreHashedAsReceiptsAre()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, listed);
        QFETCH(QByteArray, body);
        const auto prints = makePrints();
        const auto items = decode(static_cast<NodeKind>(kind), prints, body.toStdString());
        QCOMPARE(items.size(), std::size_t{1});
        const auto group = hashedGroup({"1650-1530825318", QStringLiteral("Subscribers"), 255, {listed}},
                                       static_cast<NodeKind>(kind), prints);
        QCOMPARE(group.participants, std::vector<quint64>{items[0].participant.low});
        QCOMPARE(group.id, prints.group("1650-1530825318"));
        QCOMPARE(group.members, 255U);
        QCOMPARE(group.subject, QStringLiteral("Subscribers"));
    }

    void devicesAreOnePersonOnGateways()
    {
        const auto prints = makePrints();
        const auto group = hashedGroup({"12@g.us", {}, 2, {"34600@c.us", "34600:7@c.us", ""}}, NodeKind::Waha, prints);
        QCOMPARE(group.participants.size(), std::size_t{2});
        QCOMPARE(group.participants[0], group.participants[1]);
        QCOMPARE(group.participants[0], prints.participant("34600@c.us").low);
    }

    void tooManyMembersAreTold()
    {
        GroupSeen seen;
        seen.id = "1";
        seen.members = 300'000;
        seen.participants.assign(300'000, "16505550123");
        const auto group = hashedGroup(seen, NodeKind::OnPremises, makePrints());
        QCOMPARE(group.participants.size(), GroupDirectory::kMostParticipants + 1);
    }
};

BAROGRAPH_TEST(TestGroupPrints)
#include "tst_group_prints.moc"
