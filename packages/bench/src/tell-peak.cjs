// Loaded before the program: tells the most memory that it held, in KiB, where it ends.
process.on("exit", () => {
  require("node:fs").writeSync(3, String(process.resourceUsage().maxRSS));
});
