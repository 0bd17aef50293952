// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"
#include "nodes/json_walk.h"

#include <algorithm>
#include <span>

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

        /// What has been taken up to a point of the body, for decoders that learn only later what they have read.
        struct Mark
        {
            std::size_t size = 0;
            quint32 rejected = 0;
        };
        Mark mark() const { return {m_out.size(), m_rejected}; }
        bool hasTakenSince(const Mark &mark) const { return m_out.size() > mark.size || m_rejected > mark.rejected; }
        std::span<DecodedItem> itemsSince(const Mark &mark) { return std::span(m_out).subspan(mark.size); }
        /// Keeps of the items since then those of which `wanted(item)` holds.
        template<typename Wanted> void keepSince(const Mark &mark, Wanted &&wanted)
        {
            const auto begin = m_out.begin() + static_cast<std::ptrdiff_t>(mark.size);
            m_out.erase(std::remove_if(begin, m_out.end(), [&](const DecodedItem &item) { return !wanted(item); }),
                        m_out.end());
        }
        void takeBackTo(const Mark &mark)
        {
            m_out.resize(mark.size);
            m_rejected = mark.rejected;
        }

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

    /// Calls `onObject(value)` for each object of an array. Null is an empty array; anything else that is no array, and
    /// elements that are no objects, count as one rejected each. `depth` is that of `value`.
    template<typename OnObject>
    static json::Fault forEachObject(json::Value &value, std::size_t depth, Taking &taking, OnObject &&onObject);
    /// The same where each object is an item: json::Fault::Limit if there are too many.
    template<typename OnItem>
    static json::Fault forEachItem(json::Value &value, std::size_t depth, Taking &taking, OnItem &&onItem);

private:
    DecodeLimits m_limits;
    simdjson::ondemand::parser m_parser;
};

template<typename OnObject>
json::Fault JsonDecoder::forEachObject(json::Value &value, std::size_t depth, Taking &taking, OnObject &&onObject)
{
    using simdjson::ondemand::json_type;
    const auto maxDepth = taking.limits().maxDepth;
    const auto reject = [&taking, maxDepth](json::Value &rejected, std::size_t rejectedDepth) {
        if (taking.isFull())
            return json::Fault::Limit;
        taking.countRejected();
        return json::checkWhole(rejected, rejectedDepth, maxDepth);
    };
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type == json_type::null)
        return json::checkWhole(value, depth, maxDepth);
    if (type != json_type::array)
        return reject(value, depth);
    simdjson::ondemand::array objects;
    if (value.get_array().get(objects) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    return json::forEachElement(objects, [&](json::Value &element) {
        json_type elementType{};
        if (element.type().get(elementType) != simdjson::SUCCESS)
            return json::Fault::Syntax;
        return elementType == json_type::object ? onObject(element) : reject(element, depth + 1);
    });
}

template<typename OnItem>
json::Fault JsonDecoder::forEachItem(json::Value &value, std::size_t depth, Taking &taking, OnItem &&onItem)
{
    return forEachObject(value, depth, taking,
                         [&](json::Value &item) { return taking.isFull() ? json::Fault::Limit : onItem(item); });
}

} // namespace barograph
