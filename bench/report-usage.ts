// Preloaded into measured processes: answers what this process has used, for systems without /proc,
// and ends it when the bench was killed.
process.on('message', (message: { usage?: true }) => {
  if (!message.usage) return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
