// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_error.h"

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace barograph::sim {

/// Users of the node's API and their tokens, as on a fresh client: `admin` with the password `secret`, which has to be
/// changed by the first login.
/// Source: WhatsApp Business API reference, "Users".
class Accounts
{
public:
    using Clock = std::chrono::system_clock;

    /// `presetPassword`: the password was changed already; empty = not.
    explicit Accounts(const std::string &presetPassword);

    struct Token
    {
        std::string token;
        Clock::time_point expiresAfter;
    };
    /// `authorization`: the header's value, Basic. `newPassword`: empty = none given.
    tl::expected<Token, ApiError> login(const std::string &authorization, const std::string &newPassword,
                                        Clock::time_point now);
    void logout(const std::string &token);

    struct User
    {
        std::string name;
        bool admin = false;
    };
    /// Who a Bearer token belongs to.
    std::optional<User> user(const std::string &token, Clock::time_point now) const;
    tl::expected<void, ApiError> create(const std::string &name, const std::string &password);

private:
    struct Account
    {
        std::string password;
        bool mustChange = false;
    };
    struct Session
    {
        std::string user;
        Clock::time_point expiresAfter;
    };
    void forgetOldest();

    std::map<std::string, Account> m_accounts;
    std::map<std::string, Session> m_sessions;
};

/// 8 to 64 characters with at least one digit, one upper-case, one lower-case and one special character.
bool isAcceptablePassword(const std::string &password);
/// The API's own format, `YYYY-MM-DD HH:MM:SS+00:00`.
std::string expiryText(Accounts::Clock::time_point time);
bool equalSecrets(const std::string &a, const std::string &b);

} // namespace barograph::sim
