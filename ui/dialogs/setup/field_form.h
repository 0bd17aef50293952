// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <map>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// Labels with mnemonics beside their fields, each with a help line and a place for what is wrong with it. Long labels
/// wrap instead of pushing the fields out of the window.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    explicit FieldForm(QWidget *parent = nullptr);

    /// `field` is the key in the configuration; the editor gets the object name "field.KEY" unless it has one.
    void addField(const QString &field, const QString &label, QWidget *editor, const QString &help = {});
    /// Across both columns.
    void addWide(QWidget *widget);
    void setLabel(const QString &field, const QString &label, const QString &help);
    void setFieldVisible(const QString &field, bool visible);
    QStringList fields() const;
    bool hasField(const QString &field) const { return m_rows.contains(field); }
    bool isFieldVisible(const QString &field) const;
    /// Empty text: nothing is wrong.
    void setProblem(const QString &field, const QString &text);
    QString problem(const QString &field) const;
    void focusField(const QString &field);

private:
    struct Row
    {
        QLabel *label = nullptr;
        QWidget *editor = nullptr;
        QLabel *help = nullptr;
        MarkLabel *problem = nullptr;
        bool visible = true;
    };

    QGridLayout *m_grid;
    std::map<QString, Row> m_rows;
};

} // namespace barograph
