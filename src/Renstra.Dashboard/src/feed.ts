/** Reads /odata, with queries that anybody with a key could send. */

/** Why an answer did not come. */
export type TroubleKind = 'key' | 'unreachable' | 'refused' | 'broken';

/** An answer of the feed that is not data. */
export class FeedTrouble extends Error {
  constructor(readonly kind: TroubleKind, message: string) {
    super(message);
  }
}

interface Page<T> {
  readonly value: T[];
  readonly '@odata.nextLink'?: string;
}

/** The folder of the page: views lie in it, assets below it, the feed beside it. */
export const home = new URL('./', location.origin + location.pathname).pathname;

const address = new URL('../odata/', location.origin + home);
const lifetime = 60_000;
const kept = new Map<string, { readonly at: number; readonly rows: Promise<unknown[]> }>();

/** Forgets what was read, so that the next view asks anew. */
export const forget = (): void => kept.clear();

/** A string of a query: a quote within it is doubled. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * All rows that a query gives, page after page. An answer is used again for a minute, so that going back and forth asks once.
 * @param set The entity set.
 * @param options Query options by name, such as `$filter`.
 */
export function read<T>(set: string, options: Readonly<Record<string, string>> = {}): Promise<T[]> {
  const query = `?${new URLSearchParams(options).toString().replaceAll('+', '%20')}`;
  const known = kept.get(set + query);
  if (known !== undefined && performance.now() - known.at < lifetime) {
    return known.rows as Promise<T[]>;
  }

  const rows = walk<T>(set, query);
  kept.set(set + query, { at: performance.now(), rows });
  rows.catch(() => kept.delete(set + query));
  return rows;
}

/**
 * A key in the page's address is what LocalHost prints and what a bookmark may hold. It is handed to the browser, which keeps it as
 * if it had been typed into its dialog, and leaves the address, so that it is not sent along in a message.
 */
export async function signInWithAddress(): Promise<void> {
  const asked = new URL(location.href);
  const key = asked.searchParams.get('code');
  if (key === null) {
    return;
  }

  asked.searchParams.delete('code');
  history.replaceState(null, '', asked);
  await new Promise<void>((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', new URL('StatusData', address).href, true, 'dasbor', key);
    request.addEventListener('loadend', () => resolve());
    request.send();
  });
}

async function walk<T>(set: string, query: string): Promise<T[]> {
  const rows: T[] = [];
  for (let next: string | undefined = query; next !== undefined;) {
    const page: Page<T> = await answer<Page<T>>(new URL(set + next, address));
    rows.push(...page.value);
    // The link names the public address; this page may know the app by another name.
    next = page['@odata.nextLink'] === undefined ? undefined : new URL(page['@odata.nextLink']).search;
  }

  return rows;
}

async function answer<T>(url: URL): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  } catch {
    throw new FeedTrouble('unreachable', 'Umpan data tidak dapat dihubungi.');
  }

  if (response.ok) {
    return await response.json() as T;
  }

  throw new FeedTrouble(
    response.status === 401 ? 'key' : response.status >= 500 ? 'broken' : 'refused',
    await messageOf(response));
}

async function messageOf(response: Response): Promise<string> {
  try {
    return (await response.json() as { error: { message: string } }).error.message;
  } catch {
    return `Umpan data menjawab dengan status ${response.status}.`;
  }
}
