/**
 * What is wrong with the screen that is shown, each by one function that runs in
 * its page. `e2e/accessibility.spec.ts` gives each a fault first that it must find.
 */

/** Switches, boxes, chosen entries and progress that nothing but a fill would show, which forced colours take away. */
export function withoutLines(): string[] {
  const marked = [
    '[role="switch"]',
    '[role="checkbox"]',
    '[role="radio"][aria-checked="true"]',
    '[role="tab"][aria-selected="true"]',
    '[role="option"][aria-selected="true"]',
    '[role="progressbar"]',
    '[role="progressbar"] > *',
  ];
  const hasLine = (element: Element) => {
    const { outlineStyle, borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' || (borderTopStyle !== 'none' && borderTopWidth !== '0px');
  };
  return [...document.querySelectorAll(marked.join())]
    .filter((element) => element.checkVisibility() && !hasLine(element))
    .map((element) => `${element.role} ${element.getAttribute('aria-label') ?? element.textContent}`);
}

/** What would move although the person asked for less of it. */
export function moving(): string[] {
  const isSome = (durations: string) => durations.split(',').some((duration) => Number.parseFloat(duration) > 0);
  const moves = (element: Element, pseudo?: string) => {
    const style = getComputedStyle(element, pseudo);
    // To appear late, at once, is no motion.
    const isAnimated = style.animationName !== 'none' && isSome(style.animationDuration.replace('0.001s', '0s'));
    return isAnimated || isSome(style.transitionDuration) || style.scrollBehavior === 'smooth';
  };
  return [...document.querySelectorAll('*')]
    .filter((element) => [undefined, '::before', '::after'].some((pseudo) => moves(element, pseudo)))
    .map((element) => `${element.tagName.toLowerCase()} ${element.className}`);
}

/** Controls that no scrolling brings into the window, or that are too small to be hit: 24 px, as WCAG 2.5.8 has it. */
export function outOfReach(): string[] {
  const SMALLEST_PX = 24;
  const usable = 'button, input, select, summary, [role="option"], [role^="menuitem"], [role="tab"], [role="combobox"]';
  const isNeeded = (element: HTMLElement) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden="true"], [inert]');
  return [...document.querySelectorAll<HTMLElement>(usable)].filter(isNeeded).flatMap((element) => {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const target = element.closest('label') ?? element;
    const { top, left, bottom, right, width, height } = target.getBoundingClientRect();
    const isIn = top >= -1 && left >= -1 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
    const isLarge = width >= SMALLEST_PX && height >= SMALLEST_PX;
    if (isIn && isLarge) return [];
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40);
    return [`${isIn ? 'small' : 'outside'}: ${element.tagName.toLowerCase()} ${name}`];
  });
}

/** Explanations of the settings that need more than one line. */
export function longExplanations(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.settings [aria-describedby]')]
    .flatMap((control) => control.getAttribute('aria-describedby')?.split(' ') ?? [])
    .map((id) => document.getElementById(id))
    .filter((hint): hint is HTMLElement => hint?.matches('.setting-hint') === true && hint.checkVisibility())
    .filter((hint) => hint.clientHeight >= 2 * Number.parseFloat(getComputedStyle(hint).lineHeight))
    .map((hint) => hint.textContent ?? '');
}

/** What a screen reader says by itself when it changes. */
export function liveWords(): string[] {
  const live = '[role="status"], [role="alert"], [role="log"], [aria-live]';
  return [...document.querySelectorAll(live)].map((region) => region.textContent ?? '');
}
