/** A figure as it is shown: number, category with symbol and text, completeness, and why there is none. */

import { link } from './address';
import type { Context } from './context';
import { el, mark, spoken } from './dom';
import type { Kinerja, SkalaKategori } from './rows';
import { count, decimal, items, monthOfYear, NONE } from './text';

/** Symbols and tones from best to worst, for a scale of four and of five steps. */
const symbols: Readonly<Record<string, string>> = { unggul: '▲', baik: '●', sedang: '■', cukup: '◆', kurang: '▼' };
const steps: Readonly<Record<number, readonly string[]>> = {
  2: ['unggul', 'kurang'],
  3: ['unggul', 'cukup', 'kurang'],
  4: ['unggul', 'baik', 'cukup', 'kurang'],
  5: ['unggul', 'baik', 'sedang', 'cukup', 'kurang'],
};

type Categorised = Pick<Kinerja, 'Kategori' | 'UrutanKategori'>;

const hasCategory = (scale: readonly Categorised[], row: Categorised): boolean =>
  scale.some((step) => step.Kategori === row.Kategori && step.UrutanKategori === row.UrutanKategori);

/** The scales by which rows can have been labelled, the one in use first: what was released keeps the labels of its time. */
const scalesOf = (context: Context, rows: readonly Categorised[]): (readonly SkalaKategori[])[] =>
  context.scales.filter((scale) => rows.every((row) => row.UrutanKategori === null || hasCategory(scale, row)));

/** The labels that rows have, best first. */
export const scaleOf = (context: Context, rows: readonly Categorised[]): readonly SkalaKategori[] => scalesOf(context, rows)[0] ?? context.scales[0] ?? [];

/** The tone of a category: the name of its colours in the style sheet; none for one that is on no scale. */
export function toneOf(context: Context, row: Categorised | undefined): string | null {
  const scale = row === undefined || row.UrutanKategori === null ? undefined : context.scales.find((each) => hasCategory(each, row));
  return scale === undefined || row === undefined || row.UrutanKategori === null ? null : steps[scale.length]?.[row.UrutanKategori - 1] ?? 'sedang';
}

export const symbolOf = (tone: string | null): string => (tone === null ? '' : symbols[tone] ?? '');

/** A category: colour, symbol and words. Nothing is coloured that has none. */
export function categoryOf(context: Context, row: Categorised): HTMLElement {
  const tone = toneOf(context, row);
  return row.Kategori === null || tone === null
    ? el('span', { class: 'tanpa-kategori' }, row.Kategori ?? 'Tanpa kategori')
    : el('span', { class: `kategori ${tone}` }, mark(symbolOf(tone)), row.Kategori);
}

/** The categories of what is shown, their limits, and what stands for something else. */
export function legend(context: Context, rows: readonly Categorised[]): HTMLElement {
  const scale = scaleOf(context, rows);
  // Two scales can have the same labels; which of them a month was released by is not said.
  const isCertain = scale[0]?.Dipakai === true || scalesOf(context, rows).length === 1;
  const limited = scale.map((step, index) => {
    const above = scale[index - 1];
    const limits = above === undefined ? `${count(step.BatasBawah)} % ke atas`
      : step.BatasBawah === 0 ? `di bawah ${count(above.BatasBawah)} %`
      : `${count(step.BatasBawah)} % sampai di bawah ${count(above.BatasBawah)} %`;
    return el('li', {}, categoryOf(context, step), isCertain ? ` ${limits}` : null);
  });
  return el('ul', { class: 'keterangan', 'aria-label': 'Keterangan kategori menurut rasio capaian' },
    limited,
    el('li', {}, el('span', { class: 'kategori belum-lengkap' }, mark('◔'), 'Belum lengkap'), ' ada laporan yang belum masuk'),
    el('li', {}, NONE, ' tidak ada angka; sebabnya disebut'));
}

/** Why a row has no realisation; null when it has one. */
export function reasonOf(row: Kinerja | undefined): string | null {
  return row === undefined ? 'tidak berlaku'
    : row.Realisasi !== null ? null
    : row.Pembilang === null || row.Penyebut === null ? 'belum dilaporkan'
    : row.Penyebut === 0 ? 'penyebut 0'
    : 'tidak dapat dihitung';
}

/** Whether a figure is measured and does not reach its target, whatever its category is called. */
export const isBelow = (row: Kinerja): boolean => row.RasioCapaian !== null && row.RasioCapaian < 100;

/** What is missing in a region's figure to date; null when nothing is. */
export const shortfallOf = (row: Kinerja): string | null =>
  row.Lengkap !== false || row.Pembilang === null ? null
    : row.DataBulan !== null && row.DataBulan < row.Bulan ? `data s.d. ${monthOfYear(row.DataBulan)}`
    : 'ada bulan yang kurang';

/** A number in the unit of its indicator. */
export function inUnit(context: Context, code: string, value: number | null): string {
  const indicator = context.indicators.find((each) => each.KodeIndikator === code);
  const text = decimal(value, indicator?.Desimal ?? 2);
  return value === null || indicator === undefined ? text : `${text} ${indicator.Satuan}`;
}

/** The digits behind the comma of an indicator's realisation. */
export const digitsOf = (context: Context, code: string): number => context.indicators.find((each) => each.KodeIndikator === code)?.Desimal ?? 2;

/** A realisation that leads to where it comes from, or a dash and the reason. */
export function realisation(context: Context, row: Kinerja | undefined, where: string): HTMLElement {
  const reason = reasonOf(row);
  const text = row === undefined ? NONE : inUnit(context, row.KodeIndikator, row.Realisasi);
  return row === undefined || row.Pembilang === null
    ? el('span', { class: 'kosong' }, text, el('small', {}, reason))
    : el('a', { class: 'angka', href: link({ view: 'asal', month: row.Bulan, indicator: row.KodeIndikator, region: row.KodeWilayah }) },
      text, spoken(`: asal angka ${where}`), reason === null ? null : el('small', {}, reason));
}

/** How complete a province's figure is, and who is missing. It stands beside every one of them. */
export function completeness(row: Kinerja): HTMLElement {
  const missing = items(row.WilayahBelum);
  const text = `${count(row.WilayahMelapor)} dari ${count(row.WilayahWajib)}`;
  return row.Lengkap === true
    ? el('span', { class: 'lengkap' }, mark('✓'), 'Lengkap', el('span', { class: 'baris' }, text))
    : el('span', { class: 'tak-lengkap' }, el('span', { class: 'kategori belum-lengkap' }, mark('◔'), 'Belum lengkap'), el('span', { class: 'baris' }, text),
      el('small', {}, missing.length > 0 ? `belum: ${missing.map(shortName).join(', ')}` : 'ada bulan sebelumnya yang kurang'));
}

/** A region's name without the word Kabupaten, as officials say it. */
export const shortName = (name: string): string => name.replace(/^Kabupaten /, 'Kab. ').replace(/^Provinsi Nusa Tenggara Timur$/, 'Provinsi NTT');

/** Whether a month is Tetap or Sementara, as a badge. */
export const statusBadge = (status: string, release: number | null): HTMLElement =>
  status === 'Tetap'
    ? el('span', { class: 'status tetap' }, mark('▣'), `Tetap${release === null ? '' : `, penetapan ke-${release}`}`)
    : el('span', { class: 'status sementara' }, mark('▢'), 'Sementara');
