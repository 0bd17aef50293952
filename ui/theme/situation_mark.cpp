// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/situation_mark.h"

namespace barograph {

Mark situationMark(SituationKind kind)
{
    switch (kind) {
    case SituationKind::Well:
        return Mark::Ok;
    case SituationKind::Attention:
        return Mark::Warning;
    case SituationKind::Critical:
    case SituationKind::CannotTell:
        return Mark::Critical;
    case SituationKind::NoNodes:
    case SituationKind::NotKnown:
        break;
    }
    return Mark::Unknown;
}

} // namespace barograph
