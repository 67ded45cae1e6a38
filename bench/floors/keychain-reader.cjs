// Reads one item of the session's keychain again and again, and prints how long each time took, in milliseconds.
const { setPassword, getPassword, deletePassword } = require('keytar');

const rounds = Number(process.argv[2]);
const item = ['Rolecall bench', 'floor'];

(async () => {
  await setPassword(...item, 'not a secret');
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await getPassword(...item);
    taken.push(performance.now() - startedAt);
  }
  await deletePassword(...item);
  process.stdout.write(JSON.stringify(taken));
})();
