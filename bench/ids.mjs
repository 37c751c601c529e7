// Ids as the API shows them: a 64-bit number as 13 letters of Crockford's base 32.
import fs from 'node:fs';
import path from 'node:path';
import { work_dir } from './process.mjs';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export function public_id(number) {
  let text = '';
  for (let rest = BigInt(number); text.length < 13; rest >>= 5n) text = alphabet[Number(rest & 31n)] + text;
  return text;
}

export const number_of = (id) => Number([...id].reduce((value, letter) => value * 32n + BigInt(alphabet.indexOf(letter)), 0n));

// Line n of the file is the public id of row n, for wrk.
export function write_ids(count) {
  const file = path.join(work_dir, `ids-${count}.txt`);
  if (!fs.existsSync(file)) fs.writeFileSync(file, Array.from({ length: count }, (_, n) => public_id(n + 1)).join('\n') + '\n');
  return file;
}
