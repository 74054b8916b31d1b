import type { Address } from '../address';
import type { Context, Month } from '../context';
import type { Child } from '../dom';

/** What a view shows. */
export interface Shown {
  readonly title: string;
  readonly content: Child;
}

/** A view: reads what it shows from the feed. */
export type Page = (context: Context, month: Month, address: Address) => Promise<Shown>;
