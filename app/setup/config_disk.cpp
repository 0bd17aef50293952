// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/config_disk.h"

#include "setup/setup_words.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace barograph {

namespace {

/// Nothing if there is no such file or it cannot be read.
std::optional<QByteArray> bytesAt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

} // namespace

ConfigFound findConfig(const QString &path, const Config &otherwise)
{
    if (!QFileInfo::exists(path)) {
        LoadedConfig loaded;
        loaded.config = otherwise;
        return {std::nullopt, loaded};
    }
    // The checks of size and permissions are loadConfig()'s; the same bytes are parsed, whatever happens in between.
    auto loaded = loadConfig(path);
    auto bytes = bytesAt(path);
    if (loaded && bytes)
        loaded = parseConfig(*bytes);
    return {bytes ? std::move(bytes) : std::optional(QByteArray()), std::move(loaded)};
}

ConfigWriteResult writeConfig(const QString &path, const Config &config, const std::optional<QByteArray> &expected)
{
    ConfigWriteResult result;
    if (bytesAt(path) != expected) {
        result.how = ConfigWritten::ChangedMeanwhile;
        return result;
    }
    if (const auto saved = saveConfig(path, config); !saved) {
        result.error = saved.error();
        return result;
    }
    result.how = ConfigWritten::Done;
    result.bytes = configToToml(config);
    return result;
}

tl::expected<void, ConfigError> exportConfig(const QString &path, const Config &config)
{
    const QByteArray text = configToToml(config);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (file.write(text) == text.size() && file.commit())
            return {};
    }
    return tl::unexpected(ConfigError{0, 0, QString(),
                                      SetupWords::tr("%1 cannot be written: %2. Choose another folder, or make room on "
                                                     "the disk.")
                                          .arg(path, file.errorString())});
}

} // namespace barograph
