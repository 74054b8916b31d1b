/** The receipt of a submission, as its sender got it: verdict, what to mend, what to look at, and the numbers as they were read. */

import { link } from '../address';
import type { Context } from '../context';
import { el, mark, type Child } from '../dom';
import { literal, read } from '../feed';
import { shortName } from '../figures';
import { message } from '../frame';
import type { CatatanVerifikasi, DataRealisasi, Laporan, LaporanMasuk } from '../rows';
import { tableOf } from '../table';
import { count, day, month as monthName, moment, monthOfYear, NONE } from '../text';
import type { Page, Shown } from './page';

const verdicts: Readonly<Record<string, readonly [symbol: string, look: string, text: string]>> = {
  'DITERIMA': ['✓', 'sudah', 'Laporan diterima. Angkanya tercatat dan ikut dihitung dalam rekapitulasi provinsi.'],
  'DITERIMA SEBAGIAN': ['◐', 'terlambat', 'Sebagian laporan diterima; sebagian lagi dikembalikan untuk diperbaiki dan belum tercatat.'],
  'DIKEMBALIKAN': ['↩', 'dikembalikan', 'Laporan dikembalikan untuk diperbaiki. Belum ada angka dari berkas ini yang tercatat.'],
};

export const receipt: Page = async (context, _month, address): Promise<Shown> => {
  const name = address.submission ?? '';
  const filter = `LaporanMasuk eq ${literal(name)}`;
  const submission = (await read<LaporanMasuk>('LaporanMasuk', { $filter: filter }))[0];
  if (submission === undefined) {
    return { title: 'Tanda terima', content: message('Kiriman tidak dikenal', el('p', {}, `Tidak ada kiriman dengan nama ${name === '' ? '(kosong)' : name}.`)) };
  }

  // What a file says is about months up to the one that it came in.
  const reported = `${filter} and Bulan le ${submission.BulanTerima}`;
  const [reports, findings, figures] = await Promise.all([
    read<Laporan>('Laporan', { $filter: reported }),
    read<CatatanVerifikasi>('CatatanVerifikasi', { $filter: filter, $orderby: 'Nomor' }),
    read<DataRealisasi>('DataRealisasi', { $filter: reported }),
  ]);
  const [symbol, look, text] = verdicts[submission.Putusan ?? ''] ?? ['…', 'nanti', 'Berkas ini masih diperiksa.'];
  const errors = findings.filter((each) => each.TingkatCatatan === 'Kesalahan');
  const warnings = findings.filter((each) => each.TingkatCatatan !== 'Kesalahan');
  return {
    title: `Tanda terima ${submission.NomorTandaTerima}`,
    content: [
      el('h1', { tabindex: -1 }, `Tanda terima ${submission.NomorTandaTerima}`),
      el('p', { class: 'putusan' }, el('span', { class: `hari ${look}` }, mark(symbol), submission.Putusan ?? 'DIPROSES'), ` ${text}`),
      withdrawn(submission),
      facts(submission),
      errors.length === 0 ? null : findingTable('kesalahan', 'Yang harus diperbaiki', submission, errors),
      warnings.length === 0 ? null : findingTable('peringatan', 'Mohon diperiksa kembali', submission, warnings,
        el('p', { class: 'catatan' }, 'Hal ini tidak menghalangi penerimaan laporan.')),
      submission.JumlahCatatan !== null && submission.JumlahCatatan > findings.length
        ? el('p', { class: 'catatan' }, `Ditampilkan ${count(findings.length)} dari ${count(submission.JumlahCatatan)} catatan.`) : null,
      reportTable(submission, reports),
      figureTable(context, submission, figures),
    ],
  };
};

function withdrawn(submission: LaporanMasuk): Child {
  return submission.Ditarik
    ? el('p', { class: 'peringatan' }, mark('⚠'), `Kiriman ini ditarik${submission.DitarikPada === null ? '' : ` pada ${day(submission.DitarikPada)}`} oleh ${submission.DitarikOleh ?? NONE}: ${submission.AlasanPenarikan ?? NONE}. Laporannya tidak berlaku lagi.`)
    : null;
}

function facts(submission: LaporanMasuk): HTMLElement {
  const folder = submission.NamaWilayahFolder === null ? null : shortName(submission.NamaWilayahFolder);
  const pair = (title: string, ...content: readonly Child[]): Child => el('div', {}, el('dt', {}, title), el('dd', {}, content));
  return el('dl', { class: 'rincian', id: 'kiriman' },
    pair('Berkas', submission.NamaBerkas),
    pair('Folder pengirim', folder ?? 'tidak dikenal'),
    pair('Diserahkan', moment(submission.DiserahkanPada)),
    pair('Selesai diperiksa', submission.SelesaiPada === null ? 'belum' : moment(submission.SelesaiPada)),
    pair('Tanda terima diantar', submission.DiantarPada === null ? 'belum' : moment(submission.DiantarPada),
      submission.BerkasTandaTerima === null ? null : el('small', {}, `di folder pengirim: hasil/${submission.BerkasTandaTerima}`)),
    pair('Data acuan', submission.VersiReferensi),
    pair('Kiriman', submission.LaporanMasuk));
}

function findingTable(id: string, caption: string, submission: LaporanMasuk, rows: readonly CatatanVerifikasi[], note?: Child): HTMLElement {
  return tableOf<CatatanVerifikasi>({
    id,
    caption,
    file: `${id}-${submission.NomorTandaTerima}`,
    empty: '',
    rows,
    cards: true,
    note,
    columns: [
      { title: 'Di mana', value: (row) => row.Sel ?? 'Seluruh berkas', cell: (row) => (row.Sel === null ? 'Seluruh berkas' : [el('b', {}, row.Sel), el('small', {}, row.Lembar === null || row.Lembar === '' ? null : `lembar ${row.Lembar}`)]) },
      { title: 'Lembar', value: (row) => row.Lembar, fileOnly: true },
      { title: 'Tertulis', value: (row) => row.IsiSel, cell: (row) => (row.IsiSel === null || row.IsiSel === '' ? '(kosong)' : el('q', {}, row.IsiSel)) },
      { title: 'Penjelasan dan cara memperbaiki', value: (row) => row.Uraian },
      { title: 'Kode', value: (row) => row.KodeCatatan, cell: (row) => el('code', {}, row.KodeCatatan) },
    ],
  });
}

function reportTable(submission: LaporanMasuk, rows: readonly Laporan[]): HTMLElement {
  return tableOf<Laporan>({
    id: 'laporan',
    caption: 'Laporan di dalam berkas ini',
    file: `laporan-${submission.NomorTandaTerima}`,
    empty: 'Belum ada laporan yang dapat dibaca dari berkas ini: wilayah atau bulannya belum dapat dipastikan.',
    rows,
    cards: true,
    columns: [
      { title: 'Laporan', value: (row) => row.NamaWilayah, cell: (row) => shortName(row.NamaWilayah) + (row.PemegangData === 'KAB' ? '' : ` (${row.PemegangData})`) },
      { title: 'Bulan', value: (row) => row.Bulan, cell: (row) => el('a', { href: link({ view: 'kepatuhan', month: row.Bulan, indicator: null, region: null }) }, monthName(row.Bulan)) },
      { title: 'Putusan', value: (row) => row.StatusLaporan },
      { title: 'Dipakai sekarang', value: (row) => row.Berlaku, cell: (row) => (row.Berlaku ? 'ya' : row.StatusLaporan === 'Diterima' ? 'tidak lagi: digantikan atau ditarik' : 'tidak') },
    ],
  });
}

function figureTable(context: Context, submission: LaporanMasuk, rows: readonly DataRealisasi[]): HTMLElement {
  const order = new Map(context.indicators.map((each) => [each.KodeIndikator, each.UrutanIndikator]));
  return tableOf<DataRealisasi>({
    id: 'dibaca',
    caption: 'Angka yang dibaca dari berkas ini',
    file: `angka-${submission.NomorTandaTerima}`,
    empty: 'Belum ada angka dari berkas ini yang tercatat.',
    rows: [...rows].sort((left, right) => left.Bulan.localeCompare(right.Bulan) || left.KodeWilayah.localeCompare(right.KodeWilayah)
      || (order.get(left.KodeIndikator) ?? 0) - (order.get(right.KodeIndikator) ?? 0) || left.Peran.localeCompare(right.Peran)),
    cards: true,
    columns: [
      { title: 'Indikator', value: (row) => row.KodeIndikator, cell: (row) => el('a', { href: link({ view: 'asal', month: row.Bulan, indicator: row.KodeIndikator, region: row.KodeWilayah }) }, row.KodeIndikator) },
      { title: 'Bulan', value: (row) => row.Bulan, cell: (row) => monthOfYear(row.Bulan), fileOnly: rows.every((row) => row.Bulan === rows[0]?.Bulan) },
      { title: 'Yang dihitung', value: (row) => row.NamaKomponen, cell: (row) => [row.NamaKomponen ?? NONE, el('small', {}, row.Peran)] },
      { title: 'Peran', value: (row) => row.Peran, fileOnly: true },
      { title: 'Angka', numeric: true, value: (row) => row.Jumlah, cell: (row) => el('strong', {}, count(row.Jumlah)) },
      { title: 'Tertulis', value: (row) => row.IsiSel, cell: (row) => el('q', {}, row.IsiSel) },
      { title: 'Sel', value: (row) => row.Sel, cell: (row) => [el('b', {}, row.Sel), el('small', {}, row.Lembar === '' ? null : `lembar ${row.Lembar}`)] },
      { title: 'Lembar', value: (row) => row.Lembar, fileOnly: true },
    ],
  });
}
