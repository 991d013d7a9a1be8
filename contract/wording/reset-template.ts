import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { ByName, LanguageNamed, MessageTemplate } from './wording.ts';

export const resetTemplate = route({
  name: 'resetTemplate',
  module: 'wording',
  method: 'DELETE',
  path: '/message-templates/:name',
  summary: 'The usual words again, in one language',
  access: 'wording.change',
  params: ByName,
  query: Body({ language: Type.Optional(LanguageNamed) }),
  status: 200,
  answer: MessageTemplate,
  refusals: {},
});
