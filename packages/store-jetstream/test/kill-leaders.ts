/**
 * `npm run kills:leader -- 20`: three programs append to a ledger of a cluster of three, and the
 * server that leads its stream is killed with -9, again and again. Every acknowledged commit must
 * stand where it was told, once, and every record follow the one before. Needs a nats-server.
 */
import { killLeaders } from "./leader-kills.ts";

const [kills = "20"] = process.argv.slice(2);
const { acknowledged, lost, doubled, broken, unsure, pauseMsMax } = await killLeaders(
  Number(kills),
);
console.log(
  `jetstream: ${kills} leaders killed, ${acknowledged} commits acknowledged, ${lost} lost, ` +
    `${doubled} doubled, ${broken} broken; ${unsure} asked again; ` +
    `the longest pause ${(pauseMsMax / 1000).toFixed(1)} s`,
);
process.exitCode = lost + doubled + broken === 0 ? 0 : 1;
