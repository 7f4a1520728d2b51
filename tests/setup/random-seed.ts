import fc from "fast-check";

// 见 docs/decisions/0014-fixed-seed.md。
const { JUESUAN_SEED: seed = "20241231" } = process.env;
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
