import { Accordion, Button, Checkbox, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showDate } from '../../lib/format.ts';
import { useSelection } from '../../lib/use-selection.ts';
import classes from './proposal-panel.module.css';
import { useTheBoard } from './use-board.ts';

/** The proposal beside the grid that shows it: each with why, to be accepted all, some or none. */
export function ProposalPanel() {
  const { t } = useTranslation('duty');
  const { proposal } = useTheBoard();
  const left = proposal.left ?? [];
  const named = left.map((one) => ({ id: `${one.date} ${one.duty_type} ${one.person}`, one }));
  const selection = useSelection(named.map(({ id }) => id));
  const chosen = named.filter(({ id }) => selection.isSelected(id)).map(({ one }) => one);
  return (
    <aside className={classes.panel} aria-label={t('proposal')}>
      <Text fw={600} size="sm">
        {left.length > 0 ? t('proposed', { count: left.length }) : t('nothingProposed')}
      </Text>
      <Stack gap={6}>
        {chosen.length > 0 ? (
          <Group gap={6} grow>
            <Button size="xs" onClick={() => proposal.accept(chosen)} loading={proposal.isPending}>
              {t('acceptSome', { count: chosen.length })}
            </Button>
            <Button size="xs" variant="default" onClick={() => proposal.drop(chosen)}>
              {t('dropSome', { count: chosen.length })}
            </Button>
          </Group>
        ) : left.length > 0 ? (
          <Button
            size="xs"
            leftSection={<IconCheck size={16} />}
            loading={proposal.isPending}
            onClick={() => proposal.accept(left)}
          >
            {t('acceptAll', { count: left.length })}
          </Button>
        ) : null}
        <Button size="xs" variant="default" onClick={proposal.close}>
          {t('acceptNone')}
        </Button>
      </Stack>
      <ScrollArea className={classes.list ?? ''} viewportProps={{ tabIndex: 0 }}>
        <Stack gap={2}>
          {named.map(({ id, one }) => (
            <Checkbox
              key={id}
              size="xs"
              className={classes.proposed ?? ''}
              checked={selection.isSelected(id)}
              onChange={() => selection.toggle(id)}
              label={
                <>
                  <strong>{one.person_name}</strong>, {one.duty_name}, {showDate(one.date)}
                </>
              }
              description={one.why.map(({ detail }) => detail).join(' · ')}
            />
          ))}
        </Stack>
        <Unfilled />
      </ScrollArea>
    </aside>
  );
}

/** The cells that nobody was found for, each with why. */
function Unfilled() {
  const { t } = useTranslation('duty');
  const { unfilled } = useTheBoard().proposal;
  if (unfilled.length === 0) return null;
  return (
    <Accordion variant="default" chevronPosition="left" mt="xs">
      <Accordion.Item value="unfilled">
        <Accordion.Control>{t('unfilled', { count: unfilled.length })}</Accordion.Control>
        <Accordion.Panel>
          {unfilled.map((one) => (
            <Text key={`${one.date} ${one.duty_type}`} size="xs">
              <strong>
                {one.duty_name}, {showDate(one.date)}
              </strong>
              : {one.why.map(({ detail }) => detail).join(' · ')}
            </Text>
          ))}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
