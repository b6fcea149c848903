// Says whether a description is OpenAPI, by a validator that is not ours: node validate-openapi.mjs FILE
import { readFile } from "node:fs/promises";
import { Validator } from "@seriousme/openapi-schema-validator";

const validator = new Validator();
const result = await validator.validate(JSON.parse(await readFile(process.argv[2], "utf8")));
console.log(JSON.stringify({ valid: result.valid, version: validator.version ?? null, errors: result.errors ?? [] }));
