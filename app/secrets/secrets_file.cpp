// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secrets_file.h"

#include "secrets/secret_store.h"

#include <QFile>

#include <toml++/toml.h>

namespace barograph {

namespace {

tl::expected<GivenSecrets, QString> secretsIn(const toml::table &root, const QString &path)
{
    GivenSecrets secrets;
    for (const auto &[nodeKey, node] : root) {
        const QString nodeId = QString::fromStdString(std::string(nodeKey.str()));
        const toml::table *table = node.as_table();
        if (table == nullptr)
            return tl::unexpected(
                QStringLiteral("%1: start the secrets of a node with its id in square brackets.").arg(path));
        for (const auto &[nameKey, value] : *table) {
            const QString name = QString::fromStdString(std::string(nameKey.str()));
            const auto *text = value.as_string();
            if (!SecretName::kAll.contains(name)) {
                return tl::unexpected(QStringLiteral("%1, line %2: a secret is called %3.")
                                          .arg(path)
                                          .arg(value.source().begin.line)
                                          .arg(SecretName::kAll.join(QLatin1String(", "))));
            }
            if (text == nullptr) {
                return tl::unexpected(QStringLiteral("%1, line %2: a secret must be a text in quotes.")
                                          .arg(path)
                                          .arg(value.source().begin.line));
            }
            secrets.insert_or_assign({nodeId, name}, Secret(QByteArray::fromStdString(text->get())));
        }
    }
    return secrets;
}

} // namespace

tl::expected<GivenSecrets, QString> loadSecretsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(
            QStringLiteral("The secrets file %1 cannot be read: %2. Check the path given with --secrets.")
                .arg(path, file.errorString()));
    }
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (file.permissions() & others) {
        return tl::unexpected(
            QStringLiteral("The secrets file %1 can be read by other users. Protect it with: chmod 600 %1").arg(path));
    }
    constexpr qint64 kLargestBytes = 1 << 20;
    if (file.size() > kLargestBytes)
        return tl::unexpected(
            QStringLiteral("%1 is larger than 1 MiB and is no secrets file. Check --secrets.").arg(path));
    try {
        const QByteArray text = file.readAll();
        return secretsIn(toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))), path);
    } catch (const toml::parse_error &error) {
        // Only the position: the parser's description may quote what stands there.
        return tl::unexpected(
            QStringLiteral("%1, line %2: this is not valid TOML. Write secrets like password = \"…\".")
                .arg(path)
                .arg(error.source().begin.line));
    } catch (const std::exception &) {
        return tl::unexpected(QStringLiteral("The secrets file %1 cannot be read.").arg(path));
    }
}

QByteArray secretVariable(const QString &nodeId, const QString &name)
{
    QString variable = QStringLiteral("BAROGRAPH_SECRET_") % nodeId % QLatin1Char('_') % name;
    return variable.replace(QLatin1Char('-'), QLatin1Char('_')).toUpper().toLatin1();
}

} // namespace barograph
