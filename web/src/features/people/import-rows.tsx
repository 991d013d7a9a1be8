import { Table, Text } from '@mantine/core';
import type { ImportRow } from '../../../../contract/people/import-file.ts';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';

const labels: Record<string, string> = {
  email: 'E-mail',
  full_name: 'Name',
  first_name: 'First name',
  last_name: 'Last name',
  phone_number: 'Phone',
  role: 'Role',
  weekly_hours_limit: 'Hours a week',
};

/** The rows of a file, those that can't be read in first, each with why. */
export function ImportRows({ rows }: { rows: readonly ImportRow[] }) {
  const bad = (row: ImportRow) => Object.keys(row.errors).length > 0;
  const ordered = [...rows].sort((a, b) => Number(bad(b)) - Number(bad(a)) || a.line - b.line);
  return (
    <Surface>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ tabIndex: 0 }}>
        <Table verticalSpacing="sm" aria-label="Rows of the file">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Line</Table.Th>
              <Table.Th>Person</Table.Th>
              <Table.Th>Role</Table.Th>
              <Table.Th>What is wrong</Table.Th>
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
                  {row.role_name}
                  {row.weekly_hours_limit === null ? '' : `, ${row.weekly_hours_limit} h`}
                </Table.Td>
                <Table.Td>
                  {bad(row) ? <Errors row={row} /> : <Pill tone="good">Good</Pill>}
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
  return Object.entries(row.errors).map(([field, sentences]) => (
    <Text key={field} size="sm">
      <strong>{labels[field] ?? field}:</strong> {sentences.join(' ')}
    </Text>
  ));
}
