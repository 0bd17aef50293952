// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/capture/body_redaction.h"

#include <algorithm>
#include <sodium.h>

namespace barograph {

namespace {

constexpr std::size_t kMostKeyBytes = 48;
constexpr std::size_t kMostWordBytes = 32;
constexpr std::size_t kMostNumberBytes = 12;
/// Fewer digits than any telephone number has that somebody could be called at, country code included.
constexpr std::size_t kMostPlainDigits = 5;
constexpr std::size_t kMostCodeDigits = 9;
constexpr std::size_t kShortestToken = 16;

/// What may be shown of the value behind a key. All keys in lower case.
enum class KeyClass { None, Word, Code, Time, Identifier };

constexpr auto kWordKeys = std::to_array<std::string_view>(
    {"ack",           "ackname",      "action",         "category",    "direction",
     "engine",        "event",        "eventtype",      "event_type",  "field",
     "media_type",    "mediatype",    "message_type",   "messagetype", "messaging_product",
     "mime_type",     "mimetype",     "object",         "origin",      "platform",
     "pricing_model", "receipt_type", "recipient_type", "role",        "source",
     "state",         "status",       "statusreason",   "subtype",     "type",
     "version"});
constexpr auto kCodeKeys =
    std::to_array<std::string_view>({"code", "error_code", "error_subcode", "errorcode", "http_status", "httpstatus",
                                     "reasoncode", "status_code", "statuscode", "subcode"});
constexpr auto kTimeKeys = std::to_array<std::string_view>(
    {"created_at", "createdat", "date", "date_time", "datetime", "expiration_timestamp", "messagetimestamp", "t",
     "time", "timestamp", "timestamp_ms", "timestampms", "ts", "updated_at", "updatedat"});
constexpr auto kIdentifierKeys = std::to_array<std::string_view>({"author",
                                                                  "biz_opaque_callback_data",
                                                                  "chat",
                                                                  "chat_id",
                                                                  "chatid",
                                                                  "contact_id",
                                                                  "device_id",
                                                                  "deviceid",
                                                                  "display_phone_number",
                                                                  "from",
                                                                  "gid",
                                                                  "group_id",
                                                                  "groupid",
                                                                  "id",
                                                                  "ids",
                                                                  "instance",
                                                                  "jid",
                                                                  "key_id",
                                                                  "keyid",
                                                                  "lid",
                                                                  "me",
                                                                  "message_id",
                                                                  "messageid",
                                                                  "msg_id",
                                                                  "msgid",
                                                                  "number",
                                                                  "owner",
                                                                  "participant",
                                                                  "participants",
                                                                  "phone",
                                                                  "phone_number",
                                                                  "phone_number_id",
                                                                  "project_id",
                                                                  "quoted_message_id",
                                                                  "quotedstanzaid",
                                                                  "recipient",
                                                                  "recipient_id",
                                                                  "remotejid",
                                                                  "remotejidalt",
                                                                  "replyto",
                                                                  "sender",
                                                                  "sender_id",
                                                                  "senderid",
                                                                  "server_id",
                                                                  "session",
                                                                  "stanzaid",
                                                                  "to",
                                                                  "user_id",
                                                                  "userid",
                                                                  "wa_id",
                                                                  "wamid"});

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isStructure(char c)
{
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
}

/// Made only of letters, digits and `others`.
bool madeOf(std::string_view text, std::string_view others)
{
    return std::all_of(text.begin(), text.end(),
                       [others](char c) { return isLetter(c) || isDigit(c) || others.find(c) != others.npos; });
}

std::size_t digitsIn(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isDigit));
}

template<std::size_t Count> bool holds(const std::array<std::string_view, Count> &keys, std::string_view key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

KeyClass classOf(std::string_view key)
{
    std::string lower(key);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (holds(kWordKeys, lower))
        return KeyClass::Word;
    if (holds(kCodeKeys, lower))
        return KeyClass::Code;
    if (holds(kTimeKeys, lower))
        return KeyClass::Time;
    return holds(kIdentifierKeys, lower) ? KeyClass::Identifier : KeyClass::None;
}

/// Looks like a name that a programmer chose, not like data that became a key.
bool isPlainKey(std::string_view key)
{
    return !key.empty() && key.size() <= kMostKeyBytes && madeOf(key, "_-.$") && digitsIn(key) <= kMostPlainDigits;
}

bool isPlainWord(std::string_view word)
{
    return !word.empty() && word.size() <= kMostWordBytes && madeOf(word, "_-.:/+") &&
           digitsIn(word) <= kMostPlainDigits;
}

/// Seconds, milliseconds, microseconds or nanoseconds of the years 2001 to 2065.
bool isEpoch(std::string_view text)
{
    const auto size = text.size();
    return (size == 10 || size == 13 || size == 16 || size == 19) && digitsIn(text) == size &&
           (text[0] == '1' || text[0] == '2');
}

/// "2026-05-04", with or without a time of day and a zone.
bool isIsoTime(std::string_view text)
{
    constexpr std::size_t kLongest = 35;
    constexpr std::size_t kDate = 10;
    if (text.size() < kDate || text.size() > kLongest || text[0] != '2' || text[4] != '-' || text[7] != '-' ||
        digitsIn(text.substr(0, kDate)) != 8 || (text.size() > kDate && text[kDate] != 'T'))
        return false;
    std::size_t run = 0; // of digits: nanoseconds have nine
    return std::all_of(text.begin() + kDate, text.end(), [&run](char c) {
        run = isDigit(c) ? run + 1 : 0;
        return run <= 9 && (run > 0 || std::string_view("-+:.TZ").find(c) != std::string_view::npos);
    });
}

std::string_view kindOfText(std::string_view text)
{
    const bool spaced = std::any_of(text.begin(), text.end(), isSpace);
    const bool phoneLike = std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || std::string_view("+-.() /").find(c) != std::string_view::npos;
    });
    if (phoneLike && digitsIn(text) > 0)
        return "digits";
    if (!spaced && text.find('@') != text.npos)
        return "address";
    if (text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://")
        return "url";
    return text.size() >= kShortestToken && madeOf(text, "+/=_-.:~") ? "token" : "text";
}

std::string_view beginningOf(std::string_view body)
{
    const auto first = std::find_if_not(body.begin(), body.end(), isSpace);
    if (first == body.end())
        return body.empty() ? "nothing" : "white space only";
    if (body.substr(0, 3) == "\xEF\xBB\xBF")
        return "a byte order mark";
    if (isLetter(*first))
        return "a letter";
    if (isDigit(*first))
        return "a digit";
    if (*first == '"')
        return "a quotation mark";
    if (*first == '<')
        return "markup";
    const auto code = static_cast<unsigned char>(*first);
    if (code < 0x20 || code == 0x7F)
        return "a control character";
    return code < 0x80 ? "punctuation" : "a byte beyond ASCII";
}

class BodyRedactor
{
public:
    BodyRedactor(std::string_view body, const RedactionKey &key)
        : m_body(body)
        , m_key(key)
    {}

    std::string run()
    {
        while (m_at < m_body.size()) {
            const char c = m_body[m_at];
            if (isSpace(c))
                ++m_at;
            else if (isStructure(c))
                takeStructure(c);
            else if (c == '"')
                takeString();
            else if (isDigit(c) || c == '-')
                takeNumber();
            else
                takeWord();
        }
        return std::move(m_out);
    }

private:
    void takeStructure(char c)
    {
        // What stands in brackets behind a key does not belong to it, but a list of identifiers does.
        if (c == '}' || c == ']' || c == '{' || (c == '[' && m_class != KeyClass::Identifier))
            m_class = KeyClass::None;
        m_out += c;
        m_last = c;
        ++m_at;
    }

    void takeString()
    {
        const auto begin = m_at + 1;
        auto end = begin;
        while (end < m_body.size() && m_body[end] != '"')
            end += m_body[end] == '\\' ? 2 : 1;
        const bool ended = end < m_body.size();
        end = std::min(end, m_body.size());
        const auto text = m_body.substr(begin, end - begin);
        m_at = ended ? end + 1 : end;
        if (!ended) {
            placeholder("text", text.size(), ", no end");
            valueTaken();
        } else if (next() == ':' && (m_last == '{' || m_last == ',')) {
            takeKey(text);
        } else {
            m_out += '"';
            takeText(text);
            m_out += '"';
            valueTaken();
        }
    }

    void takeKey(std::string_view key)
    {
        m_out += '"';
        const bool plain = isPlainKey(key);
        if (plain)
            m_out += key;
        else
            placeholder(kindOfText(key), key.size());
        m_out += '"';
        m_class = plain ? classOf(key) : KeyClass::None;
        m_last = '"';
    }

    void takeText(std::string_view text)
    {
        if (text.empty())
            return;
        const bool alone = standsAlone();
        if (alone && ((m_class == KeyClass::Word && isPlainWord(text)) ||
                      (m_class == KeyClass::Time && (isEpoch(text) || isIsoTime(text))) ||
                      (m_class == KeyClass::Code && isCode(text))))
            m_out += text;
        else if (m_class == KeyClass::Identifier)
            identifier(text);
        else
            placeholder(kindOfText(text), text.size());
    }

    void takeNumber()
    {
        const auto begin = m_at;
        while (m_at < m_body.size() &&
               (isDigit(m_body[m_at]) || std::string_view("+-.eE").find(m_body[m_at]) != std::string_view::npos))
            ++m_at;
        const auto number = m_body.substr(begin, m_at - begin);
        const bool isShort = number.size() <= kMostNumberBytes && digitsIn(number) <= kMostPlainDigits;
        if (standsAlone() && (isShort || (m_class == KeyClass::Time && isEpoch(number)) ||
                              (m_class == KeyClass::Code && isCode(number))))
            m_out += number;
        else if (m_class == KeyClass::Identifier)
            identifier(number);
        else
            placeholder("number", number.size());
        valueTaken();
    }

    /// true, false, null, or something that has no business there.
    void takeWord()
    {
        const auto begin = m_at;
        while (m_at < m_body.size() && !isSpace(m_body[m_at]) && !isStructure(m_body[m_at]) && m_body[m_at] != '"')
            ++m_at;
        const auto word = m_body.substr(begin, m_at - begin);
        if (word == "true" || word == "false" || word == "null")
            m_out += word;
        else
            placeholder("bytes", word.size());
        valueTaken();
    }

    static bool isCode(std::string_view text)
    {
        return text.size() <= kMostWordBytes && madeOf(text, "_-.") && digitsIn(text) <= kMostCodeDigits;
    }

    /// Where quotation marks are missing, pieces of a text look like values: those have no punctuation of JSON on both
    /// sides.
    bool standsAlone() const
    {
        const char behind = next();
        return (m_last == ':' || m_last == '[' || m_last == ',') && (behind == ',' || behind == '}' || behind == ']');
    }

    /// The next byte that is no white space, 0 at the end.
    char next() const
    {
        const auto found = std::find_if_not(m_body.begin() + static_cast<std::ptrdiff_t>(m_at), m_body.end(), isSpace);
        return found == m_body.end() ? '\0' : *found;
    }

    /// A key vouches for one value only.
    void valueTaken()
    {
        if (m_class != KeyClass::Identifier)
            m_class = KeyClass::None;
        m_last = 'v';
    }

    void placeholder(std::string_view kind, std::size_t bytes, std::string_view more = {})
    {
        m_out += "\u2039";
        m_out += kind;
        m_out += ' ';
        m_out += std::to_string(bytes);
        m_out += more;
        m_out += "\u203A";
    }

    void identifier(std::string_view text)
    {
        constexpr std::size_t kHashLetters = 12;
        std::array<unsigned char, crypto_shorthash_BYTES> digest{};
        static_assert(crypto_shorthash_KEYBYTES == sizeof(RedactionKey::bytes));
        ::crypto_shorthash(digest.data(), reinterpret_cast<const unsigned char *>(text.data()), text.size(),
                           m_key.bytes.data());
        std::string more = " ";
        for (std::size_t i = 0; i < kHashLetters; ++i) // letters only: digits could be taken for somebody's
            more += static_cast<char>('a' + ((digest[i / 2] >> (i % 2 * 4)) & 15));
        placeholder("id", text.size(), more);
    }

    std::string_view m_body;
    const RedactionKey &m_key;
    std::size_t m_at = 0;
    std::string m_out;
    char m_last = '\0'; ///< structure that was written last; '"' behind a key, 'v' behind a value
    KeyClass m_class = KeyClass::None;
};

} // namespace

RedactionKey RedactionKey::random()
{
    RedactionKey key;
    ::randombytes_buf(key.bytes.data(), key.bytes.size());
    return key;
}

std::string redactedBody(std::string_view body, std::size_t wholeSize, const RedactionKey &key)
{
    const auto first = std::find_if_not(body.begin(), body.end(), isSpace);
    if (first == body.end() || (*first != '{' && *first != '['))
        return std::string("\u2039no object or array; begins with ").append(beginningOf(body)).append("\u203A");
    auto text = BodyRedactor(body, key).run();
    if (wholeSize > body.size())
        text += "\u2039" + std::to_string(wholeSize - body.size()) + " more bytes\u203A";
    return text;
}

} // namespace barograph
