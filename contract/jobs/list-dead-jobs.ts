import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { DeadJob } from './dead-job.ts';

export const listDeadJobs = route({
  name: 'listDeadJobs',
  module: 'jobs',
  method: 'GET',
  path: '/jobs/dead',
  summary: 'Work of the organisation that failed as often as it may, newest first',
  access: 'job.redrive',
  query: Body({ ...page }),
  status: 200,
  answer: Type.Array(DeadJob),
  refusals: {},
});
