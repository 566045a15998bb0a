// sarif.mjs SCHEMA FILE - validates FILE by SCHEMA with ajv.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import AjvDraft04 from "ajv-draft-04";
import formats from "ajv-formats";

const [schemaPath, path] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const schema = read(schemaPath);
const Ajv = /draft-04/.test(schema.$schema) ? AjvDraft04 : Ajv2020.default;
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

const name = `${basename(path)} by ${basename(schemaPath)}`;
if (!validate(read(path))) {
  console.error(`not valid: ${name}`);
  console.error(validate.errors);
  process.exit(1);
}
console.log(`valid: ${name}`);
