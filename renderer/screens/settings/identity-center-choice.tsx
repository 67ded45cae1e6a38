import { useMemo, useState } from 'react';
import { asList, chosenCount, findAccounts, roleCounts } from '../../model/import-choice.ts';
import { Button } from '../../parts/button.tsx';
import { CheckList } from '../../parts/check-list.tsx';
import { Field } from '../../parts/field.tsx';
import { Group } from '../../parts/page.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { text } from '../../text.ts';
import type { Choice, Organisation } from './identity-center-import.tsx';

/** As many as are drawn at once; the search finds the others. */
const SHOWN = 200;

interface ImportChoiceProps {
  readonly organisation: Organisation;
  readonly busy: boolean;
  readonly onChosen: (choice: Choice) => void;
}

/** Which roles of which accounts, and how their profiles are called. */
export function ImportChoice({ organisation, busy, onChosen }: ImportChoiceProps) {
  const { accounts, choice } = organisation;
  const words = text.identityCenter.importing;
  const allRoles = useMemo(() => roleCounts(accounts), [accounts]);
  const ids = useMemo(() => accounts.map(({ accountId }) => accountId), [accounts]);
  const roleNames = useMemo(() => allRoles.map(({ name }) => name), [allRoles]);
  const [roles, setRoles] = useState<ReadonlySet<string>>(
    () => new Set(choice.roleNames.length > 0 ? choice.roleNames : roleNames),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(choice.accountIds.length > 0 ? choice.accountIds : ids),
  );
  const [query, setQuery] = useState('');
  const [template, setTemplate] = useState(choice.template);
  const [region, setRegion] = useState(choice.region ?? '');
  const found = useMemo(() => findAccounts(accounts, query), [accounts, query]);
  const count = useMemo(() => chosenCount(accounts, roles, chosen), [accounts, roles, chosen]);

  return (
    <>
      <Group title={words.whichRoles}>
        <CheckList
          label={words.whichRoles}
          all={words.allRoles}
          items={allRoles.map(({ name, accounts: count }) => ({ key: name, name, aside: words.in(count) }))}
          keys={roleNames}
          chosen={roles}
          onChange={setRoles}
        />
      </Group>
      <Group title={words.whichAccounts}>
        <SearchField label={words.find} clear={text.audit.clear} value={query} onChange={setQuery} />
        <CheckList
          label={words.whichAccounts}
          all={words.allAccounts}
          items={found
            .slice(0, SHOWN)
            .map(({ accountId, accountName }) => ({ key: accountId, name: accountName, aside: accountId }))}
          keys={found.map(({ accountId }) => accountId)}
          more={found.length > SHOWN ? words.more(found.length - SHOWN) : undefined}
          chosen={chosen}
          onChange={setChosen}
        />
      </Group>
      <Group title={words.names}>
        <div className="form-rows">
          <Field
            label={words.template}
            name="template"
            hint={words.templateHint}
            value={template}
            onChange={setTemplate}
            code
          />
          <Field label={words.region} name="region" hint={words.regionHint} value={region} onChange={setRegion} />
        </div>
      </Group>
      <div className="wizard-actions">
        <span className="wizard-aside">{words.chosen(count.roles, count.accounts)}</span>
        <Button
          look="primary"
          busy={busy || count.roles === 0}
          onPress={() =>
            onChosen({
              template,
              ...(region.trim() && { region: region.trim() }),
              accountIds: asList(chosen, ids),
              roleNames: asList(roles, roleNames),
            })
          }
        >
          {busy ? words.looking : words.look}
        </Button>
      </div>
    </>
  );
}
