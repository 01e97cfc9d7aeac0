/**
 * Parameters that say where a visitor came from and nothing about what the page shows, beyond those that are taken out
 * of what is shared (safety/url-params.ts): for telling pages apart one may be bolder than for changing an address that others open.
 */
const NAMES = [
  // Google, Microsoft, Yandex
  'gcl_au gad_campaignid ocid wt.mc_id cvid ymclid',
  // Shops, mail, advertising
  'trk trkinfo adjust_campaign tblci s_kwcid mkwid pcrid',
  // News and blogs
  'ftag smid smtyp taid partner_ref fromrss feedname xtor ito icid ncid',
  // What printing and sharing buttons add
  'fromshare share_from share_source share_medium share_plat share_tag share_session_id unique_k vd_source spm_id_from',
];
const FAMILIES = /^(?:pk|stm|hmb|mtm)_/;

const names = new Set(NAMES.flatMap((line) => line.toLowerCase().split(' ')));

/** Whether a parameter only tracks; case does not matter. `ref` is none: it names a branch as often as a referrer. */
export function isOtherTracking(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return names.has(name) || FAMILIES.test(name);
}
