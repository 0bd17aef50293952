// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/elided_label.h"
#include "widgets/shown_value.h"

namespace barograph {

/// Shows one value so that measured, estimated, stale, not measured, not visible, not available and unknown look
/// different: by words first, then by the shape before them (TruthMark), slant, underline and colour. The hover tells
/// how it was come by and how old it is.
class ValueLabel : public ElidedLabel
{
    Q_OBJECT

public:
    explicit ValueLabel(const QString &accessibleName, QWidget *parent = nullptr);

    void setValue(const ShownValue &value);
    Truth truth() const { return m_value.truth; }
    bool isNotVisible() const { return m_value.notVisible; }

    /// What the hover says at this moment.
    QString hint() const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyLook();

    ShownValue m_value;
};

} // namespace barograph
