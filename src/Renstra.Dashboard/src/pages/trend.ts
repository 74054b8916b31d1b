/** Which way is it going? Months of the year against the target line, last year beside it where there is one. */

import { link, type Address } from '../address';
import { indicatorsOf, isHeadline, type Context, type Month } from '../context';
import { el, type Child } from '../dom';
import { read, literal } from '../feed';
import { categoryOf, digitsOf, inUnit, realisation, reasonOf, shortfallOf, statusBadge } from '../figures';
import { choice, message } from '../frame';
import { lineChart, type Point, type Series } from '../line-chart';
import { kinerjaColumns, type Indikator, type Kinerja } from '../rows';
import { drawingWithTable, tableOf } from '../table';
import { count, decimal, month as monthName, NONE } from '../text';
import type { Page, Shown } from './page';

const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-01`);

export const trend: Page = async (context, month, address): Promise<Shown> => {
  const year = Number(month.Bulan.slice(0, 4));
  const region = [context.province, ...context.regions].find((each) => each.KodeWilayah === (address.region ?? context.province.KodeWilayah));
  if (region === undefined) {
    return { title: 'Tren', content: message('Wilayah tidak dikenal', el('p', {}, `Tidak ada wilayah dengan kode ${address.region ?? ''}.`)) };
  }

  const rows = await read<Kinerja>('Kinerja', {
    $filter: `Bulan ge ${year - 1}-01-01 and Bulan le ${year}-12-01 and KodeWilayah eq ${literal(region.KodeWilayah)}`,
    $select: kinerjaColumns,
  });
  const indicators = indicatorsOf(context, month.Bulan).filter((each) => isHeadline(each.KodeIndikator) || rows.some((row) => row.KodeIndikator === each.KodeIndikator));
  const chosen = indicators.find((each) => each.KodeIndikator === address.indicator);
  const shown = chosen === undefined ? indicators.filter((each) => isHeadline(each.KodeIndikator)) : [chosen];
  const place: Address = { ...address, month: month.Bulan, region: region === context.province ? null : region.KodeWilayah };
  return {
    title: `Tren ${year}`,
    content: [
      el('h1', { tabindex: -1 }, `Tren ${year}: ${region.NamaWilayah}`),
      el('p', { class: 'kedudukan' }, `Realisasi sejak awal tahun sampai dengan setiap bulan, terhadap target ${year}. Lingkaran kosong: bulan yang masih sementara. Lingkaran putus-putus: belum lengkap.`),
      el('div', { class: 'saring' },
        choice('Indikator', [['', 'Semua indikator utama'], ...indicators.map((each) => [each.KodeIndikator, `${each.KodeIndikator} ${each.NamaIndikator}`] as const)], chosen?.KodeIndikator ?? '',
          (picked) => link({ ...place, indicator: picked === '' ? null : picked })),
        choice('Wilayah', [context.province, ...context.regions].map((each) => [each.KodeWilayah, each.NamaWilayah]), region.KodeWilayah,
          (picked) => link({ ...place, region: picked === context.province.KodeWilayah ? null : picked }))),
      el('div', { class: chosen === undefined ? 'kisi' : 'tunggal' }, shown.map((indicator) => one(context, indicator, rows.filter((row) => row.KodeIndikator === indicator.KodeIndikator), year, month, place, chosen !== undefined))),
    ],
  };
};

function one(context: Context, indicator: Indikator, rows: readonly Kinerja[], year: number, month: Month, place: Address, large: boolean): Child {
  const code = indicator.KodeIndikator;
  const title = `${code} ${indicator.NamaIndikator}`;
  if (rows.length === 0) {
    return el('section', { class: 'bagan' }, el('h2', { class: 'judul-tabel' }, title), el('p', { class: 'hampa' }, 'Tidak berlaku bagi wilayah ini.'));
  }

  const of = (each: number): (Kinerja | undefined)[] => monthsOf(each).map((bulan) => rows.find((row) => row.Bulan === bulan));
  const current = of(year);
  const last = of(year - 1);
  const hasLast = last.some((row) => row !== undefined && row.Realisasi !== null);
  const series: Series[] = [
    ...(hasLast ? [{ name: String(year - 1), look: 'lalu', points: last.map((row, index) => pointOf(context, code, index, row)) }] : []),
    { name: String(year), look: 'kini', points: current.map((row, index) => pointOf(context, code, index, row, true)) },
  ];
  const known = current.filter((row) => row !== undefined);
  const table = tableOf<Kinerja>({
    caption: `${title}, ${year}`,
    file: `tren-${code}-${place.region ?? context.province.KodeWilayah}-${year}`,
    rows: [...last.filter((row) => row !== undefined && hasLast), ...known].filter((row) => row !== undefined),
    empty: 'Belum ada bulan yang dilaporkan.',
    columns: [
      { title: 'Bulan', value: (row) => row.Bulan, cell: (row) => monthName(row.Bulan) },
      { title: 'Realisasi', numeric: true, value: (row) => row.Realisasi, cell: (row) => realisation(context, row, monthName(row.Bulan)) },
      { title: 'Bulan itu saja', numeric: true, value: (row) => row.RealisasiBulan, cell: (row) => (row.RealisasiBulan === null ? el('span', { class: 'kosong' }, NONE, el('small', {}, row.PembilangBulan === null ? 'belum dilaporkan' : 'penyebut 0')) : decimal(row.RealisasiBulan, digitsOf(context, code))) },
      { title: 'Target', numeric: true, value: (row) => row.Target, cell: (row) => (row.Target === null ? NONE : decimal(row.Target)) },
      { title: 'Rasio capaian', numeric: true, value: (row) => row.RasioCapaian, cell: (row) => (row.RasioCapaian === null ? NONE : `${decimal(row.RasioCapaian)} %`) },
      { title: 'Kategori', value: (row) => row.Kategori, cell: (row) => categoryOf(context, row) },
      { title: 'Kelengkapan', value: completenessText },
      { title: 'Status', value: (row) => row.StatusBulan, cell: (row) => statusBadge(row.StatusBulan, row.PenetapanKe) },
    ],
  });
  const drawing = hasLast || known.some((row) => row.Realisasi !== null)
    ? lineChart({
      title: `${title}: realisasi ${year} menurut bulan`,
      unit: indicator.Satuan,
      ticks: monthsOf(year),
      series,
      target: current.map((row) => row?.Target ?? null),
      targetName: `Target ${year}`,
      marked: monthsOf(year).indexOf(month.Bulan),
      large,
    })
    : el('p', { class: 'hampa' }, `Belum ada angka untuk ${year}.`);
  return drawingWithTable(title, drawing, table);
}

function pointOf(context: Context, code: string, index: number, row: Kinerja | undefined, leads = false): Point | null {
  if (row === undefined || row.Realisasi === null) {
    return null;
  }

  const incomplete = row.Lengkap !== true;
  return {
    index,
    value: row.Realisasi,
    open: row.StatusBulan !== 'Tetap',
    incomplete,
    text: `${monthName(row.Bulan)}: ${inUnit(context, code, row.Realisasi)}${row.Target === null ? ', tanpa target' : ` dari target ${inUnit(context, code, row.Target)}, rasio ${decimal(row.RasioCapaian)} %, ${row.Kategori ?? 'tanpa kategori'}`}; ${row.StatusBulan}, ${completenessText(row)}`,
    href: leads ? link({ view: 'asal', month: row.Bulan, indicator: code, region: row.KodeWilayah }) : null,
  };
}

const completenessText = (row: Kinerja): string =>
  row.Tingkat === 'Provinsi' ? `${row.Lengkap === true ? 'lengkap' : 'belum lengkap'}, ${count(row.WilayahMelapor)} dari ${count(row.WilayahWajib)} wilayah melapor`
    : row.Lengkap === true ? 'lengkap' : shortfallOf(row) ?? reasonOf(row) ?? 'belum lengkap';
