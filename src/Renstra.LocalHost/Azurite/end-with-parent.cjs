// Preloaded before Azurite, this ties its life to its parent's. The parent holds the other end of standard input open and
// never writes to it. When the parent ends, however it ends, the pipe closes, and Azurite writes its files and ends too.
const patienceMilliseconds = 5000;

process.stdin.on('end', () => {
  if (process.listenerCount('SIGTERM') === 0) {
    process.exit(0);
  }

  setTimeout(() => process.exit(0), patienceMilliseconds).unref();
  process.emit('SIGTERM');
});
process.stdin.resume();

// Ctrl-C reaches every process of the terminal, and Azurite would end on it: before its parent, who may still be writing.
const emit = process.emit;
process.emit = function (event, ...rest) {
  return event !== 'SIGINT' && emit.call(this, event, ...rest);
};
process.on('SIGINT', () => {});
