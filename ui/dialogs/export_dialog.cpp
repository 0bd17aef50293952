// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/export_dialog.h"

#include "series/plot_window.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"
#include "widgets/side_window.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace barograph {

namespace {

using SecondPair = std::pair<qint64, qint64>;

QDateTimeEdit *timeEdit(const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QDateTimeEdit(parent);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    edit->setCalendarPopup(true);
    edit->setAccessibleName(accessibleName);
    return edit;
}

UtcSecond secondIn(const QDateTimeEdit &edit)
{
    return fromUnixSeconds(edit.dateTime().toSecsSinceEpoch());
}

} // namespace

ExportDialog::ExportDialog(const std::vector<std::pair<QString, QString>> &nodes, const QString &chosenId, UtcTime now,
                           QWidget *parent)
    : FittedDialog(parent)
    , m_node(new QComboBox(this))
    , m_range(new QComboBox(this))
    , m_from(timeEdit(tr("From"), this))
    , m_to(timeEdit(tr("To"), this))
    , m_offset(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_browse(new QPushButton(tr("Browse…"), this))
    , m_progress(new QProgressBar(this))
    , m_there(new QLabel(tr("The file exists and will be overwritten."), this))
    , m_outcome(new MarkLabel(this))
    , m_folder(QDir::homePath())
{
    setWindowTitle(tr("Export report"));
    for (const auto &[id, name] : nodes)
        m_node->addItem(name, id);
    m_node->setCurrentIndex(std::max(0, m_node->findData(chosenId)));
    const UtcSecond to = secondOf(now);
    m_range->addItem(tr("Last hour"), QVariant::fromValue(SecondPair(unixSeconds(to) - 3600, unixSeconds(to))));
    m_format->addItem(tr("PDF: pages to read and to hand on"), static_cast<int>(ReportFormat::Pdf));
    m_format->addItem(tr("CSV: one line for each second"), static_cast<int>(ReportFormat::Csv));
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Export goes on"));
    m_outcome->setWordWrap(true);
    m_there->setWordWrap(true);

    auto *form = new QFormLayout;
    form->addRow(tr("&Number"), m_node);
    form->addRow(tr("&Range"), m_range);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow(QString(), m_offset);
    form->addRow(tr("For&mat"), m_format);
    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_browse);
    m_file->setAccessibleName(tr("File to write"));
    form->addRow(tr("File"), fileRow);
    auto *buttons = new QDialogButtonBox(this);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->addStrut(fontScaled(520, font())); // a minimum of the window would undo that of its texts
    layout->addLayout(form);
    layout->addWidget(m_there);
    layout->addWidget(m_progress);
    layout->addWidget(m_outcome);
    layout->addStretch();
    layout->addWidget(buttons);

    connect(m_range, &QComboBox::activated, this, [this] {
        const auto range = m_range->currentData().value<SecondPair>();
        setRange(fromUnixSeconds(range.first), fromUnixSeconds(range.second));
    });
    for (QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &ExportDialog::updateState);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileTouched = true; });
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::updateState);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::suggestFile);
    connect(m_node, &QComboBox::currentIndexChanged, this, &ExportDialog::suggestFile);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    setRange(to - Seconds{3600}, to);
    setRunning(false);
    m_outcome->setVisible(false);
}

void ExportDialog::setRange(UtcSecond from, UtcSecond to)
{
    m_from->setDateTime(QDateTime::fromSecsSinceEpoch(unixSeconds(from)));
    m_to->setDateTime(QDateTime::fromSecsSinceEpoch(unixSeconds(to)));
    suggestFile();
}

void ExportDialog::setChartRange(UtcSecond from, UtcSecond to)
{
    m_range->addItem(tr("What the chart shows"), QVariant::fromValue(SecondPair(unixSeconds(from), unixSeconds(to))));
}

void ExportDialog::setFolder(const QString &folder)
{
    m_folder = folder;
    suggestFile();
}

ExportReportRequest ExportDialog::request() const
{
    ExportReportRequest request;
    request.nodeId = m_node->currentData().toString();
    request.from = secondIn(*m_from);
    request.to = secondIn(*m_to);
    request.format = static_cast<ReportFormat>(m_format->currentData().toInt());
    request.filePath = QDir::cleanPath(QDir(m_folder).absoluteFilePath(m_file->text().trimmed()));
    return request;
}

void ExportDialog::suggestFile()
{
    if (m_fileTouched || !m_file)
        return;
    const bool csv = m_format->currentData().toInt() == static_cast<int>(ReportFormat::Csv);
    const QString name =
        QStringLiteral("%1-%2.%3")
            .arg(m_node->currentData().toString(), m_from->dateTime().toString(QStringLiteral("yyyyMMdd-HHmm")),
                 csv ? QStringLiteral("csv") : QStringLiteral("pdf"));
    m_file->setText(QDir(m_folder).filePath(name));
    updateState();
}

void ExportDialog::browse()
{
    const bool csv = m_format->currentData().toInt() == static_cast<int>(ReportFormat::Csv);
    askForFile(this, {FileWish::Save, tr("Export report"), m_file->text(), csv ? tr("CSV (*.csv)") : tr("PDF (*.pdf)")},
               [this](const QString &path) {
                   m_fileTouched = true;
                   m_file->setText(path);
               });
}

void ExportDialog::updateState()
{
    const QString from = utcOffsetText(secondIn(*m_from));
    const QString to = utcOffsetText(secondIn(*m_to));
    const bool ordered = secondIn(*m_from) < secondIn(*m_to);
    if (!ordered)
        m_offset->setText(tr("“From” must lie before “to”."));
    else
        m_offset->setText(from == to ? tr("Local time, %1").arg(from) : tr("Local time, %1 to %2").arg(from, to));
    const QString typed = m_file->text().trimmed();
    m_overwrites = !typed.isEmpty() && QFileInfo(request().filePath).isFile();
    m_there->setVisible(m_overwrites && !m_running);
    m_export->setText(m_overwrites ? tr("&Overwrite") : tr("Export"));
    m_export->setEnabled(!m_running && ordered && !typed.isEmpty() && m_node->count() > 0);
}

void ExportDialog::start()
{
    // It may have come since the button was named: then the new name is to be read first.
    const bool agreed = m_overwrites;
    updateState();
    if (m_overwrites && !agreed)
        return;
    const ExportReportRequest wanted = request();
    m_outcome->setVisible(false);
    setRunning(true);
    Q_EMIT exportRequested(wanted);
}

void ExportDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    for (QWidget *input : std::initializer_list<QWidget *>{m_node, m_range, m_from, m_to, m_format, m_file, m_browse})
        input->setEnabled(!running);
    updateState();
}

void ExportDialog::finish(bool ok, const QString &text)
{
    setRunning(false);
    m_outcome->setContent(ok ? Mark::Ok : Mark::Critical, text);
    m_outcome->setVisible(true);
}

} // namespace barograph
