import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../../../contract/people/import-file.ts';
import { saySentence } from '../../lib/say-problem.ts';
import { showRoleNamed } from '../../lib/show-role.ts';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';

const named = [
  ...(['email', 'full_name', 'first_name', 'last_name'] as const),
  ...(['phone_number', 'role', 'weekly_hours_limit'] as const),
] as const;

/** The rows of a file, those that can't be read in first, each with why. */
export function ImportRows({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation(['people', 'ui']);
  const bad = (row: ImportRow) => Object.keys(row.errors).length > 0;
  const ordered = [...rows].sort((a, b) => Number(bad(b)) - Number(bad(a)) || a.line - b.line);
  return (
    <Surface>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ tabIndex: 0 }}>
        <Table verticalSpacing="sm" aria-label={t('rowsOfTheFile')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('line')}</Table.Th>
              <Table.Th>{t('person')}</Table.Th>
              <Table.Th>{t('ui:role')}</Table.Th>
              <Table.Th>{t('whatIsWrong')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ordered.map((row) => (
              <Table.Tr key={row.line}>
                <Table.Td>{row.line}</Table.Td>
                <Table.Td>
                  <Text fw={550}>{row.full_name}</Text>
                  <Text size="sm" c="dimmed">
                    {[row.email, row.phone_number].filter(Boolean).join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {row.weekly_hours_limit === null
                    ? showRoleNamed(row.role_name)
                    : t('roleAndHours', {
                        role: showRoleNamed(row.role_name),
                        hours: row.weekly_hours_limit,
                      })}
                </Table.Td>
                <Table.Td>
                  {bad(row) ? <Errors row={row} /> : <Pill tone="good">{t('good')}</Pill>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Surface>
  );
}

function Errors({ row }: { row: ImportRow }) {
  const { t } = useTranslation('people');
  const nameOf = (field: string) => {
    const known = named.find((one) => one === field);
    return known ? t(`column.${known}`) : field;
  };
  return Object.entries(row.errors).map(([field, sentences]) => (
    <Text key={field} size="sm">
      <strong>{nameOf(field)}:</strong> {sentences.map(saySentence).join(' ')}
    </Text>
  ));
}
