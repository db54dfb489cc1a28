/** What became of a call: `nothing` (it ended well), `throws`, `rejects`, or `hangs`. */
export async function outcomeOf(call) {
  let result;
  try {
    result = call();
  } catch {
    return 'throws';
  }
  const ended = Promise.resolve(result).then(() => 'nothing', () => 'rejects');
  return Promise.race([ended, pause(3000).then(() => 'hangs')]);
}

/** A release in callback style as a promise that rejects with the error the callback receives. */
export function calledBack(start) {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * One subject of the catalogue: `subject` is the contract's type, `release` the member or function that ends it.
 * `make` starts a resource, `fresh` makes one that was never started, `stop` ends it (by default `resource[release]()`),
 * `closed` tells whether it has ended, and `loses` whether disposal lost what had been written.
 */
export async function observe({ subject, release, make, fresh, stop = (resource) => resource[release](), closed, loses }) {
  const claims = [];
  const add = (claim, observed) => claims.push({ subject, release, claim, observed });
  if (make) {
    const resource = await make();
    add('once', await outcomeOf(() => stop(resource)));
    add('again', await outcomeOf(() => stop(resource)));
  }
  if (fresh) {
    const unstarted = await fresh();
    add('beforeStart', await outcomeOf(() => stop(unstarted)));
  }
  const source = make ?? fresh;
  if (closed || loses) {
    for (const [kind, symbol] of [['sync', Symbol.dispose], ['async', Symbol.asyncDispose]]) {
      const resource = await source();
      if (symbol === undefined || typeof resource[symbol] !== 'function') add(`dispose.${kind}`, 'absent');
      else add(`dispose.${kind}`, await equivalence(resource, symbol, { kind, fresh, source, closed, loses }));
      await outcomeOf(() => stop(resource));
    }
  }
  return claims;
}

async function equivalence(resource, symbol, { kind, fresh, source, closed, loses }) {
  if (loses && kind === 'async' && (await loses())) return 'lossy';
  const first = await outcomeOf(() => resource[symbol]());
  if (kind === 'sync' && closed && !closed(resource)) return 'fire-and-forget';
  if (closed && !closed(resource)) return 'does not end it';
  const second = await outcomeOf(() => resource[symbol]());
  const other = fresh && fresh !== source ? await fresh() : undefined;
  const unstarted = other ? await outcomeOf(() => other[symbol]()) : 'nothing';
  return [first, second, unstarted].every((each) => each === 'nothing') ? 'exact' : 'guarded';
}
