import jsQR from 'jsqr';
import type { ElectronApplication, Locator } from 'playwright';

/** What a phone reads from a QR code on the screen: a picture is taken of it, and read by a decoder that is not ours. */
export async function readQr(app: ElectronApplication, picture: Locator): Promise<string> {
  const png = (await picture.screenshot()).toString('base64');
  const { width, height, pixels } = await app.evaluate(({ nativeImage }, encoded) => {
    const image = nativeImage.createFromBuffer(Buffer.from(encoded, 'base64'));
    return { ...image.getSize(), pixels: image.toBitmap().toString('base64') };
  }, png);
  const found = jsQR(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height);
  if (!found) throw new Error('the picture holds no QR code that can be read');
  return found.data;
}
