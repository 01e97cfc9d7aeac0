import { cleanUrl } from '../../../src/domain/safety/clean-url.ts';

interface AddressRow {
  url: string;
  action: string;
  /** The cleaned address; '' where none is shared. */
  expect: string;
}

/** Share of addresses that get the right action and the right rest. The wrong ones are printed. */
export function measureAddresses(rows: AddressRow[]): Record<string, number> {
  const wrong = rows.filter((row) => {
    const { url, action } = cleanUrl(row.url);
    return action !== row.action || url !== row.expect;
  });
  for (const row of wrong)
    console.log('address', row.url, 'gave', cleanUrl(row.url), 'instead of', row.action, row.expect);
  return { addressesRight: Math.round((1 - wrong.length / rows.length) * 10_000) / 10_000 };
}
