import { aboutSchema } from '../../wire/sync.ts';

/** Where this team gets the extension, '' where the server does not say. The invite stays in the address and is not sent. */
export async function askWhereToGet(): Promise<string> {
  try {
    const response = await fetch('v1/about');
    const about = aboutSchema.safeParse(await response.json());
    return about.success ? (about.data.extension ?? '') : '';
  } catch {
    return '';
  }
}
