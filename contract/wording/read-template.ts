import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { ByName, LanguageNamed, MessageTemplate } from './wording.ts';

export const readTemplate = route({
  name: 'readTemplate',
  module: 'wording',
  method: 'GET',
  path: '/message-templates/:name',
  summary: 'A template in one language: usual texts, own words, variables with samples',
  access: 'wording.change',
  params: ByName,
  query: Body({ language: Type.Optional(LanguageNamed) }),
  status: 200,
  answer: MessageTemplate,
  refusals: {},
});
