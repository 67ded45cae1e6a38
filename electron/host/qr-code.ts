import qrcode from 'qrcode-generator';

/** A QR code of the text as rows of `1` (dark) and `0`, without the quiet zone; error correction M. */
export function qrRows(text: string): readonly string[] {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = Array.from({ length: code.getModuleCount() }, (_, at) => at);
  return modules.map((row) => modules.map((column) => (code.isDark(row, column) ? '1' : '0')).join(''));
}
