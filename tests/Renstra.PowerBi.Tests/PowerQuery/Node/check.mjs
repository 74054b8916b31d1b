// Two checks that only packages of npm know how to make. One JSON document comes in on standard input, one goes out.
//   parse:    {"name": "M expression"}        -> {"name": {"error": "…"} | {"tree": …}}, with M's own parser
//   validate: {"schemas": "folder", "files": ["…"]} -> {"file": ["what is wrong", …]}, with JSON schema draft 7
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Ajv from 'ajv';
import PowerQuery from '@microsoft/powerquery-parser';

const input = JSON.parse(readFileSync(0, 'utf8'));
const answer = process.argv[2] === 'parse' ? await parse(input) : validate(input);
process.stdout.write(JSON.stringify(answer));

async function parse(expressions) {
  const parsed = {};
  for (const [name, text] of Object.entries(expressions)) {
    const task = await PowerQuery.TaskUtils.tryLexParse(PowerQuery.DefaultSettings, text);
    parsed[name] = task.resultKind === 'Ok' ? { tree: tree(task.ast) } : { error: task.error.message };
  }
  return parsed;
}

/** What a caller needs of M's syntax tree; a node of another kind keeps its name, so that a test can refuse it. */
function tree(node) {
  const items = (wrapper) => wrapper.elements.map((each) => tree(each.node ?? each));
  switch (node.kind) {
    case 'LetExpression':
      return { let: Object.fromEntries(node.variableList.elements.map(({ node: pair }) => [pair.key.literal, tree(pair.value)])), in: tree(node.expression) };
    case 'IdentifierExpression':
      return { name: node.identifier.literal };
    case 'LiteralExpression':
      return { value: node.literalKind === 'Text' ? node.literal.slice(1, -1).replaceAll('""', '"') : JSON.parse(node.literal) };
    case 'FieldSelector':
      return { field: node.content.literal };
    case 'ListExpression':
      return { list: items(node.content) };
    case 'RecordExpression':
      return { record: Object.fromEntries(node.content.elements.map(({ node: pair }) => [pair.key.literal, tree(pair.value)])) };
    case 'EachExpression':
      return { each: tree(node.paired) };
    case 'FunctionExpression':
      return { parameters: node.parameters.content.elements.map(({ node: parameter }) => parameter.name.literal), body: tree(node.expression) };
    case 'MetadataExpression':
      return { ...tree(node.left), meta: tree(node.right) };
    case 'LogicalExpression':
    case 'RelationalExpression':
    case 'EqualityExpression':
    case 'ArithmeticExpression':
      return { operator: node.operatorConstant.constantKind, left: tree(node.left), right: tree(node.right) };
    case 'RecursivePrimaryExpression':
      return node.recursiveExpressions.elements.reduce(
        (head, next) => (next.kind === 'InvokeExpression' ? { call: head.name ?? head, arguments: items(next.content) } : { of: head, [next.kind]: tree(next.content ?? next) }),
        tree(node.head));
    default:
      return { kind: node.kind };
  }
}

function validate({ schemas, files }) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  for (const file of within(schemas)) {
    // Some of the published files name themselves otherwise than they are referred to.
    const $id = `https://developer.microsoft.com/json-schemas/${relative(schemas, file).split(sep).join('/')}`;
    ajv.addSchema({ ...read(file), $id });
  }

  return Object.fromEntries(files.map((file) => {
    const document = read(file);
    const check = document.$schema && ajv.getSchema(document.$schema);
    if (!check) {
      return [file, [`no schema ${document.$schema}`]];
    }

    return [file, check(document) ? [] : check.errors.map((error) => `${error.instancePath} ${error.message}`)];
  }));
}

function within(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? within(join(folder, entry.name)) : entry.name.endsWith('.json') ? [join(folder, entry.name)] : []);
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
