// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace barograph {

/// A label of one line of plain text that may be made narrower than its text, if it is allowed to: then the middle of
/// the text is left out, or of parts with a dot between them the last ones, and the whole of it is in the tool tip,
/// before what that says of it. Screen readers always get all of it.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

    void setElides(bool on);
    bool elides() const { return m_elides; }
    /// At present there is less room than the text needs.
    bool isCut() const { return m_elides && width() < sizeHint().width(); }
    /// As much of the text as there is room for.
    QString shownText() const;

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_elides = false;
};

} // namespace barograph
