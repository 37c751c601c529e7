// The three requests: where they go, how many rows they are spread over, and the SQL that does the same work for the limits.
import { public_id } from './ids.mjs';

const reading = (path, rows, limit) => ({
  path,
  rows,
  limit,
  pgbench: limit,
  target: (row) => path.replace('{id}', public_id(row)),
});

export const requests = {
  R1: reading('/api/v1/teams/{id}/board', (load) => load.teams, 'r1.sql'),
  R2: reading('/api/v1/objectives/{id}', (load) => load.objectives, 'r2.sql'),
  W1: {
    ...reading('/api/v1/key-results/{id}/check-ins', (load) => load.key_results, 'commit.sql'),
    pgbench: 'w1.sql',
    // {row}, {value} and {confidence} are filled in by traffic.lua.
    body: JSON.stringify({
      value: '{value}',
      confidence: '{confidence}',
      what_happened: 'Measured check-in of key result {row}: on track, next step is agreed with the team',
      what_next: 'Talk to the two teams that wait for it, then measure again',
    }).replace('"{value}"', '{value}').replace('"{confidence}"', '{confidence}'),
  },
};
