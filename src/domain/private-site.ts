import { PRIVATE_HOSTS } from './private-hosts.ts';

/**
 * Sites that a person would not want watched over their shoulder: mail and messages, banks, health, password managers.
 * Known by name, or by what their host calls itself. A list like this is never whole, and some on it are harmless: it only
 * means that nothing happens there by itself and that a key asks first. The person has the last word on each site.
 *
 *     kind       what gives it away                                   what does not
 *     mail       a part called mail, webmail, roundcube, owa …        mailchimp.com: the name of a product
 *     money      a part called banking, ebanking …; the ending .bank  a database, a food bank, the World Bank
 *                a name that ends in bank, sparkasse, creditunion …
 *     health     a part called mychart, patients, telehealth …        health.harvard.edu: there to be read
 *     secrets    a part called vault, passwords, login, sso …         vaultproject.io: the name of a product
 *
 * Nobody can tell every bank by its name, but banks call the place where one logs in by few names, in any language; so the
 * parts of a host are what we look at first. What a private house publishes for everyone to read (docs, help, blog) is
 * open all the same: `developer.paypal.com` teaches.
 */
export function isPrivateSite(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  const parts = name.split('.').filter(Boolean);
  if (parts.length < 2 || OPEN.test(parts[0] ?? '')) return false;
  if (PRIVATE_HOSTS.some((named) => name === named || name.endsWith(`.${named}`))) return true;
  if (ENDINGS.test(parts.at(-1) ?? '')) return true;
  return parts.slice(0, -1).some((part) => PLACES.test(part) || isHouse(part));
}

/** What is there to be read, whatever house it belongs to. */
const OPEN =
  /^(docs?|documentation|developers?|dev|api|help|support|blog|news|press|learn|academy|community|forum|status|about|careers|wiki|investors?)$/;

/** Only houses that were checked get these. */
const ENDINGS = /^(bank|insurance)$/;

const MAIL = 'mails?\\d*|e-?mail|webmail|mailbox|roundcube|owa|outlook|zimbra|horde|squirrelmail|rainloop|sogo|imap';
const MONEY =
  '(online|e|net|home|internet|mobile|phone|tele|direct|secure|private)?-?banking|e-?bank|net-?bank|i-?bank|homebanking|brokerage|depot|wallet|payments?';
const HEALTH =
  'my-?chart|patients?|patient-?portal|health-?records?|tele-?health|tele-?med(icine)?|e-?health|epa|lab-?results';
const SECRETS =
  'vault|vaultwarden|bitwarden|keepass|passbolt|psono|passwords?|secrets|log-?in|sign-?in|log-?on|sso|accounts';
/** One's own corner of such a house, in a few languages. */
const MINE =
  '(my|mine|mein|meine|mon|mes|mi|mijn|min|moj)-?(health|chart|doctor|bank|banking|account|konto|gesundheit|sante|salud|banque|banco)';
const PLACES = new RegExp(`^(${[MAIL, MONEY, HEALTH, SECRETS, MINE].join('|')})$`);

/** How houses of money call themselves; and what else ends in the word, or has it as its first. */
const HOUSE =
  /(bank|sparkasse|volksbank|raiffeisen|credit-?union|kreditbank|fcu)$|^(bank-?of|sparkasse-|volksbank-|banque-|banco-|banca-|caisse-epargne|credit-agricole|creditmutuel|bnp)/;
const OTHER_BANK =
  /(data|food|blood|milk|seed|gene?|tissue|power|word|phrase|term|world|image|photo|media|time|job|idea|river|land|stat|item|question|test|memory|knowledge|bottle|snow|fog|out)-?bank$|^bank$/;

const isHouse = (part: string): boolean => HOUSE.test(part) && !OTHER_BANK.test(part);
