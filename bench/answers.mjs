// Are the answers right? Each measured answer is reduced to the values of the workload and compared with what arithmetic says.
import assert from 'node:assert/strict';
import { number_of, public_id } from './ids.mjs';
import { requests } from './requests.mjs';

const by_id = (a, b) => a.id - b.id;
const author_of = (check_in) => check_in.author_id ?? check_in.author.id;

const check_in_values = (check_in) => ({
  id: number_of(check_in.id),
  value: check_in.value,
  confidence: check_in.confidence,
  note: check_in.what_happened,
  author: number_of(author_of(check_in)),
  at: check_in.at,
});

const key_result_values = (key_result, check_ins) => ({
  id: number_of(key_result.id),
  title: key_result.title,
  baseline: key_result.baseline,
  target: key_result.target,
  current: key_result.current,
  confidence: key_result.confidence,
  check_ins: check_ins.map(check_in_values),
});

const objective_values = (objective, check_ins_of) => ({
  id: number_of(objective.id),
  title: objective.title,
  team: number_of(objective.team_id),
  owner: number_of(objective.accountable.id),
  parent: objective.parent_id ? number_of(objective.parent_id) : null,
  key_results: objective.key_results.map((key_result) => key_result_values(key_result, check_ins_of(key_result))).sort(by_id),
});

// Answers to R1 and R2 as workload.mjs states them.
export const board_values = (board) =>
  board.objectives.map((objective) => objective_values(objective, (key_result) => [key_result.last_check_in])).sort(by_id);

export const page_values = (objective) =>
  objective_values(objective, (key_result) => objective.check_ins.filter((check_in) => check_in.key_result_id === key_result.id));

const spread = (count, rows) => Array.from({ length: count }, (_, n) => Math.floor((n * (rows - 1)) / (count - 1)) + 1);

export async function check_reads(server, load) {
  for (const team of [7, ...spread(20, load.teams)]) {
    const board = await server.json(requests.R1.target(team));
    assert.equal(board.team.name, `Team ${team}`);
    assert.deepEqual(board_values(board), load.team_board(team));
  }
  for (const objective of [7, ...spread(20, load.objectives)]) {
    assert.deepEqual(page_values(await server.json(requests.R2.target(objective))), load.objective(objective));
  }
}

// A check-in is there under its own id, and has moved its key result and its objective.
export async function check_write(server, load) {
  const key_result = load.key_results - 3;
  const objective = Math.ceil(key_result / 4);
  const given = { value: 41 + Math.floor(Math.random() * 50), confidence: 9, what_happened: 'Written once, read twice', what_next: 'Nothing' };
  const made = await server.post(requests.W1.target(key_result), given);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.equal(made.body.key_result_id, public_id(key_result));

  const kept = await server.json(`/api/v1/check-ins/${made.body.id}`);
  assert.deepEqual(Object.fromEntries(Object.keys(given).map((name) => [name, kept[name]])), given);

  const page = await server.json(requests.R2.target(objective));
  const moved = page.key_results.find((one) => one.id === public_id(key_result));
  assert.equal(moved.current, given.value);
  assert.equal(moved.last_check_in.id, made.body.id);
  const mean = page.key_results.reduce((sum, one) => sum + one.progress, 0) / page.key_results.length;
  assert.ok(Math.abs(page.progress - mean) < 1e-9, `progress ${page.progress} is not the mean ${mean}`);
}
