// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/webhook_bodies.h"

#include "bench/request_source.h"

#include <array>

namespace bench {

namespace {

constexpr std::array kStatuses{"sent", "delivered", "read"};

} // namespace

std::string onPremStatusBody()
{
    return R"({"statuses":[{"id":"gBGGFlA5FpafAgkOuJbRq5)" + std::string(kNumberMark) +
           R"(","recipient_id":"16315550123",)"
           R"("status":"delivered","timestamp":"1760000000","type":"message","conversation":{)"
           R"("id":"7c1b4b3b0f6f4c1e9d5e2a8b7c6d5e4f","expiration_timestamp":1760086400,)"
           R"("origin":{"type":"business_initiated"}},"pricing":{"billable":true,"pricing_model":"CBP",)"
           R"("category":"business_initiated"},"message":{"recipient_id":"16315550123"}}]})";
}

std::string onPremBatchBody(std::size_t statuses, barograph::UtcTime at)
{
    const auto time = std::to_string(barograph::unixMillis(at) / 1000);
    std::string body = R"({"statuses":[)";
    for (std::size_t i = 0; i < statuses; ++i) {
        body += i == 0 ? "" : ",";
        body += R"({"id":"gBGGFlA5FpafAgkOuJbRq5)" + std::string(kNumberMark) + R"(","recipient_id":")" +
                std::to_string(16315550000 + i) + R"(","status":")" + kStatuses[i % kStatuses.size()] +
                R"(","timestamp":")" + time + R"(","type":"message"})";
    }
    return body + "]}";
}

std::string cloudBatchBody(std::size_t statuses)
{
    constexpr std::array kStatuses{"sent", "delivered", "read"};
    std::string body = R"({"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{)"
                       R"("messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",)"
                       R"("phone_number_id":"106540352242922"},"statuses":[)";
    for (std::size_t i = 0; i < statuses; ++i) {
        const auto person = std::to_string(16505551000 + i);
        body += i == 0 ? "" : ",";
        body += R"({"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI)" + std::string(kNumberMark) + R"(AA==","status":")" +
                kStatuses[i % kStatuses.size()] + R"(","timestamp":"1760000000","recipient_id":")" + person +
                R"(","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"utility"}})";
    }
    return body + R"(]},"field":"messages"}]}]})";
}

} // namespace bench
