/**
 * The one chart that is drawn: a line over twelve months against a target. Shapes carry attributes and classes only, so that a strict
 * style policy holds; every point is a link that says in words what it shows.
 */

import { el, svg, type Child } from './dom';
import { count, monthAbbreviation } from './text';

export interface Point {
  readonly index: number;
  readonly value: number;
  /** The month is not closed. */
  readonly open: boolean;
  readonly incomplete: boolean;
  /** All that the point says. */
  readonly text: string;
  readonly href: string | null;
}

export interface Series {
  readonly name: string;
  readonly look: string;
  readonly points: readonly (Point | null)[];
}

export interface LineChart {
  readonly title: string;
  readonly unit: string;
  /** Months, as dates of the feed. */
  readonly ticks: readonly string[];
  readonly series: readonly Series[];
  readonly target: readonly (number | null)[];
  readonly targetName: string;
  /** Place of the month that is looked at; -1 for none. */
  readonly marked: number;
  /** The only one on its page. */
  readonly large: boolean;
}

interface Plane {
  readonly width: number;
  readonly height: number;
  /** How much of the width a month takes. */
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

/** Windows narrower than this get a drawing of their own size, so that its words stay as large as the others. */
const narrow = 640;
const margin = { top: 18, right: 66, bottom: 26, left: 46 };

export function lineChart(chart: LineChart): Child {
  const values = [...chart.series.flatMap((each) => each.points).map((point) => point?.value ?? null), ...chart.target].filter((value) => value !== null);
  const steps = niceSteps(Math.max(...values, 1));
  const top = steps.at(-1) ?? 1;
  const [width, height] = innerWidth < narrow ? [340, 240] : chart.large && innerWidth > 2 * narrow - 300 ? [1180, 400] : [640, 260];
  const step = (width - margin.left - margin.right) / chart.ticks.length;
  const x = (index: number): number => margin.left + (index + 0.5) * step;
  const y = (value: number): number => height - margin.bottom - value / top * (height - margin.top - margin.bottom);
  const plane: Plane = { width, height, step, x, y };
  const readout = el('p', { class: 'bacaan', 'aria-live': 'off' }, lastText(chart) ?? '');
  const drawing = svg('svg', { class: 'garis', viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': chart.title },
    chart.marked < 0 ? null : svg('rect', { class: 'sorot', x: x(chart.marked) - step * 0.4, y: margin.top, width: step * 0.8, height: height - margin.top - margin.bottom }),
    svg('g', { class: 'sumbu', 'aria-hidden': 'true' },
      steps.map((value) => [
        svg('line', { x1: margin.left, x2: width - margin.right, y1: y(value), y2: y(value) }),
        svg('text', { x: margin.left - 8, y: y(value) + 4, 'text-anchor': 'end' }, count(value)),
      ]),
      svg('text', { x: margin.left - 8, y: 11, 'text-anchor': 'end' }, chart.unit),
      // Where months lie close, every other one is named.
      chart.ticks.map((tick, index) => step < 30 && index % 2 === 1 ? null : svg('text', { x: x(index), y: height - 8, 'text-anchor': 'middle' }, monthAbbreviation(tick)))),
    targetLine(chart, plane),
    chart.series.map((series) => seriesOf(series, plane, readout)),
    targetLabel(chart, plane));
  return [el('ul', { class: 'legenda', 'aria-hidden': 'true' }, chart.series.map((series) => el('li', { class: series.look }, series.name)), el('li', { class: 'target' }, chart.targetName)), drawing, readout];
}

/** A target holds from month to month, so it is drawn in steps. */
function targetLine(chart: LineChart, { x, y, step }: Plane): Child {
  const path = chart.target.map((value, index) => value === null ? '' : `${chart.target[index - 1] == null ? 'M' : 'L'}${x(index) - step / 2} ${y(value)}H${x(index) + step / 2}`).join('');
  return svg('g', { class: 'target', 'aria-hidden': 'true' }, svg('path', { d: path }));
}

/** Drawn last, so that no line goes through it. */
function targetLabel(chart: LineChart, { x, y, step }: Plane): Child {
  const end = chart.target.findLastIndex((value) => value !== null);
  const value = chart.target[end] ?? null;
  return value === null ? null : svg('g', { class: 'target', 'aria-hidden': 'true' }, svg('text', { x: x(end) + step / 2 + 5, y: y(value) + 4 }, `target ${count(value)}`));
}

function seriesOf(series: Series, { x, y }: Plane, readout: HTMLElement): Child {
  // A month without a figure parts the line; it is not drawn through.
  const path = series.points.map((point, index) => point === null ? '' : `${series.points[index - 1] == null ? 'M' : 'L'}${x(point.index)} ${y(point.value)}`).join('');
  return svg('g', { class: `deret ${series.look}` },
    svg('path', { d: path, 'aria-hidden': 'true' }),
    series.points.map((point) => {
      if (point === null) {
        return null;
      }

      const dot = svg('circle', { cx: x(point.index), cy: y(point.value), r: 5, class: [point.open ? 'sementara' : 'tetap', point.incomplete ? 'bolong' : ''].join(' ') });
      if (point.href === null) {
        return svg('g', { role: 'img', 'aria-label': `${series.name}, ${point.text}` }, dot);
      }

      const anchor = svg('a', { href: point.href, 'aria-label': point.text }, svg('circle', { class: 'sentuh', cx: x(point.index), cy: y(point.value), r: 14 }), dot);
      for (const event of ['pointerenter', 'focus']) {
        anchor.addEventListener(event, () => {
          readout.textContent = point.text;
        });
      }

      return anchor;
    }));
}

function lastText(chart: LineChart): string | null {
  const points = (chart.series.at(-1)?.points ?? []).filter((point) => point !== null);
  return (points.find((point) => point.index === chart.marked) ?? points.at(-1))?.text ?? null;
}

/** Round steps from 0 to just above the largest value. */
function niceSteps(largest: number): number[] {
  const rough = largest * 1.08 / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.ceil(largest * 1.02 / step) + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}
