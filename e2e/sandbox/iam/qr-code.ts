import { crc32, deflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';

const quietZone = 4;
const pixelsPerModule = 4;

/** A QR code of the text as a black and white PNG, as AWS's `QRCodePNG`. */
export function qrCodePng(text: string): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const size = (modules + 2 * quietZone) * pixelsPerModule;
  const isDark = (x: number, y: number): boolean => {
    const [column, row] = [x, y].map((at) => Math.floor(at / pixelsPerModule) - quietZone) as [number, number];
    return column >= 0 && row >= 0 && column < modules && row < modules && code.isDark(row, column);
  };
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(1 + size);
    for (let x = 0; x < size; x += 1) row[1 + x] = isDark(x, y) ? 0 : 255;
    return row;
  });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', imageHeader(size)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Square, eight bits of grey a pixel. */
function imageHeader(size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 8;
  return header;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
