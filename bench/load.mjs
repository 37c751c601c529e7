// Fills an initialised database with the workload. One SQL text serves SQLite and PostgreSQL.
import fs from 'node:fs';
import path from 'node:path';
import { bench_dir, run } from './process.mjs';

function rows_sql(load) {
  const numbers = { teams: load.teams, people: load.people, objectives: load.objectives, key_results: load.key_results,
    check_ins: load.check_ins, first_instant: load.first_instant, step_ms: load.step_ms };
  const text = fs.readFileSync(path.join(bench_dir, 'rows.sql'), 'utf8');
  return text.replace(/:([a-z_]+)/g, (whole, name) => {
    if (!(name in numbers)) throw new Error(`rows.sql: nothing known about ${whole}`);
    return String(numbers[name]);
  });
}

export function load_sqlite(file, load) {
  const script = `PRAGMA foreign_keys=OFF; BEGIN; ${rows_sql(load)} COMMIT; PRAGMA wal_checkpoint(TRUNCATE);`;
  run('sqlite3', ['-bail', file], { input: script });
}

export function load_postgres(postgres, database, load) {
  postgres.sql(database, `BEGIN; SET LOCAL session_replication_role = replica; ${rows_sql(load)} COMMIT;`);
  postgres.sql(database, 'VACUUM (FREEZE, ANALYZE)');
  postgres.sql(database, 'CHECKPOINT');
}
