/** Where does this number come from? From a figure to the regions, the submission, the file, the sheet, the cell and what stood in it. */

import { link, receiptOf, type Address } from '../address';
import { indicatorsOf, type Context, type Month } from '../context';
import { el, mark, type Child } from '../dom';
import { literal, read } from '../feed';
import { categoryOf, completeness, inUnit, realisation, reasonOf, shortfallOf, shortName, statusBadge } from '../figures';
import { choice, message } from '../frame';
import { kinerjaColumns, type CatatanVerifikasi, type DataRealisasi, type Indikator, type Kinerja, type Komponen, type LaporanMasuk, type PerubahanPenetapan, type Wilayah } from '../rows';
import { tableOf, type Table } from '../table';
import { count, decimal, month as monthName, moment, monthOfYear, NONE, signed } from '../text';
import type { Page, Shown } from './page';

/** A month that a figure rests on, and the cell of one of its two numbers; none where the month was not reported. */
interface Source {
  readonly month: Kinerja;
  readonly role: string;
  readonly cell: DataRealisasi | undefined;
  readonly submission: LaporanMasuk | undefined;
}

export const origin: Page = async (context, month, address): Promise<Shown> => {
  const indicators = indicatorsOf(context, month.Bulan);
  const indicator = indicators.find((each) => each.KodeIndikator === (address.indicator ?? indicators[0]?.KodeIndikator));
  const region = [context.province, ...context.regions].find((each) => each.KodeWilayah === (address.region ?? context.province.KodeWilayah));
  if (indicator === undefined || region === undefined) {
    return { title: 'Asal angka', content: message('Indikator atau wilayah tidak dikenal', el('p', {}, 'Kode pada alamat halaman ini tidak ada dalam data acuan bulan itu.')) };
  }

  const code = indicator.KodeIndikator;
  const isProvince = region === context.province;
  const [rows, components, history] = await Promise.all([
    read<Kinerja>('Kinerja', { $filter: `Bulan eq ${month.Bulan} and KodeIndikator eq ${literal(code)}${isProvince ? '' : ` and KodeWilayah eq ${literal(region.KodeWilayah)}`}`, $select: kinerjaColumns }),
    read<Komponen>('Komponen', { $filter: `KodeIndikator eq ${literal(code)}` }),
    read<PerubahanPenetapan>('PerubahanPenetapan', { $filter: `Bulan eq ${month.Bulan} and KodeWilayah eq ${literal(region.KodeWilayah)} and KodeIndikator eq ${literal(code)}`, $orderby: 'PenetapanKe' }),
  ]);
  const row = rows.find((each) => each.KodeWilayah === region.KodeWilayah);
  const regions = rows.filter((each) => each !== row);
  const sources = row === undefined || regions.length > 0 ? [] : await sourcesOf(row, components);
  const title = `${code}, ${shortName(region.NamaWilayah)}, ${monthName(month.Bulan)}`;
  return {
    title: `Asal angka ${title}`,
    content: [
      el('h1', { tabindex: -1 }, `Asal angka: ${title}`),
      pickers(context, month, address, indicators, indicator, region),
      row === undefined
        ? el('p', { class: 'putusan' }, `${indicator.NamaIndikator} tidak berlaku bagi ${region.NamaWilayah}.`)
        : [figure(context, indicator, row), how(components)],
      regions.length === 0 ? null : byRegion(context, month, code, regions),
      row === undefined || regions.length > 0 ? null : [cells(month, code, region, sources), await remarks(code, sources)],
      changes(context, month, code, history),
    ],
  };
};

function pickers(context: Context, month: Month, address: Address, indicators: readonly Indikator[], indicator: Indikator, region: Wilayah): HTMLElement {
  const place: Address = { ...address, month: month.Bulan, indicator: indicator.KodeIndikator, region: region.KodeWilayah };
  return el('div', { class: 'saring' },
    choice('Indikator', indicators.map((each) => [each.KodeIndikator, `${each.KodeIndikator} ${each.NamaIndikator}`]), indicator.KodeIndikator, (picked) => link({ ...place, indicator: picked })),
    choice('Wilayah', [context.province, ...context.regions].map((each) => [each.KodeWilayah, each.NamaWilayah]), region.KodeWilayah, (picked) => link({ ...place, region: picked })));
}

function figure(context: Context, indicator: Indikator, row: Kinerja): HTMLElement {
  const pair = (title: string, ...content: readonly Child[]): Child => el('div', {}, el('dt', {}, title), el('dd', {}, content));
  return el('dl', { class: 'angka-besar', id: 'angka' },
    pair(indicator.NamaIndikator, el('strong', { 'data-nilai': 'Realisasi' }, inUnit(context, row.KodeIndikator, row.Realisasi)), reasonOf(row) === null ? null : el('small', {}, reasonOf(row))),
    pair('Pembilang', el('span', { 'data-nilai': 'Pembilang' }, count(row.Pembilang))),
    pair('Penyebut', el('span', { 'data-nilai': 'Penyebut' }, count(row.Penyebut))),
    pair('Target', row.Target === null ? '– tanpa target' : inUnit(context, row.KodeIndikator, row.Target)),
    pair('Rasio capaian', row.RasioCapaian === null ? NONE : `${decimal(row.RasioCapaian)} %`),
    pair('Kategori', categoryOf(context, row)),
    pair('Kelengkapan', row.Tingkat === 'Provinsi' ? completeness(row) : row.Lengkap === true ? 'lengkap' : shortfallOf(row) ?? 'belum dilaporkan'),
    pair('Status', statusBadge(row.StatusBulan, row.PenetapanKe)));
}

function how(components: readonly Komponen[]): Child {
  const joined: Readonly<Record<string, string>> = {
    Jumlah: 'bulan-bulannya dijumlahkan sejak Januari',
    Kumulatif: 'angka terakhir dalam tahun itu',
    Posisi: 'keadaan terakhir, paling lama dua belas bulan',
    Tahunan: 'satu angka untuk setahun',
  };
  return el('ul', { class: 'cara' }, components.map((each) => el('li', {}, el('b', {}, `${each.Peran}: `), `${each.NamaKomponen} (${each.Satuan}); ${joined[each.Akumulasi] ?? each.Akumulasi}.`)));
}

function byRegion(context: Context, month: Month, code: string, rows: readonly Kinerja[]): HTMLElement {
  return tableOf<Kinerja>({
    id: 'wilayah-asal',
    caption: 'Angka provinsi adalah jumlah komponen wilayah berikut',
    file: `asal-${code}-provinsi-${month.Bulan.slice(0, 7)}`,
    empty: '',
    rows,
    columns: [
      { title: 'Wilayah', value: (row) => row.NamaWilayah, cell: (row) => el('a', { href: link({ view: 'asal', month: row.Bulan, indicator: code, region: row.KodeWilayah }) }, shortName(row.NamaWilayah)) },
      { title: 'Kode wilayah', value: (row) => row.KodeWilayah, fileOnly: true },
      { title: 'Pembilang', numeric: true, value: (row) => row.Pembilang, cell: (row) => count(row.Pembilang) },
      { title: 'Penyebut', numeric: true, value: (row) => row.Penyebut, cell: (row) => count(row.Penyebut) },
      { title: 'Realisasi', numeric: true, value: (row) => row.Realisasi, cell: (row) => realisation(context, row, row.NamaWilayah) },
      { title: 'Data s.d.', value: (row) => row.DataBulan, cell: (row) => (row.DataBulan === null ? NONE : monthOfYear(row.DataBulan)) },
      { title: 'Kelengkapan', value: (row) => (row.Lengkap === true ? 'lengkap' : shortfallOf(row) ?? 'belum dilaporkan') },
    ],
  });
}

/** The cells behind a region's figure: of every month where months add up, else of the month that the figure is from. */
async function sourcesOf(row: Kinerja, components: readonly Komponen[]): Promise<Source[]> {
  if (row.DataBulan === null) {
    return [];
  }

  const adds = components.some((each) => each.Akumulasi === 'Jumlah');
  const from = adds ? `${row.Bulan.slice(0, 4)}-01-01` : row.DataBulan;
  const until = adds ? row.Bulan : row.DataBulan;
  const filter = `Bulan ge ${from} and Bulan le ${until} and KodeWilayah eq ${literal(row.KodeWilayah)} and KodeIndikator eq ${literal(row.KodeIndikator)}`;
  const [months, figures] = await Promise.all([
    read<Kinerja>('Kinerja', { $filter: filter, $select: kinerjaColumns }),
    read<DataRealisasi>('DataRealisasi', { $filter: filter }),
  ]);
  // A province's own row names no submission: the report that stands is the one.
  const behind = (month: Kinerja, role: string): DataRealisasi | undefined => figures.find((each) =>
    each.Bulan === month.Bulan && each.Peran === role && (month.LaporanMasuk === null ? month.Tingkat === 'Provinsi' && each.Berlaku : each.LaporanMasuk === month.LaporanMasuk));
  const roles = components.map((each) => each.Peran);
  // The latest first: it is the one that is asked about.
  const found = [...months].sort((left, right) => right.Bulan.localeCompare(left.Bulan)).flatMap((month) => roles.map((role) => ({ month, role, cell: behind(month, role) })));
  const submissions = await submissionsOf(found.flatMap((each) => (each.cell === undefined ? [] : [each.cell.LaporanMasuk])));
  return found.map((each) => ({ ...each, submission: submissions.find((submission) => submission.LaporanMasuk === each.cell?.LaporanMasuk) }));
}

async function submissionsOf(names: readonly string[]): Promise<LaporanMasuk[]> {
  const distinct = [...new Set(names)];
  return distinct.length === 0 ? [] : await read<LaporanMasuk>('LaporanMasuk', { $filter: `LaporanMasuk in (${distinct.map(literal).join(',')})` });
}

function cells(month: Month, code: string, region: Wilayah, sources: readonly Source[]): HTMLElement {
  const table: Table<Source> = {
    id: 'sel',
    caption: 'Sel asal setiap angka',
    file: `asal-${code}-${region.KodeWilayah}-${month.Bulan.slice(0, 7)}`,
    empty: 'Belum ada laporan yang diterima untuk angka ini.',
    rows: sources,
    cards: true,
    // On a narrow screen the month that is asked about, the months before it behind a button.
    first: sources.filter((source) => source.month === sources[0]?.month).length,
    columns: [
      { title: 'Bulan', value: (source) => source.month.Bulan, cell: (source) => monthOfYear(source.month.Bulan) },
      { title: 'Peran', value: (source) => source.role },
      { title: 'Angka', numeric: true, value: (source) => source.cell?.Jumlah ?? null, cell: (source) => (source.cell === undefined ? el('span', { class: 'kosong' }, NONE, el('small', {}, 'belum dilaporkan')) : el('strong', { 'data-nilai': 'Jumlah' }, count(source.cell.Jumlah))) },
      { title: 'Isi sel', value: (source) => source.cell?.IsiSel ?? null, cell: (source) => (source.cell === undefined ? NONE : el('q', {}, source.cell.IsiSel)) },
      { title: 'Sel', value: (source) => source.cell?.Sel ?? null, cell: (source) => (source.cell === undefined ? NONE : el('b', {}, source.cell.Sel)) },
      { title: 'Lembar', value: (source) => source.cell?.Lembar ?? null },
      { title: 'Berkas', value: (source) => source.cell?.NamaBerkas ?? null, cell: (source) => (source.cell === undefined ? NONE : [source.cell.NamaBerkas, el('small', {}, `diserahkan ${moment(source.cell.DiserahkanPada)}`)]) },
      { title: 'Tanda terima', value: (source) => source.submission?.NomorTandaTerima ?? null, cell: (source) => receipt(source) },
      { title: 'Kiriman', value: (source) => source.cell?.LaporanMasuk ?? null, fileOnly: true },
    ],
  };
  return tableOf(table);
}

function receipt(source: Source): Child {
  if (source.submission === undefined) {
    return NONE;
  }

  return [
    el('a', { href: receiptOf(source.submission.LaporanMasuk) }, source.submission.NomorTandaTerima),
    el('small', {}, source.submission.Putusan ?? 'diproses'),
    source.submission.Ditarik ? el('small', { class: 'awas' }, mark('⚠'), `ditarik: ${source.submission.AlasanPenarikan ?? ''}`) : null,
    source.cell?.Berlaku === false && !source.submission.Ditarik ? el('small', { class: 'awas' }, mark('⚠'), 'sudah digantikan kiriman yang lebih baru, menunggu penetapan berikutnya') : null,
  ];
}

async function remarks(code: string, sources: readonly Source[]): Promise<Child> {
  const names = [...new Set(sources.flatMap((each) => (each.cell === undefined ? [] : [each.cell.LaporanMasuk])))];
  const found = names.length === 0 ? [] : await read<CatatanVerifikasi>('CatatanVerifikasi', { $filter: `LaporanMasuk in (${names.map(literal).join(',')}) and KodeIndikator eq ${literal(code)}` });
  return found.length === 0 ? null
    : el('section', { class: 'ringkas' }, el('h2', {}, 'Catatan verifikasi pada angka ini'),
      el('ul', { class: 'catatan-verifikasi' }, found.map((each) => el('li', {}, el('code', {}, each.KodeCatatan), ` ${each.TingkatCatatan}: ${each.Uraian}`))));
}

function changes(context: Context, month: Month, code: string, rows: readonly PerubahanPenetapan[]): Child {
  return month.PenetapanKe === null || month.PenetapanKe === 1 ? null : tableOf<PerubahanPenetapan>({
    id: 'riwayat',
    caption: 'Angka ini dari penetapan ke penetapan',
    file: `riwayat-${code}-${month.Bulan.slice(0, 7)}`,
    empty: 'Angka ini tidak berubah sejak penetapan pertama.',
    rows,
    cards: true,
    columns: [
      { title: 'Penetapan', value: (row) => row.PenetapanKe, cell: (row) => `ke-${row.PenetapanKe}` },
      { title: 'Sebelum', numeric: true, value: (row) => row.RealisasiSebelum, cell: (row) => inUnit(context, code, row.RealisasiSebelum) },
      { title: 'Sesudah', numeric: true, value: (row) => row.Realisasi, cell: (row) => inUnit(context, code, row.Realisasi) },
      { title: 'Selisih', numeric: true, value: (row) => row.SelisihRealisasi, cell: (row) => signed(row.SelisihRealisasi) },
      { title: 'Sebab', value: (row) => row.Sebab },
      { title: 'Kiriman', value: (row) => row.LaporanMasuk },
    ],
  });
}
