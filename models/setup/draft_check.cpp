// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/draft_check.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace barograph {

namespace {

constexpr qsizetype kLongestId = 40;
constexpr qsizetype kLongestName = 80;
constexpr qsizetype kLongestUser = 128;
constexpr double kMostTps = 100'000;
constexpr qint64 kMostCapacity = 100'000'000;
constexpr double kLeastMemoryGb = 0.25;
constexpr qsizetype kFingerprintDigits = 64;

struct DraftWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeDraft)
};

/// Where everybody's numbers are, so that it need not be entered.
bool hasPublicAddress(NodeKind kind)
{
    return kind == NodeKind::CloudApi || kind == NodeKind::PickyAssist;
}

bool isThisMachine(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || host.startsWith(QLatin1String("127."));
}

QString problemOfId(const QString &id, const QStringList &takenIds)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[a-z0-9-]{1,40}\\z"));
    if (!pattern.match(id).hasMatch())
        return DraftWords::tr("Use 1 to 40 lower-case letters, digits and hyphens, for example support-eu.");
    if (takenIds.contains(id))
        return DraftWords::tr("Another number has this id already. Choose a different one.");
    return {};
}

QString problemOfAddress(const NodeConfig &node, bool asked)
{
    const QUrl &url = node.baseUrl;
    if (url.isEmpty()) {
        if (!asked || hasPublicAddress(node.kind))
            return {};
        return node.kind == NodeKind::OnPremises
                   ? DraftWords::tr("Enter the address of the client, for example https://10.0.0.5:9090.")
                   : DraftWords::tr("Enter the address of the server, for example https://10.0.0.5:3000.");
    }
    if (!url.isValid() || url.host().isEmpty())
        return DraftWords::tr("This is not a complete address. Write it like https://10.0.0.5:9090.");
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return DraftWords::tr("Only https:// can be used, and http:// on this machine.");
    if (url.scheme() == QLatin1String("http") && !isThisMachine(url)) {
        return DraftWords::tr("http:// would show passwords on the network. Use https://; http:// is for this machine "
                              "only.");
    }
    if (!url.userInfo().isEmpty())
        return DraftWords::tr("Leave user name and password out of the address. They have fields of their own.");
    if ((!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.hasQuery() || url.hasFragment())
        return DraftWords::tr("Only scheme, host and port belong here. The paths behind them are known.");
    return {};
}

/// One that is empty at a server of the operator's is found by the test and offered there.
QString problemOfAccount(const NodeConfig &node, bool asked)
{
    if (!node.account.isEmpty() || !asked || !hasPublicAddress(node.kind))
        return {};
    return node.kind == NodeKind::CloudApi
               ? DraftWords::tr("Enter the phone number id. Meta shows it under WhatsApp, API setup.")
               : DraftWords::tr("Enter the application number of the project, for example 10.");
}

bool isShardNumber(int shards)
{
    constexpr std::array<int, 7> kKnown{0, 1, 2, 4, 8, 16, 32};
    return std::find(kKnown.begin(), kKnown.end(), shards) != kKnown.end();
}

} // namespace

std::vector<FieldProblem> checkDraft(const NodeDraft &draft, const QStringList &takenIds, bool asked)
{
    const NodeConfig &node = draft.config;
    std::vector<FieldProblem> problems;
    const auto add = [&](const char *field, const QString &text) {
        if (!text.isEmpty())
            problems.push_back({QString::fromLatin1(field), text});
    };
    if (node.name.trimmed().isEmpty())
        add("name", DraftWords::tr("Give the number a name. It is what you see in the list."));
    else if (node.name.size() > kLongestName)
        add("name", DraftWords::tr("The name is too long: at most 80 characters."));
    add("id", problemOfId(node.id, takenIds));
    add("url", problemOfAddress(node, asked));
    add("account", problemOfAccount(node, asked));
    if (node.userName.isEmpty() || node.userName.contains(u':') || node.userName.size() > kLongestUser)
        add("user", DraftWords::tr("A user name has 1 to 128 characters and no colon."));
    if (!node.tls.pinnedSha256.isEmpty() && fingerprintDigits(node.tls.pinnedSha256) != node.tls.pinnedSha256)
        add("tls.pinned_sha256", DraftWords::tr("A SHA-256 fingerprint has 64 hex digits, with or without colons."));
    static const QRegularExpression version(QStringLiteral("\\Av[0-9]{1,3}\\.[0-9]{1,2}\\z"));
    if (!node.apiVersion.isEmpty() && !version.match(node.apiVersion).hasMatch())
        add("api_version", DraftWords::tr("Write the version like v23.0, or leave it empty."));
    if (!(node.allocatedTps >= 0 && node.allocatedTps <= kMostTps))
        add("allocated_tps", DraftWords::tr("Use 0 (not known) to 100,000 events a second."));
    if (!isShardNumber(node.expectedShards))
        add("expected_shards", DraftWords::tr("MultiConnect has 1, 2, 4, 8, 16 or 32 shards."));
    if (node.incomingCapacity < 1 || node.incomingCapacity > kMostCapacity)
        add("incoming_capacity", DraftWords::tr("Use 1 to 100,000,000 messages."));
    if (node.botServer && (node.botServer->cpus < 1 || node.botServer->memoryGb < kLeastMemoryGb))
        add("bot_server", DraftWords::tr("Enter both CPUs and memory, or neither."));
    if (node.webhook.auth == WebhookAuth::Basic && (node.webhook.user.isEmpty() || node.webhook.user.contains(u':')))
        add("webhook.user", DraftWords::tr("Enter the user name that the node sends with its webhooks, without a "
                                           "colon."));
    return problems;
}

QString proposedId(const QString &name, const QStringList &takenIds)
{
    QString id;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            id += c;
        else if (c.category() == QChar::Mark_NonSpacing)
            continue; // what is left of é is e
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    constexpr qsizetype kRoomForNumber = 4;
    id.truncate(kLongestId - kRoomForNumber);
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = QStringLiteral("number");
    if (!takenIds.contains(id))
        return id;
    for (int next = 2;; ++next) {
        QString other = id + u'-' + QString::number(next);
        if (!takenIds.contains(other))
            return other;
    }
}

QUrl typedAddress(const QString &text)
{
    QString address = text.trimmed();
    while (address.endsWith(u'/'))
        address.chop(1);
    if (address.isEmpty())
        return {};
    if (!address.contains(QLatin1String("://")))
        address.prepend(QLatin1String("https://"));
    return QUrl(address, QUrl::StrictMode);
}

WebhookAuth usualWebhookAuth(NodeKind kind)
{
    switch (kind) {
    case NodeKind::CloudApi:
    case NodeKind::Gowa:
        return WebhookAuth::HubSha256;
    case NodeKind::Waha:
        return WebhookAuth::WahaSha512;
    case NodeKind::Evolution:
        return WebhookAuth::JwtHs256;
    case NodeKind::OnPremises:
    case NodeKind::PickyAssist:
        break;
    }
    return WebhookAuth::AddressOnly;
}

QString fingerprintDigits(const QString &text)
{
    QString digits = text.toLower();
    // openssl writes "sha256 Fingerprint=AB:CD:…".
    digits.remove(0, digits.lastIndexOf(u'=') + 1);
    digits.removeIf([](QChar c) { return c == u':' || c.isSpace(); });
    const bool isHex = std::all_of(digits.begin(), digits.end(),
                                   [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    return isHex && digits.size() == kFingerprintDigits ? digits : QString();
}

QString fingerprintInLines(const QString &digits)
{
    constexpr qsizetype kDigitsOfLine = 16;
    QString text;
    for (qsizetype i = 0; i < digits.size(); i += 2) {
        if (i > 0)
            text += i % kDigitsOfLine == 0 ? u'\n' : u':';
        text += digits.mid(i, 2).toUpper();
    }
    return text;
}

} // namespace barograph
