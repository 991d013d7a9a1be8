import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';

export const redriveJob = route({
  name: 'redriveJob',
  module: 'jobs',
  method: 'POST',
  path: '/jobs/dead/:id/redrive',
  summary: 'Try work that was given up once more, with all its tries',
  access: 'job.redrive',
  params: ById,
  body: Body({}),
  status: 200,
  answer: Type.Object({ message: Type.String() }),
  refusals: {},
});
