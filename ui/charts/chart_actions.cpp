// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_actions.h"

#include "charts/chart_csv.h"
#include "charts/chart_print.h"
#include "charts/chart_table_window.h"
#include "charts/time_chart.h"
#include "timeline/time_view.h"
#include "widgets/side_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

namespace barograph {

namespace {

/// Sharp on any screen and small enough for a message.
constexpr int kCopyScale = 2;
constexpr int kPrintScale = 3;
constexpr double kMenuZoom = 0.5;

bool isControlOnly(const QKeyEvent &event, bool withShift)
{
    return event.modifiers() ==
           (withShift ? Qt::ControlModifier | Qt::ShiftModifier : Qt::KeyboardModifiers(Qt::ControlModifier));
}

/// Empty: it is there. Called on any thread.
QString writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

QByteArray encodePng(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Shown beside the entry; the keys themselves are handled by the chart that has the focus.
QString withKeys(const QString &text, const QString &keys)
{
    return text + u'\t' + keys;
}

} // namespace

ChartActions::ChartActions(TimeChart &chart, TimeView &view)
    : QObject(&chart)
    , m_chart(chart)
    , m_view(view)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{}

bool ChartActions::wants(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_C)
        return isControlOnly(event, false) || isControlOnly(event, true);
    if (event.key() == Qt::Key_S)
        return isControlOnly(event, false);
    if (event.modifiers() != Qt::NoModifier && event.modifiers() != Qt::KeypadModifier)
        return false;
    return event.key() == Qt::Key_T || event.key() == Qt::Key_D ||
           (event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9);
}

bool ChartActions::keyPress(const QKeyEvent &event)
{
    if (!wants(event))
        return false;
    switch (event.key()) {
    case Qt::Key_C:
        isControlOnly(event, true) ? copyCsv() : copyImage();
        return true;
    case Qt::Key_S:
        save();
        return true;
    case Qt::Key_T:
        showTable();
        return true;
    case Qt::Key_D:
        if (m_chart.modes().size() > 1)
            m_chart.setMode((m_chart.mode() + 1) % static_cast<int>(m_chart.modes().size()));
        return true;
    default:
        break;
    }
    const auto which = static_cast<std::size_t>(event.key() - Qt::Key_1);
    if (which < m_chart.seriesCount() && m_chart.series(which).canToggle)
        m_chart.setSeriesShown(which, !m_chart.series(which).shown);
    return true;
}

void ChartActions::addSeries(QMenu &menu)
{
    for (std::size_t i = 0; i < m_chart.seriesCount(); ++i) {
        const ChartSeries series = m_chart.series(i);
        if (!series.canToggle)
            continue;
        QAction *action = menu.addAction(withKeys(tr("Show %1").arg(series.name), QString::number(i + 1)));
        action->setCheckable(true);
        action->setChecked(series.shown);
        connect(action, &QAction::triggered, this, [this, i](bool on) { m_chart.setSeriesShown(i, on); });
    }
}

void ChartActions::addMarks(QMenu &menu, std::optional<UtcTime> at)
{
    if (at) {
        menu.addAction(tr("Write a note here…"), this, [this, at] { Q_EMIT m_chart.noteRequested(*at); });
        menu.addAction(tr("Set mark A here"), this, [this, at] { m_view.setReference(0, at); });
        menu.addAction(tr("Set mark B here"), this, [this, at] { m_view.setReference(1, at); });
        menu.addAction(withKeys(tr("Zoom in here"), QStringLiteral("+")), this,
                       [this, at] { m_view.zoomAt(*at, kMenuZoom); });
        menu.addAction(withKeys(tr("Zoom out here"), QStringLiteral("-")), this,
                       [this, at] { m_view.zoomAt(*at, 1 / kMenuZoom); });
    }
    QAction *remove = menu.addAction(tr("Remove the marks"), &m_view, &TimeView::clearReferences);
    remove->setEnabled(m_view.references()[0] || m_view.references()[1]);
    const auto a = m_view.references()[0];
    const auto b = m_view.references()[1];
    QAction *between = menu.addAction(tr("Zoom to what is between the marks"), this, [this, a, b] {
        if (a && b)
            m_view.show(*a, *b);
    });
    between->setEnabled(a && b && *a != *b);
    QAction *live = menu.addAction(withKeys(tr("Back to live"), QStringLiteral("L")), &m_view, &TimeView::goLive);
    live->setEnabled(!m_view.isLive());
}

QMenu *ChartActions::makeMenu(std::optional<UtcTime> at)
{
    auto *menu = new QMenu(&m_chart);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(withKeys(tr("Copy as an image"), QStringLiteral("Ctrl+C")), this, &ChartActions::copyImage);
    menu->addAction(withKeys(tr("Copy as CSV"), QStringLiteral("Ctrl+Shift+C")), this, &ChartActions::copyCsv);
    menu->addAction(withKeys(tr("Save as PNG, SVG or CSV…"), QStringLiteral("Ctrl+S")), this, &ChartActions::save);
    menu->addAction(withKeys(tr("Show as a table"), QStringLiteral("T")), this, &ChartActions::showTable);
    menu->addSeparator();
    addMarks(*menu, at);
    const QStringList modes = m_chart.modes();
    if (modes.size() > 1) {
        menu->addSeparator();
        auto *group = new QActionGroup(menu);
        for (int i = 0; i < modes.size(); ++i) {
            QAction *action = menu->addAction(modes[i], this, [this, i] { m_chart.setMode(i); });
            action->setCheckable(true);
            action->setChecked(i == m_chart.mode());
            group->addAction(action);
        }
    }
    menu->addSeparator();
    addSeries(*menu);
    return menu;
}

void ChartActions::copyImage()
{
    QApplication::clipboard()->setImage(chartImage(m_chart, kCopyScale));
    Q_EMIT told(tr("Copied as an image."), false);
}

void ChartActions::copyCsv()
{
    const QByteArray csv = chartCsv(m_chart);
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(csv));
    data->setData(QStringLiteral("text/csv"), csv);
    QApplication::clipboard()->setMimeData(data);
    Q_EMIT told(tr("Copied as CSV."), false);
}

ChartTableWindow *ChartActions::tableWindow() const
{
    return m_table;
}

void ChartActions::showTable()
{
    if (!m_table)
        m_table = new ChartTableWindow(m_chart);
    m_table->show();
    m_table->raise();
    m_table->activateWindow();
}

QString ChartActions::fileName() const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(unixMillis(m_chart.plotWindow().right()));
    return QStringLiteral("barograph-%1.png").arg(at.toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

void ChartActions::save()
{
    auto *dialog = new QFileDialog(&m_chart, tr("Save the chart"), m_folder + u'/' + fileName());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Picture for print (*.png)"), tr("Drawing (*.svg)"), tr("Values (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype dot = filter.lastIndexOf(u'.');
        dialog->setDefaultSuffix(filter.mid(dot + 1, 3));
    });
    // Its own question would block every window.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        overwriteAfterAsking(&m_chart, path, [self = QPointer(this), path] {
            if (self)
                self->saveTo(path);
        });
    });
    dialog->setModal(false);
    dialog->show();
}

void ChartActions::saveTo(const QString &path)
{
    const QFileInfo file(path);
    m_folder = file.absolutePath();
    const QString ending = file.suffix().toLower();
    if (ending == QLatin1String("png"))
        write(path, [image = chartImage(m_chart, kPrintScale)] { return encodePng(image); });
    else if (ending == QLatin1String("svg"))
        write(path, [svg = chartSvg(m_chart)] { return svg; });
    else if (ending == QLatin1String("csv"))
        write(path, [csv = chartCsv(m_chart)] { return csv; });
    else
        Q_EMIT told(tr("%1 was not saved: its name has to end in .png, .svg or .csv.").arg(file.fileName()), true);
}

void ChartActions::write(const QString &path, std::function<QByteArray()> make)
{
    // The chart may be gone when the file is there.
    QThreadPool::globalInstance()->start([self = QPointer(this), path, make = std::move(make)] {
        const QString error = writeWhole(path, make());
        QMetaObject::invokeMethod(qApp, [self, path, error] {
            if (!self)
                return;
            if (error.isEmpty())
                Q_EMIT self->told(tr("Saved: %1").arg(path), false);
            else
                Q_EMIT self->told(tr("%1 was not saved: %2").arg(path, error), true);
        });
    });
}

} // namespace barograph
