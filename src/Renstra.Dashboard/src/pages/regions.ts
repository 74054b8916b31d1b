/** Where not? Every region by indicator, on the map of islands and as a table; who is best, who is last, who is missing. */

import { link, type Address } from '../address';
import { indicatorsOf, isHeadline, keyOf, type Context, type Month } from '../context';
import { el, mark, spoken, type Child } from '../dom';
import { read } from '../feed';
import { categoryOf, inUnit, isBelow, legend, realisation, reasonOf, shortfallOf, shortName, statusBadge, symbolOf, toneOf } from '../figures';
import { choice } from '../frame';
import { kinerjaColumns, type Indikator, type Kinerja, type Wilayah } from '../rows';
import { drawingWithTable, tableOf, type Column } from '../table';
import { count, decimal, list, month as monthName, NONE } from '../text';
import { places } from '../places';
import type { Page, Shown } from './page';

/** So many names a sentence can bear; the ranking has them all. */
const mostNames = 8;

interface Line {
  readonly region: Wilayah;
  readonly rows: ReadonlyMap<string, Kinerja>;
}

export const regions: Page = async (context, month, address): Promise<Shown> => {
  const rows = await read<Kinerja>('Kinerja', { $filter: `Bulan eq ${month.Bulan}`, $select: kinerjaColumns });
  const indicators = indicatorsOf(context, month.Bulan).filter((each) => isHeadline(each.KodeIndikator));
  const chosen = indicators.find((each) => each.KodeIndikator === address.indicator) ?? indicators[0];
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const lines = context.regions.map((region): Line => ({
    region,
    rows: new Map(indicators.flatMap((each) => {
      const row = byKey.get(`${region.KodeWilayah} ${each.KodeIndikator}`);
      return row === undefined ? [] : [[each.KodeIndikator, row] as const];
    })),
  }));
  const name = monthName(month.Bulan);
  return {
    title: `Wilayah ${name}`,
    content: [
      el('h1', { tabindex: -1 }, `Capaian wilayah ${name}`),
      el('p', { class: 'kedudukan' }, statusBadge(month.StatusBulan, month.PenetapanKe), ` ${count(context.regions.length)} kabupaten/kota, capaian s.d. ${name}.`),
      silent(lines),
      legend(context, rows),
      chosen === undefined ? null : one(context, month, address, indicators, chosen, lines, byKey.get(`${context.province.KodeWilayah} ${chosen.KodeIndikator}`)),
      el('h2', {}, 'Semua indikator'),
      heat(context, month, indicators, lines, byKey),
    ],
  };
};

/** Regions of which nothing at all is known this year. */
function silent(lines: readonly Line[]): Child {
  const never = lines.filter((line) => line.rows.size > 0 && [...line.rows.values()].every((row) => row.Pembilang === null));
  return never.length === 0 ? null
    : el('p', { class: 'peringatan' }, mark('⚠'), `Belum pernah melapor: ${list(never.map((line) => shortName(line.region.NamaWilayah)))}. Wilayah ini tidak ada dalam angka provinsi.`);
}

function one(context: Context, month: Month, address: Address, indicators: readonly Indikator[], chosen: Indikator, lines: readonly Line[], province: Kinerja | undefined): Child {
  const code = chosen.KodeIndikator;
  const applying = lines.flatMap((line) => {
    const row = line.rows.get(code);
    return row === undefined ? [] : [row];
  });
  const ranked = applying.filter((row) => row.RasioCapaian !== null)
    .sort((left, right) => (right.RasioCapaian ?? 0) - (left.RasioCapaian ?? 0) || left.KodeWilayah.localeCompare(right.KodeWilayah));
  const unranked = applying.filter((row) => row.RasioCapaian === null);
  const missing = applying.filter((row) => row.StatusLapor !== 'Sudah');
  const below = ranked.filter(isBelow).reverse();
  const best = ranked[0];
  const worst = ranked.at(-1);
  return [
    el('div', { class: 'saring' }, choice('Indikator', indicators.map((each) => [each.KodeIndikator, `${each.KodeIndikator} ${each.NamaIndikator}`]), code,
      (picked) => link({ ...address, month: month.Bulan, indicator: picked }))),
    el('h2', {}, `${code} ${chosen.NamaIndikator}`),
    el('p', { class: 'putusan' },
      province === undefined ? null : [`Provinsi ${inUnit(context, code, province.Realisasi)} dari target ${inUnit(context, code, province.Target)}`,
        `, ${count(province.WilayahMelapor)} dari ${count(province.WilayahWajib)} wilayah melapor bulan ini. `],
      best === undefined || worst === undefined ? 'Belum ada wilayah yang dapat dinilai.' : [
        'Tertinggi ', el('b', {}, shortName(best.NamaWilayah)), ` (${decimal(best.RasioCapaian)} %), terendah `,
        el('b', {}, shortName(worst.NamaWilayah)), ` (${decimal(worst.RasioCapaian)} %).`],
      ranked.length === 0 ? null : [' ', el('strong', { class: below.length === 0 ? null : 'awas' },
        below.length === 0 ? `Semua ${count(ranked.length)} wilayah yang terukur mencapai target.` : `${below.length === ranked.length ? `Semua ${count(below.length)}` : `${count(below.length)} dari ${count(ranked.length)}`} wilayah di bawah target${below.length > mostNames ? '' : `: ${list(below.map((row) => shortName(row.NamaWilayah)))}`}.`)],
      missing.length === 0 ? ' Semua wilayah yang wajib sudah melapor.' : ` Belum melapor ${monthName(month.Bulan)}: ${list(missing.map((row) => shortName(row.NamaWilayah)))}.`),
    drawingWithTable(
      'Peta petak dan peringkat',
      map(context, code, lines),
      ranking(context, month, code, [...ranked, ...unranked]),
      el('p', { class: 'catatan' }, 'Satu petak satu kabupaten/kota, diletakkan menurut pulaunya. Pilih petak untuk melihat asal angkanya.')),
  ];
}

/** Tiles where the islands lie. Every tile is a link and says all that its colour says. */
function map(context: Context, code: string, lines: readonly Line[]): Child {
  const placed = lines.filter((line) => places[line.region.KodeWilayah] !== undefined);
  const elsewhere = lines.filter((line) => places[line.region.KodeWilayah] === undefined);
  return [
    el('ul', { class: 'peta', id: 'peta', 'aria-label': 'Peta petak 22 kabupaten/kota' }, placed.map((line) => {
      const place = places[line.region.KodeWilayah];
      return el('li', { class: `k${place?.column ?? 0} b${place?.row ?? 0}` }, tile(context, code, line, place?.label ?? line.region.NamaSingkat));
    })),
    elsewhere.length === 0 ? null : el('ul', { class: 'peta luar', 'aria-label': 'Wilayah yang belum ada tempatnya di peta' },
      elsewhere.map((line) => el('li', {}, tile(context, code, line, line.region.NamaSingkat)))),
  ];
}

function tile(context: Context, code: string, line: Line, label: string): HTMLElement {
  const row = line.rows.get(code);
  const tone = toneOf(context, row);
  const shortfall = row === undefined ? null : shortfallOf(row);
  const content = [
    el('b', { 'aria-hidden': 'true' }, label),
    spoken(`${line.region.NamaWilayah}: `),
    row === undefined || row.Realisasi === null
      ? [el('span', {}, NONE), el('small', {}, reasonOf(row))]
      : [el('span', {}, mark(symbolOf(tone)), decimal(row.Realisasi)), spoken(` ${row.Kategori ?? 'tanpa kategori'}`), shortfall === null ? null : [el('i', { 'aria-hidden': 'true', title: shortfall }, '◔'), spoken(`, belum lengkap: ${shortfall}`)]],
  ];
  const look = `petak ${tone ?? (row === undefined ? 'tidak-berlaku' : 'nihil')}${shortfall === null ? '' : ' bolong'}`;
  return row === undefined || row.Pembilang === null
    ? el('span', { class: look }, content)
    : el('a', { class: look, href: link({ view: 'asal', month: row.Bulan, indicator: code, region: row.KodeWilayah }) }, content);
}

function ranking(context: Context, month: Month, code: string, rows: readonly Kinerja[]): HTMLElement {
  return tableOf<Kinerja>({
    id: 'peringkat',
    caption: `Peringkat wilayah ${code}, ${monthName(month.Bulan)}`,
    file: `peringkat-${code}-${month.Bulan.slice(0, 7)}`,
    empty: 'Indikator ini tidak berlaku bagi wilayah mana pun.',
    head: 1,
    rows,
    columns: [
      { title: 'Peringkat', numeric: true, value: (row, index) => (row.RasioCapaian === null ? null : index + 1) },
      { title: 'Wilayah', value: (row) => row.NamaWilayah, cell: (row) => shortName(row.NamaWilayah) },
      { title: 'Kode wilayah', value: (row) => row.KodeWilayah, fileOnly: true },
      { title: 'Pembilang', numeric: true, value: (row) => row.Pembilang, cell: (row) => count(row.Pembilang) },
      { title: 'Penyebut', numeric: true, value: (row) => row.Penyebut, cell: (row) => count(row.Penyebut) },
      { title: 'Realisasi', numeric: true, value: (row) => row.Realisasi, cell: (row) => realisation(context, row, `${code} ${row.NamaWilayah}`) },
      { title: 'Target', numeric: true, value: (row) => row.Target, cell: (row) => inUnit(context, code, row.Target) },
      { title: 'Rasio capaian', numeric: true, value: (row) => row.RasioCapaian, cell: (row) => (row.RasioCapaian === null ? NONE : `${decimal(row.RasioCapaian)} %`) },
      { title: 'Kategori', value: (row) => row.Kategori, cell: (row) => categoryOf(context, row) },
      { title: 'Kelengkapan', value: (row) => (row.Lengkap === true ? 'lengkap' : shortfallOf(row) ?? 'belum dilaporkan') },
    ],
  });
}

/** 22 by 7. A cell has the ratio's colour and symbol, the realisation, and what is missing. */
function heat(context: Context, month: Month, indicators: readonly Indikator[], lines: readonly Line[], byKey: ReadonlyMap<string, Kinerja>): HTMLElement {
  const all: Line[] = [{ region: context.province, rows: new Map(indicators.flatMap((each) => {
    const row = byKey.get(`${context.province.KodeWilayah} ${each.KodeIndikator}`);
    return row === undefined ? [] : [[each.KodeIndikator, row] as const];
  })) }, ...lines];
  const columns: Column<Line>[] = [
    { title: 'Wilayah', value: (line) => line.region.NamaWilayah, cell: (line) => shortName(line.region.NamaWilayah) },
    ...indicators.flatMap((indicator): Column<Line>[] => {
      const code = indicator.KodeIndikator;
      return [
        {
          title: code,
          heading: el('a', { href: link({ view: 'wilayah', month: month.Bulan, indicator: code, region: null }) }, el('b', {}, code), el('span', { class: 'nama-indikator' }, indicator.NamaIndikator)),
          numeric: true,
          value: (line) => line.rows.get(code)?.Realisasi ?? null,
          cell: (line) => heatCell(context, line, code),
          look: (line) => `panas ${toneOf(context, line.rows.get(code)) ?? (line.rows.has(code) ? 'nihil' : 'tidak-berlaku')}`,
        },
        { title: `${code} rasio capaian`, value: (line) => line.rows.get(code)?.RasioCapaian ?? null, fileOnly: true },
        { title: `${code} kategori`, value: (line) => line.rows.get(code)?.Kategori ?? null, fileOnly: true },
        { title: `${code} kelengkapan`, value: (line) => { const row = line.rows.get(code); return row === undefined ? 'tidak berlaku' : row.Lengkap === true ? 'lengkap' : shortfallOf(row) ?? 'belum lengkap'; }, fileOnly: true },
      ];
    }),
  ];
  return tableOf({
    id: 'panas',
    caption: `Realisasi menurut wilayah dan indikator, ${monthName(month.Bulan)}`,
    file: `wilayah-${month.Bulan.slice(0, 7)}`,
    columns,
    rows: all,
    empty: '',
    note: el('p', { class: 'catatan' }, 'Angka adalah realisasi dalam persen; warna dan lambang menurut rasio capaian terhadap target. Baris provinsi adalah jumlah komponen wilayah, bukan rata-rata persentase. ◔ menandai angka yang belum lengkap.'),
  });
}

function heatCell(context: Context, line: Line, code: string): Child {
  const row = line.rows.get(code);
  const tone = toneOf(context, row);
  if (row === undefined || row.Realisasi === null) {
    return row === undefined || row.Pembilang === null
      ? el('span', { class: 'kosong' }, NONE, el('small', {}, reasonOf(row)))
      : realisation(context, row, `${code} ${line.region.NamaWilayah}`);
  }

  const shortfall = row.Tingkat === 'Provinsi' ? (row.Lengkap === true ? null : `${count(row.WilayahMelapor)} dari ${count(row.WilayahWajib)}`) : shortfallOf(row);
  return el('a', { href: link({ view: 'asal', month: row.Bulan, indicator: code, region: row.KodeWilayah }) },
    mark(symbolOf(tone)), el('span', { 'data-nilai': 'Realisasi' }, decimal(row.Realisasi)), spoken(` ${row.Kategori ?? 'tanpa kategori'}`),
    shortfall === null ? null : el('small', {}, mark('◔'), shortfall));
}
