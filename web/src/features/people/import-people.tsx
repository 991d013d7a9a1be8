import { Anchor, Button, FileButton, Group, Stack, Switch, Text } from '@mantine/core';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { importPeople } from '../../../../contract/people/import-people.ts';
import { previewImport } from '../../../../contract/people/preview-import.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { count } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Surface } from '../../ui/surface.tsx';
import { ImportRows } from './import-rows.tsx';

type ChosenFile = { file_name: string; content: string };
type Preview = Answer<typeof previewImport>;

const sample =
  'data:text/csv;charset=utf-8,E-mail,Full%20name,Phone,Role,Hours%20a%20week%0D%0Ania%40example.org,Nia%20Brandt,%2B44%207700%20900123,Member,40%0D%0A';

/** Reads people in from a file: shown first with what is wrong, then added all at once. */
export function ImportPage() {
  const [file, setFile] = useState<ChosenFile>();
  const preview = useAction(previewImport, { refresh: [] });
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const read = { file_name: chosen.name, content: await base64Of(chosen) };
    setFile(read);
    preview.mutate({ body: read });
  };
  return (
    <Page
      title="Read in people"
      description="From a CSV or XLSX file. Nothing is written before you have seen it."
      back={{ to: '/people', label: 'People' }}
      narrow
    >
      <Stack>
        <FormProblem error={preview.error} />
        {file && preview.data ? (
          <Found key={file.content} file={file} preview={preview.data} />
        ) : (
          <Surface>
            <Empty icon={IconFileImport} title="Choose a file">
              Its first row names the columns: “E-mail” and “Full name” (or “First name” and “Last
              name”), and if you like “Phone”, “Role”, “Hours a week”. At most 1,000 people.{' '}
              <Anchor href={sample} download="people.csv" inherit underline="always">
                Load an example
              </Anchor>
            </Empty>
          </Surface>
        )}
        <FileButton accept=".csv,.xlsx,text/csv" onChange={(chosen) => void choose(chosen)}>
          {(props) => (
            <Button
              {...props}
              variant={preview.data ? 'default' : 'filled'}
              size="md"
              leftSection={<IconUpload size={16} />}
              loading={preview.isPending}
            >
              {preview.data ? 'Choose another file' : 'Choose a file'}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Page>
  );
}

function Found({ file, preview }: { file: ChosenFile; preview: Preview }) {
  const verified = useMe().is_email_verified;
  const navigate = useNavigate();
  const [invite, setInvite] = useState(verified);
  const action = useAction(importPeople, {
    refresh: ['people', 'identity', 'journal'],
    onSuccess: ({ message }) => {
      notifyDone(message);
      void navigate({ to: '/people' });
    },
  });
  const { rows, good, bad } = preview;
  const unread = preview.columns.filter((column) => column.field === null && column.name !== '');
  const lines = rows.filter((row) => Object.keys(row.errors).length === 0).map(({ line }) => line);
  return (
    <Stack>
      <Text role="status">
        <strong>{file.file_name}</strong>: {count(good, 'row')} can be read in
        {bad > 0 ? `, ${bad} can’t and would be left out` : ''}.
        {unread.length > 0 ? ` Not read: ${unread.map(({ name }) => name).join(', ')}.` : ''}
      </Text>
      <ImportRows rows={rows} />
      <FormProblem error={action.error} />
      <Group justify="space-between">
        <Switch
          label="Mail each of them a link to choose a password"
          description={verified ? undefined : 'Once you have verified your own address.'}
          checked={invite}
          disabled={!verified}
          onChange={(event) => setInvite(event.currentTarget.checked)}
        />
        <Button
          size="md"
          disabled={good === 0}
          loading={action.isPending}
          onClick={() => action.mutate({ body: { ...file, lines, invite } })}
        >
          Add {count(good, 'person', 'people')}
        </Button>
      </Group>
    </Stack>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
