/** Where a region's tile lies: columns from west to east, rows from north to south, each island group together. */
interface Place {
  readonly column: number;
  readonly row: number;
  /** The name as officials shorten it; it has to fit a tile. */
  readonly label: string;
}

const at = (column: number, row: number, label: string): Place => ({ column, row, label });

/** By region code. A region that is not here is shown below the map. */
export const places: Readonly<Record<string, Place>> = {
  // Flores, Solor, Adonara, Lembata, Alor
  '53.15': at(1, 1, 'Mabar'),
  '53.10': at(2, 1, 'Manggarai'),
  '53.19': at(3, 1, 'Matim'),
  '53.09': at(4, 1, 'Ngada'),
  '53.16': at(5, 1, 'Nagekeo'),
  '53.08': at(6, 1, 'Ende'),
  '53.07': at(7, 1, 'Sikka'),
  '53.06': at(8, 1, 'Flotim'),
  '53.13': at(9, 1, 'Lembata'),
  '53.05': at(10, 1, 'Alor'),
  // Sumba
  '53.18': at(1, 3, 'SBD'),
  '53.12': at(2, 3, 'Sumbar'),
  '53.17': at(3, 3, 'Sumteng'),
  '53.11': at(4, 3, 'Sumtim'),
  // Sabu, Rote
  '53.20': at(5, 4, 'Sabu'),
  '53.14': at(6, 4, 'Rote'),
  // Timor
  '53.71': at(7, 3, 'Kota Kpg'),
  '53.01': at(8, 3, 'Kupang'),
  '53.02': at(9, 3, 'TTS'),
  '53.03': at(9, 2, 'TTU'),
  '53.04': at(10, 2, 'Belu'),
  '53.21': at(10, 3, 'Malaka'),
};
