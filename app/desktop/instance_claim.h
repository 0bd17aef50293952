// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace barograph {

/// A file descriptor that is closed with this object.
class OwnedDescriptor
{
public:
    explicit OwnedDescriptor(int descriptor = -1)
        : m_descriptor(descriptor)
    {}
    OwnedDescriptor(OwnedDescriptor &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    OwnedDescriptor &operator=(OwnedDescriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~OwnedDescriptor();

    int get() const { return m_descriptor; }
    /// Somebody else closes it from now on.
    int release() { return std::exchange(m_descriptor, -1); }
    explicit operator bool() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

/// Why a claim was not had.
struct ClaimRefusal
{
    bool taken = false; ///< another process has it; else the folder or its file system cannot be used
    qint64 process = 0; ///< who has it, where that is certain; 0: not known
};

/// Held while this process shows a window over a data folder. Another start on the same folder finds it taken and can
/// ask for that window (ShowDoor). It goes when the process ends, however it ends.
class InstanceClaim
{
public:
    /// `folder` is there and the user's own. Does not wait.
    static tl::expected<InstanceClaim, ClaimRefusal> take(const QString &folder);

    /// A descriptor of the folder.
    int folder() const { return m_folder.get(); }

private:
    InstanceClaim(OwnedDescriptor folder, OwnedDescriptor lock)
        : m_folder(std::move(folder))
        , m_lock(std::move(lock))
    {}

    OwnedDescriptor m_folder;
    OwnedDescriptor m_lock;
};

/// Of a folder, to name files in it by; invalid: it cannot be opened.
OwnedDescriptor openFolder(const QString &folder);
/// A path to the socket in this folder that is short whatever the folder is called: addresses of sockets are cut off
/// after 107 bytes. Valid in this process while `folder` is open.
QByteArray showSocketPath(int folder);

inline constexpr const char *kShowSocketName = "window.socket";

} // namespace barograph
