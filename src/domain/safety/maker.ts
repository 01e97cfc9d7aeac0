import { entropy } from './entropy.ts';
import type { Finding } from './finding.ts';
import { isPlaceholder } from './placeholder.ts';

/** Services whose keys have no shape of their own, so that only their name beside a value tells: `cloudflare: "0574…"`. */
const MAKERS =
  'adafruit|adobe|airtable|algolia|artifactory|asana|atlassian|jira|confluence|bitbucket|bittrex|cloudflare|codecov|coinbase|confluent|contentful|datadog|discord|droneci|dropbox|etsy|facebook|fastly|finicity|finnhub|flickr|freshbooks|gitter|heroku|hubspot|intercom|jfrog|bintray|kraken|kucoin|launchdarkly|linkedin|lob|looker|mailchimp|mailgun|mapbox|mattermost|messagebird|netlify|new[_-]?relic|nytimes|okta|opsgenie|pagerduty|plaid|rapidapi|salesforce|sendbird|sendgrid|sentry|shopify|snyk|sonar|splunk|squarespace|sumo(?:logic)?|telegram|travis(?:ci)?|trello|twilio|twitch|twitter|typeform|yandex|zendesk';

const GIVEN = new RegExp(
  `(?<![A-Za-z])(?:${MAKERS})(?:[_-]?(?:key|login|auth|client[_-]?id))?["'\`\\]]{0,2}(?:\\s{0,3}[?:.+|]{0,3}[=:]>?\\s{0,3}|,\\s{0,3}(?=["']))["'\`]?(?<value>[\\w=+/-]{24,200})(?![\\w./])`,
  'gi',
);

/** Long random values that a service's name is given. */
export function findMakersKeys(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(GIVEN)) {
    const value = match.groups?.value ?? '';
    const isRandom = /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) >= 2.8;
    if (!isRandom || value.startsWith('/') || isPlaceholder(value)) continue;
    const end = match.index + match[0].length;
    findings.push({ type: 'secret', start: end - value.length, end });
  }
  return findings;
}
