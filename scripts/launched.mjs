// Loaded before the program by launch.mjs: a launcher that was killed outright must not leave the
// program running, for it sits in a process group of its own and nobody else would tell it.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
