/** Numbers and dates as Indonesian offices write them: 1.234,56 and 6 Februari 2025 pukul 06.05 WITA. */

/** What stands where there is no number; never 0. The reason is given beside it. */
export const NONE = '–';

const zone = 'Asia/Makassar';
const dayLong = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
const dayShort = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
const clock = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const monthLong = new Intl.DateTimeFormat('id-ID', { month: 'long', timeZone: 'UTC' });
const monthShort = new Intl.DateTimeFormat('id-ID', { month: 'short', timeZone: 'UTC' });
const counts = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 4 });
const decimals = new Map<number, Intl.NumberFormat>();

/** A number with that many digits behind the comma. */
export function decimal(value: number | null, digits = 2): string {
  let format = decimals.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('id-ID', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    decimals.set(digits, format);
  }

  return value === null ? NONE : format.format(value).replace('-', '−');
}

/** A change, always with its sign. */
export const signed = (value: number | null, digits = 2): string => (value !== null && value > 0 ? '+' : '') + decimal(value, digits);

/** A counted quantity, with no digit behind the comma that is not there. */
export const count = (value: number | null): string => (value === null ? NONE : counts.format(value));

/** Juli 2024, from 2024-07-01. */
export const month = (date: string): string => `${monthLong.format(new Date(`${date}T00:00Z`))} ${date.slice(0, 4)}`;

/** Jul, from 2024-07-01. */
export const monthAbbreviation = (date: string): string => monthShort.format(new Date(`${date}T00:00Z`));

/** Jul 2024, from 2024-07-01. */
export const monthOfYear = (date: string): string => `${monthAbbreviation(date)} ${date.slice(0, 4)}`;

/** 6 Februari 2025, from a date or a moment. */
export const day = (moment: string): string => dayLong.format(atLocalNoon(moment));

/** 6 Feb 2025, from a date or a moment. */
export const dayAbbreviated = (moment: string): string => dayShort.format(atLocalNoon(moment));

/** 6 Februari 2025 pukul 06.05 WITA. */
export const moment = (value: string | null): string => (value === null ? NONE : `${day(value)} pukul ${clock.format(new Date(value))} WITA`);

/** 6 Feb 2025 06.05 WITA. */
export const momentAbbreviated = (value: string | null): string =>
  value === null ? NONE : `${dayAbbreviated(value)} ${clock.format(new Date(value))} WITA`;

/** The day in WITA as 2025-02-06: what dates of the feed are compared with. */
export const dayInWita = (value: string): string => new Date(Date.parse(value) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Days from one date to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A, B dan C. */
export const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} dan ${names[names.length - 1] ?? ''}`;

/** A list of the feed, whose items are parted by semicolons. */
export const items = (text: string | null): string[] => (text === null ? [] : text.split(';').map((item) => item.trim()).filter((item) => item !== ''));

/** A date has no time; noon in WITA keeps it on its day. */
const atLocalNoon = (value: string): Date => new Date(value.length === 10 ? `${value}T04:00Z` : value);

/** The time now by this computer, 14.05. */
export const clockNow = (): string => new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit' }).format(new Date());
