import { Accordion, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { replayApprovalRule } from '../../../../contract/approvals/replay-approval-rule.ts';
import type { Given } from '../../lib/call.ts';
import { queryOf } from '../../lib/query.ts';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';

type Rule = Pick<Given<typeof replayApprovalRule>['body'], 'subject' | 'conditions' | 'resource'>;

/** Which of the last requests would have waited for an admin by a rule that is put together. */
export function ReplayRule(rule: Rule) {
  const { t } = useTranslation('approvals');
  return (
    <Accordion variant="contained" keepMounted={false}>
      <Accordion.Item value="replay">
        <Accordion.Control>{t('replay.open')}</Accordion.Control>
        <Accordion.Panel>
          <Replayed {...rule} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

const last = 50;
const shown = 5;

function Replayed(rule: Rule) {
  const { t } = useTranslation('approvals');
  const replay = useQuery({
    ...queryOf(replayApprovalRule, { body: { ...rule, last } }),
    placeholderData: (before) => before,
  });
  return (
    <QueryView query={replay} loading={<RowsLoading rows={1} />}>
      {({ looked_at: of, would_need: needed }) => (
        <Stack gap="xs">
          <Text role="status">
            {of === 0 ? t('replay.none') : t('replay.said', { needed: needed.length, of })}
          </Text>
          <List size="sm">
            {needed.slice(0, shown).map(({ id, person_name: name, what, detail }) => (
              <List.Item key={id}>
                {t('replay.one', { name, what })}
                <Text size="xs" c="dimmed">
                  {detail}
                </Text>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </QueryView>
  );
}
