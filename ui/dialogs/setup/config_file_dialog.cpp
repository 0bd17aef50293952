// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/config_file_dialog.h"

#include "setup/config_outline.h"
#include "text/joined.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"
#include "widgets/side_window.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace barograph {

namespace {

/// A configuration of 1,000 nodes is smaller; more is some other file.
constexpr qint64 kMostBytesLookedAt = 4'194'304;

QString someOf(const QStringList &ids)
{
    constexpr qsizetype kMostNames = 6;
    if (ids.size() <= kMostNames)
        return joinedList(ids);
    const auto more = static_cast<int>(ids.size() - kMostNames);
    return joinedList(ids.first(kMostNames) << ConfigFileDialog::tr("%n more", nullptr, more));
}

} // namespace

ConfigFileDialog::ConfigFileDialog(Way way, QWidget *parent)
    : FittedDialog(parent)
    , m_way(way)
    , m_file(new QLineEdit(this))
    , m_choice(new QWidget(this))
    , m_merge(new QRadioButton(tr("&Add its numbers to those that there are"), m_choice))
    , m_replace(new QRadioButton(tr("&Replace everything: numbers, listener and journal settings"), m_choice))
    , m_outline(new QLabel(this))
    , m_outcome(new MarkLabel(this))
{
    const bool importing = way == Way::Import;
    setObjectName(importing ? QStringLiteral("importDialog") : QStringLiteral("exportConfigDialog"));
    setWindowTitle(importing ? tr("Import configuration") : tr("Export configuration"));
    setModal(false);
    setSizeGripEnabled(true);
    resize(fontScaled(560, font()), 1); // as high as its texts need
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    auto *intro = new QLabel(importing ? tr("Takes over a configuration file (TOML). Passwords and keys are never in "
                                            "one; those that are stored here stay.")
                                       : tr("Writes the whole configuration as one TOML file. Passwords, keys and the "
                                            "secrets in webhook addresses are left out."),
                             this);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&File"), this);
    label->setBuddy(m_file);
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    browseButton->setAutoDefault(false);
    row->addWidget(label);
    row->addWidget(m_file, 1);
    row->addWidget(browseButton);
    layout->addLayout(row);
    auto *choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins({});
    choice->addWidget(m_merge);
    choice->addWidget(m_replace);
    m_choice->setVisible(importing);
    m_merge->setChecked(true);
    layout->addWidget(m_choice);
    m_outline->setWordWrap(true);
    m_outline->setTextFormat(Qt::PlainText);
    layout->addWidget(m_outline);
    m_outcome->setWordWrap(true);
    m_outcome->setVisible(false);
    layout->addWidget(m_outcome);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_start = buttons->addButton(importing ? tr("&Import") : tr("&Export"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Close)->setAutoDefault(false);
    layout->addWidget(buttons);
    m_file->setObjectName(QStringLiteral("configPath"));
    m_file->setAccessibleName(tr("Configuration file"));
    m_merge->setObjectName(QStringLiteral("importMerge"));
    m_replace->setObjectName(QStringLiteral("importReplace"));
    m_outline->setObjectName(QStringLiteral("importOutline"));
    m_outcome->setObjectName(QStringLiteral("configFileOutcome"));
    m_start->setObjectName(QStringLiteral("startConfigFile"));
    connect(m_file, &QLineEdit::textChanged, this, &ConfigFileDialog::look);
    connect(m_replace, &QRadioButton::toggled, this, &ConfigFileDialog::look);
    connect(browseButton, &QPushButton::clicked, this, &ConfigFileDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConfigFileDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (!importing)
        setFile(QDir::home().filePath(QStringLiteral("barograph.toml")));
    look();
}

void ConfigFileDialog::setPresentIds(const QStringList &ids)
{
    m_presentIds = ids;
    look();
}

void ConfigFileDialog::setFile(const QString &path)
{
    m_file->setText(path);
}

QString ConfigFileDialog::file() const
{
    const QString typed = m_file->text().trimmed();
    return typed.isEmpty() ? QString() : QDir::cleanPath(QDir::home().absoluteFilePath(typed));
}

void ConfigFileDialog::browse()
{
    const FileWish wish = m_way == Way::Import ? FileWish::Open : FileWish::Save;
    askForFile(this, {wish, windowTitle(), file(), tr("TOML (*.toml);;All files (*)")},
               [this](const QString &path) { setFile(path); });
}

void ConfigFileDialog::look()
{
    if (!m_running)
        m_outcome->setVisible(false);
    m_fileIds.clear();
    const QFileInfo info(file());
    const bool readable = !file().isEmpty() && info.isFile() && info.isReadable();
    if (m_way == Way::Import && readable && info.size() <= kMostBytesLookedAt) {
        QFile toml(info.filePath());
        if (toml.open(QIODevice::ReadOnly))
            m_fileIds = nodeIdsInToml(toml.readAll());
    }
    m_outline->setText(outlineText());
    m_outline->setVisible(!m_outline->text().isEmpty());
    m_start->setEnabled(!m_running && !file().isEmpty() && (m_way == Way::Export ? !info.isDir() : readable));
    if (m_way == Way::Export)
        m_start->setText(info.isFile() ? tr("&Overwrite") : tr("&Export"));
}

QString ConfigFileDialog::outlineText() const
{
    if (file().isEmpty())
        return {};
    const QFileInfo info(file());
    if (m_way == Way::Export)
        return info.isFile() ? tr("The file exists and will be overwritten.") : QString();
    if (!info.isFile())
        return tr("There is no such file.");
    if (!info.isReadable())
        return tr("You may not read this file.");
    const ImportOutline outline = outlineOfImport(m_fileIds, m_presentIds, m_replace->isChecked());
    QStringList lines;
    if (!outline.added.isEmpty())
        lines << tr("New: %1.").arg(someOf(outline.added));
    if (!outline.changed.isEmpty())
        lines << tr("Changed to what the file says: %1.").arg(someOf(outline.changed));
    if (!outline.removed.isEmpty())
        lines << tr("REMOVED from the configuration (their history stays): %1.").arg(someOf(outline.removed));
    if (m_fileIds.isEmpty())
        lines << tr("No number is in this file.");
    return lines.join(u'\n');
}

void ConfigFileDialog::start()
{
    if (!m_start->isEnabled())
        return;
    m_running = true;
    m_outcome->setVisible(false);
    m_start->setEnabled(false);
    if (m_way == Way::Import)
        Q_EMIT requested(ImportConfig{file(), m_replace->isChecked()});
    else
        Q_EMIT requested(ExportConfig{file()});
}

void ConfigFileDialog::finish(const ConfigEditResult &result)
{
    m_running = false;
    look();
    m_outcome->setContent(result.ok ? Mark::Ok : Mark::Critical, result.text);
    m_outcome->setAccessibleName(result.text);
    m_outcome->setVisible(true);
}

} // namespace barograph
