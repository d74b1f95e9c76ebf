// Is every line of a JSON Lines file as a schema says? As much of JSON Schema as
// man/readout.schema.json uses; a word it does not know is an error.
// usage: node tests/schema.js SCHEMA FILE
const fs = require('fs');
const schema = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const text = fs.readFileSync(process.argv[3]);
const silent = new Set(['$schema', 'title', 'description', '$defs']);
let wrong = 0;

function complain(path, message) {
	if (wrong++ < 10)
		console.error(`${path}: ${message}`);
}

function typeOf(value) {
	if (Array.isArray(value))
		return 'array';
	return Number.isInteger(value) ? 'integer' : value === null ? 'null' : typeof value;
}

const words = {
	type(want, value, path) {
		if (typeOf(value) !== want)
			complain(path, `${typeOf(value)}, want ${want}`);
	},
	const(want, value, path) {
		if (value !== want)
			complain(path, `not ${want}`);
	},
	enum(want, value, path) {
		if (!want.includes(value))
			complain(path, `${value} is none of ${want}`);
	},
	minimum(want, value, path) {
		if (value < want)
			complain(path, `${value} < ${want}`);
	},
	required(want, value, path) {
		for (const name of want)
			if (!(name in value))
				complain(path, `no ${name}`);
	},
	properties(want, value, path) {
		for (const name of Object.keys(value))
			if (Object.hasOwn(want, name))
				check(want[name], value[name], `${path}.${name}`);
	},
	additionalProperties(want, value, path, rule) {
		for (const name of Object.keys(value)) {
			if (rule.properties && Object.hasOwn(rule.properties, name))
				continue;
			if (want === false)
				complain(path, `unknown ${name}`);
			else
				check(want, value[name], `${path}.${name}`);
		}
	},
	items(want, value, path) {
		value.forEach((one, i) => check(want, one, `${path}[${i}]`));
	},
	$ref(want, value, path) {
		check(schema.$defs[want.replace('#/$defs/', '')], value, path);
	},
};

function check(rule, value, path) {
	for (const word of Object.keys(rule)) {
		if (silent.has(word))
			continue;
		if (!words[word])
			complain(path, `${word}: not known to this check`);
		else
			words[word](rule[word], value, path, rule);
	}
}

// Strict UTF-8 is part of JSON.
new TextDecoder('utf-8', {fatal: true}).decode(text).split('\n').forEach((line, i, all) => {
	if (line === '' && i === all.length - 1)
		return;
	check(schema, JSON.parse(line), `line ${i + 1}: `);
});
process.exit(wrong ? 1 : 0);
