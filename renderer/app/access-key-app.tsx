import { useEffect, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { CallOutput } from '../../electron/core/contract.ts';
import { AccessKeyForm } from '../screens/access-key-form.tsx';
import { KeySaved } from '../screens/key-saved.tsx';

/** The access key window: a form, then the proof that AWS knows the key. */
export function AccessKeyApp({ client }: { client: Client<'access-key'> }) {
  const [target, setTarget] = useState<CallOutput<'accessKeyTarget'>>();
  const [saved, setSaved] = useState<CallOutput<'addAccessKey'>>();

  useEffect(() => {
    client.accessKeyTarget({}).then((answer) => {
      // Without suggestions the form still works: the name can be typed.
      setTarget(answer.ok ? answer.value : { profile: null, profiles: [] });
    });
  }, [client]);

  if (saved) return <KeySaved saved={saved} onClose={() => void client.closeWindow({})} />;
  return target ? <AccessKeyForm target={target} client={client} onSaved={setSaved} /> : null;
}
