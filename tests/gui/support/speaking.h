// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pseudo_translator.h"

#include <QCoreApplication>
#include <QTranslator>

namespace barograph::testing {

/// Everything that is made while it is there speaks that language: "en", "es" or "pseudo".
class Speaking
{
public:
    explicit Speaking(const QString &language)
    {
        if (language == QLatin1String("pseudo"))
            QCoreApplication::installTranslator(&m_pseudo);
        else if (m_real.load(QStringLiteral("barograph_") + language, QStringLiteral(":/translations")))
            QCoreApplication::installTranslator(&m_real);
    }
    ~Speaking()
    {
        QCoreApplication::removeTranslator(&m_real);
        QCoreApplication::removeTranslator(&m_pseudo);
    }
    Speaking(const Speaking &) = delete;
    Speaking &operator=(const Speaking &) = delete;

private:
    QTranslator m_real;
    PseudoTranslator m_pseudo;
};

} // namespace barograph::testing
