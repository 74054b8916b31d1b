/** What can stand inside an element. Text becomes a text node and never markup. */
export type Child = Node | string | null | undefined | false | readonly Child[];

/** Attributes by name; those that are null, undefined or false are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Makes an HTML element. There is no way in for markup: every text goes through a text node. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** Makes an SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** Text that only a screen reader says. */
export const spoken = (text: string): HTMLElement => el('span', { class: 'terucap' }, text);

/** A mark that a screen reader leaves out, because the text beside it says the same. */
export const mark = (text: string): HTMLElement => el('span', { 'aria-hidden': 'true', class: 'tanda' }, text);

/** A button that does something on this page. */
export function button(text: string, attributes: Attributes, act: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }

  append(element, children);
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child instanceof Node || typeof child === 'string') {
      element.append(child);
    } else if (Array.isArray(child)) {
      append(element, child as readonly Child[]);
    }
  }
}
