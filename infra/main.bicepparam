using 'main.bicep'

// The hashes come from the environment, separated by commas: they change more often than this file and belong to
// no repository. Without any the deployment stops here, since the app would not start. docs/operations.md tells how
// to make one.
param feedKeyHashes = filter(split(readEnvironmentVariable('RENSTRA_FEED_KEY_HASHES'), ','), hash => !empty(hash))

param operatorsGroupId = readEnvironmentVariable('RENSTRA_OPERATORS_GROUP', '')

param redundancy = 'Standard_ZRS'
