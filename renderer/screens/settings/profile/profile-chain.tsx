import type { HopFacts, ProfileDetails } from '../../../../electron/core/contract.ts';
import type { Failure } from '../../../../electron/core/failure.ts';
import { failedHop } from '../../../model/failed-hop.ts';
import { classes } from '../../../parts/classes.ts';
import { IconKey, IconNext, IconProfiles, IconSafe, IconSignIn, IconWarning } from '../../../parts/icons.ts';
import { text } from '../../../text.ts';

const words = text.profileDetails.chain;

const icons: Readonly<Partial<Record<HopFacts['kind'], typeof IconKey>>> = {
  'access-key': IconKey,
  'identity-center': IconSignIn,
  'login-session': IconSignIn,
  'assume-role': IconProfiles,
};

interface ProfileChainProps {
  readonly details: ProfileDetails;
  /** What became of it at AWS, when that failed. */
  readonly failure: Failure | undefined;
}

/** The way to the credentials as a row of cards; the one where it fails is marked. */
export function ProfileChain({ details, failure }: ProfileChainProps) {
  const { hops } = details;
  const broken = details.failure;
  const failedAt = broken ? undefined : failedHop(hops, failure);
  return (
    <section className="group" aria-label={words.title}>
      <h2 className="group-title">{words.title}</h2>
      <ol className="chain" aria-label={words.label}>
        {broken && (
          <li className="hop hop-failed">
            <IconWarning size={16} strokeWidth={1.75} aria-hidden />
            <p className="hop-kind">{words.missing}</p>
            {broken.profile !== undefined && <p className="hop-name">{words.of(broken.profile)}</p>}
          </li>
        )}
        {hops.map((hop, at) => (
          <Hop
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the chain
            key={at}
            hop={hop}
            first={at === 0 && !broken}
            failed={at === failedAt}
          />
        ))}
      </ol>
    </section>
  );
}

function Hop({ hop, first, failed }: { hop: HopFacts; first: boolean; failed: boolean }) {
  const Icon = failed ? IconWarning : (icons[hop.kind] ?? IconSafe);
  const name = hop.roleName ?? hop.ssoSession ?? hop.credentialSource ?? hop.accessKeyId ?? hop.profile;
  const lines = [
    hop.kind === 'identity-center' ? hop.ssoSession : undefined,
    hop.accountId,
    hop.store && words.key[hop.store],
    hop.mfaSerial !== undefined ? words.mfa : undefined,
    words.of(hop.profile),
  ];
  return (
    <li className={classes('hop', failed && 'hop-failed')}>
      {!first && (
        <span className="hop-next">
          <IconNext size={16} strokeWidth={1.75} aria-hidden />
        </span>
      )}
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <p className="hop-kind">{failed ? words.failed : words.start[hop.kind]}</p>
      <p className="hop-name">{name}</p>
      {lines.map(
        (line) =>
          line !== undefined && (
            <p key={line} className="hop-line">
              {line}
            </p>
          ),
      )}
    </li>
  );
}
