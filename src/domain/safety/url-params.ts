/**
 * Names of parameters that only tell a site who came from where. Families first, then single names, as the makers of
 * mailings and advertisements document them. Lower case.
 */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_\\w+|mtm_\\w+|matomo_\\w+|pk_(?:cid|campaign|kwd|keyword|source|medium|content)|piwik_\\w+|hsa_\\w+|itm_\\w+|wt_(?:mc|zmc)\\w*',
    '(?:g|d|fb|ms|tt|tw|y|ym|ys|sy|yc|rdt_|li_?fat_|sc)?cl(?:id|kid)|gclsrc|[gw]braid|gad_\\w+|srsltid|epik|twclid|igshid|igsh|li_fat_id|rdt_cid|sccid|qclid|vmcid|irclickid|cjevent|cjdata|tduid|dicbo|ndclid|obclid|ttclid|msclkid|wickedid',
    '_ga|_gl|_gac|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|__s|_openstat|_bhlid|_kx|_ke|_branch_\\w+|bbeml|bsft_\\w+|at_recipient_(?:id|list)|et_rid|elqtrack\\w*|elqaid|elqat|s_cid|s_kwcid|ef_id|trk_\\w+|trkcampaign',
    'mc_[ce]id|mkt_tok|ml_subscriber\\w*|oly_(?:anon|enc)_id|rb_clickid|sms_(?:click|source|uph)|ss_email_id|ss_source|ss_campaign_\\w+|vero_(?:conv|id)|vgo_ee|sfmc_\\w+|sc_(?:customer|uid|eh|lid|llid|sid|src|channel|campaign)|oft_(?:c|ck|d|ids?|k|lk|sk)|unicorn_click_id|mindbox-\\w+|dm_i|nr_email_\\w+|ck_subscriber_id|beehiiv\\w*|_bta_\\w+|klaviyo\\w*',
    'fb_(?:action_ids|action_types|comment_id|source|ref)|fbc|action_(?:object|type|ref)_map|guce_referrer(?:_sig)?|guccounter|ncid|cmpid|ns_(?:campaign|mchannel|source|linkname|fee)|spm|scm|algo_(?:pvid|expid)|ref_src|ref_url|_trkparms|_trksid',
  ].join('|')})$`,
);

/** Names that are only tracking on these sites, and mean something elsewhere. */
const TRACKING_AT: [site: RegExp, names: RegExp][] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/, /^(?:si|feature|pp)$/],
  [/(?:^|\.)(?:twitter|x)\.com$/, /^(?:s|t|cxt|ref_\w+)$/],
  [/(?:^|\.)instagram\.com$/, /^(?:igsh|igshid|img_index_src)$/],
  [/(?:^|\.)threads\.(?:net|com)$/, /^(?:xmt|slof)$/],
  [/(?:^|\.)linkedin\.com$/, /^(?:trk|trackingid|lipi|refid|midtoken|midsig)$/],
  [/(?:^|\.)reddit\.com$/, /^(?:share_id|rdt)$/],
  [/(?:^|\.)tiktok\.com$/, /^(?:_r|_t|is_from_webapp|sender_device|web_id)$/],
  [/(?:^|\.)google\.[a-z.]+$/, /^(?:ved|ei|sxsrf|gs_lcp|gs_lp|sclient|usg|sca_esv)$/],
];

/** Names whose value opens something, whatever it looks like. */
const SECRET =
  /^(?:(?:\w*[_-])?(?:token|jwt|secret|password|passwd|passphrase|pwd|signature|apikey)|(?:access|auth|id|refresh|reset|invite|login|csrf|xsrf|api|session|bearer|security|confirmation|verification|magic|share|guest|user)[_-]?token|sig|hmac|otp|totp|jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|session[_-]?key|api[_-]?key|x-api-key|subscription-key|access[_-]?key(?:[_-]?id)?|secret[_-]?key|private[_-]?key|auth[_-]?key|shared[_-]?key|client[_-]?secret|client[_-]?assertion|code_verifier|id_token_hint|login_hint|saml(?:request|response|art)|relaystate|oobcode|oauth_\w+|x-(?:amz|goog|oss|cos|ms)-[\w-]+|awsaccesskeyid|googleaccessid|ossaccesskeyid|key-pair-id|q-(?:sign|ak|signature)[\w-]*|skoid|sktid|sks|ske|skv)$/;

/** Names that are secret in one place and a plain word in another (`code=DE`, `state=BY`): their value decides. */
const EITHER =
  /^(?:code|state|ticket|auth|nonce|magic|key|hash|pass|pin|invite|invitation|verify|confirm|confirmation|verification|activation|reset|challenge|cred|credential|credentials|authuser|authorization|policy|sso|oob|link|email_?hash|hmac_\w+|st|x-sig|secure|sign|data|s|t|h|k)$/;

/** Names of sessions, of a visitor as of a conference (`session=101`): their value decides too. */
const SESSION = /^(?:\w*[_-])?(?:sess(?:ion)?|sid)(?:[_-]?(?:id|no|nr))?$/;

/** Where `sig` signs an Azure address, these came with it and are worth nothing without it. */
const SIGNED_WITH = /^(?:sv|se|sp|sr|st|spr|sip|ss|srt)$/;

/** Long, without spaces, digits among letters: a value that nobody chose. */
export const looksLikeToken = (value: string): boolean =>
  /^[\w.~+/=%-]{16,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && !/^\d{4}-\d\d-\d\d/.test(value);

/**
 * Long, and of hexadecimal digits alone or with digits strewn among its letters: what a machine has drawn. A name that a
 * person has given (`keynote-2026-part-2`) has its digits together.
 */
const looksDrawn = (value: string): boolean =>
  /^[\da-f-]{16,}$/i.test(value) ||
  (/^[\w.~+/=%-]{12,}$/.test(value) && (value.match(/\d(?=[a-z])|[a-z](?=\d)/gi) ?? []).length > 3) ||
  (/^[\w.~+/=%-]{16,}$/.test(value) && (value.match(TURN) ?? []).length > 0.4 * value.length);

/** Where small letters, large ones and digits take turns: at three of five places in what was drawn, at each word in a name. */
const TURN = /[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g;

export const isTracking = (name: string, host: string): boolean => {
  const lower = name.toLowerCase();
  return TRACKING.test(lower) || TRACKING_AT.some(([site, names]) => site.test(host) && names.test(lower));
};

/** Whether a parameter opens something for whoever has the address. `among` are the names of all parameters beside it. */
export function isSecretParam(name: string, value: string, among: string[]): boolean {
  const lower = name.toLowerCase();
  if (SECRET.test(lower)) return true;
  if (SIGNED_WITH.test(lower) && among.some((other) => other.toLowerCase() === 'sig')) return true;
  // Better a talk's long name is missing from what colleagues are given than that a visitor's session is in it.
  if (SESSION.test(lower)) return looksDrawn(value) || looksLikeToken(value);
  return EITHER.test(lower) && looksLikeToken(value);
}

/**
 * The same for telling pages apart, where a mistake shows what was kept on one page beside another: a name that is as
 * likely to say which document or place is meant (`key=`, `hash=`, `data=`, `h=`) tells pages apart, however its value looks.
 */
export function isPassing(name: string, value: string, among: string[]): boolean {
  const lower = name.toLowerCase();
  if (SESSION.test(lower)) return looksDrawn(value);
  return !NAMES_DOCUMENTS.test(lower) && isSecretParam(name, value, among);
}

const NAMES_DOCUMENTS =
  /^(?:key|hash|data|s|t|h|k|st|link|pin|policy|secure|sign|state|challenge|cred|invite|invitation|activation|email_?hash)$/;
