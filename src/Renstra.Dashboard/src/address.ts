/** Every view has one address that can be sent in a message: what is looked at, and which month, indicator and region. */

import { home } from './feed';

export const views = ['ringkasan', 'wilayah', 'tren', 'kepatuhan', 'asal', 'perubahan', 'kesegaran'] as const;
export type View = typeof views[number];

export interface Address {
  readonly view: View;
  /** The first day of the month, as the feed writes it; null for the latest closed one. */
  readonly month: string | null;
  readonly indicator: string | null;
  readonly region: string | null;
}

/** What an address in the browser's bar asks for; null where there is no such view. */
export function parse(url: URL): Address | null {
  const name = url.pathname.startsWith(home) ? url.pathname.slice(home.length) : '';
  const view = name === '' ? 'ringkasan' : views.find((each) => each === name);
  if (view === undefined) {
    return null;
  }

  const month = url.searchParams.get('bulan');
  return {
    view,
    month: month === null ? null : `${month}-01`,
    indicator: url.searchParams.get('indikator'),
    region: url.searchParams.get('wilayah'),
  };
}

/** The address as a link. */
export function link(address: Address): string {
  const query = new URLSearchParams();
  if (address.month !== null) {
    query.set('bulan', address.month.slice(0, 7));
  }

  if (address.indicator !== null) {
    query.set('indikator', address.indicator);
  }

  if (address.region !== null) {
    query.set('wilayah', address.region);
  }

  const text = query.toString();
  return home + (address.view === 'ringkasan' ? '' : address.view) + (text === '' ? '' : `?${text}`);
}
