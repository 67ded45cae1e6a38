import type { FormEvent, ReactNode, Ref } from 'react';
import { Button } from '../../parts/button.tsx';
import { cancels } from '../../parts/keys.tsx';
import { useWindowKeys } from '../../parts/use-window-keys.ts';
import { text } from '../../text.ts';

interface DeviceFormProps {
  readonly title: string;
  /** What stands under the title. */
  readonly about: ReactNode;
  /** The button's word. */
  readonly goOn: string;
  readonly busy: boolean;
  /** Called for nothing while it is busy. */
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly ref?: Ref<HTMLFormElement>;
  readonly children: ReactNode;
}

/** One step of the window for MFA devices: a form that Escape and Cancel close. */
export function DeviceForm({ title, about, goOn, busy, onSubmit, onClose, ref, children }: DeviceFormProps) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!busy) void onSubmit();
  }

  useWindowKeys((event) => cancels(event) && onClose());

  return (
    <main className="whole">
      <form ref={ref} className="mfa-device" aria-labelledby="mfa-device-title" onSubmit={submit}>
        <div>
          <h1 id="mfa-device-title" className="window-title">
            {title}
          </h1>
          {about}
        </div>
        {children}
        <div className="window-actions">
          <Button onPress={onClose}>{text.actions.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {goOn}
          </Button>
        </div>
      </form>
    </main>
  );
}
