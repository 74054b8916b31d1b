/** Every view has one address that can be sent in a message: what is looked at, and which month, indicator and region. */

import { home } from './feed';

export const views = ['ringkasan', 'wilayah', 'tren', 'kepatuhan', 'asal', 'perubahan', 'kesegaran', 'tanda-terima'] as const;
export type View = typeof views[number];

/** The views that the head of the page leads to; a receipt is reached from what it is about. */
export const mainViews = views.filter((view) => view !== 'tanda-terima');

export interface Address {
  readonly view: View;
  /** The first day of the month, as the feed writes it; null for the latest closed one. */
  readonly month: string | null;
  readonly indicator: string | null;
  readonly region: string | null;
  /** The submission whose receipt is looked at. */
  readonly submission?: string | null;
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
    submission: url.searchParams.get('kiriman'),
  };
}

/** The address of a submission's receipt. */
export const receiptOf = (submission: string): string => link({ view: 'tanda-terima', month: null, indicator: null, region: null, submission });

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

  if (address.view === 'tanda-terima' && address.submission != null) {
    query.set('kiriman', address.submission);
  }

  const text = query.toString();
  return home + (address.view === 'ringkasan' ? '' : address.view) + (text === '' ? '' : `?${text}`);
}
