// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { DiffView } from './diff-view.tsx';

afterEach(cleanup);

it('draws the first of very many lines, and the others when asked for', () => {
  const diff = ['@@ -1,0 +1,700 @@', ...Array.from({ length: 699 }, (_, at) => `+line ${at}`), ''].join('\n');
  render(<DiffView path="config" diff={diff} />);
  const drawn = () => screen.getByRole('region', { name: 'Changes to config' }).childElementCount;
  expect(drawn()).toBe(300);
  fireEvent.click(screen.getByRole('button', { name: 'Show 300 more of 400 lines' }));
  expect(drawn()).toBe(600);
  fireEvent.click(screen.getByRole('button', { name: 'Show the last 100 lines' }));
  expect(drawn()).toBe(700);
  expect(screen.queryByRole('button')).toBeNull();
});
