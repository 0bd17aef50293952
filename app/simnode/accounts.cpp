// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>
#include <vector>

namespace barograph::sim {
namespace {

constexpr auto kTokenLifetime = std::chrono::hours(7 * 24);
constexpr std::size_t kMaxSessions = 1'000;
constexpr std::size_t kMaxAccounts = 100;

std::optional<std::string> base64Decoded(const std::string &text)
{
    if (text.empty() || text.size() % 4 != 0 || text.size() > 1024)
        return std::nullopt;
    std::vector<unsigned char> bytes(text.size() / 4 * 3);
    const int size = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char *>(text.data()),
                                     static_cast<int>(text.size()));
    if (size < 0)
        return std::nullopt;
    auto length = static_cast<std::size_t>(size);
    for (std::size_t i = text.size(); i > text.size() - 2 && text[i - 1] == '='; --i)
        --length;
    return std::string(reinterpret_cast<const char *>(bytes.data()), length);
}

std::string randomToken()
{
    // Three parts with dots between, like the tokens of a real client.
    constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<unsigned char, 60> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return {};
    std::string token = "eyJ";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 17 || i == 40)
            token += '.';
        token += kAlphabet[bytes[i] & 63U];
    }
    return token;
}

ApiError denied(const std::string &details)
{
    return {401, 1005, details};
}

} // namespace

bool equalSecrets(const std::string &a, const std::string &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool isAcceptablePassword(const std::string &password)
{
    const auto has = [&password](auto belongs) { return std::any_of(password.begin(), password.end(), belongs); };
    return password.size() >= 8 && password.size() <= 64 && has([](char c) { return c >= '0' && c <= '9'; }) &&
           has([](char c) { return c >= 'A' && c <= 'Z'; }) && has([](char c) { return c >= 'a' && c <= 'z'; }) &&
           has([](char c) {
               return std::string_view("!\"#$%&'()*+,-./:;<=>?@[]^_{|}~`\\").find(c) != std::string::npos;
           });
}

std::string expiryText(Accounts::Clock::time_point time)
{
    const std::time_t seconds = Accounts::Clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S+00:00", &parts);
    return {text.data(), size};
}

Accounts::Accounts(const std::string &presetPassword)
{
    m_accounts["admin"] = presetPassword.empty() ? Account{"secret", true} : Account{presetPassword, false};
}

tl::expected<Accounts::Token, ApiError> Accounts::login(const std::string &authorization,
                                                        const std::string &newPassword, Clock::time_point now)
{
    constexpr std::string_view kBasic = "Basic ";
    if (authorization.compare(0, kBasic.size(), kBasic) != 0)
        return tl::unexpected(denied("Basic authorization is expected"));
    const auto pair = base64Decoded(authorization.substr(kBasic.size()));
    const auto colon = pair ? pair->find(':') : std::string::npos;
    if (colon == std::string::npos)
        return tl::unexpected(denied("The authorization header cannot be read"));
    const std::string name = pair->substr(0, colon);
    const auto account = m_accounts.find(name);
    if (account == m_accounts.end() || !equalSecrets(account->second.password, pair->substr(colon + 1)))
        return tl::unexpected(denied("Wrong user name or password"));
    if (account->second.mustChange && newPassword.empty())
        return tl::unexpected(ApiError{400, 1008, "new_password is required: the default password has to be changed"});
    if (!newPassword.empty()) {
        if (!isAcceptablePassword(newPassword)) {
            return tl::unexpected(ApiError{400, 1009,
                                           "new_password: 8 to 64 characters with at least one digit, one uppercase, "
                                           "one lowercase and one special character are required"});
        }
        account->second = {newPassword, false};
    }
    forgetOldest();
    const Token token{randomToken(), now + kTokenLifetime};
    if (token.token.empty())
        return tl::unexpected(ApiError{500, 1014, "No random numbers for a token"});
    m_sessions[token.token] = {name, token.expiresAfter};
    return token;
}

void Accounts::forgetOldest()
{
    if (m_sessions.size() < kMaxSessions)
        return;
    const auto older = [](const auto &a, const auto &b) { return a.second.expiresAfter < b.second.expiresAfter; };
    m_sessions.erase(std::min_element(m_sessions.begin(), m_sessions.end(), older));
}

void Accounts::logout(const std::string &token)
{
    m_sessions.erase(token);
}

std::optional<Accounts::User> Accounts::user(const std::string &token, Clock::time_point now) const
{
    const auto session = m_sessions.find(token);
    if (session == m_sessions.end() || session->second.expiresAfter <= now)
        return std::nullopt;
    return User{session->second.user, session->second.user == "admin"};
}

tl::expected<void, ApiError> Accounts::create(const std::string &name, const std::string &password)
{
    if (!isAcceptablePassword(password))
        return tl::unexpected(ApiError{400, 1009, "password: does not meet the rules for passwords"});
    if (m_accounts.size() >= kMaxAccounts || !m_accounts.emplace(name, Account{password, false}).second)
        return tl::unexpected(ApiError{400, 1014, "Unable to create user. Already exist?"});
    return {};
}

} // namespace barograph::sim
