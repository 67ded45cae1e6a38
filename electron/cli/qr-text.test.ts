import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { qrRows } from '../host/qr-code.ts';
import { qrText } from './qr-text.ts';

const SCALE = 4;

/** The terminal's text as a picture: light where a block is drawn. */
function picture(text: string): { pixels: Uint8ClampedArray; width: number; height: number } {
  const rows = text
    .split('\n')
    .flatMap((line) => [
      [...line].map((character) => character === '█' || character === '▀'),
      [...line].map((character) => character === '█' || character === '▄'),
    ]);
  const width = (rows[0]?.length ?? 0) * SCALE;
  const height = rows.length * SCALE;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels.fill(
        rows[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] ? 255 : 0,
        (y * width + x) * 4,
        (y * width + x) * 4 + 4,
      );
  return { pixels, width, height };
}

it.each([
  'otpauth://totp/Amazon%20Web%20Services:ada%40012345678901?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Amazon%20Web%20Services',
  'x',
])('a phone reads it from a terminal: %j', (text) => {
  const { pixels, width, height } = picture(qrText(qrRows(text)));
  expect(jsQR(pixels, width, height)?.data).toBe(text);
});
