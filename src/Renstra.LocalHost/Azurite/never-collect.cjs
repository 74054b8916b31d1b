// Preloaded before an Azurite that keeps everything in memory. Every ten minutes its collector of deleted blobs walks through
// all there are on the only thread and answers nobody: for a minute and longer, with some thousand of them on a busy machine.
// What it would free goes with the process.
const path = require('path');

const constants = require(path.join(path.dirname(process.argv[1]), 'blob', 'utils', 'constants'));
if (typeof constants.DEFAULT_GC_INTERVAL_MS !== 'number') {
  throw new Error('This Azurite names the interval of its collector differently.');
}

constants.DEFAULT_GC_INTERVAL_MS = 24 * 60 * 60 * 1000;
