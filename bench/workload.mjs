// The workload as arithmetic: every value in the database follows from a number, counted from 1. Teams, people and objectives have
// their numbers as ids; key results and check-ins the ids that rows.sql gives them.
// `scale` 1 is the small size, 20 the large one; a team always has 5 objectives, an objective 4 key results, a key result 5 check-ins.

export function workload(scale) {
  const teams = 1000 * scale;
  const people = 5000 * scale;
  const objectives = 5000 * scale;
  const key_results = 20_000 * scale;
  const check_ins = 100_000 * scale;
  const first_instant = Date.UTC(2026, 9, 1);
  const step_ms = 60_000 / scale;

  const value = (i) => (i * 7) % 101;
  const confidence = (i) => (i % 10) + 1;

  const id_of_key_result = (k) => 4 * ((k - 1) % objectives) + Math.floor((k - 1) / objectives) + 1;
  const id_of_check_in = (i) => Math.floor((i - 1) / key_results) * key_results + id_of_key_result(((i - 1) % key_results) + 1);

  const check_in = (i) => ({
    id: id_of_check_in(i),
    value: value(i),
    confidence: confidence(i),
    note: `Check-in ${i}: on track, next step is agreed with the team`,
    author: ((i - 1) % people) + 1,
    at: first_instant + i * step_ms,
  });

  const key_result = (k, check_ins_wanted) => ({
    id: id_of_key_result(k),
    title: `Key result ${k}: move the needle`,
    baseline: 0,
    target: 100,
    current: value(k + 4 * key_results),
    confidence: confidence(k + 4 * key_results),
    check_ins: Array.from({ length: check_ins_wanted }, (_, age) => check_in(k + (4 - age) * key_results)),
  });

  const objective = (o, check_ins_wanted) => ({
    id: o,
    title: `Objective ${o}: grow the thing that matters`,
    team: ((o - 1) % teams) + 1,
    owner: ((o - 1) % people) + 1,
    parent: o <= teams ? null : ((o - 1) % teams) + 1,
    key_results: [0, 1, 2, 3].map((n) => key_result(o + n * objectives, check_ins_wanted)),
  });

  return {
    scale, teams, people, objectives, key_results, check_ins, first_instant, step_ms,
    // R1: newest check-in only. R2: all five, newest first.
    team_board: (t) => [0, 1, 2, 3, 4].map((n) => objective(t + n * teams, 1)),
    objective: (o) => objective(o, 5),
  };
}
