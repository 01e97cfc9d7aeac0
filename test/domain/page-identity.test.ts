import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identitiesOf } from '../../src/domain/page-identity.ts';
import { normaliseUrl } from '../../src/domain/url.ts';

const PAGE = 'https://a.example/guide/how-it-works';

/** Parameters that change nothing of what a page shows, by who adds them. */
const dropped: Record<string, string> = {
  Google: 'gclid gclsrc dclid wbraid gbraid gad_source gad_campaignid srsltid _ga _gl gcl_au',
  'the utm family':
    'utm_source utm_medium utm_campaign utm_term utm_content utm_id utm_source_platform utm_marketing_tactic',
  Meta: 'fbclid fb_action_ids fb_action_types fb_source fb_ref fb_comment_id igshid igsh',
  Microsoft: 'msclkid ocid wt.mc_id WT.mc_id cvid',
  mailings:
    'mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash oly_enc_id oly_anon_id vero_id vero_conv _kx __s et_rid sfmc_id sfmc_activityid sc_uid sc_customer ss_email_id sms_click sms_source at_recipient_id at_recipient_list bsft_uid _bhlid vgo_ee oft_id oft_k dm_i',
  HubSpot: '_hsenc _hsmi __hssc __hstc __hsfp hsctatracking hsa_acc hsa_cam hsa_grp hsa_ad',
  'Matomo and Piwik': 'pk_campaign pk_kwd mtm_campaign mtm_source matomo_campaign piwik_campaign',
  advertising:
    'yclid ysclid ymclid _openstat twclid ttclid li_fat_id rdt_cid epik sccid irclickid cjevent wickedid rb_clickid s_cid ef_id tblci s_kwcid',
  'mobile and link services':
    'adjust_campaign _branch_match_id guccounter guce_referrer guce_referrer_sig ref_src ref_url',
  'news sites': 'ftag smid smtyp taid fromrss feedname xtor ito icid ncid trk trkinfo cmpid',
};

describe('what a page shows does not change by what is added', () => {
  for (const [who, names] of Object.entries(dropped)) {
    test.each(names.split(' '))(`by ${who}: %s`, (name) => {
      expect(normaliseUrl(`${PAGE}?${name}=x1y2`)).toBe(PAGE);
      expect(normaliseUrl(`${PAGE}?id=7&${name}=x1y2&view=all`)).toBe(`${PAGE}?id=7&view=all`);
    });
  }

  test.each(
    'PHPSESSID jsessionid ASPSESSIONIDCADQCDRT sessionid session_id sid token auth_token access_token id_token jwt signature sig X-Amz-Signature otp reset_token'.split(
      ' ',
    ),
  )('by a session or a secret: %s', (name) => {
    expect(normaliseUrl(`${PAGE}?${name}=9ojw03s9i4woryq1l4arwptu451fxjty`)).toBe(PAGE);
  });

  test.each([
    ';jsessionid=0A1B2C3D',
    ';JSESSIONID=0A1B2C3D.node1',
    ';phpsessid=abc123',
    ';sid=abc123',
    ';sessionid=abc123',
  ])('by a session in the path: %s', (session) => {
    expect(normaliseUrl(`${PAGE}${session}`)).toBe(PAGE);
    expect(normaliseUrl(`${PAGE}${session}?id=1`)).toBe(`${PAGE}?id=1`);
  });

  test('by a session in the path of a server without cookies', () => {
    expect(normaliseUrl('https://a.example/(S(lit3py55t21z5v55vlm25s55))/orders')).toBe('https://a.example/orders');
  });

  test.each(['www', 'm', 'mobile', 'touch', 'amp'])('by the host for other devices: %s', (label) => {
    expect(normaliseUrl(`https://${label}.a.example/x`)).toBe('https://a.example/x');
  });
});

const telling =
  'id p page v q query s search lang hl locale version tab section chapter article story item product topic thread t f tag category date year month day name user file path sort order filter from to start offset limit view mode format ref branch type status model color size currency';

describe('what tells pages apart stays', () => {
  test.each(telling.split(' '))('%s', (name) => {
    expect(normaliseUrl(`${PAGE}?${name}=2`)).not.toBe(normaliseUrl(PAGE));
    expect(normaliseUrl(`${PAGE}?${name}=2`)).not.toBe(normaliseUrl(`${PAGE}?${name}=3`));
  });

  test.each(
    [
      'session=101 session=1024 session=keynote session_id=101 sid=42 sessionid=7 session=keynote-2026-part-2 track=a&session=b12',
      'sid=OpeningKeynote2026Day1 session=2026-11-22-opening-talk',
      'key=1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms hash=9fceb02d0ae598e95dc970b74767f19372d61af8',
      'data=eyJsYXQiOjUyLjUyLCJsb24iOjEzLjQwfQ h=0f1e2d3c4b5a69788796a5b4 k=AbCdEf1234567890 s=q1w2e3r4t5y6u7i8o9p0',
      't=20261122T101500Z1 link=r4nd0mL00k1ngSlug99 state=a1b2c3d4e5f6a7b8c9d0',
    ]
      .join(' ')
      .split(' '),
  )('which talk, document or place is meant: %s', (pairs) => {
    expect(normaliseUrl(`${PAGE}?${pairs}`)).toBe(`${PAGE}?${pairs.split('&').sort().join('&')}`);
  });

  test.each(
    'session=9fceb02d0ae598e95dc970b74767f193 session_id=123e4567-e89b-12d3-a456-426614174000 sid=9ojw03s9i4woryq1l4ar sess=4f5g6h7j8k9l0m1n sessionid=1234567890123456 sid=xKqLwPzRbTnVcMd7HjFgSy'.split(
      ' ',
    ),
  )('but not which visit it is: %s', (pair) => {
    expect(normaliseUrl(`${PAGE}?${pair}`)).toBe(PAGE);
  });

  test.each(['code=DE', 'state=BY', 'key=C', 'data=map', 'hash=top', 'auth=oauth2', 'sort=new'])('%s', (pair) => {
    expect(normaliseUrl(`${PAGE}?${pair}`)).toBe(`${PAGE}?${pair}`);
  });
});

/** Addresses as they were seen, with a canonical link that names the same page. */
const honest: [seen: string, canonical: string][] = [
  ['https://a.example/guide/x?sort=new', 'https://a.example/guide/x'],
  ['https://a.example/guide/x?view=compact', 'https://a.example/guide/x'],
  ['https://a.example/guide/x?print=1', 'https://a.example/guide/x'],
  ['https://a.example/guide/x?highlight=refund', 'https://a.example/guide/x'],
  ['https://a.example/guide/x/amp', 'https://a.example/guide/x'],
  ['https://a.example/guide/x.amp.html', 'https://a.example/guide/x.html'],
  ['https://a.example/guide/x.html', 'https://a.example/guide/x'],
  ['https://a.example/guide/x/print', 'https://a.example/guide/x'],
  ['https://amp.a.example/guide/x', 'https://www.a.example/guide/x'],
  ['https://m.a.example/guide/x?ref=home', 'https://a.example/guide/x'],
  ['https://a.example/questions/12345/how-do-i', 'https://a.example/questions/12345/how-do-i-refund'],
  ['https://a.example/questions/12345', 'https://a.example/questions/12345/how-do-i-refund'],
  ['https://a.example/dp/B08N5WRWNW?th=1&psc=1', 'https://a.example/Light-Bulb/dp/B08N5WRWNW'],
  ['https://a.example/watch?v=abc&list=PL1&index=3', 'https://a.example/watch?v=abc'],
  ['https://a.example/viewtopic.php?f=3&t=5&start=0&hilit=x', 'https://a.example/viewtopic.php?f=3&t=5&start=0'],
  ['https://a.example/article.php?id=12345', 'https://a.example/12345-refunds'],
  ['https://a.example/news/2024/05/12345-refunds', 'https://a.example/news/12345-refunds'],
  ['https://a.example/docs/latest/install', 'https://a.example/docs/install'],
  ['https://a.example/docs/v1/install', 'https://a.example/docs/v2/install'],
  ['https://a.example/docs/3.11/install', 'https://a.example/docs/stable/install'],
  ['https://a.example/collections/lamps/products/bulb', 'https://a.example/products/bulb'],
];

/** Canonical links that name another page than the one they stand on. */
const lying: [why: string, seen: string, canonical: string][] = [
  ['the front page', 'https://a.example/guide/x', 'https://a.example/'],
  ['the front page by its name', 'https://a.example/guide/x', 'https://a.example/index.html'],
  ['the front page with a parameter', 'https://a.example/guide/x', 'https://a.example/?home=1'],
  ['the section', 'https://a.example/guide/x', 'https://a.example/guide'],
  ['the section with a slash', 'https://a.example/guide/x/y', 'https://a.example/guide/x/'],
  ['another site', 'https://a.example/guide/x', 'https://b.example/guide/x'],
  ['a site that ends alike', 'https://a.example/guide/x', 'https://evil-a.example/guide/x'],
  ['another house on the same host', 'https://docs.a.example/guide/x', 'https://shop.a.example/guide/x'],
  ['another port', 'https://a.example:8443/guide/x', 'https://a.example/guide/x'],
  ['another language by its path', 'https://a.example/de/guide/x', 'https://a.example/en/guide/x'],
  ['no language where there is one', 'https://a.example/de/guide/x', 'https://a.example/guide/x'],
  ['another language by its parameter', 'https://a.example/guide/x?lang=de', 'https://a.example/guide/x'],
  ['another language by its region', 'https://a.example/pt-br/x', 'https://a.example/pt-pt/x'],
  ['the first of many pages', 'https://a.example/list/x?page=3', 'https://a.example/list/x'],
  ['the first of many pages by its path', 'https://a.example/list/page/3', 'https://a.example/list/page/1'],
  ['the beginning of a list', 'https://a.example/list/x?start=40', 'https://a.example/list/x'],
  ['another thing', 'https://a.example/guide/x', 'https://a.example/guide/y'],
  ['the page before, as applications leave it', 'https://a.example/issues/124', 'https://a.example/issues/123'],
  ['a page of that name by somebody else', 'https://a.example/@ann/intro', 'https://a.example/@bob/intro'],
  ['the settings of somebody else', 'https://a.example/users/ann/settings', 'https://a.example/users/bob/settings'],
  ['a page of that name elsewhere', 'https://a.example/ann/site/wiki', 'https://a.example/bob/plan/all/wiki'],
  ['no key where there is one', 'https://a.example/read?key=AB-1', 'https://a.example/read'],
  ['no document where there is one', 'https://a.example/read?doc=intro', 'https://a.example/read'],
  ['no page where there is one', 'https://a.example/index.php?page=intro', 'https://a.example/index.php'],
  ['another number', 'https://a.example/q/12345/refunds-a', 'https://a.example/q/54321/refunds-b'],
  ['no video where there is one', 'https://a.example/watch?v=abc', 'https://a.example/watch'],
  ['no article where there is one', 'https://a.example/article.php?id=7', 'https://a.example/article.php'],
  ['no search where there is one', 'https://a.example/find?q=refund', 'https://a.example/find'],
  ['no topic where there is one', 'https://a.example/viewtopic.php?t=5', 'https://a.example/viewtopic.php'],
  ['no revision where there is one', 'https://a.example/wiki/Light?oldid=77', 'https://a.example/wiki/Light'],
  ['no tab where there is one', 'https://a.example/repo/x?tab=issues', 'https://a.example/repo/x'],
  ['more than was asked for', 'https://a.example/guide/x', 'https://a.example/guide/x?edition=2'],
  ['a view of an application', 'https://a.example/app#/inbox', 'https://a.example/app#/sent'],
  ['an application as a whole', 'https://a.example/app#/inbox', 'https://a.example/app'],
  ['what is no page', 'https://a.example/guide/x', 'javascript:alert(1)'],
  ['a file', 'https://a.example/guide/x', 'file:///guide/x'],
  ['nothing', 'https://a.example/guide/x', ''],
  ['what cannot be read', 'https://a.example/guide/x', 'https://['],
];

describe('the canonical link', () => {
  test.each(honest)('of %s may be %s', (href, canonical) => {
    const [own, claimed] = [normaliseUrl(href), normaliseUrl(canonical)];
    expect(identitiesOf({ href, canonical })).toEqual(own === claimed ? [own] : [own, claimed]);
  });

  test.each(lying)('is not believed where it names %s', (_, href, canonical) => {
    expect(identitiesOf({ href, canonical })).toEqual([normaliseUrl(href)]);
  });

  test('is not believed where it is the same page in another language', () => {
    const [href, canonical] = ['https://a.example/guide/x?edition=ch', 'https://a.example/guide/x'];
    expect(identitiesOf({ href, canonical, alternates: [canonical] })).toEqual([normaliseUrl(href)]);
  });

  test('of what is no page of the web is nothing', () => {
    expect(identitiesOf({ href: 'about:blank', canonical: 'https://a.example/x' })).toEqual([]);
  });

  test('never leads to another host, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true }),
        fc.webUrl({ withQueryParameters: true }),
        (href, canonical) => {
          const [own = '', claimed = own] = identitiesOf({ href, canonical });
          expect(new URL(claimed).hostname).toBe(new URL(own).hostname);
        },
      ),
    );
  });

  test('is one identity more at most, and the page’s own stands first', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), fc.array(fc.string()), (href, canonical, alternates) => {
        const pages = identitiesOf({ href, canonical, alternates });
        expect(pages.length).toBeLessThan(3);
        expect(pages[0]).toBe(normaliseUrl(href) || undefined);
      }),
    );
  });
});
