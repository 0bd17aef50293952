// SPDX-License-Identifier: GPL-3.0-or-later
#include "x_windows.h"

#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>

#include <cstdlib>
#include <cstring>
#include <xcb/xcb.h>

namespace barograph::testing {

namespace {

struct FreeReply
{
    void operator()(void *reply) const { std::free(reply); }
};
template<typename Reply> std::unique_ptr<Reply, FreeReply> owned(Reply *reply)
{
    return std::unique_ptr<Reply, FreeReply>(reply);
}

} // namespace

XWindows::XWindows()
    : m_connection(xcb_connect(nullptr, nullptr))
{
    if (xcb_connection_has_error(m_connection) == 0)
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
}

XWindows::~XWindows()
{
    xcb_disconnect(m_connection);
}

quint32 XWindows::atom(const char *name) const
{
    const auto cookie = xcb_intern_atom(m_connection, 0, static_cast<uint16_t>(std::strlen(name)), name);
    const auto reply = owned(xcb_intern_atom_reply(m_connection, cookie, nullptr));
    return reply ? reply->atom : 0;
}

QString XWindows::titleOf(Id window) const
{
    constexpr uint32_t kMostWords = 256;
    const auto cookie =
        xcb_get_property(m_connection, 0, window, atom("_NET_WM_NAME"), atom("UTF8_STRING"), 0, kMostWords);
    const auto reply = owned(xcb_get_property_reply(m_connection, cookie, nullptr));
    return reply ? QString::fromUtf8(static_cast<const char *>(xcb_get_property_value(reply.get())),
                                     xcb_get_property_value_length(reply.get()))
                 : QString();
}

std::optional<XWindows::Id> XWindows::titledBelow(Id parent, const QString &title) const
{
    const auto tree = owned(xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, parent), nullptr));
    if (!tree)
        return std::nullopt;
    const xcb_window_t *children = xcb_query_tree_children(tree.get());
    // The topmost comes last.
    for (int at = xcb_query_tree_children_length(tree.get()) - 1; at >= 0; --at) {
        const auto cookie = xcb_get_window_attributes(m_connection, children[at]);
        const auto attributes = owned(xcb_get_window_attributes_reply(m_connection, cookie, nullptr));
        if (attributes && attributes->map_state == XCB_MAP_STATE_VIEWABLE && titleOf(children[at]) == title)
            return children[at];
        if (const auto below = titledBelow(children[at], title))
            return below;
    }
    return std::nullopt;
}

std::optional<XWindows::Id> XWindows::titled(const QString &title) const
{
    return titledBelow(m_root, title);
}

QRect XWindows::geometry(Id window) const
{
    const auto size = owned(xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr));
    const auto place = owned(xcb_translate_coordinates_reply(
        m_connection, xcb_translate_coordinates(m_connection, window, m_root, 0, 0), nullptr));
    return size && place ? QRect(place->dst_x, place->dst_y, size->width, size->height) : QRect();
}

std::optional<XWindows::Id> XWindows::tray() const
{
    const auto cookie = xcb_get_selection_owner(m_connection, atom("_NET_SYSTEM_TRAY_S0"));
    const auto reply = owned(xcb_get_selection_owner_reply(m_connection, cookie, nullptr));
    return reply && reply->owner != XCB_NONE ? std::optional(reply->owner) : std::nullopt;
}

bool XWindows::hasFocus(Id window) const
{
    const auto reply = owned(xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
    Id at = reply ? reply->focus : 0;
    while (at != 0 && at != m_root && at != XCB_INPUT_FOCUS_POINTER_ROOT) {
        if (at == window)
            return true;
        const auto tree = owned(xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, at), nullptr));
        at = tree ? tree->parent : 0;
    }
    return false;
}

bool XWindows::isManaged() const
{
    const auto cookie =
        xcb_get_property(m_connection, 0, m_root, atom("_NET_SUPPORTING_WM_CHECK"), XCB_ATOM_WINDOW, 0, 1);
    const auto reply = owned(xcb_get_property_reply(m_connection, cookie, nullptr));
    return reply && xcb_get_property_value_length(reply.get()) > 0;
}

void XWindows::send(Id to, uint32_t mask, Id window, const char *type, uint32_t first, uint32_t second) const
{
    xcb_client_message_event_t event{};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = window;
    event.type = atom(type);
    event.data.data32[0] = first;
    event.data.data32[1] = second;
    xcb_send_event(m_connection, 0, to, mask, reinterpret_cast<const char *>(&event));
    xcb_flush(m_connection);
}

void XWindows::minimise(Id window) const
{
    constexpr uint32_t kIconic = 3;
    send(m_root, XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY, window, "WM_CHANGE_STATE",
         kIconic, 0);
}

void XWindows::askToClose(Id window) const
{
    send(window, XCB_EVENT_MASK_NO_EVENT, window, "WM_PROTOCOLS", atom("WM_DELETE_WINDOW"), XCB_CURRENT_TIME);
}

QImage XWindows::picture(const QRect &where)
{
    const QImage screen = QGuiApplication::primaryScreen()->grabWindow(0).toImage();
    return where.isNull() ? screen : screen.copy(where);
}

} // namespace barograph::testing
