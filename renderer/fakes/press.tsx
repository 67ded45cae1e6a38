import { useEffect } from 'react';
import type { Scene } from './scene.ts';

/** The scene after a button in it was pressed, as soon as it is there. */
export function press(scene: Scene, name: RegExp, fields: Readonly<Record<string, string>> = {}): Scene {
  return {
    ...scene,
    render: () => (
      <>
        {scene.render()}
        <Press name={name} fields={fields} />
      </>
    ),
  };
}

/** The scene after a text was typed into a field, found by its label or its name, as soon as that is there. */
export function typed(scene: Scene, field: string, value: string): Scene {
  return {
    ...scene,
    render: () => (
      <>
        {scene.render()}
        <Type field={field} value={value} />
      </>
    ),
  };
}

/** The scene scrolled to a heading in it, as soon as that is there. */
export function scrolledTo(scene: Scene, heading: string): Scene {
  return {
    ...scene,
    render: () => (
      <>
        {scene.render()}
        <ScrollTo heading={heading} />
      </>
    ),
  };
}

function ScrollTo({ heading }: { heading: string }) {
  useEffect(() => {
    let frame = requestAnimationFrame(function look() {
      const found = [...document.querySelectorAll('h2, h3')].find(({ textContent }) => textContent === heading);
      if (found) found.scrollIntoView({ block: 'start' });
      else frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [heading]);
  return null;
}

function Press({ name, fields }: { name: RegExp; fields: Readonly<Record<string, string>> }) {
  useEffect(() => {
    let frame = requestAnimationFrame(function look() {
      // A field may be what brings the button up.
      for (const [field, value] of Object.entries(fields)) type(`input[name="${field}"]`, value);
      const button = [...document.querySelectorAll<HTMLElement>('button, [role="combobox"]')].find((one) =>
        name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
      );
      if (!button) {
        frame = requestAnimationFrame(look);
        return;
      }
      // What was typed is drawn before it is sent.
      frame = requestAnimationFrame(() => button.click());
    });
    return () => cancelAnimationFrame(frame);
  }, [name, fields]);
  return null;
}

function Type({ field, value }: { field: string; value: string }) {
  useEffect(() => {
    let frame = requestAnimationFrame(function look() {
      if (!type(`input[aria-label="${field}"], input[name="${field}"]`, value)) frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [field, value]);
  return null;
}

/** As a person types: past the value that React thinks is there. `false` where there is no such field yet. */
function type(field: string, value: string): boolean {
  const input = document.querySelector<HTMLInputElement>(field);
  if (!input || input.value === value) return input !== null;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
