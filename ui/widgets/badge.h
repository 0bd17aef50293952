// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"
#include "widgets/elided_label.h"

namespace barograph {

class MarkSign;

/// The word SIMULATED on a coloured ground; shown wherever a simulated node is.
QLabel *makeSimulatedBadge(QWidget *parent);

/// A mark and a word beside it, in the mark's colour; follows the theme.
class MarkLabel : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLabel(QWidget *parent = nullptr);

    void setContent(Mark mark, const QString &text);
    Mark mark() const { return m_mark; }
    QString text() const { return m_text->text(); }
    void setWordWrap(bool on);
    /// May be narrower than its text; see ElidedLabel.
    void setElides(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColors();

    Mark m_mark = Mark::Unknown;
    MarkSign *m_sign;
    ElidedLabel *m_text;
};

} // namespace barograph
