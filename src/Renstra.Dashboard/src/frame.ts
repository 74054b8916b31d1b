/** What surrounds every view: where one is, which month, and how fresh the data is. */

import { link, mainViews, type Address, type View } from './address';
import type { Context, Month } from './context';
import { button, el, mark, type Child } from './dom';
import { FeedTrouble } from './feed';
import { month as monthName, momentAbbreviated } from './text';

const titles: Readonly<Record<View, string>> = {
  ringkasan: 'Ringkasan',
  wilayah: 'Wilayah',
  tren: 'Tren',
  kepatuhan: 'Kepatuhan',
  asal: 'Asal angka',
  perubahan: 'Perubahan',
  kesegaran: 'Kesegaran',
  'tanda-terima': 'Tanda terima',
};

/** Where a choice in a list leads; set once by the app. */
let follow: (href: string) => void = () => undefined;

export function followBy(act: (href: string) => void): void {
  follow = act;
}

let choices = 0;

/** A list to choose from; choosing goes to another address. */
export function choice(label: string, options: readonly (readonly [value: string, text: string])[], chosen: string, to: (value: string) => string): HTMLElement {
  const id = `pilih-${++choices}`;
  const select = el('select', { id }, options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
  select.addEventListener('change', () => follow(to(select.value)));
  return el('div', { class: 'pilih' }, el('label', { for: id }, label), select);
}

/** The head of the page. Links keep month, indicator and region, so that a question can be looked at from another side. */
export function header(context: Context, month: Month | null, address: Address): HTMLElement {
  return el('header', { class: 'kepala' },
    el('div', { class: 'merek' },
      el('a', { class: 'nama-dasbor', href: link({ view: 'ringkasan', month: month?.Bulan ?? null, indicator: null, region: null }) }, 'Dasbor Renstra'),
      el('span', {}, 'Disnakertrans Provinsi Nusa Tenggara Timur')),
    el('nav', { 'aria-label': 'Halaman' }, el('ul', {}, mainViews.map((view) => el('li', {},
      el('a', { href: link({ ...address, view, month: month?.Bulan ?? address.month }), 'aria-current': view === address.view ? 'page' : null }, titles[view]))))),
    month === null || address.view === 'tanda-terima' ? null : months(context, month, address));
}

function months(context: Context, month: Month, address: Address): HTMLElement {
  const place = context.months.indexOf(month);
  const step = (to: Month | undefined, arrow: string, label: string): Child => to === undefined
    ? el('span', { class: 'langkah', 'aria-hidden': 'true' }, arrow)
    : el('a', { class: 'langkah', href: link({ ...address, month: to.Bulan }), 'aria-label': `${label}: ${monthName(to.Bulan)}` }, arrow);
  return el('div', { class: 'bulan' },
    step(context.months[place - 1], '‹', 'Bulan sebelumnya'),
    choice('Bulan',
      [...context.months].reverse().map((each) => [each.Bulan, `${monthName(each.Bulan)} (${each.StatusBulan === 'Tetap' ? `Tetap ke-${each.PenetapanKe ?? ''}` : 'Sementara'})`]),
      month.Bulan,
      (picked) => link({ ...address, month: picked })),
    step(context.months[place + 1], '›', 'Bulan berikutnya'));
}

/** How fresh the data is, on every page. What is amiss is said aloud, and `trouble` when the feed can no longer be asked. */
export function freshness(context: Context, trouble: string | null, minutesOpen: number): HTMLElement {
  const old = minutesOpen >= 60 ? `Halaman ini dibuka ${Math.floor(minutesOpen / 60)} jam lalu.` : null;
  const warnings = [trouble, old, ...context.warnings].filter((each) => each !== null);
  const { status } = context;
  return el('div', { class: `kesegaran${warnings.length > 0 ? ' basi' : ''}`, role: 'status' },
    el('p', {}, mark(warnings.length > 0 ? '⚠' : '◷'),
      `Data dibaca ${momentAbbreviated(status.DibacaPada)} · kiriman terakhir ${momentAbbreviated(status.KirimanTerakhirPada)} · `,
      status.PenetapanTerakhirPada === null ? 'belum ada penetapan' : `penetapan terakhir ${momentAbbreviated(status.PenetapanTerakhirPada)}`,
      ` · acuan ${status.VersiReferensi}`),
    warnings.map((text) => el('p', { class: 'basi' }, el('strong', {}, text))),
    trouble === null && old === null ? null : button('Muat ulang', {}, () => location.reload()));
}

/** A page that says what is the matter, and what to do. */
export function message(title: string, ...content: readonly Child[]): Child {
  return el('section', { class: 'pesan' }, el('h1', { tabindex: -1 }, title), content);
}

/** The face of trouble with the feed. */
export function troubleFace(trouble: unknown): Child {
  const again = button('Coba lagi', { class: 'cetak' }, () => location.reload());
  if (!(trouble instanceof FeedTrouble)) {
    throw trouble;
  }

  switch (trouble.kind) {
    case 'key':
      return message('Kunci diperlukan atau keliru',
        el('p', {}, 'Umpan data tidak menerima kunci yang dikirim peramban. Kemungkinan kuncinya salah ketik, atau sudah diganti.'),
        el('p', {}, 'Mintalah kunci yang berlaku kepada analis data pada dinas provinsi, lalu masukkan sebagai kata sandi dengan nama pengguna apa saja.'), again);
    case 'unreachable':
      return message('Umpan data tidak terjangkau',
        el('p', {}, 'Aplikasi tidak menjawab, atau sambungan terputus. Tidak ada angka yang ditampilkan karena kebaruannya tidak dapat dipastikan.'), again);
    case 'broken':
      return message('Umpan data sedang terganggu',
        el('p', {}, trouble.message), el('p', {}, 'Tidak ada angka yang ditampilkan. Cobalah beberapa menit lagi; bila berulang, sampaikan kepada pengelola aplikasi.'), again);
    case 'refused':
      return message('Permintaan tidak dapat dijawab', el('p', {}, trouble.message),
        el('p', {}, 'Alamat ini mungkin memuat kode yang tidak dikenal. ', el('a', { href: link({ view: 'ringkasan', month: null, indicator: null, region: null }) }, 'Kembali ke ringkasan')));
  }
}
