/** What every view needs to know: how fresh the data is, which months there are, and the names of things. */

import { read } from './feed';
import type { Indikator, Kalender, Kinerja, Penetapan, SkalaKategori, StatusData, Wilayah } from './rows';
import { dayInWita, daysBetween, month, moment } from './text';

/** A month that there are figures of. */
export interface Month {
  readonly Bulan: string;
  readonly StatusBulan: string;
  readonly PenetapanKe: number | null;
  readonly DitetapkanPada: string | null;
  /** The last day on which a report is on time. */
  readonly BatasWaktu: string;
}

export interface Context {
  readonly status: StatusData;
  /** Ascending. */
  readonly months: readonly Month[];
  /** In the order of the plan. */
  readonly indicators: readonly Indikator[];
  readonly regions: readonly Wilayah[];
  readonly province: Wilayah;
  /** Every scale, the one in use first, each best first: a month may have been released by another one. */
  readonly scales: readonly (readonly SkalaKategori[])[];
  /** What the reader has to know about the age of the data; empty when nothing is amiss. */
  readonly warnings: readonly string[];
  /** When this page read it, by the clock of {@link performance}. */
  readonly readAt: number;
}

const silentDays = 40;

export async function readContext(): Promise<Context | null> {
  const [status, calendar, releases, indicators, regions, steps] = await Promise.all([
    read<StatusData>('StatusData'),
    read<Kalender>('Kalender', { $filter: "StatusKalender ne 'Mendatang'", $orderby: 'Bulan', $select: 'Bulan,BatasWaktu' }),
    read<Penetapan>('Penetapan', { $filter: 'Berlaku eq true', $select: 'Bulan,PenetapanKe,DitetapkanPada' }),
    read<Indikator>('Indikator', { $orderby: 'UrutanIndikator' }),
    read<Wilayah>('Wilayah', { $select: 'KodeWilayah,NamaWilayah,NamaSingkat,Tingkat' }),
    read<SkalaKategori>('SkalaKategori', { $orderby: 'Dipakai desc,Skala,UrutanKategori' }),
  ]);
  const first = status[0];
  const province = regions.find((region) => region.Tingkat === 'Provinsi');
  if (first === undefined || province === undefined) {
    return null;
  }

  const months = calendar.map((row): Month => {
    const release = releases.find((each) => each.Bulan === row.Bulan);
    return {
      Bulan: row.Bulan,
      BatasWaktu: row.BatasWaktu,
      StatusBulan: release === undefined ? 'Sementara' : 'Tetap',
      PenetapanKe: release?.PenetapanKe ?? null,
      DitetapkanPada: release?.DitetapkanPada ?? null,
    };
  });
  return {
    status: first,
    months,
    indicators,
    regions: regions.filter((region) => region !== province),
    province,
    scales: [...new Set(steps.map((step) => step.Skala))].map((name) => steps.filter((step) => step.Skala === name)),
    warnings: warningsOf(first, months),
    readAt: performance.now(),
  };
}

/**
 * The month that is shown unless another is asked for: the latest closed one, because of an open one little is known yet; before the
 * first closing, the latest whose reports are due.
 */
export function latest(context: Context): Month | null {
  const closed = context.months.filter((each) => each.StatusBulan === 'Tetap');
  const today = dayInWita(context.status.DibacaPada);
  const due = context.months.filter((each) => each.BatasWaktu < today);
  return closed.at(-1) ?? due.at(-1) ?? context.months[0] ?? null;
}

/** The indicators that the plan measures in that year. */
export const indicatorsOf = (context: Context, bulan: string): Indikator[] => {
  const year = Number(bulan.slice(0, 4));
  return context.indicators.filter((each) => each.TahunAwal <= year && year <= each.TahunAkhir);
};

/** The headline indicators, by which the office is measured; the others are yearly figures of the statistics office. */
export const isHeadline = (code: string): boolean => code.startsWith('IKU');

/** Rows by region and indicator. */
export const keyOf = (row: Pick<Kinerja, 'KodeWilayah' | 'KodeIndikator'>): string => `${row.KodeWilayah} ${row.KodeIndikator}`;

function warningsOf(status: StatusData, months: readonly Month[]): string[] {
  const warnings: string[] = [];
  const today = dayInWita(status.DibacaPada);
  // The day after the deadline is the day of closing, early in the morning; a day later it should have happened.
  const unclosed = months.filter((each) => each.StatusBulan !== 'Tetap' && daysBetween(each.BatasWaktu, today) > 1);
  if (unclosed.length > 0) {
    warnings.push(`Penutupan bulan terlambat: ${unclosed.map((each) => month(each.Bulan)).join(', ')} seharusnya sudah ditetapkan.`);
  }

  if (months.length > 0 && status.KirimanTerakhirPada === null) {
    warnings.push('Belum ada kiriman berkas dalam dua belas bulan terakhir.');
  } else if (status.KirimanTerakhirPada !== null && daysBetween(dayInWita(status.KirimanTerakhirPada), today) > silentDays) {
    warnings.push(`Tidak ada kiriman berkas sejak ${moment(status.KirimanTerakhirPada)}.`);
  }

  if (status.PerubahanReferensiDitolak) {
    warnings.push(`Perubahan data acuan terakhir ditolak karena keliru; yang dipakai tetap versi ${status.VersiReferensi}.`);
  }

  return warnings;
}
