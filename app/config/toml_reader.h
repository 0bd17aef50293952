// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config_file.h"

#include <QHash>
#include <QSet>

#include <toml++/toml.h>

#include <optional>

namespace barograph {

struct TextPosition
{
    int line = 0;
    int column = 0;
};

/// What reading collects: where each field stands, warnings, and the first error (later ones would often only follow
/// from it).
struct TomlFindings
{
    QHash<QString, TextPosition> positions;
    QStringList warnings;
    std::optional<ConfigError> error;

    /// Position of `field`, or of the closest table around it.
    TextPosition positionOf(QString field) const;
};

/// Reads the keys of one TOML table by name and type; what nobody asked for becomes a warning in `finish`.
class TomlReader
{
public:
    /// `prefix` is put in front of key names in messages, e.g. "node[1].".
    TomlReader(const toml::table &table, QString prefix, TomlFindings &findings);

    void readString(const char *key, QString &target);
    void readStrings(const char *key, QStringList &target);
    void readUrl(const char *key, QUrl &target);
    void readNumber(const char *key, double &target);
    void readBool(const char *key, bool &target);
    /// Refuses what is outside of `lowest`…`highest`.
    void readInteger(const char *key, qint64 lowest, qint64 highest, qint64 &target);
    const toml::table *readTable(const char *key);
    /// Elements of an array of tables; empty if absent.
    std::vector<const toml::table *> readTables(const char *key);
    /// Records an error at `key` (or at the table itself where the key is absent).
    void fail(const char *key, const QString &text);
    bool has(const char *key) const;
    /// Call last: warns about unknown keys and refuses those that look like a secret.
    void finish();

private:
    const toml::node *take(const char *key);
    QString fieldName(const QString &key) const { return m_prefix % key; }
    void failWith(const toml::node &node, const QString &field, const QString &text);

    const toml::table &m_table;
    QString m_prefix;
    TomlFindings &m_findings;
    QSet<QString> m_known;
};

} // namespace barograph
