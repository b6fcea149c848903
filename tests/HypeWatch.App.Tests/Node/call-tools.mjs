// Lists and calls every tool with the protocol's TypeScript SDK: node call-tools.mjs http ADDRESS | stdio COMMAND ARGUMENT...
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [way, target, ...rest] = process.argv.slice(2);
const transport = way === "http" ? new StreamableHTTPClientTransport(new URL(target)) : new StdioClientTransport({ command: target, args: rest, env: process.env });
const client = new Client({ name: "outside", version: "1" });
await client.connect(transport);
const tools = (await client.listTools()).tools;
const call = async (name, args) => {
  // The SDK itself holds structured content against the schema that the tool gave.
  const answer = await client.callTool({ name, arguments: args });
  return { isError: answer.isError === true, structured: answer.structuredContent ?? null, text: answer.content.map((part) => part.text ?? "").join("\n") };
};
const found = await call("search_claims", { words: "deception" });
const id = found.structured.rows[0].id;
const calls = {
  search_claims: found,
  get_claim: await call("get_claim", { id }),
  get_lineage: await call("get_lineage", { id }),
  list_flags: await call("list_flags", {}),
  get_release_scorecard: await call("get_release_scorecard", {}),
  run_query: await call("run_query", { statement: "select count(*) from documents_v" }),
  refused: await call("run_query", { statement: "delete from claims" }),
};
await client.close();
console.log(JSON.stringify({ tools: tools.map((tool) => ({ name: tool.name, readOnly: tool.annotations?.readOnlyHint === true, input: tool.inputSchema?.type, output: tool.outputSchema?.type })), calls }));
