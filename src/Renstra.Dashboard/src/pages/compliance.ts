/** Who has reported, who is late, what was returned and why? */

import { link, receiptOf } from '../address';
import type { Context, Month } from '../context';
import { el, mark, spoken, type Child } from '../dom';
import { literal, read } from '../feed';
import { shortName } from '../figures';
import type { CatatanVerifikasi, KepatuhanLaporan, Laporan, LaporanMasuk } from '../rows';
import { tableOf, type Column } from '../table';
import { count, day, month as monthName, moment, momentAbbreviated, monthAbbreviation } from '../text';
import type { Page, Shown } from './page';

const looks: Readonly<Record<string, readonly [symbol: string, look: string]>> = {
  'Sudah': ['✓', 'sudah'],
  'Terlambat': ['◷', 'terlambat'],
  'Belum': ['✕', 'belum'],
  'Dikembalikan': ['↩', 'dikembalikan'],
  'Belum jatuh tempo': ['·', 'nanti'],
};

const explained: Readonly<Record<string, string>> = {
  'Sudah': 'tepat waktu',
  'Terlambat': 'diterima lewat batas, dengan banyaknya hari',
  'Belum': 'lewat batas dan belum ada',
  'Dikembalikan': 'berkas terakhir dikembalikan dan belum diperbaiki',
  'Belum jatuh tempo': 'batas waktu belum lewat',
};

interface Office {
  readonly key: string;
  readonly name: string;
  readonly months: ReadonlyMap<string, KepatuhanLaporan>;
}

interface Returned {
  readonly name: string;
  readonly report: Laporan;
  readonly findings: readonly CatatanVerifikasi[];
  readonly mended: string;
}

export const compliance: Page = async (context, month): Promise<Shown> => {
  const year = month.Bulan.slice(0, 4);
  const [rows, refused, unread] = await Promise.all([
    read<KepatuhanLaporan>('KepatuhanLaporan', { $filter: `Bulan ge ${year}-01-01 and Bulan le ${year}-12-01` }),
    read<Laporan>('Laporan', { $filter: `Bulan eq ${month.Bulan} and StatusLaporan eq 'Dikembalikan'`, $orderby: 'DiserahkanPada' }),
    read<LaporanMasuk>('LaporanMasuk', { $filter: `BulanTerima eq ${next(month.Bulan)} and JumlahLaporan eq 0`, $orderby: 'DiserahkanPada' }),
  ]);
  const files = [...new Set([...refused, ...unread].map((each) => each.LaporanMasuk))];
  const findings = files.length === 0 ? [] : await read<CatatanVerifikasi>('CatatanVerifikasi', { $filter: `LaporanMasuk in (${files.map(literal).join(',')}) and TingkatCatatan eq 'Kesalahan'` });
  const due = rows.filter((row) => row.Bulan === month.Bulan);
  const name = monthName(month.Bulan);
  return {
    title: `Kepatuhan ${name}`,
    content: [
      el('h1', { tabindex: -1 }, `Kepatuhan pengiriman laporan ${year}`),
      status(name, due),
      calendar(context, month, offices(rows)),
      el('h2', {}, `Laporan ${name}`),
      late(month, due),
      returned(month, refused.map((report): Returned => ({
        name: shortName(report.NamaWilayah),
        report,
        findings: findings.filter((each) => each.LaporanMasuk === report.LaporanMasuk && (each.KodeWilayah === null || (each.KodeWilayah === report.KodeWilayah && each.Bulan === report.Bulan && each.PemegangData === report.PemegangData))),
        mended: mended(due, report),
      }))),
      unread.length === 0 ? null : unreadable(month, unread, findings),
    ],
  };
};

function status(name: string, due: readonly KepatuhanLaporan[]): HTMLElement {
  const many = (wanted: string): number => due.filter((row) => row.StatusKepatuhan === wanted).length;
  const deadline = due[0]?.BatasWaktu;
  return el('p', { class: 'putusan' },
    due.length === 0 ? `Tidak ada laporan yang wajib untuk ${name}.` : [
      `${name}: `, el('strong', {}, `${count(many('Sudah') + many('Terlambat'))} dari ${count(due.length)} laporan diterima`),
      `, ${count(many('Terlambat'))} di antaranya terlambat; ${count(many('Dikembalikan'))} dikembalikan dan belum diperbaiki; ${count(many('Belum'))} belum ada`,
      many('Belum jatuh tempo') === 0 ? '.' : `; ${count(many('Belum jatuh tempo'))} belum jatuh tempo.`,
      deadline === undefined ? null : ` Batas waktu ${day(deadline)}.`,
    ]);
}

function offices(rows: readonly KepatuhanLaporan[]): Office[] {
  const found = new Map<string, { name: string; months: Map<string, KepatuhanLaporan> }>();
  for (const row of rows) {
    const key = `${row.KodeWilayah} ${row.PemegangData}`;
    const office = found.get(key) ?? { name: shortName(row.NamaWilayah) + (row.PemegangData === 'KAB' ? '' : ` (${row.PemegangData})`), months: new Map() };
    office.months.set(row.Bulan, row);
    found.set(key, office);
  }

  return [...found].sort(([left], [right]) => left.localeCompare(right)).map(([key, office]) => ({ key, ...office }));
}

function calendar(context: Context, month: Month, lines: readonly Office[]): Child {
  const year = month.Bulan.slice(0, 4);
  const months = context.months.filter((each) => each.Bulan.startsWith(year));
  const columns: Column<Office>[] = [
    { title: 'Kantor', value: (line) => line.name },
    ...months.map((each): Column<Office> => ({
      title: monthAbbreviation(each.Bulan),
      heading: el('a', { href: link({ view: 'kepatuhan', month: each.Bulan, indicator: null, region: null }), 'aria-current': each.Bulan === month.Bulan ? 'date' : null }, monthAbbreviation(each.Bulan), spoken(` ${year}`)),
      value: (line) => { const row = line.months.get(each.Bulan); return row === undefined ? null : row.HariTerlambat > 0 ? `${row.StatusKepatuhan} (${row.HariTerlambat} hari)` : row.StatusKepatuhan; },
      cell: (line) => dayCell(line.months.get(each.Bulan)),
      look: (line) => `hari ${looks[line.months.get(each.Bulan)?.StatusKepatuhan ?? '']?.[1] ?? 'tidak-wajib'}`,
    })),
  ];
  return [
    el('ul', { class: 'keterangan', 'aria-label': 'Keterangan' }, Object.entries(looks).map(([text, [symbol, look]]) =>
      el('li', {}, el('span', { class: `hari ${look}` }, mark(symbol), text), ` ${explained[text] ?? ''}`))),
    tableOf({ id: 'kalender', caption: `Kalender kepatuhan ${year}`, file: `kepatuhan-${year}`, columns, rows: lines, empty: `Tidak ada laporan yang wajib pada ${year}.` }),
  ];
}

function dayCell(row: KepatuhanLaporan | undefined): Child {
  if (row === undefined) {
    return spoken('tidak wajib');
  }

  const [symbol] = looks[row.StatusKepatuhan] ?? ['?'];
  return [mark(symbol), spoken(row.StatusKepatuhan), row.HariTerlambat > 0 ? el('small', {}, `${count(row.HariTerlambat)} h`) : null];
}

function late(month: Month, due: readonly KepatuhanLaporan[]): HTMLElement {
  return tableOf<KepatuhanLaporan>({
    id: 'terlambat',
    caption: 'Terlambat dan belum ada',
    file: `terlambat-${month.Bulan.slice(0, 7)}`,
    empty: due.some((row) => row.StatusKepatuhan === 'Belum jatuh tempo') ? 'Belum ada yang terlambat.' : 'Semua laporan diterima tepat waktu.',
    rows: due.filter((row) => row.HariTerlambat > 0 || row.StatusKepatuhan === 'Dikembalikan').sort((left, right) => right.HariTerlambat - left.HariTerlambat),
    cards: true,
    columns: [
      { title: 'Kantor', value: (row) => row.NamaWilayah, cell: (row) => shortName(row.NamaWilayah) + (row.PemegangData === 'KAB' ? '' : ` (${row.PemegangData})`) },
      { title: 'Keadaan', value: (row) => row.StatusKepatuhan, cell: (row) => { const [symbol, look] = looks[row.StatusKepatuhan] ?? ['', '']; return el('span', { class: `hari ${look}` }, mark(symbol), row.StatusKepatuhan); } },
      { title: 'Hari terlambat', numeric: true, value: (row) => row.HariTerlambat, cell: (row) => count(row.HariTerlambat) },
      { title: 'Diterima pertama', value: (row) => row.DiterimaPertamaPada, cell: (row) => (row.DiterimaPertamaPada === null ? 'belum ada' : moment(row.DiterimaPertamaPada)) },
    ],
  });
}

function mended(due: readonly KepatuhanLaporan[], report: Laporan): string {
  const row = due.find((each) => each.KodeWilayah === report.KodeWilayah && each.PemegangData === report.PemegangData);
  return report.Ditarik ? 'kiriman ditarik'
    : row === undefined ? 'tidak wajib'
    : row.DikembalikanLaporanMasuk === null ? 'sudah, kiriman berikutnya diterima'
    : row.DikembalikanLaporanMasuk === report.LaporanMasuk ? 'belum'
    : row.LaporanMasuk === null ? 'belum, dikembalikan lagi' : 'sudah, kemudian ada yang dikembalikan lagi';
}

const findingList = (findings: readonly CatatanVerifikasi[]): Child =>
  el('ul', { class: 'catatan-verifikasi' }, findings.map((each) => el('li', {}, el('code', {}, each.KodeCatatan), ` ${each.Uraian}`)));

function returned(month: Month, rows: readonly Returned[]): HTMLElement {
  return tableOf<Returned>({
    id: 'dikembalikan',
    caption: 'Dikembalikan untuk diperbaiki',
    file: `dikembalikan-${month.Bulan.slice(0, 7)}`,
    empty: 'Tidak ada laporan bulan ini yang dikembalikan.',
    rows,
    cards: true,
    columns: [
      { title: 'Kantor', value: (row) => row.name },
      { title: 'Berkas', value: (row) => row.report.NamaBerkas, cell: (row) => [el('a', { href: receiptOf(row.report.LaporanMasuk) }, row.report.NamaBerkas, spoken(': tanda terima')), el('small', {}, momentAbbreviated(row.report.DiserahkanPada))] },
      { title: 'Sebab', value: (row) => row.findings.map((each) => `${each.KodeCatatan}: ${each.Uraian}`).join(' '), cell: (row) => findingList(row.findings) },
      { title: 'Sudah diperbaiki', value: (row) => row.mended },
      { title: 'Kiriman', value: (row) => row.report.LaporanMasuk, fileOnly: true },
    ],
  });
}

function unreadable(month: Month, rows: readonly LaporanMasuk[], findings: readonly CatatanVerifikasi[]): HTMLElement {
  return tableOf<LaporanMasuk>({
    id: 'tak-terbaca',
    caption: `Berkas tanpa laporan yang terbaca, diterima ${monthName(next(month.Bulan))}`,
    file: `tak-terbaca-${next(month.Bulan).slice(0, 7)}`,
    empty: '',
    rows,
    cards: true,
    columns: [
      { title: 'Folder', value: (row) => row.NamaWilayahFolder, cell: (row) => (row.NamaWilayahFolder === null ? 'tidak diketahui' : shortName(row.NamaWilayahFolder)) },
      { title: 'Berkas', value: (row) => row.NamaBerkas, cell: (row) => [row.NamaBerkas, el('small', {}, momentAbbreviated(row.DiserahkanPada))] },
      { title: 'Sebab', value: (row) => findings.filter((each) => each.LaporanMasuk === row.LaporanMasuk).map((each) => each.Uraian).join(' '), cell: (row) => findingList(findings.filter((each) => each.LaporanMasuk === row.LaporanMasuk)) },
      { title: 'Tanda terima', value: (row) => row.NomorTandaTerima, cell: (row) => el('a', { href: receiptOf(row.LaporanMasuk) }, row.NomorTandaTerima) },
    ],
  });
}

/** The month after: when a month's reports come in. */
function next(bulan: string): string {
  const [year = 0, month = 0] = bulan.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
