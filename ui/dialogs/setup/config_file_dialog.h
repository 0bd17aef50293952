// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/config_edit.h"
#include "widgets/fitted_dialog.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// Takes a configuration over from a TOML file, or writes the present one to one. Says beforehand what that changes.
/// Not modal.
class ConfigFileDialog : public FittedDialog
{
    Q_OBJECT

public:
    enum class Way : quint8 { Import, Export };

    ConfigFileDialog(Way way, QWidget *parent = nullptr);

    /// The ids that there are at present.
    void setPresentIds(const QStringList &ids);
    void setFile(const QString &path);
    /// The end of what requested() began.
    void finish(const ConfigEditResult &result);

Q_SIGNALS:
    void requested(const barograph::ConfigEdit &edit);

private:
    QString file() const; ///< absolute; empty while none is chosen
    void browse();
    void start();
    void look();
    QString outlineText() const;

    Way m_way;
    QStringList m_presentIds;
    QStringList m_fileIds;
    bool m_running = false;
    QLineEdit *m_file;
    QWidget *m_choice;
    QRadioButton *m_merge;
    QRadioButton *m_replace;
    QLabel *m_outline;
    MarkLabel *m_outcome;
    QPushButton *m_start;
};

} // namespace barograph
