/** How fresh is this? */

import { link } from '../address';
import type { Month } from '../context';
import { el, mark } from '../dom';
import { statusBadge } from '../figures';
import { tableOf } from '../table';
import { count, day, month as monthName, moment } from '../text';
import type { Page } from './page';

export const freshnessPage: Page = (context) => {
  const { status } = context;
  const facts: readonly (readonly [string, string])[] = [
    ['Data dibaca', moment(status.DibacaPada)],
    ['Kiriman terakhir diterima', status.KirimanTerakhirPada === null ? 'belum ada dalam dua belas bulan terakhir' : moment(status.KirimanTerakhirPada)],
    ['Pemeriksaan berkas terakhir', status.PemeriksaanTerakhirPada === null ? 'belum pernah' : moment(status.PemeriksaanTerakhirPada)],
    ['Penetapan terakhir', status.PenetapanTerakhirPada === null ? 'belum pernah' : moment(status.PenetapanTerakhirPada)],
    ['Bulan tetap terakhir', status.BulanTetapTerakhir === null ? 'belum ada' : monthName(status.BulanTetapTerakhir)],
    ['Versi data acuan', status.VersiReferensi],
    ['Perubahan data acuan ditolak', status.PerubahanReferensiDitolak ? 'ya, versi sebelumnya tetap dipakai' : 'tidak'],
    ['Kiriman yang ditarik', count(status.KirimanDitarik)],
    ['Penarikan yang tidak dikenal', status.PenarikanTakDikenal ?? 'tidak ada'],
    ['Versi cara penghitungan', String(status.VersiPerhitungan)],
    ['Versi aplikasi', status.VersiAplikasi.split('+')[0] ?? status.VersiAplikasi],
  ];
  return Promise.resolve({
    title: 'Kesegaran data',
    content: [
      el('h1', { tabindex: -1 }, 'Kesegaran data'),
      context.warnings.length === 0
        ? el('p', { class: 'putusan' }, mark('✓'), ' Tidak ada yang tertinggal: setiap bulan yang sudah lewat batas waktunya telah ditetapkan, dan kiriman masih berdatangan.')
        : el('ul', { class: 'peringatan' }, context.warnings.map((text) => el('li', {}, mark('⚠'), text))),
      tableOf({
        id: 'keadaan', caption: 'Keadaan data', file: 'kesegaran-data', empty: '', rows: facts,
        columns: [{ title: 'Hal', value: ([name]) => name }, { title: 'Keadaan', value: ([, value]) => value }],
      }),
      tableOf<Month>({
        id: 'bulan', caption: 'Bulan demi bulan', file: 'bulan', empty: 'Belum ada bulan yang wajib dilaporkan.', rows: [...context.months].reverse(),
        columns: [
          { title: 'Bulan', value: (row) => row.Bulan, cell: (row) => el('a', { href: link({ view: 'ringkasan', month: row.Bulan, indicator: null, region: null }) }, monthName(row.Bulan)) },
          { title: 'Status', value: (row) => row.StatusBulan, cell: (row) => statusBadge(row.StatusBulan, row.PenetapanKe) },
          { title: 'Batas waktu laporan', value: (row) => row.BatasWaktu, cell: (row) => day(row.BatasWaktu) },
          { title: 'Ditetapkan', value: (row) => row.DitetapkanPada, cell: (row) => (row.DitetapkanPada === null ? 'belum' : moment(row.DitetapkanPada)) },
        ],
      }),
    ],
  });
};
