import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Client } from '../../electron/core/client.ts';
import type { MfaQuestion } from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { askerText } from '../model/asker-text.ts';
import { CODE_LENGTH, codeDigits, roleOf, shortSerial } from '../model/mfa-code.ts';
import { Button } from '../parts/button.tsx';
import { IconWarning } from '../parts/icons.ts';
import { cancels } from '../parts/keys.tsx';
import { NextCode } from '../parts/next-code.tsx';
import { ProductionMark } from '../parts/production-mark.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { StepBar } from '../parts/step-bar.tsx';
import { useWindowKeys } from '../parts/use-window-keys.ts';
import { text } from '../text.ts';

interface MfaPromptProps {
  readonly question: MfaQuestion;
  readonly client: Pick<Client<'mfa'>, 'answerQuestion' | 'cancelQuestion'>;
}

/** Asks for one code: for what, from which device, and on whose behalf. Six digits send themselves. */
export function MfaPrompt({ question, client }: MfaPromptProps) {
  const { id, problem, checking } = question;
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [own, setOwn] = useState<Pick<Failure, 'message' | 'remedy'>>();
  const busy = sent || checking;
  const shown = own ?? (busy ? undefined : problem);
  const asker = askerText(question.asker);
  const role = roleOf(question.roleArn);

  // AWS refused the code: an empty field, ready for the next one.
  useEffect(() => {
    if (checking || !problem) return;
    setSent(false);
    setCode('');
    input.current?.focus();
  }, [checking, problem]);
  useEffect(() => input.current?.focus(), []);

  async function send(digits: string): Promise<void> {
    if (busy) return;
    setOwn(undefined);
    setSent(true);
    const answered = await client.answerQuestion({ id, code: digits });
    if (answered.ok) return;
    setSent(false);
    setOwn(answered.failure);
  }

  function onInput(typed: string): void {
    const digits = codeDigits(typed);
    if (busy || digits === undefined) return;
    setOwn(undefined);
    setCode(digits);
    if (digits.length === CODE_LENGTH) void send(digits);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    if (code.length === CODE_LENGTH) void send(code);
    else {
      setOwn({ message: text.mfa.sixDigits, remedy: '' });
      input.current?.focus();
    }
  }

  const cancel = () => void client.cancelQuestion({ id });
  useWindowKeys((event) => {
    if (!cancels(event)) return;
    event.preventDefault();
    // Held down it would give up whatever waits behind this one, too.
    if (!event.repeat) cancel();
  });

  return (
    <main className="whole">
      <form className="mfa" data-colour={question.colour} onSubmit={onSubmit} aria-labelledby="mfa-title">
        <div className="mfa-head">
          <div className="mfa-title">
            <h1 id="mfa-title" className="window-title" title={question.profile}>
              {text.mfa.title(question.profile)}
            </h1>
            {question.production && <ProductionMark />}
          </div>
          <p className="window-hint" title={question.roleArn}>
            {role ? text.mfa.roleIn(role.role, role.accountId, question.accountName) : text.mfa.session}
          </p>
        </div>
        <dl className="mfa-facts" id="mfa-facts">
          <dt>{text.mfa.device}</dt>
          <dd title={question.mfaSerial}>{shortSerial(question.mfaSerial)}</dd>
          <dt>{asker.isProgram ? text.mfa.program : text.mfa.askedBy}</dt>
          <dd className="mfa-asker" title={asker.path}>
            {asker.who}
            {asker.path && <span className="mfa-path">{asker.path}</span>}
          </dd>
        </dl>
        <div className="mfa-field">
          <input
            ref={input}
            className="mfa-input"
            aria-label={text.mfa.label}
            aria-describedby="mfa-facts mfa-say"
            aria-invalid={shown ? true : undefined}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            placeholder="000000"
            readOnly={busy}
            value={code}
            onChange={(event) => onInput(event.target.value)}
          />
          <StepBar />
        </div>
        <div className="mfa-say" id="mfa-say">
          {shown && (
            <p className="mfa-problem" role="alert">
              <IconWarning size={14} strokeWidth={1.75} aria-hidden />
              <span>
                {shown.message} <span className="mfa-remedy">{shown.remedy}</span>
              </span>
            </p>
          )}
          {!busy && question.nextCodeAt !== undefined && (
            <NextCode at={question.nextCodeAt} why={shown ? undefined : text.mfa.usedJustNow} />
          )}
          {!busy && !shown && question.commandOff && <p>{text.mfa.commandOff}</p>}
          {busy && (
            <p className="mfa-checking" role="status">
              <StateMark mark="requesting" left={0} chosen={false} size={14} />
              {text.mfa.checking}
            </p>
          )}
        </div>
        <div className="window-actions">
          {question.waiting > 0 && <p className="window-aside">{text.mfa.waiting(question.waiting)}</p>}
          <Button onPress={cancel}>{text.mfa.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {text.mfa.continue}
          </Button>
        </div>
      </form>
    </main>
  );
}
