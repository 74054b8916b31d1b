metadata description = 'Tells the app of every blob that arrives. Flex Consumption runs blob triggers from these events only.'

import { Tags } from '../names.bicep'

@description('Region of the account that reports its blobs: a system topic lives where its source does.')
param location string

@description('Name of the system topic.')
param topicName string

@description('Name of the account that reports its blobs.')
param dataStorageName string

@description('Container whose blobs are reported.')
param submissionsContainer string

@description('Name of the function app.')
param functionAppName string

@description('Name of the function that is triggered.')
param functionName string

@description('Name of the account that undeliverable events are kept in.')
param hostStorageName string

@description('Container, in that account, that undeliverable events are kept in.')
param deadLettersContainer string

@description('Name of the identity that writes them there.')
param eventsIdentityName string

@description('Tags.')
param tags Tags

resource dataStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataStorageName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource eventsIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: eventsIdentityName
}

resource functionApp 'Microsoft.Web/sites@2024-11-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${eventsIdentity.id}': {}
    }
  }
  properties: {
    source: dataStorage.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: functionName
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${submissionsContainer}/blobs/'
    }
    destination: {
      endpointType: 'WebHook'
      properties: {
        // The key exists once the app has started with its functions: hence a deployment of its own, after the app's.
        endpointUrl: 'https://${functionApp.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${functionName}&code=${listKeys('${functionApp.id}/host/default', functionApp.apiVersion).systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
      }
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: eventsIdentity.id
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: hostStorage.id
          blobContainerName: deadLettersContainer
        }
      }
    }
  }
}
