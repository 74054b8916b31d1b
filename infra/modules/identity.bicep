metadata description = 'The two identities: one that the app acts under, one that Event Grid stores undeliverable events under.'

import { Tags } from '../names.bicep'

@description('Region.')
param location string

@description('Name of the app\'s identity.')
param appIdentityName string

@description('Name of Event Grid\'s identity.')
param eventsIdentityName string

@description('Tags.')
param tags Tags

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: appIdentityName
  location: location
  tags: tags
}

resource events 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: eventsIdentityName
  location: location
  tags: tags
}

@description('Resource id of the app\'s identity.')
output appId string = app.id

@description('Client id of the app\'s identity: what connections name to say which identity they mean.')
output appClientId string = app.properties.clientId

@description('Principal id of the app\'s identity: what roles are given to.')
output appPrincipalId string = app.properties.principalId

@description('Principal id of Event Grid\'s identity.')
output eventsPrincipalId string = events.properties.principalId
