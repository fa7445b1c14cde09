import fc from "fast-check";

// The same examples on every run, so that a green build stays green; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20190130) });
