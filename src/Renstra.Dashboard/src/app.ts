/** Shows the view that the address asks for, and another when a link is followed. */

import { link, parse, type Address, type View } from './address';
import { latest, readContext, type Context, type Month } from './context';
import { el, type Child } from './dom';
import { FeedTrouble, forget, read, signInWithAddress } from './feed';
import { followBy, freshness, header, message, troubleFace } from './frame';
import { changes } from './pages/changes';
import { compliance } from './pages/compliance';
import { freshnessPage } from './pages/freshness';
import { origin } from './pages/origin';
import type { Page } from './pages/page';
import { receipt } from './pages/receipt';
import { regions } from './pages/regions';
import { summary } from './pages/summary';
import { trend } from './pages/trend';
import type { StatusData } from './rows';
import { clockNow, month as monthName } from './text';

const pages: Readonly<Record<View, Page>> = {
  ringkasan: summary, wilayah: regions, tren: trend, kepatuhan: compliance, asal: origin, perubahan: changes, kesegaran: freshnessPage, 'tanda-terima': receipt,
};

const none: Month = { Bulan: '', StatusBulan: '', PenetapanKe: null, DitetapkanPada: null, BatasWaktu: '' };
const watchEvery = 60_000;
const rereadAfter = 5 * 60_000;

const top = el('div', { id: 'atas' });
const fresh = el('div', { id: 'kebaruan' });
const main = el('main', { id: 'isi', tabindex: -1, 'aria-busy': 'true' }, el('p', { class: 'memuat' }, 'Memuat data …'));
const said = el('p', { class: 'terucap', role: 'status' });

let context: Context | null = null;
let trouble: string | null = null;
/** Counts what was asked for; an answer that comes after the next question is not shown. */
let asked = 0;

async function show(focus: boolean): Promise<void> {
  const turn = ++asked;
  main.setAttribute('aria-busy', 'true');
  const put = (title: string, content: Child): void => {
    if (turn !== asked) {
      return;
    }

    document.title = `${title} – Dasbor Renstra`;
    main.replaceChildren(el('div', {}, content));
    main.setAttribute('aria-busy', 'false');
    main.dataset['tampil'] = String(turn);
    if (focus) {
      main.querySelector<HTMLElement>('h1')?.focus();
      scrollTo(0, 0);
      said.textContent = title;
    }
  };
  try {
    context ??= await readContext();
    if (context === null) {
      put('Belum ada data', message('Data acuan belum terbaca', el('p', {}, 'Umpan data tidak memuat wilayah. Sampaikan kepada pengelola aplikasi.')));
      return;
    }

    const address = parse(new URL(location.href));
    const wanted = address?.month == null ? latest(context) : context.months.find((each) => each.Bulan === address.month) ?? null;
    if (turn !== asked) {
      return;
    }

    frame(context, wanted, address ?? { view: 'ringkasan', month: null, indicator: null, region: null });
    if (address === null) {
      put('Tidak ditemukan', message('Halaman tidak ditemukan', el('p', {}, 'Alamat ini tidak dikenal. ', el('a', { href: link({ view: 'ringkasan', month: null, indicator: null, region: null }) }, 'Ke ringkasan'))));
    } else if (wanted === null && address.view !== 'kesegaran' && address.view !== 'tanda-terima') {
      put('Belum ada angka', noMonth(context, address));
    } else {
      if (wanted !== null && address.month === null && address.view !== 'tanda-terima') {
        // The address that is sent to somebody names the month that was looked at.
        history.replaceState(null, '', link({ ...address, month: wanted.Bulan }));
      }

      const shown = await pages[address.view](context, wanted ?? none, { ...address, month: wanted?.Bulan ?? null });
      trouble = null;
      showAge();
      put(shown.title, shown.content);
    }
  } catch (cause) {
    if (!(cause instanceof FeedTrouble)) {
      put('Halaman ini terganggu', message('Halaman ini terganggu', el('p', {}, 'Ada kekeliruan pada dasbor. Muat ulang halaman; bila berulang, sampaikan kepada pengelola aplikasi.')));
      throw cause;
    }

    trouble = cause.kind === 'refused' ? null : 'Umpan data tidak dapat dibaca.';
    if (context === null) {
      fresh.replaceChildren();
    }

    put('Tidak ada data', troubleFace(cause));
  }
}

function frame(context: Context, month: Month | null, address: Address): void {
  top.replaceChildren(header(context, month, address));
  showAge();
}

function noMonth(context: Context, address: Address): Child {
  const nearest = latest(context);
  return address.month === null || nearest === null
    ? message('Belum ada angka', el('p', {}, 'Belum ada bulan yang wajib dilaporkan. Angka muncul di sini setelah bulan pelaporan pertama dimulai.'))
    : message(`Tidak ada data untuk ${monthName(address.month)}`,
      el('p', {}, 'Bulan itu di luar masa pelaporan. ', el('a', { href: link({ ...address, month: nearest.Bulan }) }, `Lihat ${monthName(nearest.Bulan)}`)));
}

function showAge(): void {
  if (context !== null) {
    fresh.replaceChildren(freshness(context, trouble, Math.floor((performance.now() - context.readAt) / 60_000)));
  }
}

/** A page that stays open shows its age, and says so when the feed has stopped answering. */
async function watch(): Promise<void> {
  if (context !== null && performance.now() - context.readAt > rereadAfter && document.visibilityState === 'visible') {
    try {
      forget();
      await read<StatusData>('StatusData');
      context = null;
      trouble = null;
      await show(false);
      return;
    } catch (cause) {
      if (!(cause instanceof FeedTrouble)) {
        throw cause;
      }

      trouble ??= `Umpan data tidak terjangkau sejak ${clockNow()}; angka di bawah tidak diperbarui.`;
    }
  }

  showAge();
}

function go(href: string): void {
  history.pushState(null, '', href);
  void show(true);
}

document.addEventListener('click', (event) => {
  const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (anchor === null || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || anchor.hasAttribute('download')) {
    return;
  }

  const url = new URL(anchor.getAttribute('href') ?? '', location.href);
  if (url.origin === location.origin && parse(url) !== null && url.hash === '') {
    event.preventDefault();
    go(url.href);
  }
});
addEventListener('popstate', () => void show(true));
setInterval(() => void watch(), watchEvery);
document.addEventListener('visibilitychange', () => void watch());
followBy(go);
document.body.replaceChildren(el('a', { class: 'lompat', href: '#isi' }, 'Langsung ke isi'), top, fresh, main, said);
await signInWithAddress();
await show(false);
