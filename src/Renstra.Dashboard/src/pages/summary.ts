/** Are we on target, this month and for the year? The province's indicators, and how complete the statement is. */

import { link } from '../address';
import { indicatorsOf, isHeadline, latest, type Context, type Month } from '../context';
import { button, el, mark, spoken, svg, type Child } from '../dom';
import { read } from '../feed';
import { categoryOf, completeness, digitsOf, inUnit, isBelow, legend, realisation, reasonOf, scaleOf, shortName, statusBadge, symbolOf, toneOf } from '../figures';
import { kinerjaColumns, type Indikator, type KepatuhanLaporan, type Kinerja, type PerubahanPenetapan, type Target } from '../rows';
import { tableOf, type Column } from '../table';
import { count, day, decimal, items, list, month as monthName } from '../text';
import type { Page, Shown } from './page';

/** The drawing of a ratio ends here; what lies beyond is said by the number. */
const widestRatio = 125;

/** So many names a sentence can bear; the table has them all. */
const mostNames = 4;

interface Line {
  readonly indicator: Indikator;
  readonly row: Kinerja;
  readonly regions: readonly Kinerja[];
  /** The year's target, where the month is measured against another: that of its quarter. */
  readonly yearTarget: number | null;
}

export const summary: Page = async (context, month): Promise<Shown> => {
  const [rows, targets, compliance, changes] = await Promise.all([
    read<Kinerja>('Kinerja', { $filter: `Bulan eq ${month.Bulan}`, $select: kinerjaColumns }),
    read<Target>('Target', { $filter: `Tahun eq ${month.Bulan.slice(0, 4)} and PeriodeTarget eq 'Tahun' and BerlakuMulai le ${month.Bulan}`, $orderby: 'BerlakuMulai desc' }),
    read<KepatuhanLaporan>('KepatuhanLaporan', { $filter: `Bulan eq ${month.Bulan}` }),
    month.PenetapanKe === null || month.PenetapanKe < 2 ? Promise.resolve([]) : read<PerubahanPenetapan>('PerubahanPenetapan', {
      $filter: `Bulan eq ${month.Bulan} and PenetapanKe eq ${month.PenetapanKe} and Tingkat eq 'Provinsi'`,
      $select: 'KodeIndikator,RealisasiSebelum,Realisasi',
    }),
  ]);
  const lines = indicatorsOf(context, month.Bulan).flatMap((indicator): Line[] => {
    const own = rows.filter((row) => row.KodeIndikator === indicator.KodeIndikator);
    const row = own.find((each) => each.KodeWilayah === context.province.KodeWilayah);
    const year = targets.find((each) => each.KodeIndikator === indicator.KodeIndikator && (each.KodeWilayahTarget === 'semua' || each.KodeWilayahTarget === context.province.KodeWilayah));
    return row === undefined ? [] : [{
      indicator,
      row,
      regions: own.filter((each) => each !== row),
      yearTarget: year === undefined || row.Target === null || year.Target === row.Target ? null : year.Target,
    }];
  });
  const headline = lines.filter((line) => isHeadline(line.indicator.KodeIndikator));
  const others = lines.filter((line) => !isHeadline(line.indicator.KodeIndikator));
  const name = monthName(month.Bulan);
  return {
    title: `Ringkasan ${name}`,
    content: [
      letterhead(),
      el('div', { class: 'judul' },
        el('h1', { tabindex: -1 }, `Ringkasan kinerja ${name}`),
        button('Cetak ringkasan', { class: 'cetak' }, () => window.print())),
      standing(month, headline),
      headline.length === 0 ? el('p', { class: 'pesan' }, `Belum ada indikator yang diukur pada ${name}.`) : [verdict(headline), where(month, headline), table(context, month, headline)],
      legend(context, rows),
      el('div', { class: 'dua' }, reports(month, compliance), changed(month, changes)),
      others.length === 0 ? null : yearly(context, month, others),
      signature(context, month),
    ],
  };
};

function standing(month: Month, lines: readonly Line[]): HTMLElement {
  const running = lines.some((line) => line.row.Berjalan);
  const year = month.Bulan.slice(0, 4);
  return el('p', { class: 'kedudukan' },
    statusBadge(month.StatusBulan, month.PenetapanKe),
    month.DitetapkanPada === null
      ? ' Bulan ini belum ditetapkan: angka dihitung dari laporan yang sudah masuk dan masih dapat berubah.'
      : ` Ditetapkan ${day(month.DitetapkanPada)}.`,
    running
      ? ` Capaian berjalan s.d. ${monthName(month.Bulan)} dibandingkan dengan target ${year}; belum final sampai Desember.`
      : ` Capaian setahun dibandingkan dengan target ${year}.`);
}

/** The minute's worth: what is on target, what is not, and how complete that statement is. */
function verdict(lines: readonly Line[]): HTMLElement {
  const measured = lines.filter((line) => line.row.RasioCapaian !== null);
  const below = measured.filter((line) => isBelow(line.row));
  const unknown = lines.filter((line) => line.row.RasioCapaian === null);
  const incomplete = lines.filter((line) => line.row.Lengkap !== true);
  const missing = [...new Set(incomplete.flatMap((line) => items(line.row.WilayahBelum)))];
  const codes = (some: readonly Line[]): string => list(some.map((line) => line.indicator.KodeIndikator));
  return el('p', { class: 'putusan', id: 'putusan' },
    measured.length === 0 ? 'Belum ada indikator yang dapat diukur. '
      : below.length === 0 ? `Semua ${count(measured.length)} indikator yang dapat diukur mencapai target. `
      : el('strong', { class: 'awas' }, `${count(below.length)} dari ${count(lines.length)} indikator di bawah target: ${codes(below)}. `),
    unknown.length > 0 && measured.length > 0 ? `Belum dapat diukur: ${codes(unknown)}. ` : null,
    incomplete.length === 0 ? 'Semua laporan yang wajib sudah masuk.'
      : `${incomplete.length === lines.length ? 'Semua angka' : codes(incomplete)} belum lengkap: ${missing.length === 0 ? 'ada bulan sebelumnya yang kurang.' : `${list(missing.slice(0, mostNames).map(shortName))}${missing.length > mostNames ? ` dan ${count(missing.length - mostNames)} wilayah lain` : ''} belum melapor bulan ini.`}`);
}

/** In which regions: of every indicator below its target how many are, and which, where a sentence can bear the names. */
function where(month: Month, lines: readonly Line[]): Child {
  const below = lines.filter((line) => isBelow(line.row)).map((line) => ({
    code: line.indicator.KodeIndikator,
    regions: line.regions.filter(isBelow),
    measured: line.regions.filter((row) => row.RasioCapaian !== null).length,
    applying: line.regions.length,
  })).filter((each) => each.measured > 0);
  return below.length === 0 ? null : el('p', { class: 'di-mana', id: 'di-mana' }, 'Di mana: ', below.map((each, index) => [
    index === 0 ? null : '; ',
    el('a', { href: link({ view: 'wilayah', month: month.Bulan, indicator: each.code, region: null }) },
      `${each.code} di ${each.regions.length === each.measured ? `semua ${count(each.measured)}` : `${count(each.regions.length)} dari ${count(each.measured)}`} wilayah${each.measured < each.applying ? ' yang terukur' : ''}`),
    each.regions.length === 0 || each.regions.length > mostNames ? null : ` (${list(each.regions.map((row) => shortName(row.NamaWilayah)))})`,
  ]), '.');
}

function table(context: Context, month: Month, lines: readonly Line[]): HTMLElement {
  const year = month.Bulan.slice(0, 4);
  const columns: Column<Line>[] = [
    {
      title: 'Indikator',
      value: (line) => `${line.indicator.KodeIndikator} ${line.indicator.NamaIndikator}`,
      cell: (line) => el('a', { class: 'indikator', href: link({ view: 'tren', month: month.Bulan, indicator: line.indicator.KodeIndikator, region: null }) },
        el('b', {}, line.indicator.KodeIndikator), ` ${line.indicator.NamaIndikator}`),
    },
    {
      title: 'Realisasi',
      heading: `Realisasi s.d. ${monthName(month.Bulan).split(' ')[0] ?? ''}`,
      numeric: true,
      value: (line) => line.row.Realisasi,
      cell: (line) => [
        el('strong', { class: 'utama', 'data-nilai': 'Realisasi' }, realisation(context, line.row, `${line.indicator.KodeIndikator} provinsi`)),
        el('small', {}, `${count(line.row.Pembilang)} dari ${count(line.row.Penyebut)}`),
      ],
    },
    {
      title: 'Bulan ini saja',
      numeric: true,
      value: (line) => line.row.RealisasiBulan,
      cell: (line) => [
        inUnit(context, line.indicator.KodeIndikator, line.row.RealisasiBulan),
        el('small', {}, line.row.RealisasiBulan !== null ? `${count(line.row.PembilangBulan)} dari ${count(line.row.PenyebutBulan)}`
          : line.row.PembilangBulan === null ? 'belum dilaporkan' : 'penyebut 0'),
      ],
    },
    {
      title: 'Target',
      heading: `Target ${year}`,
      numeric: true,
      value: (line) => line.row.Target,
      cell: (line) => line.row.Target === null ? el('span', { class: 'kosong' }, '–', el('small', {}, 'tanpa target'))
        : [inUnit(context, line.indicator.KodeIndikator, line.row.Target),
          line.yearTarget === null ? null : el('small', { class: 'lega' }, `target triwulan; setahun ${inUnit(context, line.indicator.KodeIndikator, line.yearTarget)}`)],
    },
    {
      title: 'Rasio capaian',
      numeric: true,
      value: (line) => line.row.RasioCapaian,
      cell: (line) => [
        line.row.RasioCapaian === null
          ? el('span', { class: 'kosong' }, '–', el('small', {}, line.row.Target === null ? 'tanpa target' : reasonOf(line.row)))
          : el('strong', {}, `${decimal(line.row.RasioCapaian)} %`),
        bullet(context, line.row),
        line.row.RasioCapaian === null ? null : el('small', { class: isBelow(line.row) ? 'awas' : null }, isBelow(line.row) ? 'di bawah target' : 'target tercapai'),
      ],
    },
    { title: 'Kategori', value: (line) => line.row.Kategori, cell: (line) => categoryOf(context, line.row) },
    {
      title: 'Kelengkapan',
      value: (line) => `${count(line.row.WilayahMelapor)} dari ${count(line.row.WilayahWajib)}`,
      cell: (line) => completeness(line.row),
    },
    { title: 'Wilayah belum melapor', value: (line) => line.row.WilayahBelum, fileOnly: true },
    { title: 'Lengkap', value: (line) => line.row.Lengkap, fileOnly: true },
    { title: 'Status', value: () => month.StatusBulan, fileOnly: true },
    {
      title: 'Sebaran wilayah',
      value: (line) => scaleOf(context, line.regions).map((step) => `${step.Kategori}: ${count(line.regions.filter((row) => row.UrutanKategori === step.UrutanKategori).length)}`).join('; '),
      cell: (line) => spread(context, month, line),
    },
  ];
  return tableOf({ id: 'indikator', caption: `Indikator kinerja utama Provinsi NTT, ${monthName(month.Bulan)}`, file: `ringkasan-${month.Bulan.slice(0, 7)}`, columns, rows: lines, empty: '', cards: true });
}

/** The ratio as a bar against the line of 100 %. The number beside it says the same. */
function bullet(context: Context, row: Kinerja): Child {
  const tone = toneOf(context, row);
  return row.RasioCapaian === null || tone === null ? null
    : svg('svg', { class: 'batang', viewBox: `0 0 ${widestRatio} 10`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
      svg('rect', { class: 'alas', width: widestRatio, height: 10 }),
      svg('rect', { class: tone, y: 2, width: Math.max(0, Math.min(row.RasioCapaian, widestRatio)), height: 6 }),
      svg('rect', { class: 'batas', x: 99.2, width: 1.6, height: 10 }));
}

/** How many regions are in which category, as a way to them. */
function spread(context: Context, month: Month, line: Line): HTMLElement {
  const groups = scaleOf(context, line.regions).map((step) => ({
    tone: toneOf(context, step),
    label: step.Kategori,
    many: line.regions.filter((row) => row.UrutanKategori === step.UrutanKategori).length,
  }));
  const without = line.regions.filter((row) => row.UrutanKategori === null).length;
  return el('a', { class: 'sebaran', href: link({ view: 'wilayah', month: month.Bulan, indicator: line.indicator.KodeIndikator, region: null }) },
    spoken('Wilayah menurut kategori: '),
    groups.filter((group) => group.many > 0).map((group) => el('span', { class: `kategori ${group.tone ?? ''}` },
      mark(symbolOf(group.tone)), count(group.many), spoken(` ${group.label}; `))),
    without === 0 ? null : el('span', { class: 'kategori nihil' }, mark('–'), count(without), spoken(' tanpa kategori')));
}

function reports(month: Month, rows: readonly KepatuhanLaporan[]): HTMLElement {
  const of = (...statuses: readonly string[]): KepatuhanLaporan[] => rows.filter((row) => statuses.includes(row.StatusKepatuhan));
  const arrived = of('Sudah', 'Terlambat');
  const line = (title: string, some: readonly KepatuhanLaporan[]): Child => some.length === 0 ? null
    : el('li', {}, el('b', {}, `${title}: `), some.map((row) => shortName(row.NamaWilayah)).join(', '));
  return el('section', { class: 'ringkas' }, el('h2', {}, 'Laporan bulan ini'),
    el('p', {}, `${count(arrived.length)} dari ${count(rows.length)} laporan sudah diterima.`),
    el('ul', {},
      line('Terlambat', of('Terlambat')),
      line('Dikembalikan dan belum diperbaiki', of('Dikembalikan')),
      line('Belum ada, lewat batas waktu', of('Belum')),
      of('Belum jatuh tempo').length === 0 ? null : el('li', {}, `${count(of('Belum jatuh tempo').length)} laporan belum jatuh tempo.`)),
    el('a', { href: link({ view: 'kepatuhan', month: month.Bulan, indicator: null, region: null }) }, 'Kepatuhan pengiriman'));
}

function changed(month: Month, rows: readonly Pick<PerubahanPenetapan, 'KodeIndikator' | 'Realisasi' | 'RealisasiSebelum'>[]): HTMLElement {
  const moved = rows.filter((row) => row.Realisasi !== row.RealisasiSebelum);
  return el('section', { class: 'ringkas' }, el('h2', {}, 'Perubahan sejak penetapan sebelumnya'),
    el('p', {}, month.PenetapanKe === null ? 'Bulan ini belum ditetapkan.'
      : month.PenetapanKe === 1 ? 'Ini penetapan pertama untuk bulan ini.'
      : moved.length === 0 ? 'Realisasi provinsi tidak berubah.'
      : `Realisasi provinsi berubah pada ${list(moved.map((row) => row.KodeIndikator))}.`),
    month.PenetapanKe === null || month.PenetapanKe === 1 ? null
      : el('a', { href: link({ view: 'perubahan', month: month.Bulan, indicator: null, region: null }) }, 'Apa yang berubah, dan karena kiriman mana'));
}

function yearly(context: Context, month: Month, lines: readonly Line[]): HTMLElement {
  const digits = (line: Line): number => digitsOf(context, line.indicator.KodeIndikator);
  return tableOf<Line>({
    id: 'tahunan',
    caption: 'Indikator makro, angka tahunan Badan Pusat Statistik',
    file: `indikator-makro-${month.Bulan.slice(0, 7)}`,
    rows: lines,
    empty: '',
    cards: true,
    columns: [
      { title: 'Indikator', value: (line) => `${line.indicator.KodeIndikator} ${line.indicator.NamaIndikator}`, cell: (line) => [el('b', {}, line.indicator.KodeIndikator), ` ${line.indicator.NamaIndikator}`, el('small', {}, line.indicator.Polaritas === 'Turun' ? 'makin kecil makin baik' : 'makin besar makin baik')] },
      { title: 'Realisasi', numeric: true, value: (line) => line.row.Realisasi, cell: (line) => el('span', { 'data-nilai': 'Realisasi' }, realisation(context, line.row, line.indicator.KodeIndikator)) },
      { title: 'Target', numeric: true, value: (line) => line.row.Target, cell: (line) => line.row.Target === null ? '–' : `${decimal(line.row.Target, digits(line))} ${line.indicator.Satuan}` },
      { title: 'Rasio capaian', numeric: true, value: (line) => line.row.RasioCapaian, cell: (line) => line.row.RasioCapaian === null ? el('span', { class: 'kosong' }, '–', el('small', {}, reasonOf(line.row))) : `${decimal(line.row.RasioCapaian)} %` },
      { title: 'Kategori', value: (line) => line.row.Kategori, cell: (line) => categoryOf(context, line.row) },
    ],
  });
}

/** On paper alone. */
function letterhead(): HTMLElement {
  return el('div', { class: 'kop', 'aria-hidden': 'true' },
    el('p', {}, 'Pemerintah Provinsi Nusa Tenggara Timur'),
    el('p', {}, 'Dinas Ketenagakerjaan dan Transmigrasi'));
}

/** On paper alone: what the sheet rests on, and where it is signed. */
function signature(context: Context, month: Month): HTMLElement {
  const current = latest(context);
  return el('div', { class: 'tanda-tangan', 'aria-hidden': 'true' },
    el('p', { class: 'dasar' },
      `Sumber: umpan data Renstra, dibaca ${day(context.status.DibacaPada)}. ${month.StatusBulan === 'Tetap' ? `Angka tetap menurut penetapan ke-${month.PenetapanKe ?? ''}.` : 'Angka sementara: belum ditetapkan.'} `,
      `Angka provinsi adalah jumlah komponen kabupaten/kota, bukan rata-rata persentase. Data acuan ${context.status.VersiReferensi}.`,
      current !== null && current.Bulan > month.Bulan ? ` Bulan tetap terakhir: ${monthName(current.Bulan)}.` : null),
    el('div', {}, el('p', {}, 'Kupang, ........................................'), el('p', {}, 'Kepala Dinas,'), el('p', { class: 'nama' }, '........................................'), el('p', {}, 'NIP. ....................................')));
}
