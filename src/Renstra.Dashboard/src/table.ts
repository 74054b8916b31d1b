/** A table that can be read, and downloaded as CSV with what it shows. */

import { button, el, type Child } from './dom';
import { count } from './text';

export type Value = string | number | boolean | null;

export interface Column<T> {
  readonly title: string;
  /** What the file holds: a number, not its text. */
  readonly value: (row: T, index: number) => Value;
  /** What the page shows; the value as text unless given. */
  readonly cell?: (row: T, index: number) => Child;
  readonly numeric?: boolean;
  readonly heading?: Child;
  /** Classes of the column's cells. */
  readonly look?: (row: T) => string | null;
  /** The file alone has this column. */
  readonly fileOnly?: boolean;
}

export interface Table<T> {
  readonly caption: string;
  /** The file's name, without its ending. */
  readonly file: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  /** What is said when there are no rows. */
  readonly empty: string;
  /** Which shown column names the row; the first unless given. */
  readonly head?: number;
  /** Rows become cards where there is no room for columns. */
  readonly cards?: boolean;
  /** How many cards a narrow screen shows before it is asked for the others; all unless given. */
  readonly first?: number;
  readonly id?: string;
  readonly note?: Child;
}

/** The table with its caption and the button that downloads it. */
export function tableOf<T>(table: Table<T>): HTMLElement {
  const shown = table.columns.filter((column) => column.fileOnly !== true);
  const head = table.head ?? 0;
  const first = table.first ?? table.rows.length;
  const body = table.rows.map((row, index) => el('tr', { class: index < first ? null : 'lanjutan' }, shown.map((column, place) => {
    const content = column.cell === undefined ? textOf(column.value(row, index)) : column.cell(row, index);
    const attributes = { class: [column.numeric === true ? 'kanan' : null, column.look?.(row)].filter(Boolean).join(' ') || null, 'data-kolom': column.title };
    return place === head ? el('th', { scope: 'row', ...attributes }, content) : el('td', attributes, el('div', {}, content));
  })));
  const caption = el('h2', { class: 'judul-tabel' }, table.caption);
  return el('section', { class: 'tabel', id: table.id ?? null },
    el('div', { class: 'atas-tabel' }, caption,
      table.rows.length === 0 ? null : button('Unduh CSV', { class: 'unduh', 'aria-label': `Unduh CSV: ${table.caption}` }, () => download(table))),
    table.rows.length === 0
      ? el('p', { class: 'hampa' }, table.empty)
      : el('div', { class: 'gulung', role: 'region', 'aria-label': table.caption, tabindex: 0 },
        el('table', { class: table.cards === true ? 'kartu' : null },
          el('caption', { class: 'terucap' }, table.caption),
          el('thead', {}, el('tr', {}, shown.map((column) => el('th', { scope: 'col', class: column.numeric === true ? 'kanan' : null }, column.heading ?? column.title)))),
          el('tbody', {}, body))),
    table.rows.length > first ? others(table.rows.length - first, body) : null,
    table.note);
}

/** The button that shows and hides the cards after the first ones; a wide screen has room for all rows and no button. */
function others(many: number, rows: readonly HTMLElement[]): HTMLElement {
  const shows = (): boolean => toggle.getAttribute('aria-expanded') === 'true';
  const text = (): string => (shows() ? `Sembunyikan ${count(many)} baris lainnya` : `Tampilkan ${count(many)} baris lainnya`);
  const toggle = button('', { class: 'lainnya', 'aria-expanded': 'false' }, () => {
    toggle.setAttribute('aria-expanded', String(!shows()));
    toggle.textContent = text();
    rows.forEach((row) => row.classList.toggle('terbuka', shows()));
  });
  toggle.textContent = text();
  return toggle;
}

/** A drawing and its table; one of them is seen, on paper the drawing. */
export function drawingWithTable(title: string, drawing: Child, table: HTMLElement, note?: Child): HTMLElement {
  const shape = el('div', { class: 'gambar' }, drawing);
  table.hidden = true;
  const asDrawing = button('Gambar', { 'aria-pressed': 'true' }, () => show(false));
  const asTable = button('Tabel', { 'aria-pressed': 'false' }, () => show(true));
  const show = (rows: boolean): void => {
    shape.hidden = rows;
    table.hidden = !rows;
    asDrawing.setAttribute('aria-pressed', String(!rows));
    asTable.setAttribute('aria-pressed', String(rows));
  };
  return el('section', { class: 'bagan' },
    el('div', { class: 'atas-tabel' }, el('h2', { class: 'judul-tabel' }, title), el('div', { class: 'pilihan', role: 'group', 'aria-label': `Tampilan: ${title}` }, asDrawing, asTable)),
    note, shape, table);
}

/** The rows as CSV, written like the feed's own files: a double click opens it right in an Indonesian Excel. */
export function csvOf<T>(table: Table<T>): string {
  const lines = [
    table.columns.map((column) => field(column.title)),
    ...table.rows.map((row, index) => table.columns.map((column) => field(column.value(row, index)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}

function download<T>(table: Table<T>): void {
  const url = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
  el('a', { href: url, download: `${table.file}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function field(value: Value): string {
  if (value === null) {
    return '';
  }

  if (typeof value === 'number') {
    return String(value).replace('.', ',');
  }

  // What a spreadsheet would take for a formula stays text.
  const text = typeof value === 'boolean' ? (value ? 'Ya' : 'Tidak') : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const textOf = (value: Value): string => (value === null ? '–' : typeof value === 'boolean' ? (value ? 'Ya' : 'Tidak') : String(value));
