import { ActionIcon, Anchor, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DutyType } from '../../../../contract/duty/duty-type.ts';

type RosterDutiesProps = {
  duties: readonly DutyType[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error: React.ReactNode;
};

/** Which duties a roster has, in the order of its columns. */
export function RosterDuties({ duties, chosen, onChange, error }: RosterDutiesProps) {
  const { t } = useTranslation('duty');
  const first = chosen.flatMap((id) => duties.find((one) => one.id === id) ?? []);
  const ordered = [...first, ...duties.filter(({ id }) => !chosen.includes(id))];
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const move = (id: string, step: -1 | 1) => {
    const at = chosen.indexOf(id);
    const rest = chosen.filter((one) => one !== id);
    onChange(rest.toSpliced(at + step, 0, id));
  };
  return (
    <Stack component="fieldset" gap={4} p={0} m={0} style={{ border: 0 }}>
      <Text component="legend" size="sm" fw={550} mb={4}>
        {t('whichDuties')}
      </Text>
      {ordered.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noDutyYet')}{' '}
          <Anchor component={Link} to="/duty/types" inherit underline="always">
            {t('addDuty')}
          </Anchor>
        </Text>
      ) : null}
      {ordered.map(({ id, name, colour }, index) => {
        const isChosen = chosen.includes(id);
        return (
          <Group key={id} gap="xs" wrap="nowrap">
            <Checkbox
              checked={isChosen}
              onChange={() => toggle(id)}
              label={
                <Group gap={6} component="span">
                  <Swatch colour={colour} />
                  {name}
                </Group>
              }
              style={{ flex: 1 }}
            />
            <ActionIcon
              size="md"
              aria-label={t('moveUp', { name })}
              disabled={!isChosen || index === 0}
              onClick={() => move(id, -1)}
            >
              <IconChevronUp size={16} />
            </ActionIcon>
            <ActionIcon
              size="md"
              aria-label={t('moveDown', { name })}
              disabled={!isChosen || index >= chosen.length - 1}
              onClick={() => move(id, 1)}
            >
              <IconChevronDown size={16} />
            </ActionIcon>
          </Group>
        );
      })}
      {error ? (
        <Text size="sm" c="var(--cb-open)">
          {error}
        </Text>
      ) : null}
    </Stack>
  );
}

/** A duty's colour; its name stands beside it. */
export function Swatch({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-block',
        width: 12,
        height: 12,
        borderRadius: 3,
        background: colour,
      }}
    />
  );
}
