// Preloaded into a child that has a channel to its parent: when the parent goes, however it went, so does the child.
// Next's own workers inherit this preload; their channels are not ours to touch.
if (process.env.DIE_WITH_PARENT === String(process.ppid)) {
  process.on("disconnect", () => process.exit(0));
  process.channel?.unref();
}
