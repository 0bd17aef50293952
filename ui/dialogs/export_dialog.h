// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_request.h"
#include "widgets/fitted_dialog.h"

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// Asks what to export, shows that it goes on, and how it ended. Times are local, with the offset beside them.
class ExportDialog : public FittedDialog
{
    Q_OBJECT

public:
    /// `nodes`: id and name. The range starts as the hour before `now`.
    ExportDialog(const std::vector<std::pair<QString, QString>> &nodes, const QString &chosenId, UtcTime now,
                 QWidget *parent = nullptr);

    /// What the chart shows, offered beside the last hour.
    void setChartRange(UtcSecond from, UtcSecond to);
    void setFolder(const QString &folder);
    ExportReportRequest request() const;
    bool isRunning() const { return m_running; }

public Q_SLOTS:
    /// The end of what exportRequested() began.
    void finish(bool ok, const QString &text);

Q_SIGNALS:
    void exportRequested(const barograph::ExportReportRequest &request);

private:
    void setRange(UtcSecond from, UtcSecond to);
    void browse();
    void start();
    void suggestFile();
    void updateState();
    void setRunning(bool running);

    QComboBox *m_node;
    QComboBox *m_range;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_offset;
    QComboBox *m_format;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QProgressBar *m_progress;
    QLabel *m_there; ///< says that the file exists
    MarkLabel *m_outcome;
    QPushButton *m_export;
    QPushButton *m_close;
    QString m_folder;
    bool m_fileTouched = false;
    bool m_overwrites = false; ///< what the button said last
    bool m_running = false;
};

} // namespace barograph
