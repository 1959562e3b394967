#include "steps/normalise/online.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ground/text/unicode.h"
#include "steps/normalise/phone.h"

namespace normalise {
namespace {

constexpr std::size_t address_bytes_max = 2048;

std::string folded_without_blanks(std::string_view text) {
  if (text.size() > address_bytes_max) return "";
  std::string folded = text::nfkc_casefold(text);
  std::erase_if(folded, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return folded;
}

void drop_prefix(std::string& text, std::string_view prefix) {
  if (text.starts_with(prefix)) text.erase(0, prefix.size());
}

/// At least one dot inside, no empty label, no sign that a host cannot have.
bool is_host(std::string_view host) {
  return host.find('.') != std::string_view::npos && !host.starts_with('.') &&
         !host.ends_with('.') && host.find("..") == std::string_view::npos &&
         host.find_first_of("@,;:()<>[]\"'!?#%&*\\/ ") == std::string_view::npos;
}

using Alias = std::pair<std::string_view, std::string_view>;

constexpr std::array<Alias, 30> services = {{{"微信", "wechat"},
                                             {"weixin", "wechat"},
                                             {"ウィーチャット", "wechat"},
                                             {"ライン", "line"},
                                             {"lineid", "line"},
                                             {"twitter", "x"},
                                             {"twitter/x", "x"},
                                             {"x(twitter)", "x"},
                                             {"ツイッター", "x"},
                                             {"旧twitter", "x"},
                                             {"リンクトイン", "linkedin"},
                                             {"リンクドイン", "linkedin"},
                                             {"テレグラム", "telegram"},
                                             {"tg", "telegram"},
                                             {"フェイスブック", "facebook"},
                                             {"fb", "facebook"},
                                             {"messenger", "facebook"},
                                             {"ワッツアップ", "whatsapp"},
                                             {"wa", "whatsapp"},
                                             {"カカオトーク", "kakaotalk"},
                                             {"カカオ", "kakaotalk"},
                                             {"kakao", "kakaotalk"},
                                             {"スカイプ", "skype"},
                                             {"シグナル", "signal"},
                                             {"インスタグラム", "instagram"},
                                             {"インスタ", "instagram"},
                                             {"insta", "instagram"},
                                             {"ig", "instagram"},
                                             {"ディスコード", "discord"},
                                             {"バイバー", "viber"}}};

constexpr std::array<Alias, 16> profile_pages = {{{"linkedin.com/in/", "linkedin"},
                                                  {"jp.linkedin.com/in/", "linkedin"},
                                                  {"t.me/", "telegram"},
                                                  {"telegram.me/", "telegram"},
                                                  {"x.com/", "x"},
                                                  {"twitter.com/", "x"},
                                                  {"mobile.twitter.com/", "x"},
                                                  {"facebook.com/", "facebook"},
                                                  {"m.facebook.com/", "facebook"},
                                                  {"instagram.com/", "instagram"},
                                                  {"github.com/", "github"},
                                                  {"wa.me/", "whatsapp"},
                                                  {"line.me/ti/p/", "line"},
                                                  {"line.me/ti/p/~", "line"},
                                                  {"weibo.com/", "weibo"},
                                                  {"vk.com/", "vk"}}};

/// Front pages that say nothing of who shows them.
constexpr std::array<std::string_view, 12> common_hosts = {
    "linkedin.com",  "facebook.com", "x.com",      "twitter.com", "google.com", "youtube.com",
    "instagram.com", "line.me",      "wechat.com", "t.me",        "zoom.us",    "wa.me"};

bool is_telephone_service(std::string_view service) {
  return service == "whatsapp" || service == "signal" || service == "viber" ||
         service == "telegram" || service == "wechat" || service == "line" ||
         service == "kakaotalk";
}

/// Read aloud or copied by hand, "lin_study-88" becomes "lin study 88".
void drop_separators(std::string& account) {
  std::erase_if(account,
                [](char letter) { return letter == '-' || letter == '_' || letter == '.'; });
}

std::string usual_service(std::string folded) {
  for (const auto& [alias, usual] : services)
    if (folded == alias) return std::string(usual);
  return folded;
}

}  // namespace

std::optional<std::string> email_of(std::string_view text) {
  std::string address = folded_without_blanks(text);
  drop_prefix(address, "mailto:");
  for (const std::string_view at : {"(at)", "[at]", "<at>"})
    if (const auto found = address.find(at); found != std::string::npos)
      address.replace(found, at.size(), "@");
  const auto at = address.find('@');
  if (at == std::string::npos || at == 0 || address.find('@', at + 1) != std::string::npos)
    return std::nullopt;
  std::string box = address.substr(0, at), host = address.substr(at + 1);
  if (!is_host(host) || box.find_first_of(",;:()<>[]\"\\/") != std::string::npos)
    return std::nullopt;
  if (const auto plus = box.find('+'); plus != std::string::npos && plus > 0) box.resize(plus);
  if (host == "googlemail.com") host = "gmail.com";
  if (host == "gmail.com") std::erase(box, '.');
  if (box.empty()) return std::nullopt;
  return box + '@' + host;
}

std::optional<std::string> handle_of(std::string_view service, std::string_view id) {
  if (const auto url = url_of(id))
    if (auto handle = handle_of_url(*url)) return handle;
  const auto name = usual_service(folded_without_blanks(service));
  std::string account = folded_without_blanks(id);
  drop_prefix(account, "id:");
  drop_prefix(account, "@");
  if (account.empty()) return std::nullopt;
  if (is_telephone_service(name) &&
      account.find_first_not_of("+0123456789-()") == std::string::npos)
    if (const auto phone = phone_of(account); phone && phone->starts_with('+')) account = *phone;
  if (!account.starts_with('+')) drop_separators(account);
  if (account.empty()) return std::nullopt;
  return name + ':' + account;
}

std::optional<std::string> phone_of_handle(std::string_view handle) {
  const auto colon = handle.find(':');
  if (colon == std::string_view::npos || !is_telephone_service(handle.substr(0, colon)) ||
      !handle.substr(colon + 1).starts_with('+'))
    return std::nullopt;
  return std::string(handle.substr(colon + 1));
}

std::optional<std::string> url_of(std::string_view text) {
  std::string address = folded_without_blanks(text);
  address.resize(std::min(address.find_first_of("?#"), address.size()));
  if (const auto scheme = address.rfind("://"); scheme != std::string::npos)
    address.erase(0, scheme + 3);
  while (address.starts_with("www."))
    address.erase(0, 4);
  const auto slash = std::min(address.find('/'), address.size());
  std::string host = address.substr(0, slash), path = address.substr(slash);
  if (const auto port = host.find(':'); port != std::string::npos) host.resize(port);
  while (path.ends_with('/'))
    path.pop_back();
  if (!is_host(host)) return std::nullopt;
  if (path.empty() && std::ranges::find(common_hosts, host) != common_hosts.end())
    return std::nullopt;
  return host + path;
}

std::optional<std::string> handle_of_url(std::string_view url) {
  for (const auto& [page, service] : profile_pages) {
    if (!url.starts_with(page)) continue;
    auto account = url.substr(page.size());
    account = account.substr(0, account.find('/'));
    if (account.empty() || account.starts_with('~')) continue;
    std::string bare(account);
    drop_separators(bare);
    return std::string(service) + ':' + bare;
  }
  return std::nullopt;
}

}  // namespace normalise
