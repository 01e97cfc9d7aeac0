/**
 * Sites that a person would not want watched over their shoulder: mail, banks, health, password managers. Known by name
 * or by what their host calls itself. A list like this is never whole, and some on it are harmless: it only means that
 * nothing happens there by itself, and that a key asks first; the person has the last word.
 */
const HOSTS = [
  'mail.google.com',
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'mail.proton.me',
  'mail.yahoo.com',
  'icloud.com',
  'fastmail.com',
  'tuta.com',
  'gmx.net',
  'web.de',
  'paypal.com',
  'wise.com',
  'revolut.com',
  'n26.com',
  'comdirect.de',
  'chase.com',
  'wellsfargo.com',
  'vault.bitwarden.com',
  'vault.bitwarden.eu',
  'my.1password.com',
  'my.1password.eu',
  'lastpass.com',
  'dashlane.com',
  'keepersecurity.com',
  'passwords.google.com',
  'doctolib.de',
  'doctolib.fr',
  'patientslikeme.com',
];

/** Names that such hosts give a part of themselves. Whole parts only: much is called bank or health that is there to be read. */
const PARTS =
  /^(mail|e-?mail|webmail|roundcube|owa|imap|banking|onlinebanking|ebanking|netbank|brokerage|sparkasse-.+|.+-sparkasse|volksbank-.+|mychart|patient|patients|patientportal|myhealth|epa|vault|vaultwarden|passwords?)$/;

/** Whether a host (without `www.`) is one of those where nothing is to happen by itself. */
export function isPrivateSite(host: string): boolean {
  const isNamed = HOSTS.some((named) => host === named || host.endsWith(`.${named}`));
  return (
    isNamed ||
    host
      .split('.')
      .slice(0, -1)
      .some((part) => PARTS.test(part))
  );
}
