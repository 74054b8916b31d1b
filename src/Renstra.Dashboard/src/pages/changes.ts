/** What changed since the release before, and through which file? */

import { link, receiptOf } from '../address';
import type { Context, Month } from '../context';
import { el, type Child } from '../dom';
import { literal, read } from '../feed';
import { inUnit, shortName, statusBadge } from '../figures';
import type { LaporanMasuk, Penetapan, PerubahanPenetapan } from '../rows';
import { tableOf } from '../table';
import { count, items, month as monthName, moment, momentAbbreviated, NONE, signed } from '../text';
import type { Page, Shown } from './page';

export const changes: Page = async (context, month): Promise<Shown> => {
  const [releases, rows] = await Promise.all([
    read<Penetapan>('Penetapan', { $filter: `Bulan eq ${month.Bulan}`, $orderby: 'PenetapanKe desc' }),
    month.PenetapanKe === null ? Promise.resolve([]) : read<PerubahanPenetapan>('PerubahanPenetapan', { $filter: `Bulan eq ${month.Bulan} and PenetapanKe eq ${month.PenetapanKe}` }),
  ]);
  const names = [...new Set(rows.flatMap((row) => items(row.LaporanMasuk)))];
  // A release after a change of reference data can rest on hundreds of submissions; an address holds fifty.
  const files = names.length === 0 || names.length > 50 ? [] : await read<LaporanMasuk>('LaporanMasuk', { $filter: `LaporanMasuk in (${names.map(literal).join(',')})` });
  const name = monthName(month.Bulan);
  return {
    title: `Perubahan ${name}`,
    content: [
      el('h1', { tabindex: -1 }, `Perubahan penetapan ${name}`),
      el('p', { class: 'kedudukan' }, statusBadge(month.StatusBulan, month.PenetapanKe), ` ${standing(month)}`),
      month.PenetapanKe === null || month.PenetapanKe === 1 ? null : [through(month, files, names.length), figures(context, month, rows)],
      tableOf<Penetapan>({
        id: 'penetapan',
        caption: `Semua penetapan ${name}`,
        file: `penetapan-${month.Bulan.slice(0, 7)}`,
        empty: `${name} belum pernah ditetapkan.`,
        rows: releases,
        cards: true,
        columns: [
          { title: 'Penetapan', value: (row) => row.PenetapanKe, cell: (row) => `ke-${row.PenetapanKe}${row.Berlaku ? ' (berlaku)' : ''}` },
          { title: 'Ditetapkan', value: (row) => row.DitetapkanPada, cell: (row) => moment(row.DitetapkanPada) },
          { title: 'Laporan diterima', numeric: true, value: (row) => row.LaporanDiterima, cell: (row) => `${count(row.LaporanDiterima)} dari ${count(row.LaporanWajib)}` },
          { title: 'Laporan wajib', value: (row) => row.LaporanWajib, fileOnly: true },
          { title: 'Belum ada waktu itu', value: (row) => row.LaporanBelum, cell: (row) => row.LaporanBelum ?? 'tidak ada' },
        ],
      }),
    ],
  };
};

const standing = (month: Month): string =>
  month.PenetapanKe === null ? 'Bulan ini belum ditetapkan, jadi belum ada yang dapat dibandingkan.'
    : month.PenetapanKe === 1 ? 'Ini penetapan pertama untuk bulan ini; belum ada yang berubah.'
    : `Dibandingkan dengan penetapan ke-${month.PenetapanKe - 1}.`;

function through(month: Month, files: readonly LaporanMasuk[], many: number): Child {
  return many > files.length ? el('p', {}, `Perubahan disebabkan oleh ${count(many)} kiriman.`) : tableOf<LaporanMasuk>({
    id: 'sebab',
    caption: 'Kiriman yang menyebabkan perubahan',
    file: `sebab-perubahan-${month.Bulan.slice(0, 7)}-${month.PenetapanKe ?? ''}`,
    empty: 'Tidak ada kiriman yang menyebabkannya: data acuan atau cara penghitungan berganti.',
    rows: files,
    cards: true,
    columns: [
      { title: 'Berkas', value: (row) => row.NamaBerkas },
      { title: 'Folder', value: (row) => row.NamaWilayahFolder, cell: (row) => (row.NamaWilayahFolder === null ? NONE : shortName(row.NamaWilayahFolder)) },
      { title: 'Diserahkan', value: (row) => row.DiserahkanPada, cell: (row) => momentAbbreviated(row.DiserahkanPada) },
      { title: 'Tanda terima', value: (row) => row.NomorTandaTerima, cell: (row) => [el('a', { href: receiptOf(row.LaporanMasuk) }, row.NomorTandaTerima), el('small', {}, row.Ditarik ? `ditarik: ${row.AlasanPenarikan ?? ''}` : row.Putusan ?? '')] },
      { title: 'Kiriman', value: (row) => row.LaporanMasuk, fileOnly: true },
    ],
  });
}

function figures(context: Context, month: Month, rows: readonly PerubahanPenetapan[]): HTMLElement {
  const provinceFirst = [...rows].sort((left, right) => Number(right.Tingkat === 'Provinsi') - Number(left.Tingkat === 'Provinsi'));
  return tableOf<PerubahanPenetapan>({
    id: 'perubahan',
    caption: 'Angka yang berubah',
    file: `perubahan-${month.Bulan.slice(0, 7)}-${month.PenetapanKe ?? ''}`,
    empty: 'Tidak ada angka yang berubah.',
    rows: provinceFirst,
    cards: true,
    columns: [
      { title: 'Wilayah', value: (row) => row.NamaWilayah, cell: (row) => shortName(row.NamaWilayah) },
      { title: 'Indikator', value: (row) => row.KodeIndikator, cell: (row) => el('a', { href: link({ view: 'asal', month: row.Bulan, indicator: row.KodeIndikator, region: row.KodeWilayah }) }, row.KodeIndikator) },
      { title: 'Sebelum', numeric: true, value: (row) => row.RealisasiSebelum, cell: (row) => [inUnit(context, row.KodeIndikator, row.RealisasiSebelum), el('small', {}, `${count(row.PembilangSebelum)} dari ${count(row.PenyebutSebelum)}`)] },
      { title: 'Sesudah', numeric: true, value: (row) => row.Realisasi, cell: (row) => [inUnit(context, row.KodeIndikator, row.Realisasi), el('small', {}, `${count(row.Pembilang)} dari ${count(row.Penyebut)}`)] },
      { title: 'Selisih', numeric: true, value: (row) => row.SelisihRealisasi, cell: (row) => signed(row.SelisihRealisasi) },
      { title: 'Kategori', value: (row) => row.Kategori, cell: (row) => (row.Kategori === row.KategoriSebelum ? row.Kategori ?? NONE : `${row.KategoriSebelum ?? NONE} → ${row.Kategori ?? NONE}`) },
      { title: 'Melapor', value: (row) => (row.WilayahMelapor === null ? null : `${count(row.WilayahMelaporSebelum)} → ${count(row.WilayahMelapor)}`) },
      { title: 'Sebab', value: (row) => row.Sebab },
      { title: 'Kiriman', value: (row) => row.LaporanMasuk, fileOnly: true },
    ],
  });
}
