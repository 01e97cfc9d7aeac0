/** Names that only a network of one's own answers to (RFC 6761, 6762, 8375, and what offices use). */
const PRIVATE_NAME = /^localhost$|\.(?:localhost|local|lan|internal|intranet|intra|corp|home|home\.arpa|private)$/;

/** Networks that are not routed on the internet (RFC 1918, 3927, 6598, 5735), as their first bytes. */
const PRIVATE_V4 =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const PRIVATE_V6 = /^\[(?:::1?\]|f[cd]|fe[89ab]|::ffff:(?:7f|a00?:|a[0-9a-f]{2}:|c0a8|ac1))/;

/** Whether colleagues elsewhere can hardly open it: this machine, a private network, a name without a dot. */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return PRIVATE_V6.test(hostname);
  if (/^[\d.]+$/.test(hostname)) return PRIVATE_V4.test(hostname);
  return PRIVATE_NAME.test(hostname) || !hostname.includes('.');
}

/** Addresses that whoever has them may post to: they are keys, not pages. */
const WEBHOOKS: [host: RegExp, path: RegExp][] = [
  [/^hooks\.slack(?:-gov)?\.com$/, /^\/./],
  [/(?:^|\.)webhook\.office\.com$/, /^\/./],
  [/^outlook\.office(?:365)?\.com$/, /^\/webhook/],
  [/(?:^|\.)discord(?:app)?\.com$/, /^\/api\/(?:v\d+\/)?webhooks\//],
  [/^chat\.googleapis\.com$/, /^\/v1\/spaces\/[^/]+\/messages/],
  [/^hooks\.zapier\.com$/, /^\/hooks\//],
  [/^hook\.[\w.-]*make\.com$|^hook\.integromat\.com$/, /^\/./],
  [/^maker\.ifttt\.com$/, /^\/trigger\//],
  [/\.logic\.azure\.com$/, /^\/workflows\//],
  [/\.powerplatform\.com$/, /\/triggers\/.*\/invoke/],
  [/^api\.telegram\.org$/, /^\/bot/],
  [/^(?:www\.)?feishu\.cn$|^open\.(?:feishu|larksuite)\.c[no]m?$/, /\/bot\/v2\/hook\//],
  [/^oapi\.dingtalk\.com$/, /^\/robot\/send/],
];

export const isWebhook = ({ hostname, pathname }: URL): boolean =>
  WEBHOOKS.some(([host, path]) => host.test(hostname) && path.test(pathname));
