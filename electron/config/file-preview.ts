import type { FilePreview } from '../core/contract.ts';
import { type ByteText, bytesOf } from './bytes.ts';
import { hideSecrets } from './hide-secrets.ts';
import { unifiedDiff } from './unified-diff.ts';

/** What an edit changes, for a window or a terminal: neither ever sees a key. */
export function previewOf(path: string, before: ByteText, after: ByteText): FilePreview {
  const shown = (text: ByteText) => bytesOf(hideSecrets(text, '(hidden)', { withIds: true })).toString('utf8');
  return { path, diff: before === after ? '' : unifiedDiff(path, shown(before), shown(after)) };
}
