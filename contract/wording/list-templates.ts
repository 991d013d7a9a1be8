import { Type } from 'typebox';
import { KindNamed } from '../notifications/notification.ts';
import { route } from '../platform/route.ts';
import { LanguageNamed } from './wording.ts';

export const listTemplates = route({
  name: 'listTemplates',
  module: 'wording',
  method: 'GET',
  path: '/message-templates',
  summary: 'What is sent to people: every template, and in which languages it has own words',
  access: 'wording.change',
  status: 200,
  answer: Type.Array(
    Type.Object({
      name: Type.String(),
      kind: KindNamed,
      title: Type.String({ description: 'The usual subject, with sample data' }),
      own_languages: Type.Array(LanguageNamed),
    }),
  ),
  refusals: {},
});
