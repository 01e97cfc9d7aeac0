/** Parameters that say where a visitor came from and nothing about what the page shows, by the services that add them. */
const NAMES = [
  // Google
  'gclid gclsrc dclid wbraid gbraid gad_source gad_campaignid srsltid _ga _gl gcl_au',
  // Meta
  'fbclid fb_action_ids fb_action_types fb_source fb_ref igshid igsh',
  // Microsoft
  'msclkid ocid wt.mc_id cvid',
  // Mail: Mailchimp, HubSpot, Marketo, Omeda, Vero, Klaviyo, Drip
  'mc_cid mc_eid _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mkt_tok oly_enc_id oly_anon_id vero_id vero_conv _kx __s',
  // Yandex, X, TikTok, LinkedIn, Reddit, Pinterest, Snapchat, Taboola, Adjust, Branch
  'yclid ysclid ymclid _openstat twclid ttclid li_fat_id trk trkinfo rdt_cid epik sccid tblci adjust_campaign _branch_match_id',
  // Yahoo, Twitter cards, shop systems
  'guccounter guce_referrer guce_referrer_sig ref_src ref_url wickedid rb_clickid s_cid irclickid cjevent',
  // Session ids that old servers put into addresses
  'phpsessid jsessionid aspsessionid',
];
const FAMILIES = /^(utm|pk|piwik|mtm|matomo|hsa|stm)_/;

const names = new Set(NAMES.flatMap((line) => line.split(' ')));

/** Whether a parameter only tracks; case does not matter. `ref` is none: it names a branch as often as a referrer. */
export function isTracking(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return names.has(name) || FAMILIES.test(name);
}
