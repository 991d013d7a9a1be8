import { Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../contract/platform/route.ts';
import { languages } from '../../../../contract/wording/languages.ts';
import { listTemplates } from '../../../../contract/wording/list-templates.ts';
import { queryOf } from '../../lib/query.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-templates.module.css';

type Template = Answer<typeof listTemplates>[number];

/** What Callboard sends to people, and where the organisation says it in its own words. */
export function TemplatesPage() {
  const { t } = useTranslation(['wording', 'notifications']);
  const templates = useQuery(queryOf(listTemplates, {}));
  return (
    <Page title={t('messageTemplates')} description={t('templatesHint')} narrow>
      <QueryView query={templates}>
        {(found) => (
          <Stack gap="xl">
            {[...Map.groupBy(found, ({ kind }) => kind)].map(([kind, some]) => (
              <section key={kind} aria-label={t(`notifications:kind.${kind}`)}>
                <Title order={2} mb="sm">
                  {t(`notifications:kind.${kind}`)}
                </Title>
                <Surface rows>
                  {some.map((one) => (
                    <TemplateRow key={one.name} template={one} />
                  ))}
                </Surface>
              </section>
            ))}
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function TemplateRow({ template }: { template: Template }) {
  return (
    <Link to="/templates/$name" params={{ name: template.name }} className={classes.row}>
      <div className={classes.what}>
        <Text fw={500}>{template.title}</Text>
        <Text size="xs" c="dimmed">
          {template.name}
        </Text>
      </div>
      <Group gap={6} wrap="nowrap">
        {template.own_languages.map((language) => (
          <Pill key={language} tone="accent">
            {languages[language]}
          </Pill>
        ))}
        <IconChevronRight size={16} aria-hidden className="flips" />
      </Group>
    </Link>
  );
}
