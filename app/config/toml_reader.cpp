// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/toml_reader.h"

#include "config/config_words.h"

namespace barograph {

namespace {

TextPosition positionIn(const toml::node &node)
{
    const auto begin = node.source().begin;
    return {static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

bool looksLikeSecret(const QString &key)
{
    const QString lower = key.toLower();
    for (const auto word : {QLatin1String("password"), QLatin1String("secret"), QLatin1String("token"),
                            QLatin1String("api_key"), QLatin1String("api-key"), QLatin1String("apikey")}) {
        if (lower.contains(word))
            return true;
    }
    return false;
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

TextPosition TomlFindings::positionOf(QString field) const
{
    while (!field.isEmpty()) {
        if (const auto found = positions.constFind(field); found != positions.constEnd())
            return *found;
        field.truncate(std::max<qsizetype>(0, field.lastIndexOf(QLatin1Char('.'))));
    }
    return {};
}

TomlReader::TomlReader(const toml::table &table, QString prefix, TomlFindings &findings)
    : m_table(table)
    , m_prefix(std::move(prefix))
    , m_findings(findings)
{
    if (!m_prefix.isEmpty())
        m_findings.positions.insert(m_prefix.chopped(1), positionIn(table));
}

const toml::node *TomlReader::take(const char *key)
{
    const QString name = QString::fromLatin1(key);
    m_known.insert(name);
    const toml::node *node = m_table.get(key);
    if (node != nullptr)
        m_findings.positions.insert(fieldName(name), positionIn(*node));
    return node;
}

void TomlReader::failWith(const toml::node &node, const QString &field, const QString &text)
{
    if (m_findings.error)
        return;
    const TextPosition at = positionIn(node);
    m_findings.error = ConfigError{at.line, at.column, field, text};
}

void TomlReader::fail(const char *key, const QString &text)
{
    const toml::node *node = m_table.get(key);
    failWith(node != nullptr ? *node : m_table, fieldName(QString::fromLatin1(key)), text);
}

bool TomlReader::has(const char *key) const
{
    return m_table.contains(key);
}

void TomlReader::readString(const char *key, QString &target)
{
    const toml::node *node = take(key);
    if (node == nullptr)
        return;
    if (const auto *text = node->as_string())
        target = toQString(text->get());
    else
        fail(key, ConfigWords::tr("This must be a text in quotes."));
}

void TomlReader::readStrings(const char *key, QStringList &target)
{
    const toml::node *node = take(key);
    if (node == nullptr)
        return;
    QStringList texts;
    const toml::array *array = node->as_array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        if (const auto *text = array->get(i)->as_string())
            texts << toQString(text->get());
    }
    if (array == nullptr || static_cast<std::size_t>(texts.size()) != array->size())
        fail(key, ConfigWords::tr("This must be a list of texts in quotes, like [\"one\", \"two\"]."));
    else
        target = texts;
}

void TomlReader::readUrl(const char *key, QUrl &target)
{
    QString text;
    readString(key, text);
    if (text.isEmpty())
        return;
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid())
        target = url;
    else
        fail(key, ConfigWords::tr("This is not an address. Write it like https://10.0.0.5:9090."));
}

void TomlReader::readNumber(const char *key, double &target)
{
    const toml::node *node = take(key);
    if (node == nullptr)
        return;
    if (const auto value = node->is_number() ? node->value<double>() : std::nullopt)
        target = *value;
    else
        fail(key, ConfigWords::tr("This must be a number, without quotes."));
}

void TomlReader::readBool(const char *key, bool &target)
{
    const toml::node *node = take(key);
    if (node == nullptr)
        return;
    if (const auto *value = node->as_boolean())
        target = value->get();
    else
        fail(key, ConfigWords::tr("This must be true or false, without quotes."));
}

void TomlReader::readInteger(const char *key, qint64 lowest, qint64 highest, qint64 &target)
{
    const toml::node *node = take(key);
    if (node == nullptr)
        return;
    const auto *value = node->as_integer();
    if (value != nullptr && value->get() >= lowest && value->get() <= highest)
        target = value->get();
    else
        fail(key, ConfigWords::tr("This must be a whole number from %1 to %2.").arg(lowest).arg(highest));
}

const toml::table *TomlReader::readTable(const char *key)
{
    const toml::node *node = take(key);
    if (node == nullptr)
        return nullptr;
    const toml::table *table = node->as_table();
    if (table == nullptr)
        fail(key, ConfigWords::tr("This must be a table: start it with its name in square brackets."));
    return table;
}

std::vector<const toml::table *> TomlReader::readTables(const char *key)
{
    std::vector<const toml::table *> tables;
    const toml::node *node = take(key);
    if (node == nullptr)
        return tables;
    const toml::array *array = node->as_array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        if (const toml::table *table = array->get(i)->as_table())
            tables.push_back(table);
    }
    if (array == nullptr || tables.size() != array->size())
        fail(key, ConfigWords::tr("Start every node with a line [[node]], with two square brackets."));
    return tables;
}

void TomlReader::finish()
{
    for (const auto &[key, node] : m_table) {
        const QString name = toQString(key.str());
        if (m_known.contains(name))
            continue;
        if (looksLikeSecret(name)) {
            failWith(node, fieldName(name),
                     ConfigWords::tr("Secrets do not belong into this file. Remove the line and store the secret with: "
                                     "barograph secret --node ID --name password"));
            return;
        }
        m_findings.warnings << ConfigWords::tr("line %1: the key \"%2\" is not known and has no effect")
                                   .arg(QString::number(positionIn(node).line), fieldName(name));
    }
}

} // namespace barograph
