// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"
#include "nodes/json_walk.h"

namespace barograph {

/// What all decoders of JSON bodies share: the body is one object, well-formed to its last byte, in UTF-8, within the
/// limits; otherwise nothing of it is taken.
class JsonDecoder : public Decoder
{
public:
    explicit JsonDecoder(const DecodeLimits &limits)
        : m_limits(limits)
    {}

    tl::expected<DecodeStats, DecodeError> decode(PaddedBody body, const DecodeContext &context,
                                                  std::vector<DecodedItem> &out) final;

protected:
    /// One body on its way through a decoder.
    class Taking
    {
    public:
        Taking(const DecodeLimits &limits, const DecodeContext &context, std::vector<DecodedItem> &out)
            : m_limits(limits)
            , m_context(context)
            , m_out(out)
            , m_sizeBefore(out.size())
        {}

        const DecodeLimits &limits() const { return m_limits; }
        const DecodeContext &context() const { return m_context; }
        /// Whether one more item would be too many: then the body is refused with json::Fault::Limit.
        bool isFull() const { return m_out.size() - m_sizeBefore + m_rejected >= m_limits.maxItems; }
        /// Check isFull() before. The reference lives until the next call.
        DecodedItem &addItem() { return m_out.emplace_back(); }
        void countRejected() { ++m_rejected; }
        DecodeStats stats() const { return {static_cast<quint32>(m_out.size() - m_sizeBefore), m_rejected}; }
        void takeBack() { m_out.resize(m_sizeBefore); }

    private:
        const DecodeLimits &m_limits;
        const DecodeContext &m_context;
        std::vector<DecodedItem> &m_out;
        std::size_t m_sizeBefore;
        quint32 m_rejected = 0;
    };

    /// Reads the body's object; must look at all of it (json::checkWhole() for what does not matter). `depth` of the
    /// object itself is 0, so its values are at 1.
    virtual json::Fault readRoot(simdjson::ondemand::object &root, Taking &taking) = 0;

    /// Calls `onItem(value)` for each object of an array. Null is an empty array; anything else that is no array, and
    /// elements that are no objects, count as one rejected each. `depth` is that of `value`.
    template<typename OnItem>
    static json::Fault forEachItem(json::Value &value, std::size_t depth, Taking &taking, OnItem &&onItem);

private:
    DecodeLimits m_limits;
    simdjson::ondemand::parser m_parser;
};

template<typename OnItem>
json::Fault JsonDecoder::forEachItem(json::Value &value, std::size_t depth, Taking &taking, OnItem &&onItem)
{
    using simdjson::ondemand::json_type;
    const auto maxDepth = taking.limits().maxDepth;
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type != json_type::array) {
        if (type != json_type::null) {
            if (taking.isFull())
                return json::Fault::Limit;
            taking.countRejected();
        }
        return json::checkWhole(value, depth, maxDepth);
    }
    simdjson::ondemand::array items;
    if (value.get_array().get(items) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    return json::forEachElement(items, [&](json::Value &item) {
        if (taking.isFull())
            return json::Fault::Limit;
        json_type itemType{};
        if (item.type().get(itemType) != simdjson::SUCCESS)
            return json::Fault::Syntax;
        if (itemType == json_type::object)
            return onItem(item);
        taking.countRejected();
        return json::checkWhole(item, depth + 1, maxDepth);
    });
}

} // namespace barograph
