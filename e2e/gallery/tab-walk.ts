import type { Page } from 'playwright';

/** What a walk by the Tab key through one screen came to. */
export interface TabWalk {
  /** Controls that no Tab leads to. */
  readonly unreached: readonly string[];
  /** Places where the focus cannot be seen. */
  readonly unseen: readonly string[];
  /** How many places it came to. */
  readonly stops: number;
}

/** More than any screen has. */
const MOST_STOPS = 400;

/**
 * Presses Tab until it has been everywhere, and compares where it was with what
 * can be used there. Where arrows move within a group (tabs, a menu, a list), the
 * group is one stop, as ARIA's practices have it.
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/
 */
export async function walkByTab(page: Page): Promise<TabWalk> {
  await page.evaluate(startWalk);
  let stops = 0;
  for (; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(takeStop))) break;
  }
  return { ...(await page.evaluate(endWalk)), stops };
}

interface Walk {
  /** Where the focus was put when the screen opened, such as into its menu. */
  readonly first: Element | null;
  readonly reached: Set<Element>;
  readonly unseen: string[];
  /** How the edges of an element, and of the box it is in, are drawn now. */
  readonly edges: (element: Element) => string;
  /** The same of each while the focus was nowhere. */
  readonly before: Map<Element, string>;
  readonly name: (element: Element) => string;
}
type Walking = { walk: Walk };

function startWalk(): void {
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? ''}`;
  const edges = (element: Element) =>
    [element, element.parentElement ?? element]
      .map((one) => getComputedStyle(one))
      .map((style) => [style.outlineStyle === 'none' ? '' : style.outline, style.boxShadow, style.borderColor].join())
      .join();
  const first = document.activeElement as HTMLElement | null;
  first?.blur();
  const before = new Map([...document.querySelectorAll('*')].map((one) => [one, edges(one)]));
  (window as unknown as Walking).walk = { first, reached: new Set(), unseen: [], edges, before, name };
}

/** `false` when the walk is round. */
function takeStop(): boolean {
  const { reached, unseen, edges, before, name } = (window as unknown as Walking).walk;
  const at = document.activeElement;
  // Between the last and the first Tab leaves the page.
  if (!at || at === document.body) return reached.size === 0;
  if (reached.has(at)) return false;
  reached.add(at);
  if (edges(at) === before.get(at)) unseen.push(name(at));
  return true;
}

function endWalk(): Pick<TabWalk, 'unreached' | 'unseen'> {
  const { first, reached, unseen, name } = (window as unknown as Walking).walk;
  const usable =
    'button, a[href], input, select, textarea, summary, [role="button"], [role="switch"], [role="combobox"], [role="tab"], [role="menuitem"], [role="menuitemradio"], [role="option"], [role="radio"], [role="checkbox"]';
  const groups: Readonly<Record<string, string>> = {
    tab: '[role="tablist"]',
    menuitem: '[role="menu"]',
    menuitemradio: '[role="menu"]',
    option: '[role="listbox"]',
    radio: '[role="radiogroup"], fieldset',
  };
  const isUsable = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('[aria-hidden="true"], [inert]') &&
    !element.matches(':disabled');
  const kindOf = (element: Element) =>
    element.getAttribute('role') ?? (element.matches('input[type="radio"]') ? 'radio' : '');
  const isReached = (element: Element): boolean => {
    if (reached.has(element)) return true;
    const group = element.closest(groups[kindOf(element)] ?? ':not(*)');
    if (!group) return false;
    // One of the group has the focus, or the field that owns it has.
    return [...reached, ...(first ? [first] : [])].some(
      (one) => group.contains(one) || (group.id !== '' && one.getAttribute('aria-controls') === group.id),
    );
  };
  const unreached = [...document.querySelectorAll(usable)].filter((one) => isUsable(one) && !isReached(one));
  return { unreached: unreached.map(name), unseen };
}
