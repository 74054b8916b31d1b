metadata description = 'Every role assignment of Renstra. What an identity may do is read here and nowhere else.'

@description('Name of the account that holds the data.')
param dataStorageName string

@description('Name of the container, in that account, that reference files are overridden in.')
param referenceContainer string

@description('Name of the account that the Functions host keeps its own state in.')
param hostStorageName string

@description('Name of the container, in the host\'s account, for undeliverable events.')
param deadLettersContainer string

@description('Name of the Application Insights component.')
param insightsName string

@description('Principal id of the app\'s identity.')
param appPrincipalId string

@description('Principal id of Event Grid\'s identity.')
param eventsPrincipalId string

@description('Object id of the Entra group of people who look after the data; empty for none. Account keys being off, even an Owner sees no blob without such a role.')
param operatorsGroupId string

@description('Built-in roles, by their ids, which are the same in every tenant.')
var roles = {
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  storageAccountContributor: '17d1049b-9a84-46fb-8f53-869881c3d3ab'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  storageTableDataReader: '76199698-9eea-4c19-bc75-cec21354c6b6'
}

// The blob trigger reads blobs, writes its receipts beside them, and puts what fails five times into a queue
// of the same account. The tables are the product's own.
var appOnData = [roles.storageBlobDataOwner, roles.storageQueueDataContributor, roles.storageTableDataContributor]

// What the documentation of the event-based blob trigger asks for on AzureWebJobsStorage. The last of them can
// reconfigure an account: one more reason why the host's account holds no office's data.
var appOnHost = [
  roles.storageBlobDataOwner
  roles.storageQueueDataContributor
  roles.storageTableDataContributor
  roles.storageAccountContributor
]

// People read everything and write reference files; what offices sent and what was released, only the app writes.
var operatorsOnData = [roles.storageBlobDataReader, roles.storageTableDataReader]

resource dataStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataStorageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource reference 'containers' existing = {
      name: referenceContainer
    }
  }
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: deadLettersContainer
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource appOnDataRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in appOnData: {
    scope: dataStorage
    name: guid(dataStorage.id, appPrincipalId, role)
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource appOnHostRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in appOnHost: {
    scope: hostStorage
    name: guid(hostStorage.id, appPrincipalId, role)
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource appOnInsightsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appPrincipalId, roles.monitoringMetricsPublisher)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.monitoringMetricsPublisher
    )
  }
}

resource eventsOnDeadLettersRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostStorage::blobs::deadLetters
  name: guid(hostStorage::blobs::deadLetters.id, eventsPrincipalId, roles.storageBlobDataContributor)
  properties: {
    principalId: eventsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

resource operatorsOnDataRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in operatorsOnData: if (!empty(operatorsGroupId)) {
    scope: dataStorage
    name: guid(dataStorage.id, operatorsGroupId, role)
    properties: {
      principalId: operatorsGroupId
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource operatorsOnReferenceRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  scope: dataStorage::blobs::reference
  name: guid(dataStorage::blobs::reference.id, operatorsGroupId, roles.storageBlobDataContributor)
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}
