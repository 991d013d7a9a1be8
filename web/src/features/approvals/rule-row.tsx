import { Button, Group, Switch, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApprovalRule } from '../../../../contract/approvals/approval-rule.ts';
import { editApprovalRule } from '../../../../contract/approvals/edit-approval-rule.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyProblem } from '../../ui/notify.ts';
import type { Doing } from './list-approval-rules.tsx';
import classes from './rule-row.module.css';
import { useSayRule } from './use-say-rule.ts';

/** A rule in a sentence, switched on or off at once. */
export function RuleRow({ rule, onDo }: { rule: ApprovalRule; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation(['approvals', 'ui']);
  const say = useSayRule();
  const action = useAction(editApprovalRule, {
    version: () => rule.version,
    refresh: ['approvals', 'booking', 'resources', 'rota', 'offers'],
    onError: notifyProblem,
  });
  return (
    <article className={classes.row} aria-label={rule.name}>
      <div className={classes.facts}>
        <Text fw={600}>{rule.name}</Text>
        <Text size="sm" c={rule.is_active ? 'inherit' : 'dimmed'}>
          {say(rule)}
        </Text>
      </div>
      <Group gap="xs">
        <Switch
          aria-label={t('activeOf', { name: rule.name })}
          checked={rule.is_active}
          disabled={action.isPending}
          onChange={(event) =>
            action.mutate({
              params: { id: rule.id },
              body: { is_active: event.currentTarget.checked },
            })
          }
        />
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          onClick={() => onDo({ what: 'edit', rule })}
        >
          {t('ui:change')}
        </Button>
        <Button variant="default" onClick={() => onDo({ what: 'delete', rule })}>
          {t('ui:delete')}
        </Button>
      </Group>
    </article>
  );
}
