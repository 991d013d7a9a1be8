import type { Module } from '../platform/module.ts';
import { listDeadJobs } from './list-dead-jobs.ts';
import { redriveJob } from './redrive-job.ts';

/** What an admin sees of work behind the scenes: what was given up, and trying it again. */
export const jobs: Module = { name: 'jobs', endpoints: [listDeadJobs, redriveJob] };
