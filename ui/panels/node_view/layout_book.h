// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/dock_area.h"

#include <QStringList>

#include <tl/expected.hpp>

#include <vector>

namespace barograph {

/// An arrangement of the panels under a name. A value.
struct NamedLayout
{
    QString name;
    DockState docks;
    QStringList panels; ///< keys of the panels that there were

    friend bool operator==(const NamedLayout &, const NamedLayout &) = default;
};

/// The operator's own layouts, by name. A value.
class LayoutBook
{
public:
    static constexpr int kMostLayouts = 50;
    static constexpr int kLongestName = 60;

    const std::vector<NamedLayout> &layouts() const { return m_layouts; }
    const NamedLayout *find(const QString &name) const;
    /// Why it cannot be called that; empty: it can. `renamed` is what it is called up to now.
    QString nameProblem(const QString &name, const QString &renamed = {}) const;
    /// Replaces the one of that name. False: there are too many.
    bool save(NamedLayout layout);
    void remove(const QString &name);
    bool rename(const QString &name, const QString &to);

private:
    std::vector<NamedLayout> m_layouts;
};

/// The text of a file with one layout, and back; the error says what is wrong with it. Holds no node and no figure.
QByteArray layoutToFile(const NamedLayout &layout);
tl::expected<NamedLayout, QString> layoutFromFile(const QByteArray &text);

/// What is kept between two runs.
struct SavedView
{
    NamedLayout present; ///< under the name it was chosen by, if it still is that
    LayoutBook book;
};
QByteArray packView(const SavedView &view);
/// Reads what can be read: a damaged part takes none of the others with it. `complete` is false when something is lost.
SavedView unpackView(const QByteArray &bytes, bool &complete);

} // namespace barograph
