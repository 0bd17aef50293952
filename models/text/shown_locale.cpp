// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/shown_locale.h"

#include <QReadWriteLock>

namespace barograph {

namespace {

QLocale withoutGroups(QLocale locale)
{
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
}

struct ShownLocale
{
    QReadWriteLock lock;
    QLocale locale = withoutGroups({QLocale::English, QLocale::UnitedStates});
};

ShownLocale &shownLocaleHolder()
{
    static ShownLocale holder;
    return holder;
}

} // namespace

QLocale shownLocale()
{
    ShownLocale &holder = shownLocaleHolder();
    const QReadLocker guard(&holder.lock);
    return holder.locale;
}

void setShownLocale(const QLocale &locale)
{
    ShownLocale &holder = shownLocaleHolder();
    const QWriteLocker guard(&holder.lock);
    holder.locale = withoutGroups(locale);
}

} // namespace barograph
